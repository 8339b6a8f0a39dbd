import { measureOf, measures } from '../measures/catalogue.ts'
import { latestOf, valueOf, type Measure, type MeasurePoint } from '../measures/measure.ts'
import { chartWithTable } from '../platform/charts/chart-with-table.ts'
import type { Tx } from '../platform/database/reading.ts'
import type { Content } from '../platform/web/html.ts'

/** A measure as the plan's pages name it. */
export type MeasureNamed = { readonly code: string; readonly title: string }

/** A measure with its latest figure in words, such as "85.2% in March 2017", or that there is none. */
export type LatestFigure = MeasureNamed & { readonly latest: string }

/** Every measure that an objective can be linked to. */
export const theMeasures: readonly MeasureNamed[] = measures

async function readPoints(
  tx: Tx,
  code: string,
  place: string,
): Promise<readonly [Measure, readonly MeasurePoint[]] | null> {
  const measure = measureOf(code)
  return measure && [measure, await measure.read(tx, place)]
}

/** The latest figure of each measure, in the order asked for. A code that the catalogue no longer has is left out. */
export async function readLatestFigures(
  tx: Tx,
  codes: readonly string[],
  place: string,
): Promise<readonly LatestFigure[]> {
  const read = await Promise.all(codes.map((code) => readPoints(tx, code, place)))
  return read
    .filter((one) => one !== null)
    .map(([measure, points]) => ({ code: measure.code, title: measure.title, latest: latestOf(measure, points) }))
}

/** The same with each measure's trend drawn. */
export async function readDrawnFigures(
  tx: Tx,
  codes: readonly string[],
  place: string,
): Promise<ReadonlyArray<LatestFigure & { readonly chart: Content }>> {
  const read = await Promise.all(codes.map((code) => readPoints(tx, code, place)))
  return read
    .filter((one) => one !== null)
    .map(([measure, points]) => ({
      code: measure.code,
      title: measure.title,
      latest: latestOf(measure, points),
      chart: points.length > 0 && trend(measure, points),
    }))
}

const trend = ({ code, title, unit, definition }: Measure, points: readonly MeasurePoint[]): Content =>
  chartWithTable({
    kind: 'line',
    // The measure's name stands above; every chart of a page needs a name of its own all the same.
    id: `chart-${code}`,
    title: 'Month by month',
    description: definition,
    unit,
    x: points.map(({ month }) => month),
    series: [{ name: title, points: points.map((point) => ({ month: point.month, value: valueOf(point) })) }],
  })
