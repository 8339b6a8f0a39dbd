import type { Pool } from 'pg'
import { type Instant, addSeconds } from '../../../calendar/instant.ts'
import type { Identity } from '../../web/identity.ts'
import { asAccess } from '../as-access.ts'
import type { RoleTable } from '../roles.ts'
import { scopesFor } from './api-token.ts'
import { secretHash, secretIn } from './token-secret.ts'

/** Use is written down at most this often. */
const usedEverySeconds = 60

type Found = {
  readonly id: string
  readonly agency: string
  readonly agency_kind: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly last_used_at: Instant | null
}

const findToken = {
  name: 'find token',
  text: `select t.id, t.agency, t.agency_kind, t.name, t.scopes, u.last_used_at
           from api_token t left join api_token_use u on u.token = t.id
          where t.secret_sha256 = $1 and t.ended_at is null and t.expires_at > $2`,
}

const used = `insert into api_token_use (token, last_used_at) values ($1, $2)
  on conflict (token) do update set last_used_at = greatest(api_token_use.last_used_at, excluded.last_used_at)`

/** The account that a system's acts stand under on the record. */
const tokenAccount = (token: string): string => `api:${token}`

/**
 * Which system asks, by the token in its `authorization` header; null for none that works. What its agency's roles may no longer hold, it may no longer do either: that is
 * asked each time, as it is of people.
 */
export const identifySystemBy =
  (pool: Pool, roles: RoleTable, offered: readonly string[]) =>
  async (authorization: string | undefined, at: Instant): Promise<Identity | null> => {
    const secret = secretIn(authorization)
    if (secret === null) return null
    const token = await asAccess(pool, async (client) => {
      const { rows } = await client.query<Found>({ ...findToken, values: [secretHash(secret), at] })
      const [found] = rows
      const last = found?.last_used_at ?? null
      if (found && (last === null || last <= addSeconds(at, -usedEverySeconds))) {
        await client.query(used, [found.id, at])
      }
      return found
    })
    if (!token) return null
    const { id, agency, agency_kind: kind, name, scopes } = token
    const may = scopesFor(roles, offered, kind)
    const permissions = scopes.filter((scope) => may.includes(scope))
    return { viewer: { account: tokenAccount(id), agency, unit: '', permissions }, name, role: 'Another system' }
  }
