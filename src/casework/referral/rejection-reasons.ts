/**
 * Why a referral is sent back at triage. The thirteen reasons and the two of a red referral stand in the CPS's
 * published design work of December 2025; the codes are ours.
 */
export const rejectionReasons = {
  R01: 'Case material not correctly received',
  R02: 'Disclosure schedule missing',
  R03: 'No report to the prosecutor (MG3)',
  R04: 'Supervisor’s comments missing or incomplete',
  R05: 'Domestic abuse checklist missing',
  R06: 'Witness statements (MG11) missing',
  R07: 'Exhibits missing',
  R08: 'Interview summary missing',
  R09: 'Suspect’s previous convictions missing',
  R10: 'Victim’s or witness’s previous convictions missing',
  R11: 'Hard media not supplied',
  R12: 'Third-party material not supplied',
  R13: 'Contact details of the officer in the case incomplete',
} as const

/** Only a red referral is rejected for one of these, and every rejection of a red referral names one. */
export const redRejectionReasons = {
  P01: 'Check custody status and send again',
  P02: 'Not enough information to decide on a charge',
} as const

export type RejectionReason = keyof typeof rejectionReasons | keyof typeof redRejectionReasons

export const allRejectionReasons: Readonly<Record<RejectionReason, string>> = {
  ...rejectionReasons,
  ...redRejectionReasons,
}

export const isRedReason = (reason: RejectionReason): boolean => Object.hasOwn(redRejectionReasons, reason)

export const isRejectionReason = (text: string): text is RejectionReason => Object.hasOwn(allRejectionReasons, text)
