import { testInstallation } from './database.ts'
import { type TestSite, testSite } from './web.ts'
import { type Instant, addSeconds, parseInstant } from '../../src/calendar/instant.ts'
import { accessPages } from '../../src/agencies/access.ts'
import { account } from '../../src/agencies/account.ts'
import { agency } from '../../src/agencies/agency.ts'
import { loadAgencies } from '../../src/agencies/load-agencies.ts'
import { permissions } from '../../src/agencies/permissions.ts'
import { type RoleName, roles } from '../../src/agencies/roles.ts'
import { keepLookIn } from '../../src/platform/access/keep-look.ts'
import { identifyBy, startSession } from '../../src/platform/access/session.ts'
import type { Configuration } from '../../src/platform/configuration.ts'
import type { Installation } from '../../src/platform/installation.ts'
import type { Decider } from '../../src/platform/record/decider.ts'
import type { Site } from '../../src/platform/web/site.ts'

/** The accounts and the roles of the area, for tests of the machinery that holds them. */
export const theAccount = account
export const theRoles = roles

export const at = parseInstant('2026-04-07T09:30:00.000Z')
const act = { actor: 'test', at }

/** `minutes` after the moment at which the tests begin. */
export const minutesLater = (minutes: number): Instant => addSeconds(at, minutes * 60)

/** An installation with the area's agencies and nobody in it. */
export async function areaInstallation(
  settings: Partial<Configuration> = {},
  others: readonly Decider[] = [],
): Promise<Installation> {
  const installation = await testInstallation([agency, account, ...others], settings)
  await loadAgencies(installation.record, act)
  return installation
}

type Person = { readonly agency?: string; readonly agencyKind?: string; readonly roles?: readonly RoleName[] }

/** Adds the account `id` with the email `id@area.example`. */
export async function addPerson(
  { record }: Installation,
  id: string,
  { agency = 'cps-thames-and-chiltern', agencyKind = 'cps-area', roles = [] }: Person = {},
): Promise<void> {
  const by = 'test'
  const facts = { account: id, name: `Person ${id}`, email: `${id}@area.example`, agency, agencyKind, unit: null }
  await record.perform(account, id, { type: 'AddAccount', ...facts, by, at }, act)
  for (const role of roles) {
    const command = { type: 'GiveRole', role, reason: 'For a test', by, byAreaAdministrator: true, at } as const
    await record.perform(account, id, command, act)
  }
}

/** The pages of access on an installation, with real sessions and the real log of who looked. */
export const accessSite = (
  installation: Installation,
  { demonstration = false, ...settings }: Partial<Site> = {},
): Promise<TestSite> =>
  testSite(installation, accessPages(installation, demonstration), {
    permissions: Object.keys(permissions),
    identify: identifyBy(installation.pool, roles),
    keepLook: keepLookIn(installation.pool),
    demonstration,
    ...settings,
  })

/** A browser in which an account has signed in. */
export async function browserOf(site: TestSite, id: string): Promise<ReturnType<TestSite['browser']>> {
  const browser = site.browser()
  const desk = { address: '127.0.0.1', browser: 'Test' }
  browser.setCookie('frankpledge-session', await startSession(site.installation.pool, id, 'password', desk, at))
  return browser
}

/** Somebody leaves: their account is closed. */
export const closeAccount = ({ record }: Pick<Installation, 'record'>, id: string, when: Instant = at) => {
  const close = { type: 'CloseAccount', reason: 'Left', by: 'test', byAreaAdministrator: false, at: when } as const
  return record.perform(account, id, close, { actor: 'test', at: when })
}
