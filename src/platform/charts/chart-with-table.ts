import type { Html } from '../web/html.ts'
import { details } from '../web/components/details/details.ts'
import { wideTable, type Table } from '../web/components/table/table.ts'
import { lineChart, lineMonths, tracksOf, type LineChart } from './line-chart.ts'
import { monthName } from './months.ts'
import { numberFormat } from './picture.ts'

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

/** A chart with its figures under it: what a page shows. A chart never stands without them. */
export const chartWithTable = (chart: LineChart): Html =>
  lineChart(chart, details({ summaryText: 'The figures as a table', html: wideTable(lineTable(chart)) }))
