import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { OwedBy } from '../../duties/duty.ts'
import type { Deadline, DeadlineFacts } from '../deadlines/deadline.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { AnsweredState } from '../material/register.ts'
import type {
  FileCheck,
  FileSent,
  FollowedPoint,
  GroundAnswer,
  ItemAnswer,
  ItemAsked,
  NamedMaterial,
  Parties,
  RejectionGround,
} from './case-referrals.ts'
import type { AdviceStage, CaseType, ReviewType } from './terms.ts'

type Acted = { readonly at: Instant; readonly by: string }
type Facts = { readonly facts: DeadlineFacts }
type OfReferral = { readonly referral: number }

/** The case and who deals with it on either side, as they are on the day. */
type InCase = Parties & { readonly caseId: string; readonly heading: string }

type File = Facts & {
  readonly file: FileToSend
  readonly check: FileCheck
  readonly followed: readonly FollowedPoint[]
}

/** What police say of the file. What it holds and lacks is checked when it goes. */
export type FileToSend = Omit<FileSent, 'material' | 'gaps'>

/** `at` is when the command is given, `by` the account that gives it. `facts` are what the clocks rest on. */
export type ReferralCommand = Acted &
  (
    | ({
        readonly type: 'AskAdvice'
        readonly stage: AdviceStage
        readonly question: string
        readonly material: readonly NamedMaterial[]
        readonly neededBy: LocalDate | null
      } & InCase)
    | {
        readonly type: 'AnswerAdvice'
        readonly advice: number
        readonly points: readonly string[]
        readonly reasons: string
      }
    | { readonly type: 'WithdrawAdviceRequest'; readonly advice: number; readonly reason: string }
    | ({
        readonly type: 'Refer'
        /** The number that another system is told beforehand; another referral may have taken it meanwhile. */
        readonly number?: number
      } & InCase &
        File)
    | ({ readonly type: 'Resubmit'; readonly answers: readonly GroundAnswer[] } & InCase & OfReferral & File)
    | ({ readonly type: 'CorrectReferral'; readonly reason: string } & OfReferral & File)
    | ({ readonly type: 'WithdrawReferral'; readonly reason: string } & OfReferral)
    | ({
        readonly type: 'Accept'
        readonly reviewType: ReviewType
        readonly caseType: CaseType
        readonly prosecutors: Parties['prosecutors']
        readonly owner: string | null
      } & OfReferral &
        Facts)
    | ({
        readonly type: 'Reject'
        readonly grounds: readonly RejectionGround[]
        readonly respondBy: LocalDate
        readonly remindOn: LocalDate | null
      } & OfReferral)
    | ({ readonly type: 'RemindPolice'; readonly words: string } & OfReferral)
    | ({
        readonly type: 'SendActionPlan'
        /** Each with the day that the prosecutor sets for it, or null for that of the area's settings. */
        readonly items: ReadonlyArray<ItemAsked & { readonly dueOn: LocalDate | null }>
      } & OfReferral &
        Facts)
    | ({ readonly type: 'AnswerItem'; readonly item: string; readonly answer: ItemAnswer } & OfReferral & Facts)
    | ({
        readonly type: 'ReplyToQuestion'
        readonly item: string
        readonly reply: string
        readonly dueOn: LocalDate | null
      } & OfReferral &
        Facts)
    | ({ readonly type: 'WithdrawItem'; readonly item: string; readonly reason: string } & OfReferral)
    | ({ readonly type: 'Chase'; readonly plan: number; readonly words: string } & OfReferral & Facts)
    | ({ readonly type: 'FinaliseAdministratively'; readonly reason: string } & OfReferral)
    | ({ readonly type: 'Reopen'; readonly reason: string } & OfReferral & Facts)
    | {
        readonly type: 'NoteSuspectDecided'
        readonly suspect: number
        readonly outcome: string
        readonly decidedOn: LocalDate
      }
    | { readonly type: 'NoteSuspectReopened'; readonly suspect: number }
    | { readonly type: 'NoteReviewer'; readonly suspect: number; readonly owner: string | null }
    | { readonly type: 'NoteSuspectEnded'; readonly suspect: number }
    | ({
        readonly type: 'NoteMaterialAnswered'
        readonly item: string
        readonly material: NamedMaterial
        readonly state: AnsweredState
        readonly reason: string
        /** For the clock of a closed referral, which opens again with what comes. */
        readonly settings?: DeadlineSettings
      } & OfReferral)
    | { readonly type: 'NotePolice'; readonly police: OwedBy }
    | { readonly type: 'NoteHeading'; readonly heading: string }
  )

export type ReferralEvent = Acted &
  (
    | ({
        readonly type: 'AdviceAsked'
        readonly advice: number
        readonly stage: AdviceStage
        readonly question: string
        readonly material: readonly NamedMaterial[]
        readonly due: Deadline | null
      } & InCase)
    | {
        readonly type: 'AdviceGiven'
        readonly advice: number
        readonly points: readonly string[]
        readonly reasons: string
      }
    | { readonly type: 'AdviceRequestWithdrawn'; readonly advice: number; readonly reason: string }
    | ({ readonly type: 'AdviceFollowed'; readonly points: readonly FollowedPoint[] } & OfReferral)
    | ({ readonly type: 'Referred'; readonly file: FileSent; readonly due: Deadline } & InCase & OfReferral)
    | ({
        readonly type: 'Resubmitted'
        readonly file: FileSent
        readonly due: Deadline
        readonly answers: readonly GroundAnswer[]
        /** Suspects of the file as it stood before who are not in it any longer. */
        readonly left: readonly number[]
      } & InCase &
        OfReferral)
    | ({
        readonly type: 'ReferralCorrected'
        readonly file: FileSent
        readonly due: Deadline
        readonly left: readonly number[]
        readonly reason: string
      } & OfReferral)
    | ({ readonly type: 'ReferralWithdrawn'; readonly reason: string } & OfReferral)
    | ({
        readonly type: 'Accepted'
        readonly reviewType: ReviewType
        readonly caseType: CaseType
        readonly prosecutors: Parties['prosecutors']
        readonly owner: string | null
        readonly due: Deadline
      } & OfReferral)
    | ({
        readonly type: 'Rejected'
        readonly grounds: readonly RejectionGround[]
        readonly due: Deadline
        readonly reminder: Deadline | null
      } & OfReferral)
    | ({ readonly type: 'PoliceReminded'; readonly words: string } & OfReferral)
    | ({
        readonly type: 'ActionPlanSent'
        readonly plan: number
        readonly items: ReadonlyArray<ItemAsked & { readonly key: string; readonly due: Deadline }>
        readonly chasers: readonly Deadline[]
      } & OfReferral)
    | ({ readonly type: 'ItemAnswered'; readonly item: string; readonly answer: ItemAnswer } & OfReferral)
    | ({
        readonly type: 'QuestionReplied'
        readonly item: string
        readonly reply: string
        readonly due: Deadline
      } & OfReferral)
    | ({ readonly type: 'ItemWithdrawn'; readonly item: string; readonly reason: string } & OfReferral)
    | ({ readonly type: 'ActionPlanAnswered'; readonly plan: number } & OfReferral)
    | ({
        readonly type: 'Chased'
        readonly plan: number
        readonly words: string
        /** From when the referral may be closed administratively: given with the first chaser. */
        readonly finaliseFrom: Deadline | null
      } & OfReferral)
    | ({ readonly type: 'AdministrativelyFinalised'; readonly reason: string } & OfReferral)
    | ({ readonly type: 'Reopened'; readonly reason: string; readonly due: Deadline } & OfReferral)
    | ({
        readonly type: 'SuspectDecided'
        readonly suspect: number
        readonly outcome: string
        readonly decidedOn: LocalDate
      } & OfReferral)
    | ({ readonly type: 'SuspectReopened'; readonly suspect: number } & OfReferral)
    | ({ readonly type: 'SuspectEnded'; readonly suspect: number } & OfReferral)
    | ({ readonly type: 'ReviewerNoted'; readonly suspect: number; readonly owner: string | null } & OfReferral)
    | { readonly type: 'PoliceNoted'; readonly police: OwedBy }
    | { readonly type: 'HeadingNoted'; readonly heading: string }
  )

export type OrderOf<Type> = Extract<ReferralCommand, { readonly type: Type }>
export type EventOf<Type> = Extract<ReferralEvent, { readonly type: Type }>
