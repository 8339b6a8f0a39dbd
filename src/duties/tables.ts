import type { Instant } from '../calendar/instant.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { EarlierDate } from './duty.ts'
import type { Authority } from './rules.ts'
import type { Working } from './worked-date.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    duty: DutyTable
    duty_history: DutyHistoryTable
  }
}

export type DutyTable = {
  stream: string
  key: string
  id: string
  kind: string
  what: string
  about_text: string | null
  about_path: string | null
  owed_by_agency: string
  owed_by_unit: string | null
  owed_by_role: string | null
  owed_by_account: string | null
  owed_by_name: string
  owed_to_agency: string | null
  owed_to_name: string
  started_on: LocalDate
  due_on: LocalDate
  due_at: Instant
  met_at: Instant | null
  waived_at: Instant | null
  waived_reason: string | null
  rule: string
  authority: Authority
  working: Working
  public: boolean
  earlier_dates: readonly EarlierDate[]
  searched: string
  matter: string | null
}

type DutyHistoryTable = {
  stream: string
  key: string
  number: number
  at: Instant
  account: string
  event: string
  detail: string | null
}
