import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { SuspectPosition } from '../referral/referred-suspect.ts'
import type {
  Acted,
  DecisionNotes,
  DecisionRecord,
  DisclosureDeclaration,
  Reconsideration,
  ReviewedCharge,
} from './charging-decision.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { ReviewType } from './the-code.ts'
import type { VictimNotice } from './victim-notice.ts'

/**
 * Where a review stands. `again` is a decided one that must be reviewed by the Full Code Test, because a charge was
 * authorised by the Threshold Test.
 */
export const reviewStandings = {
  open: 'Waiting for the prosecutor to decide',
  again: 'Full Code Test review after a Threshold Test charge',
  decided: 'Decided',
  finalised: 'Closed until more evidence comes',
} as const
export type ReviewStanding = keyof typeof reviewStandings

/** The Full Code Test that a Threshold Test charge owes, by a day before the custody time limit. */
export type ThresholdReview = {
  readonly decision: number
  readonly due: Deadline
  readonly metAt: Instant | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly history: readonly DutyHappening[]
}

/** A change to what is drafted: who made it, when, to what. For a colleague who has the same form before them. */
type DraftChange = Acted & { readonly what: string }

/** The charging review of one suspect: what the prosecutor makes of each charge, and every decision that was made. */
export type Review = {
  readonly caseId: string
  readonly number: number
  readonly person: string
  readonly position: SuspectPosition
  readonly detentionEndsAt: Instant | null
  readonly bailEndsOn: LocalDate | null
  readonly asn: string | null
  readonly force: string
  /** The CPS Area that reviews, and its unit. */
  readonly prosecutors: string
  readonly unit: string
  /** The account of the prosecutor whose review it is; null while it is the unit's. */
  readonly owner: string | null
  readonly referral: number
  readonly category: string
  readonly openedAt: Instant
  readonly standing: ReviewStanding
  readonly charges: readonly ReviewedCharge[]
  readonly notes: DecisionNotes
  readonly disclosure: DisclosureDeclaration | null
  /** What the prosecutor calls this review; null while that is open, or follows from why it is held. */
  readonly reviewType: ReviewType | null
  readonly decisions: readonly DecisionRecord[]
  /** Why the last decision is being looked at again; null while it is not. */
  readonly reconsidering: Reconsideration | null
  readonly thresholdReviews: readonly ThresholdReview[]
  /** The victims who were to be told of a decision not to charge, and what became of it. */
  readonly notices: readonly VictimNotice[]
  readonly changes: readonly DraftChange[]
  readonly happenings: readonly CaseHappening[]
}
