import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { HeldMaterial } from '../material/held-material.ts'
import type { ReferredSuspect, SuspectPosition } from '../referral/referred-suspect.ts'
import type { ProposedCharge } from '../suspects/proposed-charge.ts'
import type { VictimToTell } from '../suspects/suspect-commands.ts'
import type { FactsByCode } from '../who-may-charge/offence-facts.ts'
import type {
  Acted,
  DecisionNotes,
  PointsTaken,
  PublicInterestAnswered,
  QuestionAnswered,
  ReviewTest,
  ProvedElement,
  ThresholdTest,
} from './charging-decision.ts'
import type { ChargeOutcome, SuspectOutcome } from './outcomes.ts'
import type {
  CodeEdition,
  EvidentialQuestion,
  PublicInterestQuestion,
  ReconsiderationGround,
  ReviewType,
  TestTiming,
} from './the-code.ts'
import type { NoticeOwed } from './victim-notice.ts'

/** A charge as the prosecutor words it; its key is given when it is recorded. */
export type WordedCharge = Omit<ProposedCharge, 'key'>

type OfCharge = { readonly charge: string }

/** Who is reviewed, on which referral, by which office. */
type Opened = {
  readonly caseId: string
  readonly number: number
  readonly suspect: ReferredSuspect
  readonly force: string
  readonly prosecutors: string
  readonly unit: string
  readonly owner: string | null
  readonly referral: number
  readonly category: string
}

type Questions = Readonly<Record<EvidentialQuestion, QuestionAnswered | null>>
type PublicInterest = Readonly<Record<PublicInterestQuestion, PublicInterestAnswered | null>>
type Threshold = Omit<ThresholdTest, keyof Acted | 'setAside'>

type Drafting =
  | ({
      readonly type: 'ProveElements'
      readonly points: PointsTaken
      readonly elements: readonly ProvedElement[]
    } & OfCharge)
  | ({ readonly type: 'AnswerQuestions'; readonly questions: Questions; readonly likelyDefence: string } & OfCharge)
  | ({
      readonly type: 'FindOnEvidence'
      readonly realisticProspect: boolean
      readonly timing: TestTiming
      readonly reasons: string
    } & OfCharge)
  | ({ readonly type: 'TakePublicInterestFirst'; readonly reasons: string } & OfCharge)
  | ({ readonly type: 'WeighPublicInterest'; readonly answers: PublicInterest } & OfCharge)
  | ({
      readonly type: 'ConcludeOnPublicInterest'
      readonly prosecutionRequired: boolean
      readonly reasons: string
    } & OfCharge)
  | ({
      readonly type: 'ApplyThresholdTest'
      /** Where the suspect is now, as the register of suspects has it. */
      readonly position: SuspectPosition
    } & Threshold &
      OfCharge)
  | ({
      readonly type: 'ProposeOutcome'
      readonly outcome: ChargeOutcome
      readonly test: ReviewTest
      readonly reasons: string
    } & OfCharge)
  | { readonly type: 'AddCharge'; readonly worded: WordedCharge; readonly reasons: string }
  | ({ readonly type: 'ChangeCharge'; readonly worded: WordedCharge; readonly reasons: string } & OfCharge)
  | ({ readonly type: 'NotPursueCharge'; readonly reasons: string } & OfCharge)
  | ({ readonly type: 'PursueChargeAgain'; readonly reasons: string } & OfCharge)
  /** `known` are the victims of the case whom they were chosen from. */
  | ({
      readonly type: 'NameVictims'
      readonly victims: readonly string[]
      readonly known?: readonly string[]
    } & OfCharge)
  | { readonly type: 'WriteNotes'; readonly notes: DecisionNotes; readonly reviewType: ReviewType | null }
  | { readonly type: 'DeclareDisclosure'; readonly effect: string }

/**
 * `at` is when the command is given, `by` the account that gives it. `seen` is how often the draft had been changed when
 * it was put before them; not given where nobody had it before them.
 */
export type ReviewCommand = Acted & { readonly seen?: number } & (
    | ({ readonly type: 'OpenReview' } & Opened)
    | { readonly type: 'FinaliseAdministratively'; readonly reason: string }
    | { readonly type: 'Reopen'; readonly reason: string }
    | Drafting
    | {
        readonly type: 'Decide'
        /** The prosecutor's role in words, as it was held at the decision. */
        readonly role: string
        /** Where the suspect is now, as the register of suspects has it. */
        readonly position: SuspectPosition
        /** The case's register as it is now: what a finding rests on may have been lost since. */
        readonly material: readonly HeldMaterial[]
        /** The victims of the case as they are now, to be told of what is not charged. */
        readonly victims: readonly VictimToTell[]
        readonly holidays: BankHolidays
        readonly settings?: DeadlineSettings
        /** What the list of offences says of what may be charged: by when proceedings must start turns on it. */
        readonly facts?: FactsByCode
      }
    | { readonly type: 'Reconsider'; readonly ground: ReconsiderationGround; readonly reasons: string }
    | { readonly type: 'TellVictim'; readonly notice: string; readonly on: LocalDate; readonly how: string }
    | { readonly type: 'GiveUpTellingVictim'; readonly notice: string; readonly reason: string }
    | { readonly type: 'ReassignReview'; readonly owner: string | null; readonly reason: string }
    | { readonly type: 'BeginFullReview' }
  )

export type OrderOf<Type> = Extract<ReviewCommand, { readonly type: Type }>

export type ReviewEvent = Acted &
  (
    | ({ readonly type: 'ReviewOpened' } & Opened)
    | { readonly type: 'AdministrativelyFinalised'; readonly reason: string }
    | { readonly type: 'ReviewReopened'; readonly reason: string }
    | { readonly type: 'ReviewReassigned'; readonly owner: string | null; readonly reason: string }
    | ({
        readonly type: 'ElementsProved'
        readonly points: PointsTaken
        readonly elements: readonly ProvedElement[]
      } & OfCharge)
    | ({ readonly type: 'QuestionsAnswered'; readonly questions: Questions; readonly likelyDefence: string } & OfCharge)
    | ({
        readonly type: 'EvidentialStageConcluded'
        readonly realisticProspect: boolean
        readonly timing: TestTiming
        readonly reasons: string
      } & OfCharge)
    | ({ readonly type: 'PublicInterestTakenFirst'; readonly reasons: string } & OfCharge)
    | ({ readonly type: 'PublicInterestWeighed'; readonly answers: PublicInterest } & OfCharge)
    | ({
        readonly type: 'PublicInterestStageConcluded'
        readonly prosecutionRequired: boolean
        readonly reasons: string
      } & OfCharge)
    | ({ readonly type: 'ThresholdTestApplied' } & Threshold & OfCharge)
    | ({
        readonly type: 'OutcomeProposed'
        readonly outcome: ChargeOutcome
        readonly test: ReviewTest
        readonly reasons: string
      } & OfCharge)
    | ({ readonly type: 'ChargeAdded'; readonly worded: WordedCharge; readonly reasons: string } & OfCharge)
    | ({ readonly type: 'ChargeChanged'; readonly worded: WordedCharge; readonly reasons: string } & OfCharge)
    | ({ readonly type: 'ChargeNotPursued'; readonly reasons: string } & OfCharge)
    | ({ readonly type: 'ChargePursuedAgain'; readonly reasons: string } & OfCharge)
    | ({
        readonly type: 'VictimsNamed'
        readonly victims: readonly string[]
        readonly known?: readonly string[]
      } & OfCharge)
    | { readonly type: 'NotesWritten'; readonly notes: DecisionNotes; readonly reviewType: ReviewType | null }
    | { readonly type: 'DisclosureDeclared'; readonly effect: string }
    | {
        readonly type: 'ChargingDecided'
        readonly decision: number
        readonly decidedOn: LocalDate
        readonly role: string
        readonly code: CodeEdition
        readonly reviewType: ReviewType
        readonly outcome: SuspectOutcome
        /** By when the Full Code Test must follow a Threshold Test charge; null where no charge rests on that test. */
        readonly thresholdReview: Deadline | null
        readonly notices: readonly NoticeOwed[]
        /** Notices of earlier decisions that nobody waits for any longer. Older decisions do not say. */
        readonly noticesEnded?: readonly string[]
        /** Notices still waited for, of other charges now. Older decisions left them as they were. */
        readonly noticesChanged?: ReadonlyArray<Pick<NoticeOwed, 'key' | 'charges'>>
        readonly settings?: DeadlineSettings
        readonly facts?: FactsByCode
      }
    | {
        readonly type: 'DecisionReconsidered'
        readonly decision: number
        readonly ground: ReconsiderationGround
        readonly reasons: string
      }
    | {
        readonly type: 'VictimTold'
        readonly notice: string
        readonly on: LocalDate
        readonly toldAt: Instant
        readonly how: string
      }
    | { readonly type: 'TellingVictimGivenUp'; readonly notice: string; readonly reason: string }
    | { readonly type: 'FullReviewBegun' }
  )

export type EventOf<Type> = Extract<ReviewEvent, { readonly type: Type }>
