import { type Html } from '../web/html.ts'
import { details } from '../web/components/details/details.ts'
import { wideTable, type Table } from '../web/components/table/table.ts'
import { barChart, barWords, type BarChart } from './bar-chart.ts'
import { lineChart, lineMonths, tracksOf, type LineChart } from './line-chart.ts'
import { monthName } from './months.ts'
import { numberFormat } from './picture.ts'

export type Chart = ({ readonly kind: 'line' } & LineChart) | ({ readonly kind: 'bar' } & BarChart)

/** The same figures as rows, latest month first. */
export function lineTable(chart: LineChart): Table {
  const tracks = tracksOf(chart)
  const format = numberFormat(
    tracks.flatMap(({ values }) => values),
    chart.decimals,
  )
  const heads = tracks.map(({ name }) => ({ text: `${name} (${chart.unit})`, format: 'numeric' }))
  const rows = lineMonths(chart).map((month, place) => [
    monthName(month),
    ...tracks.map(({ values }) => {
      const value = values[place] ?? null
      return { text: value === null ? 'no figure' : format.format(value), format: 'numeric' }
    }),
  ])
  return { caption: chart.title, head: ['Month', ...heads], rows: rows.toReversed(), firstCellIsHeader: true }
}

export function barTable(chart: BarChart): Table {
  const format = numberFormat(
    chart.bars.map(({ value }) => value),
    chart.decimals,
  )
  return {
    caption: chart.title,
    head: [chart.of, { text: chart.unit, format: 'numeric' }],
    rows: chart.bars.map((bar) => [bar.label, { text: barWords(bar, format), format: 'numeric' }]),
    firstCellIsHeader: true,
  }
}

const folded = (table: Table): Html => details({ summaryText: 'The figures as a table', html: wideTable(table) })

/** A chart with its figures under it: what a page shows. A chart never stands without them. */
export function chartWithTable(chart: Chart): Html {
  switch (chart.kind) {
    case 'line':
      return lineChart(chart, folded(lineTable(chart)))
    case 'bar':
      return barChart(chart, folded(barTable(chart)))
  }
}
