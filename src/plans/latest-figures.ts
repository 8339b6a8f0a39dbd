import { measureOf, measures } from '../measures/catalogue.ts'
import { latestOf, type Measure, type MeasurePoint } from '../measures/measure.ts'
import { trendChart } from '../measures/trend-chart.ts'
import { chartWithTable } from '../platform/charts/chart-with-table.ts'
import type { Tx } from '../platform/database/reading.ts'
import type { Content } from '../platform/web/html.ts'

/** A measure as the plan's pages name it. */
export type MeasureNamed = { readonly code: string; readonly title: string }

/** A measure with its latest figure in words, such as "85.2% in March 2017", or that there is none. */
export type LatestFigure = MeasureNamed & { readonly latest: string }

/** Every measure that an objective can be linked to. */
export const theMeasures: readonly MeasureNamed[] = measures

type Read = { readonly measure: Measure; readonly place: string; readonly points: readonly MeasurePoint[] }

/** The points of each measure in one place, in the order asked for. A code that the catalogue no longer has is left out. */
async function readAll(tx: Tx, codes: readonly string[], placeKey: string): Promise<readonly Read[]> {
  const known = codes.map(measureOf).filter((measure) => measure !== null)
  return Promise.all(
    known.map(async (measure) => {
      const places = await measure.places(tx)
      const place = places.find(({ key }) => key === placeKey)?.name ?? placeKey
      return { measure, place, points: await measure.read(tx, placeKey) }
    }),
  )
}

const latestFigure = ({ measure, points }: Read): LatestFigure => ({
  code: measure.code,
  title: measure.title,
  latest: latestOf(measure, points),
})

/** The measure's name stands above the chart already. */
const trend = ({ measure, place, points }: Read): Content =>
  points.length > 0 && chartWithTable({ ...trendChart(measure, [{ name: place, points }]), title: 'Month by month' })

/** The latest figure of each measure. */
export async function readLatestFigures(
  tx: Tx,
  codes: readonly string[],
  placeKey: string,
): Promise<readonly LatestFigure[]> {
  return (await readAll(tx, codes, placeKey)).map(latestFigure)
}

/** The same with each measure's trend drawn. */
export async function readDrawnFigures(
  tx: Tx,
  codes: readonly string[],
  placeKey: string,
): Promise<ReadonlyArray<LatestFigure & { readonly chart: Content }>> {
  return (await readAll(tx, codes, placeKey)).map((read) => ({ ...latestFigure(read), chart: trend(read) }))
}
