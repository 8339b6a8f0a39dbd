import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/database/reading.ts'
import type { DatabaseTables } from '../../platform/database/tables.ts'
import type { TriageQuery, TriageShown } from './triage-query.ts'
import type { Category } from './terms.ts'

export const triagePerPage = 25

/** One page of what waits for the viewer's agency to be checked or answered. */
export type TriageList = {
  /** As asked, on the last page where the page asked for lies beyond it. */
  readonly query: TriageQuery
  readonly counts: Readonly<Record<TriageShown, number>>
  readonly pages: number
  readonly rows: readonly WaitingRow[]
}

export type WaitingRow =
  | Awaited<ReturnType<typeof readReferrals>>[number]
  | Awaited<ReturnType<typeof readAdvice>>[number]

/** What waits for an agency of the CPS, what is due first at the top. */
export async function readTriage(tx: Tx, agency: string, asked: TriageQuery): Promise<TriageList> {
  const counts = await countWaiting(tx, agency, asked.unit)
  const total = counts[asked.shown]
  const pages = Math.max(1, Math.ceil(total / triagePerPage))
  const query = { ...asked, page: Math.min(asked.page, pages) }
  const read = query.shown === 'advice' ? readAdvice : readReferrals
  return { query, counts, pages, rows: total === 0 ? [] : await read(tx, agency, query) }
}

async function countWaiting(tx: Tx, agency: string, unit: string): Promise<TriageList['counts']> {
  const byCategory = await tx
    .selectFrom('case_referral')
    .select((e) => ['category', e.fn.countAll<number>().as('count')])
    .where('prosecutors', '=', agency)
    .where('stage', '=', 'waiting')
    .$if(unit !== '', (all) => all.where('unit', '=', unit))
    .groupBy('category')
    .execute()
  const { advice } = await tx
    .selectFrom('case_advice')
    .select((e) => e.fn.countAll<number>().as('advice'))
    .where('prosecutors', '=', agency)
    .where('state', '=', 'waiting')
    .$if(unit !== '', (all) => all.where('unit', '=', unit))
    .executeTakeFirstOrThrow()
  const of = (category: Category): number => byCategory.find((one) => one.category === category)?.count ?? 0
  const [red, priority, green] = [of('red'), of('green-priority'), of('green')]
  return { all: red + priority + green, red, 'green-priority': priority, green, advice }
}

const readReferrals = (tx: Tx, agency: string, { shown, unit, page }: TriageQuery) =>
  tx
    .selectFrom('case_referral')
    .innerJoin('case_summary', 'case_summary.id', 'case_referral.case_id')
    .select(['case_id as caseId', 'number', 'category', 'police_name as policeName', 'received_at as receivedAt'])
    .select(['due_at as dueAt', 'duty', 'case_referral.unit', 'urn', 'crime_reference as crimeReference'])
    .select('offence_title as offenceTitle')
    .select(sql<number>`jsonb_array_length(detail->'submissions')`.as('submissions'))
    .where('prosecutors', '=', agency)
    .where('stage', '=', 'waiting')
    .$if(unit !== '', (all) => all.where('case_referral.unit', '=', unit))
    .where((e) => categoryIs(e, shown))
    .orderBy('due_at')
    .orderBy('case_id')
    .orderBy('number')
    .limit(triagePerPage)
    .offset((page - 1) * triagePerPage)
    .execute()

const categoryIs = (e: ExpressionBuilder<DatabaseTables, 'case_referral'>, shown: TriageShown) =>
  shown === 'all' || shown === 'advice' ? sql<SqlBool>`true` : e('category', '=', shown)

const readAdvice = (tx: Tx, agency: string, { unit, page }: TriageQuery) =>
  tx
    .selectFrom('case_advice')
    .innerJoin('case_summary', 'case_summary.id', 'case_advice.case_id')
    .select(['case_id as caseId', 'number', 'police_name as policeName', 'asked_at as receivedAt'])
    .select(['due_at as dueAt', 'duty', 'case_advice.unit', 'urn', 'crime_reference as crimeReference'])
    .select('offence_title as offenceTitle')
    .select([sql<null>`null`.as('category'), sql<number>`1`.as('submissions')])
    .where('prosecutors', '=', agency)
    .where('case_advice.state', '=', 'waiting')
    .$if(unit !== '', (all) => all.where('case_advice.unit', '=', unit))
    .orderBy('asked_at')
    .orderBy('case_id')
    .orderBy('number')
    .limit(triagePerPage)
    .offset((page - 1) * triagePerPage)
    .execute()
