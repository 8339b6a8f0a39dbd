import { type LocalMonth, formatMonth } from '../calendar/local-month.ts'
import type { LineChart } from '../platform/charts/line-chart.ts'
import { type Measure, type MeasurePoint, valueOf } from './measure.ts'
import { periodsOf } from './periods.ts'

/** A place's name with its figures. */
export type Track = { readonly name: string; readonly points: readonly MeasurePoint[] }

/**
 * A measure month by month, in one or more places: the latest period of months without a long gap. What lies before
 * it is said in words, and stands in the table of the measure's page. Shares start near their least value, counts at 0.
 */
export function trendChart(measure: Measure, tracks: readonly Track[]): LineChart {
  const months = [...new Set(tracks.flatMap(({ points }) => points.map(({ month }) => month)))].toSorted()
  const shown = periodsOf(months).at(-1) ?? []
  const isShare = measure.denominator !== null
  const sentences = [
    measure.definition,
    `${new Intl.ListFormat('en-GB').format(tracks.map(({ name }) => name))}.`,
    earlier(months.slice(0, months.length - shown.length)),
  ]
  return {
    id: `trend-${measure.code}`,
    title: measure.title,
    description: sentences.filter(Boolean).join(' '),
    unit: measure.unit,
    x: shown,
    series: tracks.map(({ name, points }) => ({
      name,
      points: points
        .filter(({ month }) => shown.includes(month))
        .map((point) => ({ month: point.month, value: valueOf(point) })),
    })),
    axisFrom: isShare ? 'data' : 'zero',
    decimals: isShare ? 1 : 0,
  }
}

function earlier(months: readonly LocalMonth[]): string {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return ''
  const named = first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`
  return `Figures of ${named} are held too, but lie too far back to be joined to these by a line.`
}
