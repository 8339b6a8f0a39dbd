import type { Instant } from '../../calendar/instant.ts'

declare module '../database/tables.ts' {
  interface DatabaseTables {
    account: {
      readonly id: string
      readonly name: string
      readonly agency: string
      readonly unit: string | null
      readonly added_at: Instant
      readonly closed_at: Instant | null
    }
    account_email: { readonly account: string; readonly agency: string; readonly email: string }
    account_role: { readonly account: string; readonly agency: string; readonly role: string }
    account_work: { readonly account: string; readonly agency: string; readonly work: string }
    account_change: {
      readonly account: string
      readonly number: number
      readonly agency: string
      readonly at: Instant
      readonly by: string
      readonly what: string
      readonly role: string | null
      readonly unit: string | null
      readonly reason: string | null
    }
    look: {
      readonly id: number
      readonly at: Instant
      readonly account: string
      readonly agency: string
      readonly roles: readonly string[]
      readonly operation: string
      readonly subjects: readonly string[]
      readonly what: string
      readonly purpose: string
      readonly route: string
      readonly request_id: string
    }
  }
}

/** So that a file which needs these columns can import them and nothing else. */
export type AccessTables = 'account' | 'account_email' | 'account_role' | 'account_change' | 'look'
