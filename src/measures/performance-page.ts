import { type LocalMonth, formatMonth } from '../calendar/local-month.ts'
import { paths } from '../paths.ts'
import { figures, type Figure } from '../platform/web/components/figures/figures.ts'
import { type Cell, wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Page } from '../platform/web/layout/page.ts'
import { area } from './area.ts'
import { type Measure, type MeasurePoint, aYearBefore, figureOf } from './measure.ts'
import { monthList } from './month-list.ts'
import type { Dataset } from './sources/dataset.ts'

/** A measure and its months in the place that it shows first. */
export type MeasureListed = { readonly measure: Measure; readonly points: readonly MeasurePoint[] }

type PerformanceView = {
  /** The months that have case outcomes, earliest first. */
  readonly months: readonly LocalMonth[]
  readonly listed: readonly MeasureListed[]
}

/** Where a reader of figures starts: the latest months in a few numbers, every measure, every month. */
export const performancePage = ({ months, listed }: PerformanceView): Page => ({
  title: 'Performance',
  caption: area.name,
  lede: 'What came of it: how prosecutions ended and what crime was recorded, month by month, from published figures that anyone can check down to the row.',
  body: html`
    ${headline(listed)} ${outcomesSection(months)}
    <h2 class="govuk-heading-m">What crime was recorded</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.crime}">Recorded street crime by type</a>, month by month and force by force.
    </p>
    ${byDataset(listed)}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.data}">Source files and downloads</a>
    </p>
  `,
})

/** The figures that the first page and this one begin with. */
export const headlineCodes: readonly string[] = ['outcomes-completed', 'conviction-proportion', 'admin-finalised']

export function headlineFigures(listed: readonly MeasureListed[]): readonly Figure[] {
  return headlineCodes.flatMap((code): readonly Figure[] => {
    const found = listed.find(({ measure }) => measure.code === code)
    const point = found?.points.at(-1)
    if (!found || !point) return []
    const { measure, points } = found
    return [
      {
        value: figureOf({ ...measure, unit: measure.denominator === null ? '' : '%' }, point).trim(),
        label: `${measure.title}, ${formatMonth(point.month)}`,
        note: aYearBefore(measure, points),
        href: paths.measure(code),
      },
    ]
  })
}

function headline(listed: readonly MeasureListed[]): Content {
  const items = headlineFigures(listed)
  return items.length > 0 && figures(items)
}

function outcomesSection(months: readonly LocalMonth[]): Html {
  const latest = months.at(-1)
  return html`<h2 class="govuk-heading-m">How prosecutions ended, by month</h2>
    ${
      latest
        ? html`<p class="govuk-body">
              <a class="govuk-link" href="${paths.outcomes(latest)}">Case outcomes, ${formatMonth(latest)}</a> is the
              latest month held. Every table counts defendants by principal offence.
            </p>
            ${monthList(months, paths.outcomes)}`
        : html`<div class="fp-empty">
            <p class="govuk-body">
              No case outcomes have been imported yet. The monthly tables of the Crown Prosecution Service will stand
              here once <span class="fp-code">frankpledge import cps-outcomes</span> was run.
            </p>
          </div>`
    }`
}

function byDataset(listed: readonly MeasureListed[]): readonly Html[] {
  const datasets = [...new Set(listed.map(({ measure }) => measure.dataset))]
  return datasets.map((dataset) =>
    measureTable(
      dataset,
      listed.filter(({ measure }) => measure.dataset === dataset),
    ),
  )
}

function measureTable(dataset: Dataset, listed: readonly MeasureListed[]): Html {
  const rows = listed.map(({ measure, points }): readonly Cell[] => {
    const point = points.at(-1)
    return [
      {
        html: html`<a class="govuk-link" href="${paths.measure(measure.code)}">${measure.title}</a>`,
        classes: 'govuk-!-font-weight-regular',
      },
      { text: point ? latestFigure(measure, point) : 'no figure yet', format: 'numeric' },
    ]
  })
  return html`<h2 class="govuk-heading-m">
      Measures from ${dataset.title.charAt(0).toLowerCase()}${dataset.title.slice(1)}
    </h2>
    ${wideTable({
      label: `Measures from ${dataset.title}`,
      head: ['Measure', { text: 'Latest figure', format: 'numeric' }],
      rows,
      firstCellIsHeader: true,
    })}`
}

const latestFigure = (measure: Measure, point: MeasurePoint): Html =>
  html`${figureOf(measure, point)}<br /><span class="fp-muted">${formatMonth(point.month)}</span>`
