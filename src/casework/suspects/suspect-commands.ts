import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { Asn } from '../identifiers/asn.ts'
import type { PncId } from '../identifiers/pnc-id.ts'
import type { CaseKind } from '../pre-charge-bail/bail-period.ts'
import type { FactsByCode, OffenceFacts } from '../who-may-charge/offence-facts.ts'
import type { Assessment, ChargeAsked } from '../who-may-charge/who-may-charge.ts'
import type { BailAuthoriser } from './bail-steps.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { BailHandGround } from './by-hand.ts'
import type { EmergencyAnswer } from './emergency-charge.ts'
import type { ArrestOffence, ChargePut, DetentionByHand, Interview, PoliceNoFurtherAction } from './suspect-state.ts'
import type { ChargingStep } from './track.ts'

export type Acted = { readonly at: Instant; readonly by: string }

/** A victim of the case as the command found them: by their number, their person, and why they have enhanced rights. */
export type VictimToTell = {
  readonly person: string
  /** "The victim", or "Victim 2" where there are more. */
  readonly victim: string
  readonly enhancedBy: readonly EnhancedGround[]
}

/** The case as it was when the suspect was named, for the duties that are owed about them. */
export type CaseOfSuspect = {
  readonly force: string
  readonly unit: string | null
  readonly dealtWithBy: string
  readonly crimeReference: string | null
  /** The account of the officer in the case, in whose work list the duties then stand. */
  readonly officer?: string | null
}

type Naming =
  | ({
      readonly type: 'NameSuspect'
      readonly caseId: string
      readonly number: number
      readonly person: string
      readonly reason: string
    } & CaseOfSuspect)
  | { readonly type: 'CorrectSuspicion'; readonly reason: string; readonly why: string }
  | {
      readonly type: 'NoteResponsible'
      readonly unit: string | null
      readonly dealtWithBy: string
      readonly officer: string | null
    }
  | { readonly type: 'EliminateSuspect'; readonly reason: string }
  | { readonly type: 'BringBackSuspect'; readonly reason: string }

type Custody =
  | {
      readonly type: 'RecordArrest'
      readonly arrestedAt: Instant
      readonly where: string
      readonly offences: readonly ArrestOffence[]
      readonly asn: Asn | null
      readonly pncId: PncId | null
    }
  | { readonly type: 'RecordNumbers'; readonly asn: Asn | null; readonly pncId: PncId | null }
  | {
      readonly type: 'AuthoriseDetention'
      readonly arrivedAt: Instant
      readonly authorisedAt: Instant
      readonly grounds: string
    }
  | {
      readonly type: 'ResumeDetention'
      readonly arrivedAt: Instant
      readonly authorisedAt: Instant
      readonly grounds: string
    }
  | { readonly type: 'RecordReview'; readonly heldAt: Instant; readonly whyLate: string }
  | { readonly type: 'RecordTimeInHospital'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'AuthoriseContinuedDetention'; readonly authorisedAt: Instant; readonly reason: string }
  | {
      readonly type: 'RecordWarrant'
      readonly issuedAt: Instant
      readonly hours: number
      /** When it ends, where the court named another moment than so many hours from the issue. */
      readonly until?: Instant | null
      readonly reason: string
    }
  | ({ readonly type: 'SetDetentionClock'; readonly reason: string } & DetentionByHand)
  | ({ readonly type: 'RecordInterview' } & Interview)

type Releasing =
  | {
      readonly type: 'ReleaseOnBail'
      readonly releasedAt: Instant
      readonly caseKind: CaseKind
      readonly endsOn: LocalDate
      readonly conditions: string
    }
  /** Bail from where the suspect was arrested, by a constable, to attend a police station. */
  | {
      readonly type: 'ReleaseOnStreetBail'
      readonly releasedAt: Instant
      readonly endsOn: LocalDate
      readonly conditions: string
    }
  | {
      readonly type: 'SetBailEnd'
      readonly ground: BailHandGround
      readonly decidedBy: string
      /** The day on which it was decided; of an application to a court, on which it was made. */
      readonly on: LocalDate
      readonly endsOn: LocalDate
      readonly reason: string
    }
  | {
      readonly type: 'ExtendBail'
      readonly authoriser: BailAuthoriser
      readonly on: LocalDate
      readonly endsOn: LocalDate
      readonly reason: string
    }
  | { readonly type: 'ChangeBailConditions'; readonly conditions: string; readonly reason: string }
  | {
      readonly type: 'ReleaseUnderInvestigation'
      readonly releasedAt: Instant
      readonly reason: string
      readonly settings: DeadlineSettings
    }
  | {
      readonly type: 'ReviewUnderInvestigation'
      readonly on: LocalDate
      readonly outcome: string
      readonly settings: DeadlineSettings
    }
  | { readonly type: 'RecordRelease'; readonly releasedAt: Instant }
  /** The entry of that number, which must be the last, was recorded wrongly. */
  | { readonly type: 'TakeBackEntry'; readonly entry: number; readonly reason: string }

type Charging =
  | { readonly type: 'ProposeCharge'; readonly charge: Omit<ProposedCharge, 'key'>; readonly facts: OffenceFacts }
  | { readonly type: 'WithdrawCharge'; readonly key: string; readonly reason: string }
  | ({ readonly type: 'AssessWhoMayCharge' } & Assessment)
  | {
      readonly type: 'ChargeByPolice'
      readonly chargedAt: Instant
      readonly how: ChargePut['how']
      readonly byWhom: string
      readonly charges: readonly string[]
      /** The charges that are proposed for the other suspects of the case: the prosecutor decides a case as a whole. */
      readonly others: readonly ChargeAsked[]
    }
  /** An inspector authorises what a prosecutor must decide on, where none can be asked before detention ends. */
  | {
      readonly type: 'ChargeInEmergency'
      readonly chargedAt: Instant
      readonly byWhom: string
      readonly charges: readonly string[]
      readonly others: readonly ChargeAsked[]
      readonly authorisedBy: string
      readonly why: string
      readonly firstAppearance: LocalDate
    }
  | ({ readonly type: 'RecordEmergencyAnswer' } & EmergencyAnswer)
  | {
      readonly type: 'PoliceNoFurtherAction'
      readonly ground: PoliceNoFurtherAction['ground']
      readonly reason: string
      readonly releasedAt: Instant | null
      readonly victims: readonly VictimToTell[]
      readonly holidays: BankHolidays
    }
  | { readonly type: 'TellVictim'; readonly notice: string; readonly on: LocalDate; readonly how: string }
  | { readonly type: 'GiveUpTellingVictim'; readonly notice: string; readonly reason: string }
  | {
      readonly type: 'RecordCharged'
      readonly chargedAt: Instant
      readonly how: ChargePut['how']
      readonly byWhom: string
      readonly charges: readonly string[]
    }
  /** Without a step, police took the suspect back from the prosecutor, and where they stand follows from the rest. */
  | { readonly type: 'NoteCharging'; readonly step: ChargingStep | null; readonly note: string | null }
  | {
      readonly type: 'NoteChargingDecision'
      readonly step: ChargingStep
      readonly charges: readonly ProposedCharge[]
      readonly decision: number
      /** The area's settings for the chasers; as shipped where the prosecutor's stream does not know them. */
      readonly settings?: DeadlineSettings
      /** What the list of offences says of the charges, those among them that police did not propose. */
      readonly facts?: FactsByCode
    }

/** `at` is when the command is given, `by` the account that gives it. */
export type SuspectCommand = Acted & (Naming | Custody | Releasing | Charging)

export type SuspectOrder<Type> = Extract<SuspectCommand, { readonly type: Type }>
