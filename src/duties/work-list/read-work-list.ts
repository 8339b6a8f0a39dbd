import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, addDays, mondayOf } from '../../calendar/local-date.ts'
import type { Tx, Viewer } from '../../platform/database/reading.ts'
import type { DatabaseTables } from '../../platform/database/tables.ts'
import { type SeenDuty, dutyOfRow } from '../read-duty.ts'
import { type When, type Whose, type WorkListQuery, whens } from './work-list-query.ts'

export const workListPageSize = 25

export type WorkList = {
  readonly query: WorkListQuery
  /** The last day of "this week". */
  readonly sunday: LocalDate
  /** Open duties in each group, with the kind and the search applied. */
  readonly counts: Readonly<Record<When, number>>
  /** Open duties of each kind, with the search applied, the most first. */
  readonly kinds: ReadonlyArray<{ readonly kind: string; readonly count: number }>
  /** How many there are on all pages of what is shown. */
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Open duties by date; those that were met or waived by when, latest first. */
  readonly duties: readonly SeenDuty[]
}

/** The Sunday that ends the week, Monday to Sunday, that a day is in. */
export const sundayOf = (date: LocalDate): LocalDate => addDays(mondayOf(date), 6)

/** One page of the duties that a viewer asks for, and how many open ones there are of each group and kind. */
export async function readWorkList(tx: Tx, viewer: Viewer, query: WorkListQuery, at: Instant): Promise<WorkList> {
  const today = toLocalDate(at)
  const sunday = sundayOf(today)
  const groups = groupConditions(at, today, sunday)
  const byKind = await countByKind(tx, viewer, query, groups)
  const counted = query.kind === null ? byKind : byKind.filter(({ kind }) => kind === query.kind)
  const countOf = (when: When): number => counted.reduce((sum, row) => sum + row[when], 0)
  const counts = {
    overdue: countOf('overdue'),
    today: countOf('today'),
    week: countOf('week'),
    later: countOf('later'),
  }
  const total = await totalOf(tx, viewer, query, counts)
  const pages = Math.max(1, Math.ceil(total / workListPageSize))
  const page = Math.min(query.page, pages)
  return {
    query: { ...query, page },
    sunday,
    counts,
    kinds: byKind.map((row) => ({ kind: row.kind, count: whens.reduce((sum, when) => sum + row[when], 0) })),
    total,
    page,
    pages,
    duties: total === 0 ? [] : await readPage(tx, viewer, { ...query, page }, groups),
  }
}

async function totalOf(tx: Tx, viewer: Viewer, query: WorkListQuery, counts: WorkList['counts']): Promise<number> {
  if (query.when === null) return whens.reduce((sum, when) => sum + counts[when], 0)
  if (query.when !== 'closed') return counts[query.when]
  const { count } = await tx
    .selectFrom('duty')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where((e) => e.and([isClosed, ...found(e, viewer, query)]))
    .$if(query.kind !== null, (all) => all.where('kind', '=', query.kind ?? ''))
    .executeTakeFirstOrThrow()
  return count
}

type Groups = Readonly<Record<When, RawBuilder<SqlBool>>>

/** What belongs in each group. Together they hold every open duty once. */
const groupConditions = (at: Instant, today: LocalDate, sunday: LocalDate): Groups => ({
  overdue: sql<SqlBool>`due_at < ${at}`,
  today: sql<SqlBool>`(due_at >= ${at} and due_on <= ${today})`,
  week: sql<SqlBool>`(due_on > ${today} and due_on <= ${sunday})`,
  later: sql<SqlBool>`due_on > ${sunday}`,
})

async function countByKind(tx: Tx, viewer: Viewer, query: WorkListQuery, groups: Groups) {
  return tx
    .selectFrom('duty')
    .select((e) => [
      'kind',
      e.fn.countAll<number>().filterWhere(groups.overdue).as('overdue'),
      e.fn.countAll<number>().filterWhere(groups.today).as('today'),
      e.fn.countAll<number>().filterWhere(groups.week).as('week'),
      e.fn.countAll<number>().filterWhere(groups.later).as('later'),
    ])
    .where((e) => e.and([isOpen, ...found(e, viewer, query)]))
    .groupBy('kind')
    .orderBy((e) => e.fn.countAll(), 'desc')
    .orderBy('kind')
    .execute()
}

/** Finds the rows of the page along the index first, and reads only those. */
async function readPage(tx: Tx, viewer: Viewer, query: WorkListQuery, groups: Groups): Promise<readonly SeenDuty[]> {
  const { kind, when, page } = query
  const [order, direction] = when === 'closed' ? ([closedAt, 'desc'] as const) : ([dueAt, 'asc'] as const)
  const rows = await tx
    .selectFrom('duty')
    .innerJoin(
      (from) =>
        from
          .selectFrom('duty')
          .select('id')
          .where((e) => e.and([when === 'closed' ? isClosed : isOpen, ...found(e, viewer, query)]))
          .$if(kind !== null, (all) => all.where('kind', '=', kind ?? ''))
          .$if(when !== null && when !== 'closed', (all) => (when && when !== 'closed' ? all.where(groups[when]) : all))
          .orderBy(order, direction)
          .orderBy('id', direction)
          .limit(workListPageSize)
          .offset((page - 1) * workListPageSize)
          .as('on_page'),
      (join) => join.onRef('on_page.id', '=', 'duty.id'),
    )
    .selectAll('duty')
    .orderBy(order, direction)
    .orderBy('duty.id', direction)
    .execute()
  return rows.map(dutyOfRow)
}

type Of = ExpressionBuilder<DatabaseTables, 'duty'>

const isOpen = sql<SqlBool>`(met_at is null and waived_at is null)`
const isClosed = sql<SqlBool>`(met_at is not null or waived_at is not null)`
const dueAt = sql`due_at`
const closedAt = sql`coalesce(met_at, waived_at)`

/** Whose duties, and the words searched for: each must stand somewhere in what, about, by whom or to whom. */
function found(e: Of, { account, agency, unit }: Viewer, { whose, search }: Pick<WorkListQuery, 'whose' | 'search'>) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return [
    ...(whose === 'mine' ? [e('owed_by_account', '=', account)] : [e('owed_by_agency', '=', agency)]),
    ...(whose === 'unit' ? [e('owed_by_unit', '=', unit)] : []),
    ...words.map((word) => e('searched', 'like', `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)),
  ]
}

/** A calendar with more dates than this helps nobody; the nearest are kept. */
const mostInFeed = 1000

/** Open duties for a calendar, earliest first: at most a thousand. */
export async function readDutiesForFeed(tx: Tx, viewer: Viewer, whose: Whose): Promise<readonly SeenDuty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where((e) => e.and([isOpen, ...found(e, viewer, { whose, search: '' })]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(mostInFeed)
    .execute()
  return rows.map(dutyOfRow)
}
