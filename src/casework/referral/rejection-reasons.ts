import { type RejectionCode, isRejectionCode, rejectionReasons } from '../file-check/rejection-reasons.ts'

/**
 * Only a red referral is rejected for one of these, and every rejection of a red referral names one. They stand in the
 * CPS's published design work of December 2025; the codes are ours.
 */
export const redRejectionReasons = {
  P01: 'Check custody status and resubmit',
  P02: 'Insufficient information to determine a charging advice',
} as const

export type RejectionReason = RejectionCode | keyof typeof redRejectionReasons

const isRed = (text: string): text is keyof typeof redRejectionReasons => Object.hasOwn(redRejectionReasons, text)

export const isRedReason = (reason: RejectionReason): boolean => isRed(reason)

export const isRejectionReason = (text: string): text is RejectionReason => isRed(text) || isRejectionCode(text)

export const reasonWords = (reason: RejectionReason): string =>
  isRed(reason) ? redRejectionReasons[reason] : rejectionReasons[reason].words
