import { sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'

export const happeningsPerPage = 25

/** What the address of a case's record asks for: one source, or all of them. */
export type RecordQuery = { readonly source: string | null; readonly page: number }

/** One line of the record: of a stream of the case, or of somebody in it whose details were corrected. */
export type RecordLine = {
  readonly source: string
  readonly at: Instant
  readonly account: string
  readonly event: string
  readonly detail: ReadonlyArray<readonly [string, string]>
  /** Whose details were corrected; null for a line of the case itself. */
  readonly person: string | null
}

export type CaseRecord = {
  /** As asked, on the last page where the page asked for lies beyond it. */
  readonly query: RecordQuery
  readonly total: number
  readonly pages: number
  readonly lines: readonly RecordLine[]
  /** How many lines each source tells. */
  readonly sources: ReadonlyMap<string, number>
}

/** The lines of corrections stand among those of the case, under a source of their own. */
export const corrections = 'people'

/** One page of the record over all streams of the case, newest first, as far as the viewer may read it. */
export async function readRecord(tx: Tx, caseId: string, asked: RecordQuery): Promise<CaseRecord> {
  const sources = await countSources(tx, caseId)
  const all = [...sources.values()].reduce((sum, count) => sum + count, 0)
  const source = asked.source !== null && sources.has(asked.source) ? asked.source : null
  const total = source === null ? all : (sources.get(source) ?? 0)
  const pages = Math.max(1, Math.ceil(total / happeningsPerPage))
  const query = { source, page: Math.min(asked.page, pages) }
  return { query, total, pages, sources, lines: total === 0 ? [] : await readLines(tx, caseId, query) }
}

/**
 * The first line of a person is that they were recorded, which the case tells itself. Why they were corrected is told in
 * the case in which they were.
 */
const lines = (caseId: string) => sql`
  select source, number, at, account, event, detail, null as person from case_happening where case_id = ${caseId}
  union all
  select ${corrections}, number, at, account, what, case when reason is null then '[]' else jsonb_build_array(jsonb_build_array('Reason', reason)) end, person
    from person_change
    left join (select person, number, reason from person_change_reason where case_id = ${caseId}) why using (person, number)
   where number > 1 and person in (select person from case_person where case_id = ${caseId})`

async function countSources(tx: Tx, caseId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ source: string; count: number }>`
    select source, count(*) as count from (${lines(caseId)}) line group by source order by source`.execute(tx)
  return new Map(rows.map(({ source, count }) => [source, count]))
}

async function readLines(tx: Tx, caseId: string, { source, page }: RecordQuery): Promise<readonly RecordLine[]> {
  const { rows } = await sql<RecordLine>`
    select source, at, account, event, detail, person from (${lines(caseId)}) line
     where ${source === null ? sql`true` : sql`source = ${source}`}
     order by at desc, source desc, number desc
     limit ${happeningsPerPage} offset ${(page - 1) * happeningsPerPage}`.execute(tx)
  return rows
}
