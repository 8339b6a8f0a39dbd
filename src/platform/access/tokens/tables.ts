import type { Instant } from '../../../calendar/instant.ts'

declare module '../../database/tables.ts' {
  interface DatabaseTables {
    api_token: {
      readonly id: string
      readonly agency: string
      readonly agency_kind: string
      readonly name: string
      readonly scopes: readonly string[]
      readonly made_at: Instant
      readonly made_by: string
      readonly expires_at: Instant
      readonly ended_at: Instant | null
      readonly ended_by: string | null
      readonly ended_reason: string | null
    }
    api_token_use: { readonly token: string; readonly last_used_at: Instant }
  }
}
