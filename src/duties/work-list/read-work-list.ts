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
  readonly page: number
  readonly pages: number
  readonly duties: readonly SeenDuty[]
}

/** The Sunday that ends the week, Monday to Sunday, that a day is in. */
export const sundayOf = (date: LocalDate): LocalDate => addDays(mondayOf(date), 6)

/** One page of the open duties that a viewer asks for, by date, and how many there are of each group and kind. */
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
  const total = query.when ? counts[query.when] : whens.reduce((sum, when) => sum + counts[when], 0)
  const pages = Math.max(1, Math.ceil(total / workListPageSize))
  const page = Math.min(query.page, pages)
  return {
    query: { ...query, page },
    sunday,
    counts,
    kinds: byKind.map((row) => ({ kind: row.kind, count: whens.reduce((sum, when) => sum + row[when], 0) })),
    page,
    pages,
    duties: total === 0 ? [] : await readPage(tx, viewer, { ...query, page }, groups),
  }
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
    .where((e) => e.and(wanted(e, viewer, query)))
    .groupBy('kind')
    .orderBy((e) => e.fn.countAll(), 'desc')
    .orderBy('kind')
    .execute()
}

/** Finds the rows of the page along the index first, and reads only those. */
async function readPage(tx: Tx, viewer: Viewer, query: WorkListQuery, groups: Groups): Promise<readonly SeenDuty[]> {
  const { kind, when, page } = query
  const rows = await tx
    .selectFrom('duty')
    .innerJoin(
      (from) =>
        from
          .selectFrom('duty')
          .select('id')
          .where((e) => e.and(wanted(e, viewer, query)))
          .$if(kind !== null, (all) => all.where('kind', '=', kind ?? ''))
          .$if(when !== null, (all) => (when ? all.where(groups[when]) : all))
          .orderBy('due_at')
          .orderBy('id')
          .limit(workListPageSize)
          .offset((page - 1) * workListPageSize)
          .as('found'),
      (join) => join.onRef('found.id', '=', 'duty.id'),
    )
    .selectAll('duty')
    .orderBy('duty.due_at')
    .orderBy('duty.id')
    .execute()
  return rows.map(dutyOfRow)
}

type Of = ExpressionBuilder<DatabaseTables, 'duty'>

/** Whose open duties, and the words searched for: each must stand somewhere in what, about, by whom or to whom. */
function wanted(e: Of, { account, agency, unit }: Viewer, { whose, search }: Pick<WorkListQuery, 'whose' | 'search'>) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return [
    e('met_at', 'is', null),
    e('waived_at', 'is', null),
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
    .where((e) => e.and(wanted(e, viewer, { whose, search: '' })))
    .orderBy('due_at')
    .orderBy('id')
    .limit(mostInFeed)
    .execute()
  return rows.map(dutyOfRow)
}
