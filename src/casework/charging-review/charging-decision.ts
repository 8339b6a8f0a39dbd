import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Confidence } from '../../duties/rules.ts'
import type { HeldMaterial } from '../material/held-material.ts'
import type { ProposedCharge } from '../suspects/proposed-charge.ts'
import type { ChargeOutcome, SuspectOutcome } from './outcomes.ts'
import type {
  CodeEdition,
  EvidentialQuestion,
  PublicInterestAnswer,
  PublicInterestQuestion,
  QuestionAnswer,
  ReconsiderationGround,
  ReviewType,
  TestTiming,
  ThresholdCondition,
} from './the-code.ts'

/** Who did something and when. `by` is an account. */
export type Acted = { readonly at: Instant; readonly by: string }

/** Where the points to prove of a charge came from, as they stood when they were taken. */
export type PointsTaken = {
  readonly title: string
  readonly statute: string | null
  readonly section: string | null
  readonly source: string
  readonly confidence: Confidence
}

/** One thing that must be proved, and what proves it: material, the word none, or nothing said yet. */
export type ProvedElement = {
  readonly key: string
  readonly words: string
  /** True where the prosecutor of this case wrote it; it stands in no list. */
  readonly own: boolean
  /** The material as it stood when it was named. */
  readonly material: readonly HeldMaterial[]
  /** That nothing proves it, said in so many words. Never true beside material. */
  readonly none: boolean
  readonly note: string
}

export type QuestionAnswered = { readonly answer: QuestionAnswer; readonly note: string }

/** A conclusion, and why it no longer stands when something that it rests on was changed after it. */
type Conclusion = Acted & { readonly setAside: string | null }

type EvidentialFinding = Conclusion & {
  readonly reasons: string
  readonly realisticProspect: boolean
  readonly timing: TestTiming
}

export type PublicInterestAnswered = { readonly answer: PublicInterestAnswer; readonly reasons: string }

type PublicInterestConclusion = Conclusion & {
  readonly prosecutionRequired: boolean
  readonly reasons: string
}

/** The Threshold Test on one charge. */
export type ThresholdTest = Conclusion & {
  /** Why bail would be a substantial risk, and why the decision cannot wait for all the evidence. */
  readonly bailRisk: string
  readonly conditions: Readonly<Record<ThresholdCondition, { readonly met: boolean; readonly reasons: string }>>
  /** What is expected still to come. */
  readonly expected: readonly string[]
  /** The last day of the custody time limit, as it was given. */
  readonly custodyLimit: LocalDate
  /** The day by which the Full Code Test is applied: before the custody time limit ends. */
  readonly reviewOn: LocalDate
}

/** One charge under review. */
export type ReviewedCharge = {
  readonly charge: ProposedCharge
  /** As police proposed it; null for a charge that the prosecutor added. */
  readonly proposed: ProposedCharge | null
  /** Why the prosecutor added it, or changed it from what police proposed. */
  readonly changedBecause: string | null
  /** Why it is not pursued; null while it is. */
  readonly notPursued: (Acted & { readonly reasons: string }) | null
  /** The persons of the victims whom it concerns; nobody where it has none, null while nobody said. */
  readonly victims: readonly string[] | null
  /** The victims of the case when that was said; null where it is not known. Who became one later is asked about. */
  readonly knownVictims: readonly string[] | null
  /** Null until the elements were first looked at. */
  readonly points: PointsTaken | null
  readonly elements: readonly ProvedElement[]
  readonly questions: Readonly<Record<EvidentialQuestion, QuestionAnswered | null>>
  readonly likelyDefence: string
  readonly finding: EvidentialFinding | null
  /** Why the public interest was exceptionally taken first; null where it was not. */
  readonly publicInterestFirst: (Acted & { readonly reasons: string }) | null
  readonly publicInterest: Readonly<Record<PublicInterestQuestion, PublicInterestAnswered | null>>
  readonly conclusion: PublicInterestConclusion | null
  readonly threshold: ThresholdTest | null
  /** What the prosecutor means to decide; null while that is open. */
  readonly outcome: { readonly outcome: ChargeOutcome; readonly test: ReviewTest; readonly reasons: string } | null
}

/** Under which test a charge is decided. */
export type ReviewTest = 'full-code-test' | 'threshold-test'

/** What goes with the decision, for the suspect as a whole. */
export type DecisionNotes = {
  readonly alternatives: string
  readonly instructions: string
  readonly witnesses: string
  readonly monitoring: readonly string[]
}

/** The prosecutor's declaration that the effect of disclosable material on the case was considered. */
export type DisclosureDeclaration = Acted & { readonly effect: string; readonly setAside: string | null }

/** An earlier decision that this one takes the place of, and why it was looked at again. */
export type Reconsideration = Acted & {
  readonly decision: number
  readonly ground: ReconsiderationGround
  readonly reasons: string
}

/**
 * Everything that a charging decision rests on, as it stood at the moment of the decision. It is never edited: a
 * decision that is reconsidered is followed by another record.
 */
export type DecisionRecord = {
  readonly caseId: string
  /** The suspect's number in the case, and the id of their person. */
  readonly suspect: number
  readonly person: string
  /** 1 for the first decision on this suspect. */
  readonly decision: number
  readonly decidedAt: Instant
  readonly decidedOn: LocalDate
  /** The prosecutor's account, and the role in which they decided, in words. */
  readonly decidedBy: string
  readonly role: string
  readonly prosecutors: string
  readonly unit: string
  readonly force: string
  readonly referral: number
  readonly category: string
  readonly reviewType: ReviewType
  readonly code: CodeEdition
  readonly outcome: SuspectOutcome
  readonly charges: readonly ReviewedCharge[]
  readonly notes: DecisionNotes
  readonly disclosure: DisclosureDeclaration
  /** The reconsideration that this decision ends; null for a first decision. */
  readonly reconsiders: Reconsideration | null
}

/** Whether a conclusion was made and still stands. */
export const stands = <Made extends { readonly setAside: string | null }>(made: Made | null): made is Made =>
  made !== null && made.setAside === null
