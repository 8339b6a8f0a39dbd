import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import type { Authority } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { Asn } from '../identifiers/asn.ts'
import type { PncId } from '../identifiers/pnc-id.ts'
import type { SuspectedOffence } from '../investigation/investigation.ts'
import type { CaseKind } from '../pre-charge-bail/bail-period.ts'
import type { OffenceFacts } from '../who-may-charge/offence-facts.ts'
import type { Assessment } from '../who-may-charge/who-may-charge.ts'
import type { BailAuthoriser } from './bail-steps.ts'
import type { BailHandGround, DetentionHandGround } from './by-hand.ts'
import type { EmergencyCharge } from './emergency-charge.ts'
import type { Entry } from './entries.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { ChargingStep } from './track.ts'

/** An offence that somebody was arrested for, and whether it is indictable: detention beyond 24 hours turns on it. */
export type ArrestOffence = SuspectedOffence & { readonly indictable: boolean }

/** Time in hospital or on the way there, not questioned. */
export type Pause = { readonly from: Instant; readonly to: Instant }

export type Review = {
  readonly heldAt: Instant
  readonly dueAt: Instant
  /** Why it was postponed; null for one that was held in time. */
  readonly whyLate: string | null
}

/** What lengthened a detention: a superintendent's authority, or a court's warrant. */
export type DetentionStep = {
  readonly kind: 'continued' | 'warrant'
  readonly givenAt: Instant
  readonly endsAt: Instant
  /** When detention had ended, where a warrant was issued only after that. */
  readonly endedBefore?: Instant
  /** There where the court named another end than so many hours from the issue. */
  readonly named?: true
  readonly reason: string
}

/** A clock that somebody authorised set by hand, because the rule that moves it is not worked out here. */
export type DetentionByHand = {
  readonly ground: DetentionHandGround
  /** The moment from which the hours are counted, as it was decided. */
  readonly relevantAt: Instant
  /** Minutes that do not count, beside those in hospital. */
  readonly notCounted: number
  /** Who decided it, as a role: "Custody officer". */
  readonly decidedBy: string
}

/** Police detention before charge, after one arrest. */
export type Detention = {
  readonly arrivedAt: Instant
  readonly authorisedAt: Instant
  readonly grounds: string
  readonly reviews: readonly Review[]
  readonly pauses: readonly Pause[]
  /** Released on bail and detained again on the return: from the one to the other the hours stand still. */
  readonly timesOnBail: readonly Pause[]
  readonly steps: readonly DetentionStep[]
  /** There where the suspect answered bail, and no detention before it is on the record. */
  readonly answeredBail?: true
  readonly byHand?: DetentionByHand
  /** When it must end, as it stands. */
  readonly endsAt: Instant
  readonly ended: { readonly at: Instant; readonly why: string } | null
}

export type Arrest = {
  /** 1 for the first arrest of this suspect. */
  readonly number: number
  readonly arrestedAt: Instant
  readonly where: string
  readonly offences: readonly ArrestOffence[]
  readonly asn: Asn | null
  readonly detention: Detention | null
}

export const interviewKinds = { voluntary: 'Voluntary interview', arrested: 'Interview after arrest' } as const
export const interviewRecords = {
  audio: 'Sound recording',
  video: 'Video with sound',
  'body-worn': 'Body-worn video',
  written: 'Written as it was said',
} as const
export const solicitorParts = {
  present: 'A solicitor was present',
  telephone: 'A solicitor advised by telephone',
  declined: 'The suspect declined legal advice',
} as const

export type Interview = {
  readonly kind: keyof typeof interviewKinds
  readonly startedAt: Instant
  readonly where: string
  readonly record: keyof typeof interviewRecords
  readonly solicitor: keyof typeof solicitorParts
  /** What the suspect said, in brief. */
  readonly account: string
}

/** Bail before charge after one arrest, from its grant to its end. */
export type Bail = {
  readonly arrest: number
  readonly arrestedOn: LocalDate
  readonly caseKind: CaseKind
  readonly grantedAt: Instant
  /** Last day of bail as it stands; the suspect returns by then. */
  readonly endsOn: LocalDate
  readonly conditions: string
  /** Who allowed it up to the day on which it ends, the first first. */
  readonly steps: ReadonlyArray<{
    readonly authoriser: BailAuthoriser
    readonly on: LocalDate
    readonly endsOn: LocalDate
  }>
  /** There where somebody authorised set the last day by hand. */
  readonly byHand?: { readonly ground: BailHandGround; readonly decidedBy: string }
}

/** A charge that police propose, with what the rules of charging turn on. */
export type SuspectCharge = ProposedCharge & {
  readonly facts: OffenceFacts
  readonly withdrawn: string | null
}

/** Charges that were put to the suspect. */
export type ChargePut = {
  readonly at: Instant
  readonly how: 'in-person' | 'requisition'
  /** By whom, as a role: "Custody sergeant". */
  readonly byWhom: string
  /** Who decided: the prosecutor, by the number of the decision, or police themselves. */
  readonly decision: number | 'police'
  readonly charges: readonly ProposedCharge[]
  /** There where police charged what the prosecutor must decide on. */
  readonly emergency?: EmergencyCharge
}

/** What the prosecutor decided last. */
export type ProsecutorsDecision = {
  readonly number: number
  readonly step: ChargingStep
  readonly at: Instant
  readonly charges: readonly ProposedCharge[]
}

export const noFurtherActionGrounds = {
  evidential: 'There is not enough evidence',
  'public-interest': 'It is not in the public interest',
  died: 'The suspect has died',
  prevented: 'Something else prevents a prosecution, such as age, illness or a time limit that ran out',
} as const

export type PoliceNoFurtherAction = {
  readonly ground: keyof typeof noFurtherActionGrounds
  readonly reason: string
  readonly at: Instant
}

/** Something owed about this suspect. Its key says what it is: `detention-end-1`, `bail-1`, `tell-victim-2`. */
export type SuspectDuty = {
  readonly key: string
  readonly what: string
  readonly owedTo: string
  readonly due: WorkedDate & { readonly authority: Authority }
  readonly metAt: Instant | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly history: readonly DutyHappening[]
}

/** A victim to be told, by their number in the case, and what came of it. Its date is the duty with the same key. */
export type SuspectNotice = {
  readonly key: string
  readonly person: string
  readonly victim: string
  readonly told: { readonly at: Instant; readonly how: string } | null
  readonly waived: string | null
}

export type SuspectPosition = 'in-custody' | 'bailed' | 'under-investigation' | 'not-arrested'

/** One suspect of a case, from naming to charge. */
export type Suspect = {
  readonly caseId: string
  readonly number: number
  readonly person: string
  readonly reason: string
  readonly force: string
  readonly unit: string | null
  readonly dealtWithBy: string
  /** The account of the officer in the case; null while there is none. */
  readonly officer: string | null
  readonly crimeReference: string | null
  readonly eliminated: string | null
  readonly pncId: PncId | null
  readonly arrests: readonly Arrest[]
  readonly interviews: readonly Interview[]
  /** How many times the suspect was bailed: it numbers the duties of bail. */
  readonly bails: number
  readonly bail: Bail | null
  /** Released under investigation since, and how many reviews were set. */
  readonly underInvestigation: { readonly since: LocalDate; readonly reviewOn: LocalDate } | null
  readonly underInvestigationReviews: number
  readonly charges: readonly SuspectCharge[]
  readonly assessment: Assessment | null
  /** What other streams told; null before the first referral and after the suspect was brought back. */
  readonly step: ChargingStep | null
  readonly stepNote: string | null
  readonly decision: ProsecutorsDecision | null
  readonly noFurtherAction: PoliceNoFurtherAction | null
  readonly put: readonly ChargePut[]
  readonly notices: readonly SuspectNotice[]
  readonly duties: readonly SuspectDuty[]
  readonly happenings: readonly CaseHappening[]
  /** What was recorded of arrests, detention, interviews and bail, the last last: it can be taken back. */
  readonly entries: readonly Entry[]
}
