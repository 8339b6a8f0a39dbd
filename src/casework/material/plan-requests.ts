import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { MaterialKind } from './held-material.ts'
import type { Asker, Item, MaterialCommand, MaterialDetails, MaterialEvent, NotObtained, Register } from './register.ts'
import { longestTitle } from './requirements.ts'
import { nextKey, openRequest } from './standing.ts'

// What the action plans of a prosecutor ask for stands on the register like any other request. Here is what the referral
// tells the register; `react.ts` tells the referral what came. Neither refuses, and neither does anything twice.

/** An item of an action plan: `A1` of referral 1. */
export type PlanItemName = { readonly referral: number; readonly key: string }

/** An item of an action plan that asks for material, and by when police are to answer it. */
export type PlanItem = PlanItemName & {
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  /** The public handle of the duty to answer, which stands on the referral. */
  readonly duty: string
}

/** `waits` until it was answered, or is no longer asked for. */
export type WaitingPlanItem = PlanItem & { readonly waits: boolean }

export type PlanCommand =
  | {
      readonly type: 'AskForPlan'
      readonly caseId: string
      readonly plan: PlanItem
      readonly kind: MaterialKind
      /** The item of the register that it names. */
      readonly material: string | null
      readonly what: string
      readonly why: string
      readonly asker: Asker
    }
  | {
      readonly type: 'NotePlanAnswer'
      readonly plan: PlanItemName
      readonly answer:
        | { readonly state: 'received'; readonly material: string | null }
        | { readonly state: NotObtained; readonly reason: string }
    }
  | {
      readonly type: 'EndPlanRequest'
      readonly plan: PlanItemName
      readonly reason: string
      /** It was never answered, and would still help: it is missing, and may yet come. */
      readonly stillNeeded: boolean
    }

export type PlanEvent =
  /** Asked for by another plan, too, or with another date. */
  | { readonly type: 'PlanItemWaits'; readonly item: string; readonly plan: PlanItem }
  | {
      readonly type: 'PlanRequestEnded'
      readonly item: string
      readonly plan: PlanItemName
      readonly reason: string
      readonly stillNeeded: boolean
    }

type Order<Type> = Extract<MaterialCommand, { readonly type: Type }>

export const isSamePlanItem = (one: PlanItemName, other: PlanItemName): boolean =>
  one.referral === other.referral && one.key === other.key

/** What stands on the register for an item of a plan. */
function askedBy(plan: PlanItemName, state: Register | null): { item: Item; waiting: WaitingPlanItem } | null {
  for (const item of state?.items ?? []) {
    const waiting = item.requests.flatMap(({ plans }) => plans).find((one) => isSamePlanItem(one, plan))
    if (waiting) return { item, waiting }
  }
  return null
}

/** What it names and is not here is asked for (again); everything else is new on the register. */
export function askForPlan(command: Order<'AskForPlan'>, state: Register | null): MaterialEvent[] {
  const { caseId, plan, material, why, asker, at, by } = command
  const before = askedBy(plan, state)
  if (before) {
    const { item, waiting } = before
    const moves = waiting.waits && waiting.duty !== plan.duty
    return moves ? [{ type: 'PlanItemWaits', item: item.key, plan, at, by }] : []
  }
  const request = { why, asker, due: null, plan }
  const named = state?.items.find(
    ({ key, state: held, withdrawn }) => key === material && !withdrawn && held !== 'received',
  )
  if (!named) {
    return [{ type: 'MaterialRequested', caseId, item: nextKey(state), details: detailsOf(command), request, at, by }]
  }
  if (openRequest(named)) return [{ type: 'PlanItemWaits', item: named.key, plan, at, by }]
  return [{ type: 'MaterialAskedForAgain', item: named.key, request, at, by }]
}

/** The first line is the title, cut where it is too long for one; the whole is the description where it says more. */
function detailsOf({ kind, what }: Order<'AskForPlan'>): MaterialDetails {
  const words = what.trim()
  const [line = ''] = words.split('\n', 1)
  const title =
    line.length <= longestTitle ? line.trimEnd() : `${line.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
  return { kind, title, description: title === words ? '' : words, from: null, exhibitReference: null }
}

/** Police answered the plan. With another item than the one that was asked for, that one is not needed any longer. */
export function notePlanAnswer(command: Order<'NotePlanAnswer'>, state: Register | null): MaterialEvent[] {
  const { plan, answer, at, by } = command
  const before = askedBy(plan, state)
  if (!before || before.item.withdrawn) return []
  const { item, waiting } = before
  if (answer.state !== 'received') {
    return waiting.waits ? [{ type: 'MaterialNotObtained', item: item.key, ...answer, at, by }] : []
  }
  if (answer.material === null || answer.material === item.key) {
    return item.state === 'received' ? [] : [{ type: 'MaterialReceived', item: item.key, at, by }]
  }
  return ended(command, state, `Answered with ${answer.material}`, false)
}

export const endPlanRequest = (command: Order<'EndPlanRequest'>, state: Register | null): MaterialEvent[] =>
  ended(command, state, command.reason, command.stillNeeded)

function ended(
  { plan: { referral, key }, at, by }: Order<'NotePlanAnswer' | 'EndPlanRequest'>,
  state: Register | null,
  reason: string,
  stillNeeded: boolean,
): MaterialEvent[] {
  const plan = { referral, key }
  const before = askedBy(plan, state)
  if (!before?.waiting.waits) return []
  return [{ type: 'PlanRequestEnded', item: before.item.key, plan, reason, stillNeeded, at, by }]
}
