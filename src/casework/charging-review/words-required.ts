import canonicalJson from 'canonicalize'
import type { ReviewedCharge } from './charging-decision.ts'
import { refuseReview } from './refusals.ts'
import type { Review } from './review-state.ts'

/** Longest reasons, note or instruction, in characters. */
export const longestWords = 10_000

export function requireShort(words: string): void {
  if (words.length > longestWords) throw refuseReview('review.too-long', { limit: longestWords })
}

export function requireWords(words: string): void {
  if (!words.trim()) throw refuseReview('review.reasons-missing')
  requireShort(words)
}

/** What was decided is not changed, and what was closed for want of evidence is opened first. */
export function requireOpen({ standing }: Review): void {
  if (standing === 'decided') throw refuseReview('review.decided')
  if (standing === 'finalised') throw refuseReview('review.finalised')
}

/** The charge in an open review, pursued. */
export function pursuedCharge(key: string, review: Review): ReviewedCharge {
  const charge = chargeIn(key, review)
  if (charge.notPursued) throw refuseReview('review.charge-not-pursued')
  return charge
}

export function chargeIn(key: string, review: Review): ReviewedCharge {
  requireOpen(review)
  const found = review.charges.find(({ charge }) => charge.key === key)
  if (!found) throw refuseReview('review.no-such-charge')
  return found
}

/**
 * Whether two things that JSON can hold are alike, so that saving a form unchanged records nothing. What comes from the
 * record has its names in another order than what comes from a form.
 */
export const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
