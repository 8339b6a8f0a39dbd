import { toLocalDate } from '../../calendar/instant.ts'
import type { CaseReferrals, Referral, RejectionGround } from './case-referrals.ts'
import { dueAsAccepted, reminderOn, respondBy } from './clocks.ts'
import type { OrderOf, ReferralEvent } from './commands.ts'
import { refuseReferral } from './refusals.ts'
import { isRedReason } from './rejection-reasons.ts'
import { referralOf, requireShort, requireWords } from './requirements.ts'
import type { Category } from './terms.ts'
import { fileOf, lastSubmission } from './standing.ts'

/** A colleague may have dealt with it meanwhile. */
function waitingReferral(state: CaseReferrals, number: number): Referral {
  const referral = referralOf(state, number)
  if (referral.stage !== 'waiting') throw refuseReferral('referral.triaged-meanwhile')
  return referral
}

export function accept(command: OrderOf<'Accept'>, state: CaseReferrals): ReferralEvent[] {
  const { reviewType, caseType, prosecutors, owner, facts, at, by } = command
  const referral = waitingReferral(state, command.referral)
  const isRed = fileOf(referral).category === 'red'
  if (isRed !== (reviewType === 'priority')) throw refuseReferral('referral.red-is-priority')
  const { at: receivedAt, due: running } = lastSubmission(referral)
  const due = dueAsAccepted(reviewType, receivedAt, running, facts)
  return [{ type: 'Accepted', referral: referral.number, reviewType, caseType, prosecutors, owner, due, at, by }]
}

/** Sent back with one or more reasons, each naming what it means, and a day by which police answer. */
export function reject(command: OrderOf<'Reject'>, state: CaseReferrals): ReferralEvent[] {
  const { grounds, respondBy: on, remindOn, at, by } = command
  const referral = waitingReferral(state, command.referral)
  requireGrounds(grounds, fileOf(referral).category)
  if (on < toLocalDate(at)) throw refuseReferral('referral.respond-in-past')
  if (remindOn !== null && remindOn < on) throw refuseReferral('referral.reminder-too-early')
  return [
    {
      type: 'Rejected',
      referral: referral.number,
      grounds,
      due: respondBy(at, on),
      reminder: remindOn === null ? null : reminderOn(at, remindOn),
      at,
      by,
    },
  ]
}

/** The prosecutor looked whether police answered the rejection, and reminded them. */
export function remindPolice(
  { referral: number, words, at, by }: OrderOf<'RemindPolice'>,
  state: CaseReferrals,
): ReferralEvent[] {
  const referral = referralOf(state, number)
  if (referral.stage !== 'rejected') throw refuseReferral('referral.not-rejected')
  requireWords(words, 'referral.words-missing')
  return [{ type: 'PoliceReminded', referral: number, words, at, by }]
}

function requireGrounds(grounds: readonly RejectionGround[], category: Category): void {
  if (grounds.length === 0) throw refuseReferral('referral.grounds-missing')
  for (const { material, about } of grounds) {
    if (material === null && !about.trim()) throw refuseReferral('referral.ground-names-nothing')
    requireShort(about)
  }
  const hasRed = grounds.some(({ reason }) => isRedReason(reason))
  if (category === 'red' && !hasRed) throw refuseReferral('referral.red-reason-missing')
  if (category !== 'red' && hasRed) throw refuseReferral('referral.red-reason-of-green')
}
