import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DecisionRecord } from './charging-decision.ts'
import type { SuspectOutcome } from './outcomes.ts'
import type { Review, ReviewStanding } from './review-state.ts'
import type { ReviewType } from './the-code.ts'

/** What is drafted, as one document. */
export type DraftDocument = Pick<
  Review,
  | 'position'
  | 'detentionEndsAt'
  | 'bailEndsOn'
  | 'asn'
  | 'force'
  | 'charges'
  | 'notes'
  | 'disclosure'
  | 'reviewType'
  | 'reconsidering'
  | 'notices'
> & { readonly changed: Review['changes'] }

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    charging_review: {
      case_id: string
      number: number
      person: string
      prosecutors: string
      unit: string
      owner: string | null
      referral: number
      category: string
      standing: ReviewStanding
      opened_at: Instant
      decisions: number
      outcome: SuspectOutcome | null
      decided_on: LocalDate | null
      threshold_review_on: LocalDate | null
    }
    charging_review_draft: {
      case_id: string
      number: number
      agencies: string[]
      changes: number
      draft: DraftDocument
    }
    charging_decision: {
      case_id: string
      number: number
      decision: number
      agencies: string[]
      referral: number
      category: string
      review_type: ReviewType
      outcome: SuspectOutcome
      decided_at: Instant
      decided_on: LocalDate
      decided_by: string
      record: DecisionRecord
    }
  }
}
