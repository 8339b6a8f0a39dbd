/** As in migrations/20261122T0930Z-create-source-file.sql and 20261122T1005Z-withdraw-outcomes.sql. */
export type SourceFileTable = {
  readonly content_sha256: string
  readonly dataset: string
  readonly period: string
  readonly file_name: string
  readonly file_sha256: string
  readonly file_bytes: number
  readonly content_bytes: number
  readonly rows: number
  readonly licence: string
  readonly imported_at: string
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
}

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    source_file: SourceFileTable
  }
}
