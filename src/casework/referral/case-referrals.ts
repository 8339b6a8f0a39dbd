import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { OwedBy } from '../../duties/duty.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { FileContext, FileType } from '../file-check/file-check.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { HeldMaterial, MaterialKind } from '../material/held-material.ts'
import type { NotObtained } from '../material/register.ts'
import type { AnticipatedPlea } from '../who-may-charge/who-may-charge.ts'
import type { ReferredSuspect } from './referred-suspect.ts'
import type { RejectionReason } from './rejection-reasons.ts'
import type { AdviceStage, CaseType, Category, ReferralStage, ReviewType } from './terms.ts'

/** Who acts on either side: the unit of the force that deals with the case, and the unit of the CPS that decides. */
export type Parties = { readonly police: OwedBy; readonly prosecutors: OwedBy }

/** An item of the case's register as it was called on that day: "M3 Witness statement (MG11)". */
export type NamedMaterial = { readonly key: string; readonly title: string }

/** Something that the file should hold and does not, with why it goes without. */
export type ExplainedGap = {
  /** The code of the requirement of the file. */
  readonly code: string
  readonly what: string
  /** Why it is a gap: "It was asked for and not answered." */
  readonly standing: string
  /** Why the file goes all the same, in the words of police. */
  readonly reason: string
}

/** What the file is checked against before it goes, and why it goes without what it lacks. */
export type FileCheck = {
  readonly material: readonly HeldMaterial[]
  /** The rest follows from what is sent. */
  readonly context: Omit<FileContext, 'prosecutorDecides' | 'notGuiltyExpected' | 'inCustody'>
  readonly reasons: ReadonlyArray<{ readonly code: string; readonly reason: string }>
}

/** Whether the file followed one point of the advice; a point that it did not follow has a reason. */
export type FollowedPoint = {
  readonly advice: number
  /** 1 for the first point of that advice. */
  readonly point: number
  readonly followed: boolean
  readonly why: string
}

/** What police send to the prosecutor. */
export type FileSent = {
  readonly category: Category
  /** Why it is this category. A green priority referral needs it. */
  readonly categoryReason: string
  readonly suspects: readonly ReferredSuspect[]
  readonly plea: AnticipatedPlea
  readonly fileType: FileType
  readonly supervisorComments: string
  /** What the register held on the day. */
  readonly material: readonly NamedMaterial[]
  readonly gaps: readonly ExplainedGap[]
}

/** One reason of a rejection, tied to what it is about: an item of material, or a field of the referral in words. */
export type RejectionGround = {
  readonly reason: RejectionReason
  readonly material: NamedMaterial | null
  /** Which document or field it names, and what is wrong with it. */
  readonly about: string
}

export type Rejection = {
  readonly grounds: readonly RejectionGround[]
  /** By when police are to answer. */
  readonly due: Deadline
  /** When the prosecutor looks whether they did; never before they are to. */
  readonly reminder: Deadline | null
  /** When the prosecutor did. */
  readonly reminded: { readonly at: Instant; readonly words: string } | null
  readonly at: Instant
  readonly by: string
}

/** What police say to one ground of a rejection, in the order of the grounds. */
export type GroundAnswer = { readonly ground: number; readonly answer: string }

/** One time that the file was sent: the first, and each after a rejection. */
export type Submission = {
  readonly at: Instant
  readonly by: string
  readonly sent: FileSent
  /** By when the prosecutor is to decide. */
  readonly due: Deadline
  readonly answers: readonly GroundAnswer[]
  readonly rejection: Rejection | null
}

export type Acceptance = {
  readonly reviewType: ReviewType
  readonly caseType: CaseType
  readonly owner: string | null
  /** By when the prosecutor is to decide, worked out again where the kind of review says so. */
  readonly due: Deadline
  readonly at: Instant
  readonly by: string
}

/** How police answer an item of an action plan. A question goes back to the prosecutor. */
export type ItemAnswer =
  | { readonly type: 'done'; readonly material: NamedMaterial | null; readonly words: string }
  /** `state` says how what was asked for stands on the register; missing, where police did not say. */
  | { readonly type: 'cannot'; readonly words: string; readonly state?: NotObtained }
  | { readonly type: 'question'; readonly words: string }

/** What the prosecutor asks police for. */
export type ItemAsked = {
  readonly what: string
  readonly why: string
  /** The suspect it is about, by number; null where it is about all of them. */
  readonly suspect: number | null
  /** An item of the register that it is about; null where something new is asked for. */
  readonly material: NamedMaterial | null
  /** The kind of material that it asks for, which then stands on the register; absent where it asks for something else. */
  readonly asksFor?: MaterialKind
  readonly urgent: boolean
}

/** One time that an item was with police: again after each question that the prosecutor replied to. */
export type ItemRound = {
  readonly due: Deadline
  readonly answer: GivenAnswer | null
  /** The prosecutor's reply to a question. */
  readonly reply: string | null
  /** What answered the item while its question waited for a reply. */
  readonly meanwhile: GivenAnswer | null
}

export type GivenAnswer = ItemAnswer & { readonly at: Instant; readonly by: string }

export type ActionItem = ItemAsked & {
  /** `A1`, `A2`: its number within the referral. */
  readonly key: string
  readonly plan: number
  readonly rounds: readonly ItemRound[]
  /** Why it is no longer waited for, though it was not answered. */
  readonly ended: { readonly at: Instant; readonly reason: string } | null
}

export type Chaser = {
  readonly due: Deadline
  readonly sent: { readonly at: Instant; readonly words: string } | null
}

export type ActionPlan = {
  readonly number: number
  readonly at: Instant
  readonly by: string
  /** The first and the second, by their months. */
  readonly chasers: readonly Chaser[]
  /** From when the referral may be closed administratively; known once police were first chased. */
  readonly finaliseFrom: Deadline | null
  /** When nothing in it was waited for any longer. */
  readonly endedAt: Instant | null
}

/** How a referral was closed for want of an answer. */
export type Closing = {
  readonly at: Instant
  readonly reason: string
  /** When the decision had been made before, by a reconsideration of which it was then closed. */
  readonly decidedAt: Instant | null
}

/** One time that a closed referral was opened again, with the prosecutor's new clock. */
export type Reopening = {
  readonly at: Instant
  readonly by: string
  readonly due: Deadline
  readonly closing: Closing
}

export type SuspectDecision = { readonly suspect: number; readonly outcome: string; readonly decidedOn: LocalDate }

export type Referral = {
  /** 1 for the first of the case. */
  readonly number: number
  readonly stage: ReferralStage
  /** The file as it was last sent or corrected stands in the last of them. */
  readonly submissions: readonly Submission[]
  readonly acceptance: Acceptance | null
  readonly plans: readonly ActionPlan[]
  readonly items: readonly ActionItem[]
  readonly decisions: readonly SuspectDecision[]
  /** Suspects of a rejected file whom police charged, or with whom they have done, since the rejection. */
  readonly ended: readonly number[]
  /** Whose review each suspect is once the referral is accepted, by account; null while it is the unit's. */
  readonly reviewers: ReadonlyArray<{ readonly suspect: number; readonly owner: string | null }>
  /** When the last suspect was first decided on since it was last opened. A reconsideration does not make that late. */
  readonly decidedAt: Instant | null
  readonly reopenings: readonly Reopening[]
  readonly closed: { readonly at: Instant; readonly reason: string } | null
  readonly prosecutors: OwedBy
}

export type AdvicePoint = {
  readonly text: string
  /** What police said at the referral; null until they did. */
  readonly followed: { readonly followed: boolean; readonly why: string; readonly at: Instant } | null
}

/** Advice that police asked for before they referred the case. */
export type Advice = {
  readonly number: number
  readonly stage: AdviceStage
  readonly question: string
  readonly material: readonly NamedMaterial[]
  readonly prosecutors: OwedBy
  /** Null where police named no day: no clock of early advice is known. */
  readonly due: Deadline | null
  readonly at: Instant
  readonly by: string
  readonly answer: {
    readonly points: readonly AdvicePoint[]
    readonly reasons: string
    readonly at: Instant
    readonly by: string
  } | null
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
}

/** What police and the prosecutor did with one case before a charging decision. */
export type CaseReferrals = Parties & {
  readonly caseId: string
  /** What the case is called on duties: "Crime 43260123456". */
  readonly heading: string
  readonly advice: readonly Advice[]
  readonly referrals: readonly Referral[]
  readonly happenings: readonly CaseHappening[]
}
