import type { Pool } from 'pg'
import { type Instant, secondsBetween } from '../../calendar/instant.ts'
import { asAccess } from './as-access.ts'
import { comparedEmail } from './name-and-email.ts'
import { hashPassword, newOneTimePassword } from './password.ts'

/** What is kept of an account's password, and whether the account is open. */
export type Credential = {
  readonly account: string
  readonly email: string
  readonly passwordHash: string | null
  readonly oneTime: boolean
  readonly changedAt: Instant | null
}

/** A one-time password that nobody used within this time opens nothing. */
export const oneTimePasswordDays = 7

const select = `select e.account, e.email, c.password_hash as "passwordHash", coalesce(c.one_time, false) as "oneTime",
                       c.changed_at as "changedAt"
                  from account_email e
                  join account a on a.id = e.account and a.closed_at is null
                  left join credential c on c.account = e.account`

/** The credential of the open account with this email address, in whatever case it is written. */
export async function credentialByEmail(pool: Pool, email: string): Promise<Credential | null> {
  const { rows } = await asAccess(pool, (client) =>
    client.query<Credential>(`${select} where lower(e.email) = $1`, [comparedEmail(email)]),
  )
  return rows[0] ?? null
}

export async function credentialOf(pool: Pool, account: string): Promise<Credential | null> {
  const { rows } = await asAccess(pool, (client) =>
    client.query<Credential>(`${select} where e.account = $1`, [account]),
  )
  return rows[0] ?? null
}

/** Sets the password that somebody chose. */
export const setPassword = async (pool: Pool, account: string, password: string, at: Instant): Promise<void> =>
  store(pool, account, await hashPassword(password), false, at)

/** Sets a password to hand over once, and returns it. Whatever password the account had stops working. */
export async function setOneTimePassword(pool: Pool, account: string, at: Instant): Promise<string> {
  const password = newOneTimePassword()
  await store(pool, account, await hashPassword(password), true, at)
  return password
}

async function store(pool: Pool, account: string, hash: string, oneTime: boolean, at: Instant): Promise<void> {
  await asAccess(pool, (client) =>
    client.query(
      `insert into credential (account, password_hash, one_time, changed_at) values ($1, $2, $3, $4)
       on conflict (account) do update
         set password_hash = excluded.password_hash, one_time = excluded.one_time, changed_at = excluded.changed_at`,
      [account, hash, oneTime, at],
    ),
  )
}

/** True once a one-time password is too old to open anything. */
export const isStale = ({ oneTime, changedAt }: Credential, at: Instant): boolean =>
  oneTime && secondsBetween(changedAt ?? at, at) >= oneTimePasswordDays * 86_400
