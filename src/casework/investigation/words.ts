import { refuseInvestigation } from './refusals.ts'

/** Longest account of what is alleged, and longest reason, in characters. */
export const longestAccount = 10_000
export const longestReason = 2000

export function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseInvestigation('investigation.reason-missing')
  requireShort(reason, longestReason)
}

export function requireShort(words: string, limit: number = longestReason): void {
  if (words.length > limit) throw refuseInvestigation('investigation.too-long', { limit })
}
