import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type Instant, parseInstant } from '../../calendar/instant.ts'
import { accessSite, addPerson, areaInstallation, at, browserOf } from '../../../test/support/accounts.ts'
import { keepLookIn } from './keep-look.ts'

const installation = await areaInstallation()
const { pool, reading } = installation
const site = await accessSite(installation)
const cps = 'cps-thames-and-chiltern'
await addPerson(installation, 'officer-of-data', { roles: ['data-protection-officer'] })
await addPerson(installation, 'looker', { roles: ['prosecutor'] })
await addPerson(installation, 'admin', { roles: ['administrator'] })
const keepLook = keepLookIn(pool)

type Facts = { readonly subject: string; readonly when?: Instant; readonly account?: string; readonly agency?: string }

const look = ({ subject, when = at, account = 'looker', agency = cps }: Facts) =>
  keepLook({
    viewer: { account, agency, unit: '', permissions: [] },
    at: when,
    subjects: [subject],
    what: `Case of ${subject}`,
    purpose: 'Prosecuting the case',
    route: '/desk/cases/:urn',
    requestId: 'request-1',
  })

const page = '/desk/admin/looks'
const officer = await browserOf(site, 'officer-of-data')
const shown = async (query: string): Promise<readonly string[]> => {
  const { body } = await officer.get(`${page}?${query}`)
  return [...body.matchAll(/Case of (person\/[a-z]+)/g)].map(([, subject]) => subject ?? '')
}

await look({ subject: 'person/old', when: parseInstant('2026-03-28T23:59:59.999Z') })
await look({ subject: 'person/first', when: parseInstant('2026-03-29T00:00:00.000Z') })
await look({ subject: 'person/last', when: parseInstant('2026-03-29T22:59:59.999Z') })
await look({ subject: 'person/after', when: parseInstant('2026-03-29T23:00:00.000Z') })
await look({ subject: 'person/other', account: 'colleague' })
await look({ subject: 'person/elsewhere', account: 'stranger', agency: 'thames-valley-police' })

test('the latest look comes first, and those of another agency are not shown', async () => {
  assert.deepEqual(await shown(''), ['person/other', 'person/after', 'person/last', 'person/first', 'person/old'])
})

test('a day is a day in London, also when the clocks change', async () => {
  const day = (name: string) => `${name}-day=29&${name}-month=3&${name}-year=2026`
  assert.deepEqual(await shown(`${day('from')}&${day('to')}`), ['person/last', 'person/first'])
})

test('the log is searched by who looked, by id or by name, and by whose data it was', async () => {
  assert.deepEqual(await shown('account=colleague'), ['person/other'])
  assert.equal((await shown('account=person+looker')).length, 4)
  assert.deepEqual(await shown('subject=person/old'), ['person/old'])
})

test('a day that does not exist is pointed at', async () => {
  const reply = await officer.get(`${page}?from-day=31&from-month=2&from-year=2026`)
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /href="#from-day">Enter a real date/)
})

test('a search for what cannot be finds nobody, and does not fail', async () => {
  // Text that does not compress, since an index takes any length of text that does.
  const long = Array.from({ length: 100 }, (_, n) => createHash('sha256').update(String(n)).digest('hex')).join('')
  for (const query of [`subject=${long}`, `account=${long}`]) {
    assert.equal((await officer.get(`${page}?${query}`)).statusCode, 200)
  }
  assert.equal((await officer.get(`${page}?to-day=31&to-month=12&to-year=9999`)).statusCode, 400)
})

test('looking at the log is logged, with the roles held at that moment', async () => {
  await officer.get(`${page}?subject=person/last`)
  const { rows } = await pool.query(
    `select subjects, roles, agency from look where account = 'officer-of-data' order by id desc limit 1`,
  )
  assert.deepEqual(rows, [
    { subjects: ['account/looker', 'person/last'], roles: ['data-protection-officer'], agency: cps },
  ])
})

test('nobody else sees the log', async () => {
  for (const id of ['looker', 'admin']) assert.equal((await (await browserOf(site, id)).get(page)).statusCode, 403)
  const viewer = { account: 'admin', agency: cps, unit: '', permissions: ['accounts.administer'] }
  assert.deepEqual(await reading.as(viewer, (tx) => tx.selectFrom('look').selectAll().execute()), [])
})

test('a look without a reason is not kept, so the page behind it is not shown', async () => {
  await assert.rejects(
    keepLook({
      viewer: { account: 'looker', agency: cps, unit: '', permissions: [] },
      at,
      subjects: ['person/x'],
      what: 'x',
      purpose: '',
      route: '/x',
      requestId: 'x',
    }),
    { constraint: 'look_purpose_check' },
  )
})

for (const statement of ['delete from look', `update look set what = ''`, 'truncate look']) {
  test(`nobody changes what the log holds, not even its owner: ${statement}`, async () => {
    await assert.rejects(pool.query(statement), /look is append-only/)
  })
}
