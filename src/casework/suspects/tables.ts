import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Suspect, SuspectPosition } from './suspect-state.ts'
import type { TrackState } from './track.ts'

/** What the pages of one suspect show and no list asks for. */
export type SuspectDetail = Pick<
  Suspect,
  | 'reason'
  | 'eliminated'
  | 'pncId'
  | 'arrests'
  | 'interviews'
  | 'bail'
  | 'underInvestigation'
  | 'charges'
  | 'assessment'
  | 'stepNote'
  | 'decision'
  | 'noFurtherAction'
  | 'put'
  | 'notices'
> & {
  /** What was recorded last and can be taken back: its number, and its words on the record. */
  readonly lastEntry: { readonly number: number; readonly what: string } | null
}

declare module '../../platform/database/tables.ts' {
  interface DatabaseTables {
    case_key: { case_id: string; source: string; kind: 'asn' | 'offence'; key: string }
    suspect: {
      case_id: string
      number: number
      person: string
      track: TrackState
      position: SuspectPosition
      detention_ends_at: Instant | null
      bail_ends_on: LocalDate | null
      review_on: LocalDate | null
      asns: string[]
      detail: SuspectDetail
    }
  }
}
