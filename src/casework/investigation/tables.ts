import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Direction } from './lines.ts'

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    case_witness: {
      case_id: string
      person: string
      willing: boolean
      withdrawn_at: Instant | null
      withdrawn_reason: string | null
      needs: string | null
    }
    /** A viewer reads the cases that are closed to them, and nothing else of one than this. */
    case_restriction: { matter: string; force: string; crime_reference: string | null }
    /** A viewer who may restrict cases reads those of their agency that nobody of it can open. */
    case_named: { case_id: string; agency: string; named: string[] }
    case_plan: {
      case_id: string
      number: number
      objectives: string[]
      strategy: string
      at: Instant
      account: string
    }
    case_line: {
      case_id: string
      number: number
      what: string
      direction: Direction
      who: string | null
      due_on: LocalDate | null
      outcome: 'pursued' | 'not-pursued' | null
      words: string | null
      closed_at: Instant | null
    }
  }
}
