import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/database/reading.ts'
import type { DatabaseTables } from '../../platform/database/tables.ts'
import type { CaseState } from '../investigation/case-state.ts'
import type { CasesQuery } from './cases-query.ts'

export const casesPerPage = 25

export type ListedCase = Awaited<ReturnType<typeof readPage>>[number]

export type CaseList = {
  /** As asked, on the last page where the page asked for lies beyond it. */
  readonly query: CasesQuery
  readonly total: number
  readonly pages: number
  readonly cases: readonly ListedCase[]
  /** How many there are in each state, with the other filters applied. */
  readonly states: ReadonlyMap<CaseState, number>
}

/** One page of the cases that the viewer is on, the latest report first. */
export async function readCases(tx: Tx, asked: CasesQuery): Promise<CaseList> {
  const states = await countByState(tx, asked)
  const total = asked.state === null ? sum([...states.values()]) : (states.get(asked.state) ?? 0)
  const pages = Math.max(1, Math.ceil(total / casesPerPage))
  const query = { ...asked, page: Math.min(asked.page, pages) }
  return { query, total, pages, states, cases: total === 0 ? [] : await readPage(tx, query) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0)

async function countByState(tx: Tx, query: CasesQuery): Promise<ReadonlyMap<CaseState, number>> {
  const rows = await tx
    .selectFrom('case_summary')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where((e) => e.and(found(e, query)))
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

const readPage = (tx: Tx, query: CasesQuery) =>
  tx
    .selectFrom('case_summary')
    .select(['id', 'crime_reference as crimeReference', 'offence_title as offenceTitle', 'place', 'state'])
    .select(['reported_at as reportedAt', 'dealt_with_by as dealtWithBy'])
    .where((e) => e.and(found(e, query)))
    .$if(query.state !== null, (all) => (query.state ? all.where('state', '=', query.state) : all))
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .limit(casesPerPage)
    .offset((query.page - 1) * casesPerPage)
    .execute()

type Of = ExpressionBuilder<DatabaseTables, 'case_summary'>

/** The text as itself in a LIKE pattern. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** Every filter but the state, so that the states can be counted. Each word must stand somewhere. */
function found(e: Of, { reference, offence, words, unit }: CasesQuery) {
  const written = literally(reference.replaceAll(/\s/g, '').toUpperCase())
  const bare = written.replaceAll('-', '')
  return [
    ...(written ? [sql<SqlBool>`(crime_reference like ${`${written}%`} or id like ${`${bare}%`})`] : []),
    ...wordsOf(offence).map(
      (word) => sql<SqlBool>`lower(offence || ' ' || offence_title) like ${`%${literally(word)}%`}`,
    ),
    ...wordsOf(words).map((word) => e('searched', 'like', `%${literally(word)}%`)),
    ...(unit ? [e('unit', '=', unit)] : []),
  ]
}
