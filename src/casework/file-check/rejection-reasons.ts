import type { MaterialKind } from '../material/held-material.ts'

/** What a reason for rejecting a referral is about: kinds of material, the schedules, or nothing on the register. */
export type RejectionReason = {
  readonly words: string
  readonly concerns: readonly MaterialKind[]
  readonly schedules: boolean
}

const about = (words: string, ...concerns: readonly MaterialKind[]): RejectionReason => ({
  words,
  concerns,
  schedules: false,
})

/**
 * The thirteen reasons for which a referral is rejected at triage, each with the material that would mend it. The
 * codes are ours.
 *
 * Source: CPS-Innovation/new-design-history, posts of December 2025. Which kind of material each concerns is our reading.
 */
export const rejectionReasons = {
  R01: about('Case material not correctly received'),
  R02: {
    ...about('Disclosure schedule missing', 'disclosure-report', 'disclosure-certificate'),
    schedules: true,
  },
  R03: about('No MG3', 'charging-request'),
  R04: about('Supervisor comments missing or incomplete', 'supervisor-comments'),
  R05: about('Domestic-violence checklist missing', 'domestic-abuse-checklist'),
  R06: about('MG11 statements missing', 'statement'),
  R07: about('Exhibits missing', 'exhibit'),
  R08: about('Interview summary missing', 'interview-record'),
  R09: about('Suspect’s previous convictions missing', 'suspect-convictions'),
  R10: about('Victim/witness previous convictions missing', 'witness-convictions'),
  R11: about('Hard media not supplied', 'recording'),
  R12: about('Third-party material not supplied', 'third-party'),
  R13: about('Officer-in-case contact details incomplete'),
} as const satisfies Readonly<Record<string, RejectionReason>>

export type RejectionCode = keyof typeof rejectionReasons

export const isRejectionCode = (text: string): text is RejectionCode => Object.hasOwn(rejectionReasons, text)
