import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { type Instant, addSeconds } from '../../calendar/instant.ts'
import type { Identify } from '../web/identity.ts'
import { asAccess } from './as-access.ts'
import { type RoleTable, permissionsOf, titlesOf } from './roles.ts'

/** A session that nobody uses ends after this long: somebody left their desk. */
export const idleMinutes = 30
/** A session ends after this long however much it is used: one working day. */
export const longestHours = 12
/** Use is written down at most this often, so a session may end up to a minute before its half hour is over. */
const seenEverySeconds = 60

export type SignInMethod = 'password' | 'openid' | 'demonstration'

/** The browser that a session belongs to, for its owner to recognise it by. */
export type Browser = { readonly address: string; readonly browser: string }

const idleSince = (at: Instant): Instant => addSeconds(at, -idleMinutes * 60)

/** Only this is stored: whoever reads the table cannot use what stands in it. */
const hashed = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Begins a session and returns its token, 256 random bits that only the browser keeps. */
export async function startSession(
  pool: Pool,
  account: string,
  method: SignInMethod,
  { address, browser }: Browser,
  at: Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await asAccess(pool, async (client) => {
    await client.query('delete from session where ends_at <= $1 or last_seen_at <= $2', [at, idleSince(at)])
    await client.query(
      `insert into session (token_sha256, account, method, address, browser, created_at, last_seen_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [hashed(token), account, method, address, browser.slice(0, 200), at, addSeconds(at, longestHours * 3600)],
    )
  })
  return token
}

type Found = {
  readonly account: string
  readonly name: string
  readonly agency: string
  readonly unit: string | null
  readonly roles: readonly string[]
  readonly last_seen_at: Instant
}

const findSession = {
  name: 'find session',
  text: `select s.account, s.last_seen_at, a.name, a.agency, a.unit,
                array(select role from account_role r where r.account = a.id order by role) as roles
           from session s join account a on a.id = s.account
          where s.token_sha256 = $1 and s.ends_at > $2 and s.last_seen_at > $3 and a.closed_at is null`,
}

/**
 * Whose session a token belongs to. Roles are read each time, so that a role taken or an account closed counts from
 * the next request on.
 */
export const identifyBy =
  (pool: Pool, roles: RoleTable): Identify =>
  async (token, at) => {
    const session = await asAccess(pool, async (client) => {
      const { rows } = await client.query<Found>({ ...findSession, values: [hashed(token), at, idleSince(at)] })
      const [found] = rows
      if (found && found.last_seen_at <= addSeconds(at, -seenEverySeconds)) {
        await client.query('update session set last_seen_at = $2 where token_sha256 = $1', [hashed(token), at])
      }
      return found
    })
    if (!session) return null
    const { account, name, agency, unit } = session
    return {
      viewer: { account, agency, unit: unit ?? '', permissions: permissionsOf(roles, session.roles) },
      name,
      role: titlesOf(roles, session.roles),
    }
  }

export async function endSession(pool: Pool, token: string): Promise<void> {
  await asAccess(pool, (client) => client.query('delete from session where token_sha256 = $1', [hashed(token)]))
}

/** Ends every session of an account, but for the one with the token `except`. Returns how many ended. */
export async function endSessionsOf(pool: Pool, account: string, except: string | null = null): Promise<number> {
  const kept = except === null ? Buffer.alloc(0) : hashed(except)
  const { rowCount } = await asAccess(pool, (client) =>
    client.query('delete from session where account = $1 and token_sha256 <> $2', [account, kept]),
  )
  return rowCount ?? 0
}

export type OpenSession = Browser & {
  readonly method: SignInMethod
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  /** True for the session of the browser that asks. */
  readonly mine: boolean
}

/** The sessions of an account that have not ended or run out, the latest used first. */
export async function sessionsOf(
  pool: Pool,
  account: string,
  token: string | null,
  at: Instant,
): Promise<readonly OpenSession[]> {
  const { rows } = await asAccess(pool, (client) =>
    client.query<OpenSession>(
      `select method, address, browser, created_at as "createdAt", last_seen_at as "lastSeenAt", token_sha256 = $2 as mine
         from session where account = $1 and ends_at > $3 and last_seen_at > $4
        order by last_seen_at desc, created_at desc`,
      [account, token === null ? Buffer.alloc(0) : hashed(token), at, idleSince(at)],
    ),
  )
  return rows
}
