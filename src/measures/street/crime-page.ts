import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { lineChart } from '../../platform/charts/line-chart.ts'
import { monthRuns } from '../../platform/charts/months.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type Cell, wideTable } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { withQuery } from '../addresses.ts'
import { thousands, numeric } from '../cells.ts'
import { missingMonths, monthList } from '../month-list.ts'
import { crimeSwitch } from './crime-switch.ts'
import { forceTitle } from './dataset.ts'
import { howToRead } from './how-to-read.ts'
import { measureOfCrimeType } from './measures.ts'
import { type Held, type PlaceAsked, placeName, queryOf } from './place-asked.ts'
import { wholeMonths } from './read-report.ts'
import type { MonthOfType } from './read-view.ts'
import { periodsOf } from '../periods.ts'
import { type TypeSeries, crimesAndIncidents, typeSeries } from './series.ts'
import { spark } from './spark.ts'
import { streetAreas } from './street-areas.ts'

const list = new Intl.ListFormat('en-GB')

type Shown = {
  readonly place: PlaceAsked
  readonly held: Held
  /** Months for which every force of the area has a file. */
  readonly months: readonly LocalMonth[]
  /** Those of the latest period. */
  readonly period: readonly LocalMonth[]
  readonly series: readonly TypeSeries[]
}

/** Recorded street crime of an area or district, by type, over the latest run of months. */
export function crimePage(place: PlaceAsked, held: Held, counts: readonly MonthOfType[]): Page {
  const months = wholeMonths(place.area, held.months)
  const period = periodsOf(months).at(-1) ?? []
  const shown = { place, held, months, period, series: typeSeries(counts, period) }
  const about = { title: 'Recorded street crime', caption: placeName(place) }
  const breadcrumbs = [{ text: 'Performance', href: paths.performance }, { text: 'Recorded street crime' }]
  const latest = period.at(-1)
  if (!latest) return { ...about, breadcrumbs, lede: nothingYet(place), body: crimeSwitch(areasOf(held), place) }
  return {
    ...about,
    breadcrumbs,
    lede: inOneSentence(shown, latest),
    body: html`
      ${crimeSwitch(areasOf(held), place)} ${gapsNotice(shown)}
      ${period.length > 1 && overall(shown)}
      ${byType(shown, latest)} ${typesByMonth(shown)}
      <h2 class="govuk-heading-m">Every month</h2>
      <p class="govuk-body">With last outcomes, revisions, the quality of the rows and the source file.</p>
      ${monthList(months, (month) => withQuery(paths.crimeMonth(month), queryOf(place)))} ${howToRead()}
    `,
  }
}

const areasOf = ({ months }: Held) => streetAreas(months.keys())

const nothingYet = (place: PlaceAsked): string =>
  place.area.forces.length > 1
    ? `There is no month for which every force of ${place.area.name} has a street crime file here yet.`
    : `No street crime file of ${place.area.name} has been imported here yet.`

function inOneSentence({ series, period }: Shown, latest: LocalMonth): string {
  const { crimes, incidents } = crimesAndIncidents(series, period)
  return (
    `${thousands(crimes.at(-1)?.value ?? 0)} crimes and ${thousands(incidents.at(-1)?.value ?? 0)} ` +
    `incidents of anti-social behaviour were recorded in ${formatMonth(latest)}.`
  )
}

/** Which months are missing, and of which force; and that what stands before them is not joined to them. */
function gapsNotice({ place, held, months, period }: Shown): Content {
  const earlier = months.filter((month) => !period.includes(month))
  const lacking = missingMonths(period).map((month) => {
    const forces = place.area.forces.filter((force) => !held.months.get(force)?.includes(month)).map(forceTitle)
    return `${formatMonth(month)} is a gap: no file of ${list.format(forces)} is held for it.`
  })
  const before =
    earlier.length > 0 &&
    `${list.format(monthRuns(earlier).split('; '))} ${earlier.length === 1 ? 'is' : 'are'} held too, but ${earlier.length === 1 ? 'lies' : 'lie'} too far back to be joined to these months by a line.`
  const sentences = [...lacking, before].filter((sentence) => sentence !== false)
  return sentences.length > 0 && insetText({ text: sentences.join(' ') })
}

function overall({ place, series, period }: Shown): Html {
  const { crimes, incidents } = crimesAndIncidents(series, period)
  return lineChart({
    title: 'Recorded crimes, and incidents of anti-social behaviour',
    description: `Rows of the street crime files by month, ${placeName(place)}.`,
    unit: 'rows',
    x: period,
    series: [
      { name: 'Crimes', points: crimes },
      { name: 'Anti-social behaviour', points: incidents },
    ],
  })
}

/** The latest month of each type; and how it went, where there is more than one month. */
function byType({ place, series, period }: Shown, latest: LocalMonth): Html {
  const severalMonths = period.length > 1
  const row = (one: TypeSeries): readonly Cell[] => {
    const values = one.points.map(({ value }) => value)
    const name = { html: typeName(one, place) }
    const count = numeric(html`<strong>${thousands(values.at(-1) ?? 0)}</strong>`)
    if (!severalMonths) return [name, count]
    const extremes = [Math.min(...values), Math.max(...values)].map((value) => numeric(thousands(value)))
    return [name, count, { html: spark(one, period) }, ...extremes]
  }
  const heads = ['Trend', numeric('Least in a month'), numeric('Most in a month')]
  return html`${wideTable({
    caption: 'By type',
    captionClasses: 'govuk-table__caption--m',
    head: ['Crime type', numeric(formatMonth(latest)), ...(severalMonths ? heads : [])],
    rows: series.map(row),
    firstCellIsHeader: true,
  })}
  ${severalMonths && trendNote(period[0] ?? latest, latest)}`
}

const trendNote = (first: LocalMonth, latest: LocalMonth): Html =>
  html`<p class="govuk-body fp-muted">
    Trend, least and most are of ${formatMonth(first)} to ${formatMonth(latest)}. Each line starts at 0 and has a scale
    of its own: compare their shapes, not their heights.
  </p>`

function typeName({ crimeType }: TypeSeries, { area }: PlaceAsked): Html {
  const code = measureOfCrimeType(crimeType)
  return code
    ? html`<a class="govuk-link" href="${paths.measure(code, area.key)}">${crimeType}</a>`
    : html`${crimeType}`
}

/** The figures behind every line on the page, latest month first. */
function typesByMonth({ place, series, period }: Shown): Html {
  return details({
    summaryText: 'The figures as a table',
    html: wideTable({
      caption: `Rows by crime type and month, ${placeName(place)}`,
      head: ['Crime type', ...period.toReversed().map((month) => numeric(formatMonth(month)))],
      rows: series.map(({ crimeType, points }) => [
        crimeType,
        ...points.toReversed().map(({ value }) => numeric(thousands(value))),
      ]),
      firstCellIsHeader: true,
    }),
  })
}
