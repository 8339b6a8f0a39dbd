import { type LocalMonth, formatMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { pagination } from '../../platform/web/components/pagination/pagination.ts'
import { wideTable } from '../../platform/web/components/table/table.ts'
import { type Html, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { withQuery } from '../addresses.ts'
import { numeric, strong, thousands } from '../cells.ts'
import { monthList } from '../month-list.ts'
import { percentOf } from '../percent.ts'
import { antiSocialBehaviour } from './categories.ts'
import { crimeSwitch } from './crime-switch.ts'
import { forceTitle } from './dataset.ts'
import { filesView } from './files-view.ts'
import { howToRead } from './how-to-read.ts'
import { type Held, type PlaceAsked, placeName, queryOf } from './place-asked.ts'
import { qualityNote } from './quality-note.ts'
import { wholeMonths } from './read-report.ts'
import type { FileShown, OutcomeOfType, TypeChanged } from './read-view.ts'
import { streetAreas } from './street-areas.ts'

export type CrimeMonth = {
  readonly month: LocalMonth
  readonly place: PlaceAsked
  readonly held: Held
  readonly counts: readonly OutcomeOfType[]
  readonly files: readonly FileShown[]
  readonly changes: readonly TypeChanged[]
}

/** A month's street crime by type and by last outcome, with what is known of its rows and where they are from. */
export function crimeMonthPage(shown: CrimeMonth): Page {
  const { month, place, held, files } = shown
  return {
    title: `Recorded street crime, ${formatMonth(month)}`,
    caption: placeName(place),
    lede: inOneSentence(shown),
    breadcrumbs: [
      { text: 'Performance', href: paths.performance },
      { text: 'Recorded street crime', href: withQuery(paths.crime, queryOf(place)) },
      { text: formatMonth(month) },
    ],
    body: html`
      ${crimeSwitch(streetAreas(held.months.keys()), place)}
      ${insetText({
        html: html`Recorded is not the same as committed, and a last outcome is how things stood when the file was
          downloaded. <a class="govuk-link" href="#how-to-read">How to read these figures</a>`,
      })}
      ${byType(shown)} ${byOutcome(shown)} ${waysOn(shown)} ${beside(shown)} ${qualityNote(files)} ${filesView(shown)}
      ${howToRead()}
    `,
  }
}

/** Sums of counts by one of their names, in the order in which the names come. */
function sumsBy(counts: readonly OutcomeOfType[], name: 'crimeType' | 'lastOutcome'): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const one of counts) sums.set(one[name], (sums.get(one[name]) ?? 0) + one.count)
  return sums
}

const total = (counts: readonly OutcomeOfType[]): number => counts.reduce((sum, { count }) => sum + count, 0)
const crimesIn = (counts: readonly OutcomeOfType[]): readonly OutcomeOfType[] =>
  counts.filter(({ crimeType }) => crimeType !== antiSocialBehaviour)

function inOneSentence({ month, counts }: CrimeMonth): string {
  const crimes = total(crimesIn(counts))
  return (
    `${thousands(crimes)} crimes and ${thousands(total(counts) - crimes)} incidents of anti-social ` +
    `behaviour were recorded in ${formatMonth(month)}.`
  )
}

function byType({ month, place, counts }: CrimeMonth): Html {
  const link = (type: string): Html => {
    const href = withQuery(paths.crimeRows(month), { ...queryOf(place), type })
    return html`<a class="govuk-link" href="${href}">${type}</a>`
  }
  return wideTable({
    caption: 'By crime type',
    captionClasses: 'govuk-table__caption--m',
    head: ['Crime type', numeric('Rows')],
    rows: [
      ...[...sumsBy(counts, 'crimeType')].map(([type, count]) => [{ html: link(type) }, numeric(thousands(count))]),
      [{ html: strong('All crimes') }, numeric(strong(thousands(total(crimesIn(counts)))))],
      [{ html: strong('All rows, anti-social behaviour included') }, numeric(strong(thousands(total(counts))))],
    ],
    firstCellIsHeader: true,
  })
}

/** Of crimes alone: anti-social behaviour has no outcome, and would make every share smaller. */
function byOutcome({ place, counts }: CrimeMonth): Html {
  const crimes = crimesIn(counts)
  const all = total(crimes)
  const outcomes = [...sumsBy(crimes, 'lastOutcome')].toSorted(([, a], [, b]) => b - a)
  return html`${wideTable({
    caption: 'Crimes by last outcome',
    captionClasses: 'govuk-table__caption--m',
    head: ['Last outcome', numeric('Crimes'), numeric('Share')],
    rows: [
      ...outcomes.map(([outcome, count]) => [
        outcome,
        numeric(thousands(count)),
        numeric(`${percentOf(count, all) ?? '–'}%`),
      ]),
      [{ html: strong('All crimes') }, numeric(strong(thousands(all))), ''],
    ],
    firstCellIsHeader: true,
  })}
    ${details({ summaryText: 'Last outcomes by crime type', html: crossTable(place, crimes) })}`
}

function crossTable(place: PlaceAsked, crimes: readonly OutcomeOfType[]): Html {
  const types = [...sumsBy(crimes, 'crimeType').keys()]
  const outcomes = [...sumsBy(crimes, 'lastOutcome')].toSorted(([, a], [, b]) => b - a).map(([outcome]) => outcome)
  const cells = new Map(crimes.map(({ crimeType, lastOutcome, count }) => [`${crimeType}\n${lastOutcome}`, count]))
  return wideTable({
    caption: `Crimes by last outcome and type, ${placeName(place)}`,
    head: ['Last outcome', ...types.map(numeric)],
    rows: outcomes.map((outcome) => [
      outcome,
      ...types.map((type) => numeric(thousands(cells.get(`${type}\n${outcome}`) ?? 0))),
    ]),
    firstCellIsHeader: true,
  })
}

/** From the tables to the counts behind them, and out to a file. */
function waysOn({ month, place }: CrimeMonth): Html {
  const link = (address: string, words: string): Html =>
    html`<li><a class="govuk-link" href="${withQuery(address, queryOf(place))}">${words}</a></li>`
  return html`<h2 class="govuk-heading-m">Check these tables</h2>
    <ul class="govuk-list">
      ${link(paths.crimeRows(month), 'The counts that they are the sum of, down to the source file')}
      ${link(paths.crimeDownload(month, 'csv'), 'Download as CSV')}
      ${link(paths.crimeDownload(month, 'json'), 'Download as JSON')}
      ${link(paths.crimeDescriptor(month), 'What the columns mean (Frictionless data package)')}
    </ul>`
}

function beside({ month, place, held }: CrimeMonth): Html {
  const months = wholeMonths(place.area, held.months)
  const link = (one: LocalMonth | undefined, text: string) =>
    one && { href: withQuery(paths.crimeMonth(one), queryOf(place)), labelText: formatMonth(one), text }
  return pagination({
    previous: link(
      months.findLast((one) => one < month),
      'Earlier month held',
    ),
    next: link(
      months.find((one) => one > month),
      'Later month held',
    ),
    landmarkLabel: 'Months',
  })
}

/** 404: what the address answers for a month that some force of the area lacks. It says which, and what there is. */
export function noSuchMonthPage(asked: string, place: PlaceAsked, held: Held): Page {
  const month = isLocalMonth(asked) ? asked : null
  const { area } = place
  const has = area.forces.filter((force) => month !== null && held.months.get(force)?.includes(month))
  const missing = area.forces.filter((force) => !has.includes(force)).map(forceTitle)
  const months = wholeMonths(area, held.months)
  const lacks = `No street crime file of ${new Intl.ListFormat('en-GB').format(missing)} is held for ${month ? formatMonth(month) : asked}`
  return {
    title: 'There is no street crime of that month',
    lede: has.length > 0 ? `${lacks}, so that there is no sum for ${area.name}.` : `${lacks}.`,
    breadcrumbs: [
      { text: 'Performance', href: paths.performance },
      { text: 'Recorded street crime', href: paths.crime },
    ],
    body: html`${
      has.length > 0 &&
      html`<p class="govuk-body">There is one of these forces:</p>
          <ul class="govuk-list govuk-list--bullet">
            ${has.map(
              (force) =>
                html`<li>
                  <a class="govuk-link" href="${withQuery(paths.crimeMonth(asked), { area: force })}"
                    >${forceTitle(force)}</a
                  >
                </li>`,
            )}
          </ul>`
    }
      ${months.length > 0 && html`<h2 class="govuk-heading-m">Months held for ${area.name}</h2>`}
      ${monthList(months, (one) => withQuery(paths.crimeMonth(one), queryOf(place)))}`,
  }
}
