import type { LocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { measureOf } from '../catalogue.ts'
import type { Measure, MeasurePoint } from '../measure.ts'
import { type OutcomeArea, national } from './outcome-areas.ts'
import { type OutcomeReport, readOutcomeMonths, readOutcomes } from './read-outcomes.ts'
import { type NumberChanged, type RevisionShown, readChanges, readRevisions } from './read-revisions.ts'

/** One measure's months in the area and, for comparison, in England and Wales. */
export type Trend = {
  readonly measure: Measure
  readonly own: readonly MeasurePoint[]
  readonly whole: readonly MeasurePoint[]
}

/** Everything that a month's page shows. */
export type OutcomeView = {
  readonly report: OutcomeReport
  readonly months: readonly LocalMonth[]
  readonly revisions: readonly RevisionShown[]
  readonly changes: readonly NumberChanged[]
  readonly trends: readonly Trend[]
}

const trendsShown = ['conviction-proportion', 'outcomes-completed']

async function readTrend(tx: Tx, code: string, area: OutcomeArea): Promise<Trend> {
  const measure = measureOf(code)
  if (!measure) throw new Error(`There is no measure ${code}`)
  return { measure, own: await measure.read(tx, area.key), whole: await measure.read(tx, national.key) }
}

export async function readOutcomeView(
  tx: Tx,
  month: LocalMonth,
  area: OutcomeArea,
  revision: number | null,
): Promise<OutcomeView | null> {
  const report = await readOutcomes(tx, month, area, revision)
  if (!report) return null
  const trends: Trend[] = []
  for (const code of trendsShown) trends.push(await readTrend(tx, code, area))
  return {
    report,
    months: await readOutcomeMonths(tx),
    revisions: await readRevisions(tx, month),
    changes: await readChanges(tx, month),
    trends,
  }
}
