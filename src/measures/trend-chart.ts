import type { LineChart, Point, Series } from '../platform/charts/line-chart.ts'
import { type Measure, type MeasurePoint, valueOf } from './measure.ts'

const pointsOf = (points: readonly MeasurePoint[]): readonly Point[] =>
  points.map((point) => ({ month: point.month, value: valueOf(point) }))

/** A measure month by month, in one or more places. Shares start near their least value, counts at 0. */
export function trendChart(
  measure: Measure,
  places: ReadonlyArray<{ readonly name: string; readonly points: readonly MeasurePoint[] }>,
): LineChart {
  const series: readonly Series[] = places.map(({ name, points }) => ({ name, points: pointsOf(points) }))
  const isShare = measure.denominator !== null
  return {
    id: `trend-${measure.code}`,
    title: measure.title,
    description: `${measure.definition} ${new Intl.ListFormat('en-GB').format(places.map(({ name }) => name))}.`,
    unit: measure.unit,
    x: series.flatMap(({ points }) => points.map(({ month }) => month)),
    series,
    axisFrom: isShare ? 'data' : 'zero',
    decimals: isShare ? 1 : 0,
  }
}
