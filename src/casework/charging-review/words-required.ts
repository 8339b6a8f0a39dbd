import canonicalJson from 'canonicalize'
import type { ReviewedCharge } from './charging-decision.ts'
import { refuseReview } from './refusals.ts'
import type { ReviewCommand } from './review-commands.ts'
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

/**
 * That the draft is open to whoever gives the command, who has seen it as it is: what was decided is not changed, what
 * was closed for want of evidence is opened first, and what a colleague changed meanwhile is told before it is
 * overwritten or decided upon.
 */
export function requireOpen({ seen, by }: Drafting, { standing, changes }: Review): void {
  if (standing === 'decided') throw refuseReview('review.decided')
  if (standing === 'finalised') throw refuseReview('review.finalised')
  const since = seen === undefined ? [] : changes.slice(seen).filter((change) => change.by !== by)
  if (since.length === 0) return
  throw refuseReview('review.changed-meanwhile', { what: [...new Set(since.map(({ what }) => what))].join('; ') })
}

type Drafting = Pick<ReviewCommand, 'seen' | 'by'>
type OfCharge = Drafting & { readonly charge: string }

/** The charge in an open review, pursued. */
export function pursuedCharge(command: OfCharge, review: Review): ReviewedCharge {
  const charge = chargeIn(command, review)
  if (charge.notPursued) throw refuseReview('review.charge-not-pursued')
  return charge
}

export function chargeIn(command: OfCharge, review: Review): ReviewedCharge {
  requireOpen(command, review)
  const found = review.charges.find(({ charge }) => charge.key === command.charge)
  if (!found) throw refuseReview('review.no-such-charge')
  return found
}

/**
 * Whether two things that JSON can hold are alike, so that saving a form unchanged records nothing. What comes from the
 * record has its names in another order than what comes from a form.
 */
export const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
