import { dutyId } from '../../duties/duty.ts'
import type { Reaction } from '../../platform/record/decider.ts'
import type { PlanCommand } from '../material/plan-requests.ts'
import type { ActionItem, Referral } from './case-referrals.ts'
import type { EventOf } from './commands.ts'
import { referralStream } from './duties.ts'
import { itemDutyKey } from './standing.ts'

// What an action plan asks for stands on the register of material as long as it is waited for. `../material/` has the
// other half: what came there answers the plan.

type Acted = Pick<EventOf<'ItemAnswered'>, 'at' | 'by'>

export const itemOf = ({ items }: Referral, { item }: { readonly item: string }): readonly ActionItem[] =>
  items.filter(({ key }) => key === item)

function toRegister(caseId: string, { at, by }: Acted, order: PlanCommand): Reaction {
  const command = { ...order, at, by }
  return { kind: 'material', id: caseId, command }
}

/** Puts what the item asks for on the register, with the day by which it is due now. */
export function askForPlan(caseId: string, referral: Referral, item: ActionItem, acted: Acted): readonly Reaction[] {
  const { key, asksFor: kind, material, what, why, rounds } = item
  const due = rounds.at(-1)?.due
  if (kind === undefined || !due) return []
  const { dueOn, dueAt } = due
  const duty = dutyId(referralStream(caseId), itemDutyKey(referral, item))
  const plan = { referral: referral.number, key, dueOn, dueAt, duty }
  const { agency, name } = referral.prosecutors
  const named = { kind, material: material?.key ?? null, what, why, asker: { agency, name } }
  return [toRegister(caseId, acted, { type: 'AskForPlan', caseId, plan, ...named })]
}

/** A question of police is no answer: what is asked for is still waited for. */
export function tellAnswer(
  caseId: string,
  { number: referral }: Referral,
  { key, asksFor }: ActionItem,
  { answer: given, ...acted }: EventOf<'ItemAnswered'>,
): readonly Reaction[] {
  if (asksFor === undefined || given.type === 'question') return []
  const answer =
    given.type === 'done'
      ? ({ state: 'received', material: given.material?.key ?? null } as const)
      : { state: given.state ?? 'missing', reason: given.words }
  return [toRegister(caseId, acted, { type: 'NotePlanAnswer', plan: { referral, key }, answer })]
}

/** What is no longer waited for. What was never answered would still help where the referral was closed for it. */
export function endRequest(
  caseId: string,
  { number: referral, stage }: Referral,
  { key, asksFor, ended }: ActionItem,
  acted: Acted,
): readonly Reaction[] {
  if (asksFor === undefined || !ended) return []
  const { reason } = ended
  const plan = { referral, key }
  const stillNeeded = stage === 'finalised'
  return [toRegister(caseId, acted, { type: 'EndPlanRequest', plan, reason, stillNeeded })]
}
