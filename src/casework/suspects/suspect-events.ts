import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { Asn } from '../identifiers/asn.ts'
import type { PncId } from '../identifiers/pnc-id.ts'
import type { CaseKind } from '../pre-charge-bail/bail-period.ts'
import type { OffenceFacts } from '../who-may-charge/offence-facts.ts'
import type { Assessment } from '../who-may-charge/who-may-charge.ts'
import type { BailAuthoriser } from './bail-steps.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { Acted, CaseOfSuspect } from './suspect-commands.ts'
import type { BailHandGround } from './by-hand.ts'
import type { EmergencyAnswer } from './emergency-charge.ts'
import type {
  ArrestOffence,
  ChargePut,
  DetentionByHand,
  Interview,
  PoliceNoFurtherAction,
  SuspectDuty,
} from './suspect-state.ts'
import type { ChargingStep } from './track.ts'

/** A telling that is owed to one victim, with its date worked out when the decision started the clock. */
export type NoticeOwed = {
  readonly key: string
  readonly person: string
  readonly victim: string
  readonly due: SuspectDuty['due']
}

/** Every date stands in the event that started its clock, with its working. */
export type SuspectEvent = Acted &
  (
    | ({
        readonly type: 'SuspectNamed'
        readonly caseId: string
        readonly number: number
        readonly person: string
        readonly reason: string
      } & CaseOfSuspect)
    | { readonly type: 'SuspicionCorrected'; readonly reason: string; readonly why: string }
    | {
        readonly type: 'ResponsibleNoted'
        readonly unit: string | null
        readonly dealtWithBy: string
        readonly officer: string | null
      }
    | { readonly type: 'SuspectEliminated'; readonly reason: string }
    | { readonly type: 'SuspectBroughtBack'; readonly reason: string }
    | {
        readonly type: 'SuspectArrested'
        readonly arrestedAt: Instant
        readonly where: string
        readonly offences: readonly ArrestOffence[]
        readonly asn: Asn | null
        readonly pncId: PncId | null
      }
    | { readonly type: 'NumbersRecorded'; readonly asn: Asn | null; readonly pncId: PncId | null }
    | {
        readonly type: 'DetentionAuthorised'
        readonly arrivedAt: Instant
        readonly authorisedAt: Instant
        readonly grounds: string
        readonly end: Deadline
        readonly review: Deadline
      }
    | {
        readonly type: 'DetentionResumed'
        readonly arrivedAt: Instant
        readonly authorisedAt: Instant
        readonly grounds: string
        readonly end: Deadline
        readonly review: Deadline
      }
    | {
        readonly type: 'DetentionReviewed'
        readonly heldAt: Instant
        readonly whyLate: string | null
        readonly next: Deadline
      }
    | { readonly type: 'TimeInHospitalRecorded'; readonly from: Instant; readonly to: Instant; readonly end: Deadline }
    | {
        readonly type: 'DetentionExtended'
        readonly kind: 'continued' | 'warrant'
        readonly givenAt: Instant
        readonly endedBefore?: Instant
        readonly named?: true
        readonly reason: string
        readonly end: Deadline
      }
    | ({ readonly type: 'DetentionClockSet'; readonly reason: string; readonly end: Deadline } & DetentionByHand)
    | ({ readonly type: 'SuspectInterviewed' } & Interview)
    | {
        readonly type: 'SuspectBailedOnTheStreet'
        readonly releasedAt: Instant
        readonly arrestedOn: LocalDate
        readonly conditions: string
        readonly end: Deadline
      }
    | {
        readonly type: 'BailEndSet'
        readonly ground: BailHandGround
        readonly decidedBy: string
        readonly on: LocalDate
        readonly reason: string
        readonly end: Deadline
      }
    | { readonly type: 'EntryTakenBack'; readonly entry: number; readonly reason: string }
    | {
        readonly type: 'SuspectBailed'
        readonly releasedAt: Instant
        readonly caseKind: CaseKind
        readonly arrestedOn: LocalDate
        readonly conditions: string
        readonly end: Deadline
      }
    | {
        readonly type: 'BailExtended'
        readonly authoriser: BailAuthoriser
        readonly on: LocalDate
        readonly reason: string
        readonly end: Deadline
      }
    | { readonly type: 'BailConditionsChanged'; readonly conditions: string; readonly reason: string }
    | {
        readonly type: 'ReleasedUnderInvestigation'
        readonly releasedAt: Instant
        readonly reason: string
        readonly review: Deadline
      }
    | {
        readonly type: 'UnderInvestigationReviewed'
        readonly on: LocalDate
        readonly metAt: Instant
        readonly outcome: string
        readonly next: Deadline
      }
    | { readonly type: 'SuspectReleased'; readonly releasedAt: Instant }
    | {
        readonly type: 'ChargeProposed'
        readonly charge: ProposedCharge
        readonly facts: OffenceFacts
        /** By when proceedings must start; null for an offence without a limit. */
        readonly limit: Deadline | null
      }
    | { readonly type: 'ChargeWithdrawn'; readonly key: string; readonly reason: string }
    | ({ readonly type: 'WhoMayChargeAssessed' } & Assessment)
    /** `ask` is by when the prosecutor must be asked about a charge that was put in an emergency. */
    | { readonly type: 'SuspectCharged'; readonly put: ChargePut; readonly ask?: Deadline }
    | ({ readonly type: 'EmergencyChargeAnswered' } & EmergencyAnswer)
    | {
        readonly type: 'PoliceTookNoFurtherAction'
        readonly ground: PoliceNoFurtherAction['ground']
        readonly reason: string
        readonly releasedAt: Instant
        readonly notices: readonly NoticeOwed[]
      }
    | {
        readonly type: 'VictimTold'
        readonly notice: string
        readonly on: LocalDate
        readonly toldAt: Instant
        readonly how: string
      }
    | { readonly type: 'TellingVictimGivenUp'; readonly notice: string; readonly reason: string }
    | { readonly type: 'ChargingNoted'; readonly step: ChargingStep | null; readonly note: string | null }
    | {
        readonly type: 'ChargingDecisionNoted'
        readonly step: ChargingStep
        readonly charges: readonly ProposedCharge[]
        readonly decision: number
        /** The two chasers, where a charge was authorised. */
        readonly chasers: readonly Deadline[]
        /** By when proceedings must start for the summary offences among the charges that were authorised. */
        readonly limits?: ReadonlyArray<{ readonly charge: string; readonly limit: Deadline }>
      }
  )
