import { toLocalDate } from '../../calendar/instant.ts'
import type { Advice, CaseReferrals, FollowedPoint } from './case-referrals.ts'
import { adviceNeededBy } from './clocks.ts'
import type { OrderOf, ReferralEvent } from './commands.ts'
import { refuseReferral } from './refusals.ts'
import { requireShort, requireWords } from './requirements.ts'

/** Longest question, and longest answer to it, in characters. */
export const longestQuestion = 10_000

/** Police may ask for advice at any point before a referral is decided, and more than once. */
export function askAdvice(command: OrderOf<'AskAdvice'>, state: CaseReferrals | null): ReferralEvent[] {
  const { caseId, heading, police, prosecutors, stage, question, material, neededBy, at, by } = command
  requireWords(question, 'referral.question-missing', longestQuestion)
  if (neededBy !== null && neededBy < toLocalDate(at)) throw refuseReferral('referral.needed-in-past')
  const due = neededBy === null ? null : adviceNeededBy(at, neededBy)
  const advice = (state?.advice.length ?? 0) + 1
  return [{ type: 'AdviceAsked', caseId, heading, police, prosecutors, advice, stage, question, material, due, at, by }]
}

/** Advice is given in points, so that police can say of each whether the file followed it. */
export function answerAdvice(
  { advice: number, points, reasons, at, by }: OrderOf<'AnswerAdvice'>,
  state: CaseReferrals,
): ReferralEvent[] {
  openAdvice(state, number)
  if (points.length === 0) throw refuseReferral('referral.points-missing')
  for (const point of points) requireWords(point, 'referral.points-missing')
  requireShort(reasons, longestQuestion)
  return [{ type: 'AdviceGiven', advice: number, points, reasons, at, by }]
}

export function withdrawAdviceRequest(
  { advice: number, reason, at, by }: OrderOf<'WithdrawAdviceRequest'>,
  state: CaseReferrals,
): ReferralEvent[] {
  openAdvice(state, number)
  requireWords(reason, 'referral.reason-missing')
  return [{ type: 'AdviceRequestWithdrawn', advice: number, reason, at, by }]
}

function openAdvice({ advice }: CaseReferrals, number: number): Advice {
  const found = advice.find((one) => one.number === number)
  if (!found) throw refuseReferral('referral.no-such-advice')
  if (found.answer) throw refuseReferral('referral.advice-given')
  if (found.withdrawn) throw refuseReferral('referral.advice-withdrawn')
  return found
}

/** The points of advice that police have not yet accounted for, or had not followed: a file that is mended may. */
export const pointsToAccountFor = (advice: readonly Advice[]) =>
  advice.flatMap(({ number, answer }) =>
    (answer?.points ?? [])
      .map((point, index) => ({ advice: number, point: index + 1, text: point.text, followed: point.followed }))
      .filter(({ followed }) => !followed?.followed),
  )

/**
 * What police say of each point that waits for it. All must be said once, and a point not followed with its reason;
 * what they do not say again stands.
 */
export function accountFor(advice: readonly Advice[], said: readonly FollowedPoint[]): readonly FollowedPoint[] {
  return pointsToAccountFor(advice).flatMap(({ advice: number, point, followed: before }) => {
    const found = said.find((one) => one.advice === number && one.point === point)
    if (!found && before) return []
    if (!found || (!found.followed && !found.why.trim())) throw refuseReferral('referral.advice-not-accounted')
    requireShort(found.why)
    return before?.followed === found.followed && before.why === found.why ? [] : [found]
  })
}
