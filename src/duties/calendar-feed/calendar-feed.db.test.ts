import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { testMoment, testSite } from '../../../test/support/web.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { accountDecider } from '../../platform/access/account.ts'
import { dutyRoutes } from '../routes.ts'
import { promised } from '../undertaking/example.ts'
import { undertaking } from '../undertaking/undertaking.ts'

const roles = {
  officer: { title: 'Officer', who: '', heldIn: ['police-force'], permissions: ['duties.read', 'duties.write'] },
}
const account = accountDecider(roles)
const installation = await testInstallation([undertaking, account])
const site = await testSite(installation, [dutyRoutes(async () => [], roles)], {
  permissions: ['duties.read', 'duties.write'],
})
const { record } = installation
const act = { actor: 'test', at: testMoment }

async function person(id: string, agency: string, unit: string | null, role: string | null): Promise<void> {
  const email = `${id}@example.org`
  const added = { account: id, name: id, email, agency, agencyKind: 'police-force', unit, by: 'test', at: testMoment }
  await record.perform(account, id, { type: 'AddAccount', ...added }, act)
  if (role === null) return
  const given = { role, reason: 'New', by: 'test', byAreaAdministrator: true, at: testMoment }
  await record.perform(account, id, { type: 'GiveRole', ...given }, act)
}

async function owes(id: string, owedBy: { agency: string; unit?: string; account?: string }): Promise<void> {
  const terms = {
    ...promised,
    what: `Do ${id}`,
    owedBy: { name: 'Team', ...owedBy },
    startedOn: parseLocalDate('2026-04-01'),
  }
  const basis = { kind: 'fixed-date', dueOn: parseLocalDate('2026-05-01') } as const
  await record.perform(
    undertaking,
    id,
    { type: 'Undertake', id, promised: terms, basis, at: testMoment, by: 'test' },
    act,
  )
}

await person('officer', 'police', 'care', 'officer')
await person('guest', 'police', 'care', null)
await owes('own', { agency: 'police', unit: 'care', account: 'officer' })
await owes('of-the-unit', { agency: 'police', unit: 'care' })
await owes('of-the-agency', { agency: 'police' })
await owes('of-another', { agency: 'cps', account: 'lawyer' })

const who = { account: 'officer', agency: 'police', unit: 'care' }
const officer = site.signedIn(['duties.read', 'duties.write'], who)

async function feedOf(whose: string): Promise<string> {
  const made = await officer.post('/desk/calendar', { act: 'make', whose })
  assert.equal(made.statusCode, 303)
  const { body } = await officer.get('/desk/calendar')
  const address = /http:\/\/localhost:3000(\/calendar\/[\w-]{43}\.ics)/.exec(body)?.[1]
  assert.ok(address, body)
  return address
}

const carried = async (address: string): Promise<readonly string[]> => {
  const { body } = await site.browser().get(address)
  return [...body.matchAll(/SUMMARY:Do (\S+)/g)].map(([, name]) => name ?? '').toSorted()
}

test('a private address carries what its owner chose, without signing in', async () => {
  assert.deepEqual(await carried(await feedOf('mine')), ['own'])
  assert.deepEqual(await carried(await feedOf('unit')), ['of-the-unit', 'own'])
  assert.deepEqual(await carried(await feedOf('agency')), ['of-the-agency', 'of-the-unit', 'own'])
})

test('a feed carries what must be done and nothing of whose case it is, who does it, or for whom', async () => {
  const { body } = await site.browser().get(await feedOf('mine'))
  assert.match(body, /SUMMARY:Do own/)
  for (const hidden of ['Police and crime', 'officer', 'Team', 'panel', 'Minutes'])
    assert.ok(!body.includes(hidden), hidden)
})

test('the address is shown once, and only what recognises it is kept', async () => {
  const address = await feedOf('mine')
  assert.ok(!(await officer.get('/desk/calendar')).body.includes(address))
  const { rows } = await installation.pool.query('select * from calendar_token')
  assert.ok(!JSON.stringify(rows).includes(address.slice('/calendar/'.length, -'.ics'.length)))
})

test('an address that was replaced, was stopped or never was is not found', async () => {
  const old = await feedOf('mine')
  const fresh = await feedOf('mine')
  assert.equal((await site.browser().get(old)).statusCode, 404)
  assert.equal((await site.browser().get(fresh)).statusCode, 200)
  await officer.post('/desk/calendar', { act: 'stop' })
  assert.equal((await site.browser().get(fresh)).statusCode, 404)
  assert.equal((await site.browser().get(`/calendar/${'a'.repeat(43)}.ics`)).statusCode, 404)
  assert.equal((await site.browser().get('/calendar/short.ics')).statusCode, 404)
})

test('no calendar on the way may store the answer for others', async () => {
  const reply = await site.browser().get(await feedOf('mine'))
  assert.equal(reply.headers['cache-control'], 'private, no-cache')
  assert.equal(reply.headers['content-type'], 'text/calendar; charset=utf-8; method=PUBLISH')
})

test('who may not read the agency’s duties cannot choose them', async () => {
  const guest = site.signedIn([], { ...who, account: 'guest' })
  const reply = await guest.post('/desk/calendar', { act: 'make', whose: 'agency' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /Choose what the calendar should carry/)
})

test('a role that is taken away narrows the feed at once, and a closed account ends it', async () => {
  const address = await feedOf('agency')
  const why = { reason: 'Left', by: 'test', byAreaAdministrator: true, at: testMoment }
  await record.perform(account, 'officer', { type: 'TakeRole', role: 'officer', ...why }, act)
  assert.deepEqual(await carried(address), ['own'])
  await record.perform(account, 'officer', { type: 'CloseAccount', ...why }, act)
  assert.equal((await site.browser().get(address)).statusCode, 404)
})
