import type { Quality } from './quality.ts'

/** As in migrations/20261122T0940Z-create-street-crime.sql. */
type StreetRevisionTable = {
  readonly force: string
  readonly month: string
  readonly revision: number
  readonly current: boolean
  readonly force_name: string
  readonly content_sha256: string
  readonly rows: number
  readonly quality: Quality
  readonly imported_at: string
}

type StreetCountTable = {
  readonly force: string
  readonly month: string
  readonly revision: number
  readonly crime_type: string
  readonly last_outcome: string
  readonly district: string
  readonly count: number
}

/** As in migrations/20261122T0941Z-create-current-street-count.sql. */
type CurrentStreetCountView = Omit<StreetCountTable, 'revision'> & { readonly content_sha256: string }

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    street_revision: StreetRevisionTable
    street_count: StreetCountTable
    current_street_count: CurrentStreetCountView
  }
}
