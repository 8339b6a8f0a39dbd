import type { ExpressionBuilder } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../database/reading.ts'
import type { DatabaseTables } from '../database/tables.ts'
import type { AccessTables } from './tables.ts'
import { readSystemNames } from './tokens/read-tokens.ts'

export type AccountRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly agency: string
  readonly unit: string | null
  readonly closedAt: Instant | null
  readonly roles: readonly string[]
}

export const accountsPerPage = 25

/** The text as itself in a LIKE pattern. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

type Searched = ExpressionBuilder<Pick<DatabaseTables, AccessTables>, 'account' | 'account_email'>

/** An email address is visible only to its account and to who administers it, so the join leaves just those. */
const administered = (tx: Tx) =>
  tx.selectFrom('account').innerJoin('account_email', 'account_email.account', 'account.id')

const columns = [
  'account.id',
  'account.name',
  'account_email.email',
  'account.agency',
  'account.unit',
  'account.closed_at as closedAt',
] as const

/** The accounts that the viewer administers whose name or email address contains `search`: by name, a page at a time. */
export async function readAccounts(tx: Tx, search: string, pageNumber: number) {
  const pattern = `%${literally(search)}%`
  const matches = (where: Searched) =>
    where.or([where('account.name', 'ilike', pattern), where('account_email.email', 'ilike', pattern)])
  const { count } = await administered(tx)
    .where(matches)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const found = await administered(tx)
    .where(matches)
    .select(columns)
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(accountsPerPage)
    .offset((pageNumber - 1) * accountsPerPage)
    .execute()
  return { count, accounts: await withRoles(tx, found) }
}

async function withRoles(tx: Tx, found: ReadonlyArray<Omit<AccountRow, 'roles'>>): Promise<readonly AccountRow[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const held = await tx
    .selectFrom('account_role')
    .select(['account', 'role'])
    .where('account', 'in', ids)
    .orderBy('role')
    .execute()
  return found.map((one) => ({
    ...one,
    roles: held.filter(({ account }) => account === one.id).map(({ role }) => role),
  }))
}

/** One account, when it is the viewer's own or the viewer administers it. */
export async function readAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const found = await administered(tx).where('account.id', '=', id).select(columns).execute()
  return (await withRoles(tx, found))[0] ?? null
}

/** What happened to an account, the latest first. */
export const readAccountChanges = (tx: Tx, account: string) =>
  tx.selectFrom('account_change').selectAll().where('account', '=', account).orderBy('number', 'desc').execute()

/** Names by account, other systems' included, as far as the viewer may know them. */
export async function readNames(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  const found = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)])
    .execute()
  return new Map([...found.map(({ id, name }) => [id, name] as const), ...(await readSystemNames(tx, accounts))])
}
