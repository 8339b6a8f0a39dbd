import type { OutcomeCategory } from './categories.ts'

/** As in migrations/20261122T0931Z-create-outcome.sql. */
export type OutcomeRevisionTable = {
  readonly month: string
  readonly revision: number
  readonly current: boolean
  readonly content_sha256: string
  readonly figures_sha256: string
  readonly imported_at: string
  readonly reinstated_at: string | null
}

export type OutcomeCountTable = {
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
