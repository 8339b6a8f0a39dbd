import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/local-date.ts'
import { endOfDay, startOfDay } from '../../calendar/instant.ts'
import type { Tx } from '../database/reading.ts'
import type { AccessTables } from './tables.ts'
import type { DatabaseTables } from '../database/tables.ts'

/** What the log is searched by; null for anything. Days are whole days in London, the last one included. */
export type LookSearch = {
  readonly account: string | null
  readonly subject: string | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export type LookRow = Pick<DatabaseTables, AccessTables>['look']

export const looksPerPage = 25

/** The looks that match, the latest first, a page at a time, as far as the viewer may see them. */
export async function readLooks(tx: Tx, { account, subject, from, to }: LookSearch, pageNumber: number) {
  let matching = tx.selectFrom('look')
  if (account !== null) matching = matching.where('account', '=', account)
  if (subject !== null) matching = matching.where(sql<boolean>`subjects @> array[${subject}]::text[]`)
  if (from !== null) matching = matching.where('at', '>=', startOfDay(from))
  if (to !== null) matching = matching.where('at', '<=', endOfDay(to))
  const { count } = await matching
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const looks = await matching
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(looksPerPage)
    .offset((pageNumber - 1) * looksPerPage)
    .execute()
  return { count, looks }
}

/** The account that a search means: by the full name of one person whom the viewer may know, else by its id. */
export async function accountMeant(tx: Tx, text: string): Promise<string> {
  const [only, another] = await tx
    .selectFrom('account')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${text})`)
    .limit(2)
    .execute()
  return only && !another ? only.id : text
}
