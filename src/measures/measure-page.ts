import { type LocalMonth, formatMonth } from '../calendar/local-month.ts'
import { paths } from '../paths.ts'
import { lineChart } from '../platform/charts/line-chart.ts'
import { figures } from '../platform/web/components/figures/figures.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Cell, wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Page } from '../platform/web/layout/page.ts'
import { withQuery } from './addresses.ts'
import { thousands, numeric } from './cells.ts'
import type { Place } from './area.ts'
import { type Measure, type MeasurePoint, aYearBefore, fewest, figureOf, isSmall } from './measure.ts'
import { missingInWords } from './month-list.ts'
import { percentOf } from './percent.ts'
import { placeSwitch } from './place-switch.ts'
import { trendChart } from './trend-chart.ts'

/** An objective of the plan that a measure belongs to. */
type ObjectiveNamed = { readonly code: string; readonly title: string }

type MeasureView = {
  readonly measure: Measure
  readonly place: Place
  readonly places: readonly Place[]
  readonly points: readonly MeasurePoint[]
  readonly objectives: readonly ObjectiveNamed[]
}

/** A measure: its latest figure, its trend, what is counted, what to beware of, and every month with its rows. */
export function measurePage(view: MeasureView): Page {
  const { measure, place, places, points, objectives } = view
  return {
    title: measure.title,
    caption: place.name,
    lede: measure.definition,
    breadcrumbs: [{ text: 'Performance', href: paths.performance }, { text: 'Measure' }],
    body: html`
      ${places.length > 1 && placeSwitch(places, place)} ${latestFigure(view)}
      ${points.length > 0 ? lineChart(trendChart(measure, [{ name: place.name, points }])) : noFigure(place)}
      <h2 class="govuk-heading-m">What is counted</h2>
      ${definitionList(measure)}
      <h2 class="govuk-heading-m">What to beware of</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${[...(measure.notesOn?.(place.key) ?? []), ...measure.caveats].map((caveat) => html`<li>${caveat}</li>`)}
      </ul>
      <h2 class="govuk-heading-m">Objectives that use it</h2>
      ${objectiveList(objectives)} ${points.length > 0 && monthTable(view)}
    `,
  }
}

function latestFigure({ measure, place, points }: MeasureView): Content {
  const point = points.at(-1)
  if (!point) return null
  return figures([
    {
      value: figureOf(measure, point),
      label: `${place.name}, ${formatMonth(point.month)}, the latest month held`,
      note: aYearBefore(measure, points),
      href: monthAddress(measure, place, point.month),
    },
  ])
}

const noFigure = (place: Place): Html =>
  html`<div class="fp-empty">
    <p class="govuk-body">
      There is no figure for ${place.name} yet. It will stand here once a file that holds it was imported.
    </p>
  </div>`

const directions = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'Neither higher nor lower is better by itself',
} as const

const definitionList = ({ numerator, denominator, unit, better, dataset, code }: Measure): Html =>
  summaryList({
    rows: [
      { key: { text: denominator === null ? 'Count of' : 'Numerator' }, value: { text: numerator } },
      denominator !== null && { key: { text: 'Denominator' }, value: { text: denominator } },
      { key: { text: 'Unit' }, value: { text: unit === '%' ? 'Percent, one decimal' : unit } },
      { key: { text: 'Direction' }, value: { text: directions[better] } },
      {
        key: { text: 'Source' },
        value: {
          html: html`${dataset.publisher},
            <a class="govuk-link" href="${paths.data}#${dataset.key}">${dataset.title}</a>, ${dataset.licence.title}`,
        },
      },
      { key: { text: 'Code' }, value: { html: html`<span class="fp-code">${code}</span>` } },
    ],
  })

const objectiveList = (objectives: readonly ObjectiveNamed[]): Html =>
  objectives.length === 0
    ? html`<p class="govuk-body">No objective of the police and crime plan uses this measure.</p>`
    : html`<ul class="govuk-list">
        ${objectives.map(
          ({ code, title }) =>
            html`<li><a class="govuk-link" href="${paths.objective(code)}">${code}. ${title}</a></li>`,
        )}
      </ul>`

const monthAddress = ({ code }: Measure, place: Place, month: LocalMonth): string =>
  withQuery(paths.measureMonth(code, month), { area: place.key })

function monthTable({ measure, place, points }: MeasureView): Html {
  const isShare = measure.denominator !== null
  const rows = points.toReversed().map((point): readonly Cell[] => [
    {
      html: html`<a class="govuk-link" href="${monthAddress(measure, place, point.month)}"
        >${formatMonth(point.month)}</a
      >`,
      classes: 'govuk-!-font-weight-regular',
    },
    ...(isShare
      ? [numeric(share(point)), numeric(thousands(point.numerator)), numeric(thousands(point.denominator ?? 0))]
      : []),
    ...(isShare ? [] : [numeric(thousands(point.numerator))]),
  ])
  const heads = isShare ? ['Share', 'Numerator', 'Denominator'] : [capitalised(measure.unit)]
  const missing = missingInWords(points.map(({ month }) => month))
  return html`<h2 class="govuk-heading-m">Every month</h2>
    <p class="govuk-body">
      Each month leads to the rows it is the sum of. ${missing && `No figure is held for ${missing}.`}
      ${points.some(isSmall) && `A star marks a share of fewer than ${fewest}, which one case moves by several points.`}
    </p>
    ${wideTable({
      label: `${measure.title}, ${place.name}, every month`,
      head: ['Month', ...heads.map(numeric)],
      rows,
      firstCellIsHeader: true,
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="${withQuery(paths.measureDownload(measure.code), { area: place.key })}"
        >Download as CSV</a
      >
    </p>`
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function share(point: MeasurePoint): string {
  const percent = percentOf(point.numerator, point.denominator ?? 0)
  if (percent === null) return '–'
  return `${isSmall(point) ? '* ' : ''}${percent}%`
}
