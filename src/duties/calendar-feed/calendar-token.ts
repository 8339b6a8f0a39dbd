import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Instant } from '../../calendar/instant.ts'
import { asAccess } from '../../platform/access/as-access.ts'
import { type RoleTable, permissionsOf } from '../../platform/access/roles.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import type { Whose } from '../work-list/work-list-query.ts'

/** Only this is stored: whoever reads the table cannot use what stands in it. */
const hashed = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A feed that an account has, without its token, which only its owner's calendar knows. */
export type CalendarFeed = { readonly whose: Whose; readonly createdAt: Instant }

/** Makes the account's private feed, or gives it a new address and ends the old one. Returns the new token, 256 bits. */
export async function makeFeed(pool: Pool, account: string, whose: Whose, at: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await asAccess(pool, (client) =>
    client.query(
      `insert into calendar_token (account, token_sha256, whose, created_at) values ($1, $2, $3, $4)
       on conflict (account) do update
         set token_sha256 = excluded.token_sha256, whose = excluded.whose, created_at = excluded.created_at`,
      [account, hashed(token), whose, at],
    ),
  )
  return token
}

export async function stopFeed(pool: Pool, account: string): Promise<void> {
  await asAccess(pool, (client) => client.query('delete from calendar_token where account = $1', [account]))
}

export const readFeed = (pool: Pool, account: string): Promise<CalendarFeed | null> =>
  asAccess(pool, async (client) => {
    const { rows } = await client.query<CalendarFeed>(
      'select whose, created_at as "createdAt" from calendar_token where account = $1',
      [account],
    )
    return rows[0] ?? null
  })

type Owner = {
  readonly account: string
  readonly whose: Whose
  readonly agency: string
  readonly unit: string | null
  readonly roles: readonly string[]
}

/**
 * Whose feed a token opens, with the rights that the account has at this moment. Null for a token that was replaced,
 * was stopped or never was, and when the account is closed.
 */
export async function ownerOfFeed(
  pool: Pool,
  roles: RoleTable,
  token: string,
): Promise<{ readonly viewer: Viewer; readonly whose: Whose } | null> {
  const [owner] = await asAccess(pool, async (client) => {
    const { rows } = await client.query<Owner>(
      `select t.account, t.whose, a.agency, a.unit,
              array(select role from account_role r where r.account = a.id) as roles
         from calendar_token t join account a on a.id = t.account
        where t.token_sha256 = $1 and a.closed_at is null`,
      [hashed(token)],
    )
    return rows
  })
  if (!owner) return null
  const { account, whose, agency, unit } = owner
  return { viewer: { account, agency, unit: unit ?? '', permissions: permissionsOf(roles, owner.roles) }, whose }
}
