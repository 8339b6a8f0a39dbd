import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { DatabaseTables } from '../../platform/database/tables.ts'
import { type MaterialState, materialStates } from './held-material.ts'
import type { MaterialQuery, MaterialView } from './material-query.ts'

export const itemsPerPage = 25

type Counts = Readonly<Record<MaterialView | 'all', number>>

export type ListedItem = Awaited<ReturnType<typeof readPage>>[number]

export type RegisterPage = {
  /** As asked, on the last page where the page asked for lies beyond it. */
  readonly query: MaterialQuery
  readonly counts: Counts
  readonly total: number
  readonly pages: number
  readonly items: readonly ListedItem[]
}

/** One page of a case's register, in its order. `at` says what is late. */
export async function readRegisterPage(
  tx: Tx,
  caseId: string,
  asked: MaterialQuery,
  at: Instant,
): Promise<RegisterPage> {
  const counts = await readCounts(tx, caseId, asked, at)
  const total = counts[asked.view ?? 'all']
  const pages = Math.max(1, Math.ceil(total / itemsPerPage))
  const query = { ...asked, page: Math.min(asked.page, pages) }
  return { query, counts, total, pages, items: total === 0 ? [] : await readPage(tx, caseId, query, at) }
}

/** The text as itself in a LIKE pattern. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Every filter but the view, so that the views can be counted. Each word must stand somewhere. */
const narrowed = (e: ExpressionBuilder<DatabaseTables, 'material_item'>, { kind, use, words }: MaterialQuery) => [
  ...(kind ? [e('kind', '=', kind)] : []),
  ...(use ? [e('use', '=', use)] : []),
  ...words
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => e('searched', 'like', `%${literally(word)}%`)),
]

const inView = (view: MaterialView | null, at: Instant) => {
  if (view === 'withdrawn') return sql<SqlBool>`withdrawn_at is not null`
  if (view === 'late') return sql<SqlBool>`withdrawn_at is null and due_at < ${at}`
  if (view !== null) return sql<SqlBool>`withdrawn_at is null and state = ${view}`
  return sql<SqlBool>`withdrawn_at is null`
}

async function readCounts(tx: Tx, caseId: string, query: MaterialQuery, at: Instant): Promise<Counts> {
  const rows = await tx
    .selectFrom('material_item')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .select(sql<number>`count(*) filter (where due_at < ${at})`.as('late'))
    .select(sql<boolean>`withdrawn_at is not null`.as('withdrawn'))
    .where('case_id', '=', caseId)
    .where((e) => e.and(narrowed(e, query)))
    .groupBy(['state', sql`withdrawn_at is not null`])
    .execute()
  const standing = rows.filter(({ withdrawn }) => !withdrawn)
  const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0)
  const inState = (state: MaterialState): number =>
    sum(standing.filter((row) => row.state === state).map(({ count }) => count))
  const states = Object.keys(materialStates) as MaterialState[]
  return {
    ...(Object.fromEntries(states.map((state) => [state, inState(state)])) as Record<MaterialState, number>),
    all: sum(standing.map(({ count }) => count)),
    late: sum(standing.map(({ late }) => late)),
    withdrawn: sum(rows.filter(({ withdrawn }) => withdrawn).map(({ count }) => count)),
  }
}

const readPage = (tx: Tx, caseId: string, query: MaterialQuery, at: Instant) =>
  tx
    .selectFrom('material_item')
    .leftJoin('material_request as open', (join) =>
      join
        .onRef('open.case_id', '=', 'material_item.case_id')
        .onRef('open.item', '=', 'material_item.key')
        .on('open.answered_at', 'is', null)
        .on('open.taken_back_at', 'is', null),
    )
    .select(['key', 'kind', 'title', 'state', 'use', 'from_person as from', 'exhibit_reference as exhibitReference'])
    .select(['due_at as dueAt', 'withdrawn_at as withdrawnAt', 'open.asker', 'open.agency as askedBy', 'open.duty'])
    .select((e) => dutyOfPlan(e).as('planDuty'))
    .select((e) =>
      e
        .selectFrom('material_file')
        .whereRef('material_file.case_id', '=', 'material_item.case_id')
        .whereRef('material_file.item', '=', 'material_item.key')
        .where('material_file.withdrawn_at', 'is', null)
        .select((f) => f.fn.countAll<number>().as('files'))
        .as('files'),
    )
    .where('material_item.case_id', '=', caseId)
    .where((e) => e.and(narrowed(e, query)))
    .where(inView(query.view, at))
    .orderBy('material_item.number')
    .limit(itemsPerPage)
    .offset((query.page - 1) * itemsPerPage)
    .execute()

/** The duty of the action plan by whose date the item is awaited; null where no plan names that date. */
const dutyOfPlan = (e: ExpressionBuilder<DatabaseTables, 'material_item'>) =>
  e
    .selectFrom('material_plan_item as p')
    .whereRef('p.case_id', '=', 'material_item.case_id')
    .whereRef('p.item', '=', 'material_item.key')
    .whereRef('p.due_at', '=', 'material_item.due_at')
    .where('p.waits', '=', true)
    .orderBy('p.referral')
    .orderBy('p.key')
    .limit(1)
    .select('p.duty')

/** One item with everything that is known of it; null where the case has none by this number. */
export async function readItem(tx: Tx, caseId: string, key: string) {
  const of = { case_id: caseId, item: key }
  const item = await tx
    .selectFrom('material_item')
    .select(['key', 'kind', 'title', 'description', 'state', 'use', 'from_person as from', 'added_at as addedAt'])
    .select(['exhibit_reference as exhibitReference', 'state_reason as stateReason', 'use_reason as useReason'])
    .select(['due_at as dueAt', 'withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
    .select((e) => dutyOfPlan(e).as('planDuty'))
    .where('case_id', '=', caseId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!item) return null
  const files = await tx
    .selectFrom('material_file')
    .select(['number', 'name', 'type', 'bytes', 'at', 'account', 'sealed'])
    .select(['withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
    .where((e) => e.and(of))
    .orderBy('at')
    .orderBy(sql`length(number), number`)
    .execute()
  const requests = await tx
    .selectFrom('material_request')
    .select(['number', 'at', 'account', 'agency', 'asker', 'why', 'duty', 'answer'])
    .select(['answered_at as answeredAt', 'answered_by as answeredBy', 'taken_back_at as takenBackAt'])
    .where((e) => e.and(of))
    .orderBy('number', 'desc')
    .execute()
  const plans = await tx
    .selectFrom('material_plan_item')
    .select(['referral', 'key', 'request', 'waits'])
    .where((e) => e.and(of))
    .orderBy('referral')
    .orderBy(sql`length(key), key`)
    .execute()
  const happenings = await tx
    .selectFrom('material_happening as m')
    .innerJoin('case_happening as h', (join) =>
      join.onRef('h.case_id', '=', 'm.case_id').onRef('h.number', '=', 'm.number').on('h.source', '=', 'material'),
    )
    .select(['h.number', 'at', 'account', 'event', 'detail'])
    .where('m.case_id', '=', caseId)
    .where('item', '=', key)
    .orderBy('h.number', 'desc')
    .execute()
  return { ...item, files, requests, plans, happenings }
}

export type SeenItem = NonNullable<Awaited<ReturnType<typeof readItem>>>
export type SeenFile = SeenItem['files'][number]
export type SeenRequest = SeenItem['requests'][number]

/** The request that waits for an answer. */
export const waitingRequest = ({ requests }: SeenItem): SeenRequest | null =>
  requests.find(({ answeredAt, takenBackAt }) => answeredAt === null && takenBackAt === null) ?? null
