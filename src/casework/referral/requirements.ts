import { longestReason } from '../investigation/words.ts'
import type { CaseReferrals, Referral } from './case-referrals.ts'
import { refuseReferral } from './refusals.ts'

type Code = Parameters<typeof refuseReferral>[0]

/** Words that must be there and may not be too long. */
export function requireWords(words: string, missing: Code, limit = longestReason): void {
  if (!words.trim()) throw refuseReferral(missing)
  requireShort(words, limit)
}

export function requireShort(words: string, limit = longestReason): void {
  if (words.length > limit) throw refuseReferral('referral.too-long', { limit })
}

export function referralOf(state: CaseReferrals, number: number): Referral {
  const found = state.referrals.find((one) => one.number === number)
  if (!found) throw refuseReferral('referral.no-such-referral')
  return found
}
