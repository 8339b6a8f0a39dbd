import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { HeldMaterial } from './held-material.ts'

/** An item of a case's register, as other features and the pages see it. */
export type SeenMaterial = HeldMaterial & {
  readonly description: string
  readonly exhibitReference: string | null
  /** Why it is not here, where it is not. */
  readonly stateReason: string | null
  readonly useReason: string | null
  /** The last moment to answer the request that is open. */
  readonly dueAt: Instant | null
  readonly withdrawnReason: string | null
}

const items = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('material_item')
    .select(['key', 'kind', 'title', 'state', 'use', 'from_person as from', 'description'])
    .select(['exhibit_reference as exhibitReference', 'state_reason as stateReason', 'use_reason as useReason'])
    .select(['due_at as dueAt', 'withdrawn_reason as withdrawnReason'])
    .where('case_id', '=', caseId)

/** The material of a case in the order of its register, without what was withdrawn. */
export const readMaterial = (tx: Tx, caseId: string): Promise<readonly SeenMaterial[]> =>
  items(tx, caseId).where('withdrawn_at', 'is', null).orderBy('number').execute()

/** What action plans asked for, and how it stands on the register: `key` of `referral` asked for `item`. */
export const readAskedInPlans = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('material_plan_item as p')
    .innerJoin('material_item as m', (join) => join.onRef('m.case_id', '=', 'p.case_id').onRef('m.key', '=', 'p.item'))
    .select(['p.referral', 'p.key', 'p.item', 'm.title', 'm.state', 'm.withdrawn_at as withdrawnAt'])
    .where('p.case_id', '=', caseId)
    .execute()

export type AskedInPlan = Awaited<ReturnType<typeof readAskedInPlans>>[number]
