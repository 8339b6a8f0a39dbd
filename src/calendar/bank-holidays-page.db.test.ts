import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { testSite } from '../../test/support/web.ts'
import { permissions } from '../agencies/permissions.ts'
import { readAgencyList } from '../agencies/tables.ts'
import { roles } from '../agencies/roles.ts'
import { dutyRoutes } from '../duties/routes.ts'
import { undertaking } from '../duties/undertaking/undertaking.ts'
import { paths } from '../paths.ts'
import { calendar, calendarId } from './calendar.ts'
import { keptList } from './kept-lists.ts'
import { parseInstant } from './instant.ts'
import { calendarRoutes } from './routes.ts'

const installation = await testInstallation([calendar, undertaking])
const act = { actor: 'test', at: '2024-05-01T09:00:00.000Z' }
await installation.record.perform(calendar, calendarId, keptList('2022-01-24'), act)
const site = await testSite(installation, [calendarRoutes, dutyRoutes(readAgencyList, roles)], {
  permissions: Object.keys(permissions),
  now: () => parseInstant('2026-02-25T09:00:00.000Z'),
})
const who = { account: 'area', agency: 'pcc-thames-valley', unit: '' }
const browser = site.signedIn(roles['area-administrator'].permissions, who)
const words = ({ body }: { readonly body: string }): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('who administers the area is told on the work list that the list runs out, and nobody else is', async () => {
  assert.match(words(await browser.get(paths.desk)), /0 months of known bank holidays are left: .* Bank holidays/)
  const officer = site.signedIn(['duties.read'], { ...who, account: 'other' })
  assert.doesNotMatch(words(await officer.get(paths.desk)), /bank holidays/)
  assert.equal((await officer.get(paths.deskBankHolidays)).statusCode, 403)
})

test('the list of today is copied into the box, and one that is not it is refused with what was typed', async () => {
  assert.match(words(await browser.get(paths.deskBankHolidays)), /List in force As known on Monday 24 January 2022/)
  assert.match(words(await browser.post(paths.deskBankHolidays, {})), /Copy the list into the box/)
  const wrong = await browser.post(paths.deskBankHolidays, { list: '{"scotland": {}}' })
  assert.equal(wrong.statusCode, 409)
  assert.match(words(wrong), /it is not the GOV\.UK list of bank holidays/)
  assert.match(wrong.body, /\{&quot;scotland&quot;: \{\}\}<\/textarea>/)
  const list = readFileSync(new URL('../../data/calendars/bank-holidays-2026-02-25.json', import.meta.url), 'utf8')
  const loaded = await browser.post(paths.deskBankHolidays, { list })
  assert.equal(loaded.statusCode, 303)
  const page = words(await browser.get(String(loaded.headers.location)))
  assert.match(page, /The list is in force .*As known on Wednesday 25 February 2026 Years \d+ to 2028/)
  assert.doesNotMatch(words(await browser.get(paths.desk)), /known bank holidays/)
})
