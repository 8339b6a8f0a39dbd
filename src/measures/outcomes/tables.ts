import type { OutcomeCategory } from './outcome-month.ts'

/** As in migrations/20261122T0931Z-create-outcome.sql and 20261122T1005Z-withdraw-outcomes.sql. */
type OutcomeRevisionTable = {
  readonly month: string
  readonly revision: number
  readonly current: boolean
  readonly content_sha256: string
  readonly figures_sha256: string
  readonly imported_at: string
  readonly reinstated_at: string | null
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
}

type OutcomeCountTable = {
  readonly month: string
  readonly revision: number
  readonly area: string
  readonly category: OutcomeCategory
  readonly convictions: number
  readonly unsuccessful: number
  readonly line: number
}

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    outcome_revision: OutcomeRevisionTable
    outcome_count: OutcomeCountTable
    current_outcome_count: OutcomeCountTable & { readonly content_sha256: string }
  }
}
