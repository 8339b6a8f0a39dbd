import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSite, addPerson, areaInstallation, at } from '../../test/support/accounts.ts'
import { demonstrationPeople, loadDemonstrationAccounts } from './demonstration-accounts.ts'
import { roles } from './roles.ts'

const installation = await areaInstallation()
const { pool } = installation
await loadDemonstrationAccounts(installation, at)
const site = await accessSite(installation, { demonstration: true })

test('there is a made-up person for each role, an administrator on each side, however often they are loaded', async () => {
  const entries = async () => (await pool.query<{ n: number }>('select count(*) as n from entry')).rows[0]?.n
  const first = await entries()
  await loadDemonstrationAccounts(installation, at)
  assert.equal(await entries(), first)
  const { rows } = await pool.query<{ role: string }>('select distinct role from account_role')
  assert.deepEqual(new Set(rows.map(({ role }) => role)), new Set(Object.keys(roles)))
  const administrators = await pool.query<{ agency: string }>(
    "select agency from account_role where role = 'administrator' order by agency",
  )
  assert.deepEqual(
    administrators.rows.map(({ agency }) => agency),
    ['cps-thames-and-chiltern', 'thames-valley-police'],
  )
})

for (const { account, name, role } of demonstrationPeople) {
  test(`a visitor can be ${name}, ${role}`, async () => {
    const browser = site.browser()
    const reply = await browser.post('/demonstration', { account })
    assert.equal(reply.headers.location, '/desk')
    assert.match((await browser.get('/desk/account')).body, new RegExp(name))
  })
}

test('the page says that it is a demonstration', async () => {
  assert.match(
    (await site.browser().get('/demonstration')).body,
    /This is a demonstration\. Every person and case is made up/,
  )
})

test('its door opens no account but those of the demonstration', async () => {
  await addPerson(installation, 'real')
  assert.equal((await site.browser().post('/demonstration', { account: 'real' })).statusCode, 404)
})

test('no made-up person has a password, and none can be given one', async () => {
  const { rows } = await pool.query('select from credential')
  assert.equal(rows.length, 0)
  const browser = site.browser()
  await browser.post('/demonstration', { account: 'demonstration-area-administrator' })
  const page = '/desk/admin/accounts/demonstration-prosecutor'
  assert.equal((await browser.post(`${page}/one-time-password`, {}, page)).statusCode, 409)
})
