import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { type DeadlineSettings, settingsAsShipped } from '../deadlines/settings.ts'
import type { ActionItem, ActionPlan, CaseReferrals, ItemAnswer, Referral } from './case-referrals.ts'
import { chasersDue, dueAsReopened, itemDue, lastAnswerDue } from './clocks.ts'
import type { OrderOf, ReferralEvent } from './commands.ts'
import { refuseReferral } from './refusals.ts'
import { referralOf, requireShort, requireWords } from './requirements.ts'
import { isPending, itemState, itemsOf, openReferralOf, suspectsOf, undecided } from './standing.ts'

/** The prosecutor asks police for more. There may be a second plan while the first is still open. */
export function sendActionPlan(command: OrderOf<'SendActionPlan'>, state: CaseReferrals): ReferralEvent[] {
  const { items, facts, at, by } = command
  const referral = reviewedReferral(state, command.referral)
  if (items.length === 0) throw refuseReferral('referral.items-missing')
  const asked = items.map(({ dueOn, ...item }, index) => {
    requireWords(item.what, 'referral.words-missing')
    requireWords(item.why, 'referral.reason-missing')
    if (item.suspect !== null && !suspectsOf(referral).includes(item.suspect)) {
      throw refuseReferral('referral.no-such-suspect')
    }
    if (dueOn !== null && dueOn < toLocalDate(at)) throw refuseReferral('referral.item-due-in-past')
    return { ...item, key: `A${referral.items.length + index + 1}`, due: itemDue(at, dueOn, item.urgent, facts) }
  })
  return [
    {
      type: 'ActionPlanSent',
      referral: referral.number,
      plan: referral.plans.length + 1,
      items: asked,
      chasers: chasersDue(at, facts),
      at,
      by,
    },
  ]
}

function reviewedReferral(state: CaseReferrals, number: number): Referral {
  const referral = referralOf(state, number)
  if (referral.stage !== 'under-review' && referral.stage !== 'action-plan') {
    throw refuseReferral('referral.not-under-review')
  }
  return referral
}

function itemOf({ items }: Referral, key: string): ActionItem {
  const found = items.find((one) => one.key === key)
  if (!found) throw refuseReferral('referral.no-such-item')
  return found
}

/** Police answer one item. With the last one the review goes on; what comes after closing opens the case again. */
export function answerItem(command: OrderOf<'AnswerItem'>, state: CaseReferrals): ReferralEvent[] {
  const { item: key, answer, at, by } = command
  const referral = referralOf(state, command.referral)
  const item = itemOf(referral, key)
  requireAnswer(answer)
  const answered: ReferralEvent = { type: 'ItemAnswered', referral: referral.number, item: key, answer, at, by }
  if (referral.stage === 'finalised' && item.ended && answer.type === 'done') {
    requireFree(state, referral)
    return [answered, reopened(referral, `Police answered ${key}.`, { settings: command.facts.settings, at, by })]
  }
  if (itemState(item) !== 'open') throw refuseReferral('referral.item-not-open')
  return [answered, ...(answer.type === 'question' ? [] : answeredPlan(referral, item, { at, by }))]
}

/**
 * What an item asked for came, or cannot be had. It follows from the register, so that there is nothing to refuse. What
 * comes after closing opens the referral again, unless somebody in it was referred anew meanwhile.
 */
export function noteMaterialAnswered(
  command: OrderOf<'NoteMaterialAnswered'>,
  state: CaseReferrals | null,
): ReferralEvent[] {
  const { item: key, material, state: held, reason, settings = settingsAsShipped, at, by } = command
  const referral = state?.referrals.find(({ number }) => number === command.referral)
  const item = referral?.items.find((one) => one.key === key)
  if (!state || !referral || !item) return []
  const answer: ItemAnswer =
    held === 'received' ? { type: 'done', material, words: '' } : { type: 'cannot', state: held, words: reason }
  const answered: ReferralEvent = { type: 'ItemAnswered', referral: referral.number, item: key, answer, at, by }
  if (isPending(item)) return [answered, ...answeredPlan(referral, item, { at, by })]
  if (referral.stage !== 'finalised' || !item.ended || held !== 'received') return []
  const isFree = undecided(referral).every((suspect) => !openReferralOf(state, suspect, referral.number))
  return isFree ? [answered, reopened(referral, `${material.key} came.`, { settings, at, by })] : [answered]
}

function requireAnswer(answer: ItemAnswer): void {
  requireShort(answer.words)
  if (answer.type === 'done' && answer.material !== null) return
  requireWords(answer.words, answer.type === 'done' ? 'referral.answer-missing' : 'referral.reason-missing')
}

/** The end of a plan when nothing in it but `item` was waited for. */
function answeredPlan(
  referral: Referral,
  { key, plan: number }: ActionItem,
  acted: { readonly at: Instant; readonly by: string },
): ReferralEvent[] {
  const others = referral.items.filter((one) => one.plan === number && one.key !== key)
  if (others.some(isPending)) return []
  return [{ type: 'ActionPlanAnswered', referral: referral.number, plan: number, ...acted }]
}

/** The question is answered, and the item is with police again, with a date of its own. */
export function replyToQuestion(command: OrderOf<'ReplyToQuestion'>, state: CaseReferrals): ReferralEvent[] {
  const { item: key, reply, dueOn, facts, at, by } = command
  const referral = referralOf(state, command.referral)
  const item = itemOf(referral, key)
  if (itemState(item) !== 'question') throw refuseReferral('referral.no-question')
  requireWords(reply, 'referral.words-missing')
  if (dueOn !== null && dueOn < toLocalDate(at)) throw refuseReferral('referral.item-due-in-past')
  const due = itemDue(at, dueOn, item.urgent, facts)
  return [{ type: 'QuestionReplied', referral: referral.number, item: key, reply, due, at, by }]
}

/** The prosecutor no longer asks for it. */
export function withdrawItem(
  { referral: number, item: key, reason, at, by }: OrderOf<'WithdrawItem'>,
  state: CaseReferrals,
): ReferralEvent[] {
  const referral = referralOf(state, number)
  const item = itemOf(referral, key)
  if (!isPending(item)) throw refuseReferral('referral.item-not-open')
  requireWords(reason, 'referral.reason-missing')
  return [
    { type: 'ItemWithdrawn', referral: number, item: key, reason, at, by },
    ...answeredPlan(referral, item, { at, by }),
  ]
}

/** Police are chased for what is still open, twice at most. The first starts the clock of closing. */
export function chase(command: OrderOf<'Chase'>, state: CaseReferrals): ReferralEvent[] {
  const { words, facts, at, by } = command
  const referral = referralOf(state, command.referral)
  const plan = planOf(referral, command.plan)
  requireOpenItem(itemsOf(referral, plan))
  if (plan.chasers.every(({ sent }) => sent)) throw refuseReferral('referral.chased-twice')
  requireWords(words, 'referral.words-missing')
  const finaliseFrom = plan.finaliseFrom === null ? lastAnswerDue(at, facts) : null
  return [{ type: 'Chased', referral: referral.number, plan: plan.number, words, finaliseFrom, at, by }]
}

function requireOpenItem(items: readonly ActionItem[]): void {
  if (items.some((item) => itemState(item) === 'open')) return
  const asking = items.find((item) => itemState(item) === 'question')
  if (asking) throw refuseReferral('referral.police-wait', { item: asking.key })
  throw refuseReferral('referral.plan-ended')
}

function planOf({ plans }: Referral, number: number): ActionPlan {
  const found = plans.find((one) => one.number === number)
  if (!found) throw refuseReferral('referral.no-such-plan')
  return found
}

/** Nothing came back. It is no decision on anybody, and evidence that comes later opens it again. */
export function finaliseAdministratively(
  { referral: number, reason, at, by }: OrderOf<'FinaliseAdministratively'>,
  state: CaseReferrals,
): ReferralEvent[] {
  const referral = referralOf(state, number)
  if (referral.stage !== 'action-plan') throw refuseReferral('referral.not-under-review')
  requireWords(reason, 'referral.reason-missing')
  requireSilence(referral, at)
  return [{ type: 'AdministrativelyFinalised', referral: number, reason, at, by }]
}

/** Police were chased for every plan that is open, had until their last day for each, and wait for no answer themselves. */
function requireSilence(referral: Referral, at: Instant): void {
  const asking = referral.items.find((item) => itemState(item) === 'question')
  if (asking) throw refuseReferral('referral.question-open', { item: asking.key })
  const open = referral.plans.filter(({ endedAt }) => endedAt === null)
  const clocks = open.map(({ finaliseFrom }) => finaliseFrom).filter((due) => due !== null)
  if (clocks.length === 0 || clocks.length < open.length) throw refuseReferral('referral.not-chased')
  const early = clocks.toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1)).find(({ dueAt }) => at <= dueAt)
  if (early) throw refuseReferral('referral.too-early-to-finalise', { day: formatDateLong(early.dueOn) })
}

export function reopen(command: OrderOf<'Reopen'>, state: CaseReferrals): ReferralEvent[] {
  const referral = referralOf(state, command.referral)
  if (referral.stage !== 'finalised') throw refuseReferral('referral.not-finalised')
  requireWords(command.reason, 'referral.reason-missing')
  requireFree(state, referral)
  const { reason, facts, at, by } = command
  return [reopened(referral, reason, { settings: facts.settings, at, by })]
}

function reopened(
  { number, acceptance }: Referral,
  reason: string,
  { settings, at, by }: { readonly settings: DeadlineSettings; readonly at: Instant; readonly by: string },
): ReferralEvent {
  const due = dueAsReopened(acceptance?.reviewType ?? 'twenty-eight-days', at, settings)
  return { type: 'Reopened', referral: number, reason, due, at, by }
}

/** A suspect may have been referred anew meanwhile. */
function requireFree(state: CaseReferrals, referral: Referral): void {
  for (const suspect of undecided(referral)) {
    const other = openReferralOf(state, suspect, referral.number)
    if (other) throw refuseReferral('referral.suspect-with-prosecutor', { suspect, referral: other.number })
  }
}
