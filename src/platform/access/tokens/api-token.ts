import { type Instant, addHours } from '../../../calendar/instant.ts'
import type { Decider, Rows } from '../../record/decider.ts'
import type { RoleTable } from '../roles.ts'
import { refuseToken } from './refusals.ts'

/** Longest life of a token, in days: a secret that nobody changes gets about. */
const longestDays = 366
const longestName = 80
const longestReason = 500

type Acted = { readonly at: Instant; readonly by: string }

/** What a token is: the access of one other system of one agency, to no more than its scopes. */
type TokenFacts = {
  readonly id: string
  readonly agency: string
  readonly agencyKind: string
  readonly name: string
  /** Permissions, as roles hold them. */
  readonly scopes: readonly string[]
  /** SHA-256 of the secret, in hexadecimal. */
  readonly secretSha256: string
  readonly expiresAt: Instant
}

export type TokenCommand = Acted &
  (
    | ({ readonly type: 'MakeToken' } & TokenFacts)
    /** `agency` is that of who ends it. */
    | { readonly type: 'EndToken'; readonly agency: string; readonly reason: string }
  )

type TokenEvent = Acted &
  (({ readonly type: 'TokenMade' } & TokenFacts) | { readonly type: 'TokenEnded'; readonly reason: string })

type Token = TokenFacts & {
  readonly madeAt: Instant
  readonly madeBy: string
  readonly ended: (Acted & { readonly reason: string }) | null
}

export type TokenDecider = Decider<Token | null, TokenCommand, TokenEvent>

/** What systems of this kind of agency may be let do: what some role there may hold, as far as the API offers it. */
export const scopesFor = (roles: RoleTable, offered: readonly string[], agencyKind: string): readonly string[] => {
  const held = new Set(
    Object.values(roles).flatMap(({ heldIn, permissions }) => (heldIn.includes(agencyKind) ? permissions : [])),
  )
  return offered.filter((permission) => held.has(permission))
}

/** The access of another system, from when it is given to when it is ended. An ended token never works again. */
export const tokenDecider = (roles: RoleTable, offered: readonly string[]): TokenDecider => ({
  kind: 'api-token',
  permissions: { MakeToken: 'api.administer', EndToken: 'api.administer' },
  initial: null,
  decide: (command, token) =>
    command.type === 'MakeToken' ? makeToken(roles, offered, command, token) : endToken(command, token),
  evolve: evolveToken,
  rows: rowsOfToken,
})

type Order<Type> = Extract<TokenCommand, { readonly type: Type }>

function makeToken(
  roles: RoleTable,
  offered: readonly string[],
  { type: _, ...facts }: Order<'MakeToken'>,
  token: Token | null,
): readonly TokenEvent[] {
  if (token) throw refuseToken('api-token.exists')
  const { name, scopes, agencyKind, at, expiresAt } = facts
  if (!name.trim()) throw refuseToken('api-token.name-missing')
  if (name.length > longestName) throw refuseToken('api-token.too-long', { limit: longestName })
  if (scopes.length === 0) throw refuseToken('api-token.no-scope')
  const may = scopesFor(roles, offered, agencyKind)
  const foreign = scopes.find((scope) => !may.includes(scope))
  if (foreign !== undefined) throw refuseToken('api-token.scope-not-for-agency', { scope: foreign })
  if (expiresAt <= at) throw refuseToken('api-token.expired-from-start')
  if (expiresAt > addHours(at, longestDays * 24)) {
    throw refuseToken('api-token.expires-too-late', { days: longestDays })
  }
  return [{ type: 'TokenMade', ...facts, scopes: [...new Set(scopes)].toSorted() }]
}

/** Nobody ends, or learns of, the token of another agency. */
function endToken({ agency, reason, at, by }: Order<'EndToken'>, token: Token | null): readonly TokenEvent[] {
  if (!token || token.agency !== agency) throw refuseToken('api-token.not-found')
  if (!reason.trim()) throw refuseToken('api-token.reason-missing')
  if (reason.length > longestReason) throw refuseToken('api-token.too-long', { limit: longestReason })
  return token.ended ? [] : [{ type: 'TokenEnded', reason, at, by }]
}

function evolveToken(token: Token | null, event: TokenEvent): Token | null {
  if (event.type === 'TokenMade') {
    const { type: _, at, by, ...facts } = event
    return { ...facts, madeAt: at, madeBy: by, ended: null }
  }
  return token && { ...token, ended: { at: event.at, by: event.by, reason: event.reason } }
}

function rowsOfToken(token: Token | null): Rows {
  if (!token) return {}
  const { id, agency, agencyKind, name, scopes, secretSha256, madeAt, madeBy, expiresAt, ended } = token
  return {
    api_token: [
      {
        id,
        agency,
        agency_kind: agencyKind,
        name,
        scopes,
        secret_sha256: secretSha256,
        made_at: madeAt,
        made_by: madeBy,
        expires_at: expiresAt,
        ended_at: ended?.at ?? null,
        ended_by: ended?.by ?? null,
        ended_reason: ended?.reason ?? null,
      },
    ],
  }
}
