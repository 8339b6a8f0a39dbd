import type { Tx } from '../../database/reading.ts'

export type TokenRow = Awaited<ReturnType<typeof readTokens>>[number]

/** The tokens of the viewer's agency: those that work first, the latest made before others. */
export const readTokens = (tx: Tx) =>
  tx
    .selectFrom('api_token')
    .leftJoin('api_token_use', 'api_token_use.token', 'api_token.id')
    .select(['id', 'name', 'scopes', 'made_at as madeAt', 'made_by as madeBy', 'expires_at as expiresAt'])
    .select(['ended_at as endedAt', 'ended_by as endedBy', 'ended_reason as endedReason'])
    .select('api_token_use.last_used_at as lastUsedAt')
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()

/** The names of systems by the account that they act as. */
export async function readSystemNames(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = accounts.filter((account) => account.startsWith('api:')).map((account) => account.slice('api:'.length))
  if (ids.length === 0) return new Map()
  const found = await tx.selectFrom('api_token').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(found.map(({ id, name }) => [`api:${id}`, name]))
}
