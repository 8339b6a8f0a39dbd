import type { Instant } from '../calendar/instant.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { EnhancedGround } from '../victims/rights/enhanced-rights.ts'
import type { CaseState } from './investigation/case-state.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    case_summary: CaseSummaryTable
    case_person: {
      case_id: string
      person: string
      role: 'reporter' | 'victim' | 'witness' | 'suspect'
      number: number
      enhanced_by: EnhancedGround[]
    }
    case_notice: {
      case_id: string
      key: string
      person: string
      told_at: Instant | null
      how: string | null
      waived_at: Instant | null
      waived_reason: string | null
    }
    case_happening: {
      case_id: string
      source: string
      number: number
      at: Instant
      account: string
      event: string
      detail: ReadonlyArray<readonly [string, string]>
      agencies: string[] | null
    }
    person: PersonTable
    person_name_key: { person: string; key: string }
    person_change: { person: string; number: number; at: Instant; account: string; what: string }
    person_change_reason: { person: string; number: number; case_id: string; reason: string }
  }
}

type CaseSummaryTable = {
  id: string
  agencies: string[]
  force: string
  unit: string | null
  dealt_with_by: string
  state: CaseState
  reported_at: Instant
  happened_from: LocalDate
  happened_to: LocalDate
  what: string
  place: string
  offence: string | null
  offence_title: string | null
  crime: boolean | null
  crime_reference: string | null
  crime_reason: string | null
  crime_decided_at: Instant | null
  investigate: boolean | null
  investigate_how: string | null
  investigate_reason: string | null
  urn: string | null
  operation: string | null
  officer: string | null
  supervisor: string | null
  happened_from_time: string | null
  happened_to_time: string | null
  corrected_at: Instant | null
  restricted_to: string[] | null
  restricted_agencies: string[] | null
  restricted_by: string | null
  restricted_reason: string | null
  searched: string
}

type PersonTable = {
  id: string
  name: string | null
  organisation: string | null
  date_of_birth: LocalDate | null
  phone: string | null
  email: string | null
  address: string | null
  contact_note: string | null
}
