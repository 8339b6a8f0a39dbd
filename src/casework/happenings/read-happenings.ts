import { sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'

/** Where in the order of happenings somebody stopped reading. The whole of it names one happening. */
export type HappeningPlace = {
  readonly at: Instant
  readonly caseId: string
  readonly source: string
  readonly number: number
}

/** What happened in the cases that the viewer is on after a place in time, over all of them, oldest first. */
export const readHappeningsAfter = (tx: Tx, { at, caseId, source, number }: HappeningPlace, most: number) =>
  tx
    .selectFrom('case_happening')
    .select(['case_id as caseId', 'source', 'number', 'at', 'event'])
    .where(
      sql<boolean>`(at, case_id, source, number) > (${at}::timestamptz, ${caseId}::text, ${source}::text, ${number}::integer)`,
    )
    .orderBy('at')
    .orderBy('case_id')
    .orderBy('source')
    .orderBy('number')
    .limit(most)
    .execute()
