import type { Tx } from '../platform/database/reading.ts'
import './tables.ts'
import type { ObjectiveLimb, StatutoryContent } from './statutory-contents.ts'

export type PlanShown = {
  readonly code: string
  readonly title: string
  readonly body: string
  readonly startsOn: string
  readonly endsOn: string
  /** The place whose figures measure it, as measures name places. */
  readonly place: string
  readonly source: string
  readonly note: string
  readonly objectives: readonly ObjectiveShown[]
  readonly contents: readonly ContentShown[]
}

export type ObjectiveShown = {
  readonly code: string
  readonly title: string
  readonly limb: ObjectiveLimb | null
  readonly whyNoMeasure: string | null
  /** Codes in the measures' catalogue. */
  readonly measures: readonly string[]
}

export type ContentShown = {
  readonly content: StatutoryContent
  readonly setOut: boolean
  readonly text: string | null
  readonly source: string | null
}

/** The plan whose period began last, whole; null while the area has none. */
export async function readLatestPlan(tx: Tx): Promise<PlanShown | null> {
  const plan = await tx
    .selectFrom('plan')
    .selectAll()
    .orderBy('starts_on', 'desc')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  if (!plan) return null
  const objectives = await tx
    .selectFrom('plan_objective')
    .selectAll()
    .where('plan', '=', plan.code)
    .orderBy('position')
    .execute()
  const links = await tx
    .selectFrom('plan_measure')
    .selectAll()
    .where('plan', '=', plan.code)
    .orderBy('position')
    .execute()
  const contents = await tx
    .selectFrom('plan_content')
    .select(['content', 'set_out as setOut', 'text', 'source'])
    .where('plan', '=', plan.code)
    .orderBy('content')
    .execute()
  return {
    code: plan.code,
    title: plan.title,
    body: plan.body,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    place: plan.place,
    source: plan.source,
    note: plan.note,
    contents,
    objectives: objectives.map(({ code, title, limb, why_no_measure }) => ({
      code,
      title,
      limb,
      whyNoMeasure: why_no_measure,
      measures: links.filter(({ objective }) => objective === code).map(({ measure }) => measure),
    })),
  }
}

/** The objectives that a measure is linked to, for the measure's page. */
export function readObjectivesOfMeasure(tx: Tx, measure: string): Promise<Array<{ code: string; title: string }>> {
  return tx
    .selectFrom('plan_measure')
    .innerJoin('plan_objective', (join) =>
      join
        .onRef('plan_objective.plan', '=', 'plan_measure.plan')
        .onRef('plan_objective.code', '=', 'plan_measure.objective'),
    )
    .select(['plan_objective.code', 'plan_objective.title'])
    .where('plan_measure.measure', '=', measure)
    .orderBy('plan_objective.position')
    .execute()
}
