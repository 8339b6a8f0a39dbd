import { setTimeout } from 'node:timers/promises'
import { apiScopes, apiToken } from '../../src/agencies/api-token.ts'
import { loadAgencies } from '../../src/agencies/load-agencies.ts'
import { permissions } from '../../src/agencies/permissions.ts'
import { roles } from '../../src/agencies/roles.ts'
import { apiRoutes } from '../../src/api/routes.ts'
import type { Pace } from '../../src/api/throttle.ts'
import { startCalendar } from '../../src/calendar/commands.ts'
import { addHours } from '../../src/calendar/instant.ts'
import { deciders } from '../../src/features.ts'
import { identifySystemBy } from '../../src/platform/access/tokens/identify-token.ts'
import { newSecret, secretHash } from '../../src/platform/access/tokens/token-secret.ts'
import type { Installation } from '../../src/platform/installation.ts'
import type { Routes } from '../../src/platform/web/routing.ts'
import { testInstallation } from './database.ts'
import { type TestSite, testMoment, testSite } from './web.ts'

const enough: Pace = { atOnce: 100_000, perSecond: 1 }

/** The API on an installation with the area's agencies and bank holidays. */
export async function apiSite(allowed: Pace = enough, others: readonly Routes[] = []): Promise<TestSite> {
  const installation = await testInstallation(deciders)
  await loadAgencies(installation.record, { actor: 'test', at: testMoment })
  await startCalendar(installation, testMoment)
  return testSite(installation, [apiRoutes(allowed), ...others], {
    permissions: Object.keys(permissions),
    identifySystem: identifySystemBy(installation.pool, roles, apiScopes),
  })
}

/** Waits until every happening may be told of: until the transactions of the whole server that began before it ended. */
export async function untilSettled({ pool }: Installation): Promise<void> {
  for (let left = 1200; left > 0; left -= 1) {
    const { rows } = await pool.query<{ settled: boolean }>(
      `select pg_snapshot_xmin(pg_current_snapshot()) > coalesce(max(written), '0') as settled from happening_order`,
    )
    if (rows[0]?.settled) return
    await setTimeout(50)
  }
  throw new Error('A transaction of this server has not ended for a minute')
}

type Made = {
  readonly agency?: string
  readonly agencyKind?: string
  readonly scopes?: readonly string[]
  readonly days?: number
}

/** Makes a token and returns its secret. */
export async function makeToken(
  { record }: Installation,
  id: string,
  { agency = 'thames-valley-police', agencyKind = 'police-force', scopes = apiScopes, days = 30 }: Made = {},
): Promise<string> {
  const secret = newSecret()
  const facts = { id, agency, agencyKind, name: `System ${id}`, scopes, secretSha256: secretHash(secret) }
  const command = { type: 'MakeToken', ...facts, expiresAt: addHours(testMoment, days * 24), at: testMoment, by: 'a' }
  await record.perform(apiToken, id, command as Parameters<typeof apiToken.decide>[0], { actor: 'a', at: testMoment })
  return secret
}
