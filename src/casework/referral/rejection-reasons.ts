import { type RejectionCode, isRejectionCode, rejectionReasons } from '../file-check/rejection-reasons.ts'
import type { MaterialKind } from '../material/held-material.ts'

/**
 * Only a red referral is rejected for one of these, and every rejection of a red referral names one. They stand in the
 * CPS's published design work of December 2025; the codes are ours.
 */
export const redRejectionReasons = {
  P01: 'Check custody status and resubmit',
  P02: 'Insufficient information to determine a charging advice',
} as const

export type RejectionReason = RejectionCode | keyof typeof redRejectionReasons

/** Every reason there is, in the words of its source. */
export const allRejectionReasons: Readonly<Record<RejectionReason, string>> = {
  ...redRejectionReasons,
  R01: rejectionReasons.R01.words,
  R02: rejectionReasons.R02.words,
  R03: rejectionReasons.R03.words,
  R04: rejectionReasons.R04.words,
  R05: rejectionReasons.R05.words,
  R06: rejectionReasons.R06.words,
  R07: rejectionReasons.R07.words,
  R08: rejectionReasons.R08.words,
  R09: rejectionReasons.R09.words,
  R10: rejectionReasons.R10.words,
  R11: rejectionReasons.R11.words,
  R12: rejectionReasons.R12.words,
  R13: rejectionReasons.R13.words,
}

/** The kinds of material that would mend it, and whether it is about the schedules, which are none. */
export function concernedBy(reason: RejectionReason): {
  readonly kinds: readonly MaterialKind[]
  readonly schedules: boolean
} {
  if (!isRejectionCode(reason)) return { kinds: [], schedules: false }
  const { concerns: kinds, schedules } = rejectionReasons[reason]
  return { kinds, schedules }
}

export const isRedReason = (reason: RejectionReason): boolean => Object.hasOwn(redRejectionReasons, reason)

export const isRejectionReason = (text: string): text is RejectionReason => Object.hasOwn(allRejectionReasons, text)
