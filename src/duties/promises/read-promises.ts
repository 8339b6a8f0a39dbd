import { sql } from 'kysely'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, localDateOf, yearOf } from '../../calendar/local-date.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { type SeenDuty, dutyOfRow } from '../read-duty.ts'

/** A financial year, 1 April to 31 March, which is the year of plans, budgets and reports. */
export type FinancialYear = {
  readonly first: LocalDate
  readonly last: LocalDate
  /** `2026/27` */
  readonly title: string
}

export function financialYearOf(date: LocalDate): FinancialYear {
  const year = date.slice(5) < '04-01' ? yearOf(date) - 1 : yearOf(date)
  const [first, last] = [localDateOf(year, 4, 1), localDateOf(year + 1, 3, 31)]
  if (!first || !last) throw new RangeError(`${date} is in no financial year`)
  return { first, last, title: `${year}/${String(year + 1).slice(2)}` }
}

/** Public promises with a date in one financial year. `made` is the sum of the other four. */
export type PromiseCounts = {
  readonly year: FinancialYear
  readonly made: number
  /** Met by the last moment. */
  readonly kept: number
  /** Met after it, or past it and still not met. */
  readonly late: number
  /** Not met, and not due yet. */
  readonly open: number
  readonly waived: number
}

/**
 * Promises made, kept and late in the financial year of `at`. A promise belongs to the year in which it is due, so
 * that each is counted once. Only duties marked public count, so everybody gets the same numbers.
 */
export async function countPromises(tx: Tx, at: Instant): Promise<PromiseCounts> {
  const year = financialYearOf(toLocalDate(at))
  const counted = await tx
    .selectFrom('duty')
    .select((e) => [
      e.fn.countAll<number>().as('made'),
      e.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`met_at <= due_at`)
        .as('kept'),
      e.fn.countAll<number>().filterWhere(isLate(at)).as('late'),
      e.fn.countAll<number>().filterWhere(isOpen(at)).as('open'),
      e.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`met_at is null and waived_at is not null`)
        .as('waived'),
    ])
    .where('public', '=', true)
    .where('due_on', '>=', year.first)
    .where('due_on', '<=', year.last)
    .executeTakeFirstOrThrow()
  return { year, ...counted }
}

const isLate = (at: Instant) =>
  sql<boolean>`met_at > due_at or (met_at is null and waived_at is null and due_at < ${at})`
const isOpen = (at: Instant) => sql<boolean>`met_at is null and waived_at is null and due_at >= ${at}`

/** Public promises that are due next, earliest first: for the home page. */
export async function readNextPromises(tx: Tx, at: Instant, limit: number): Promise<readonly SeenDuty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('public', '=', true)
    .where(isOpen(at))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(dutyOfRow)
}

export const promisesPerPage = 25

export type Promises = {
  readonly counts: PromiseCounts
  readonly page: number
  readonly pages: number
  /** One page of this financial year's public promises, by date. */
  readonly duties: readonly SeenDuty[]
}

export async function readPromises(tx: Tx, at: Instant, wantedPage: number): Promise<Promises> {
  const counts = await countPromises(tx, at)
  const pages = Math.max(1, Math.ceil(counts.made / promisesPerPage))
  const page = Math.min(wantedPage, pages)
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('public', '=', true)
    .where('due_on', '>=', counts.year.first)
    .where('due_on', '<=', counts.year.last)
    .orderBy('due_on')
    .orderBy('id')
    .limit(promisesPerPage)
    .offset((page - 1) * promisesPerPage)
    .execute()
  return { counts, page, pages, duties: rows.map(dutyOfRow) }
}

/** The public promise with this handle, or null: a duty that is not public is not shown here even to its own agency. */
export async function readPromise(tx: Tx, id: string): Promise<SeenDuty | null> {
  const row = await tx.selectFrom('duty').selectAll().where('id', '=', id).where('public', '=', true).executeTakeFirst()
  return row ? dutyOfRow(row) : null
}
