import type { Instant } from '../../calendar/instant.ts'
import type { CaseReferrals, FileSent } from './case-referrals.ts'
import { detentionEnd, reviewDue } from './clocks.ts'
import { checkedFile } from './check-before-sending.ts'
import type { FileToSend, OrderOf, ReferralEvent } from './commands.ts'
import { accountFor } from './decide-advice.ts'
import { refuseReferral } from './refusals.ts'
import { referralOf, requireShort, requireWords } from './requirements.ts'
import { lastSubmission, mayBeReferred, openReferralOf, suspectsOf } from './standing.ts'

/** Longest comments of a supervisor, in characters. */
export const longestComments = 10_000

/** A case may be referred more than once, but a suspect stands in one open referral at a time. */
export function refer(command: OrderOf<'Refer'>, state: CaseReferrals | null): ReferralEvent[] {
  const { caseId, heading, police, prosecutors, facts, at, by } = command
  const file = fileFrom(command)
  requireFreeSuspects(file, state, null)
  const referral = (state?.referrals.length ?? 0) + 1
  if (command.number !== undefined && command.number !== referral) throw refuseReferral('referral.number-taken')
  const due = reviewDue(file.category, at, file.suspects, facts)
  return [
    ...followed(command, state, referral),
    { type: 'Referred', caseId, heading, police, prosecutors, referral, file, due, at, by },
  ]
}

/** Sent again, every reason of the rejection is answered, and the prosecutor's clock starts anew. */
export function resubmit(command: OrderOf<'Resubmit'>, state: CaseReferrals): ReferralEvent[] {
  const { caseId, heading, police, prosecutors, facts, answers, at, by } = command
  const referral = referralOf(state, command.referral)
  if (referral.stage !== 'rejected') throw refuseReferral('referral.not-rejected')
  const file = fileFrom(command)
  requireFreeSuspects(file, state, referral.number)
  const grounds = lastSubmission(referral).rejection?.grounds ?? []
  const all = grounds.map((_, ground) => ({
    ground,
    answer: answers.find((one) => one.ground === ground)?.answer ?? '',
  }))
  for (const { answer } of all) requireWords(answer, 'referral.grounds-unanswered')
  return [
    ...followed(command, state, referral.number),
    {
      type: 'Resubmitted',
      caseId,
      heading,
      police,
      prosecutors,
      file,
      at,
      by,
      referral: referral.number,
      due: reviewDue(file.category, at, file.suspects, facts),
      answers: all,
      left: leftOut(suspectsOf(referral), file),
    },
  ]
}

/** Before triage police may correct what they sent. The clock still runs from when it was received. */
export function correctReferral(command: OrderOf<'CorrectReferral'>, state: CaseReferrals): ReferralEvent[] {
  const { facts, reason, at, by } = command
  const referral = referralOf(state, command.referral)
  if (referral.stage !== 'waiting') throw refuseReferral('referral.not-waiting')
  requireWords(reason, 'referral.reason-missing')
  const file = fileFrom(command)
  requireFreeSuspects(file, state, referral.number)
  return [
    ...followed(command, state, referral.number),
    {
      type: 'ReferralCorrected',
      referral: referral.number,
      file,
      due: reviewDue(file.category, lastSubmission(referral).at, file.suspects, facts),
      left: leftOut(suspectsOf(referral), file),
      reason,
      at,
      by,
    },
  ]
}

/** Police take a referral back before the prosecutor has dealt with it, or instead of sending it again. */
export function withdrawReferral(
  { referral: number, reason, at, by }: OrderOf<'WithdrawReferral'>,
  state: CaseReferrals,
): ReferralEvent[] {
  const { stage } = referralOf(state, number)
  if (stage !== 'waiting' && stage !== 'rejected') throw refuseReferral('referral.not-waiting')
  requireWords(reason, 'referral.reason-missing')
  return [{ type: 'ReferralWithdrawn', referral: number, reason, at, by }]
}

const leftOut = (before: readonly number[], { suspects }: FileSent): readonly number[] =>
  before.filter((number) => !suspects.some((one) => one.number === number))

function followed(
  { followed: said, at, by }: OrderOf<'Refer' | 'Resubmit' | 'CorrectReferral'>,
  state: CaseReferrals | null,
  referral: number,
): ReferralEvent[] {
  const points = accountFor(state?.advice ?? [], said)
  return points.length > 0 ? [{ type: 'AdviceFollowed', referral, points, at, by }] : []
}

/** The file as it goes, once everything that it must say is there. */
function fileFrom({ file, check, at }: OrderOf<'Refer' | 'Resubmit' | 'CorrectReferral'>): FileSent {
  const { suspects, supervisorComments } = file
  if (suspects.length === 0) throw refuseReferral('referral.suspects-missing')
  if (new Set(suspects.map(({ number }) => number)).size < suspects.length) {
    throw refuseReferral('referral.suspect-twice')
  }
  const without = suspects.find(({ charges }) => charges.length === 0)
  if (without) throw refuseReferral('referral.no-charge', { suspect: without.number })
  const ended = suspects.find(({ track }) => track !== undefined && !mayBeReferred(track))
  if (ended) throw refuseReferral('referral.suspect-ended', { suspect: ended.number })
  requireCategory(file, at)
  requireWords(supervisorComments, 'referral.comments-missing', longestComments)
  return checkedFile(file, check)
}

/**
 * Red is for a suspect in detention whose clock still runs. Green priority, and anything slower than red for somebody
 * in detention, needs its reason.
 */
function requireCategory({ category, categoryReason, suspects }: FileToSend, at: Instant): void {
  const detained = suspects.some(({ position }) => position === 'in-custody')
  const end = detentionEnd(suspects)
  if (category === 'red' && !detained) throw refuseReferral('referral.red-without-detention')
  if (category === 'red' && end !== null && end <= at) throw refuseReferral('referral.detention-over')
  if (category === 'green-priority' || (category === 'green' && detained)) {
    requireWords(categoryReason, 'referral.category-reason-missing')
  }
  requireShort(categoryReason)
}

function requireFreeSuspects({ suspects }: FileSent, state: CaseReferrals | null, but: number | null): void {
  for (const { number } of suspects) {
    const other = state && openReferralOf(state, number, but)
    if (other) throw refuseReferral('referral.suspect-with-prosecutor', { suspect: number, referral: other.number })
  }
}
