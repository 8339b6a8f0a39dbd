import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSite, addPerson, areaInstallation, browserOf } from '../../../../test/support/accounts.ts'
import { apiToken } from '../../../agencies/api-token.ts'
import { endOfDay } from '../../../calendar/instant.ts'
import { parseLocalDate } from '../../../calendar/local-date.ts'
import { readNames } from '../read-accounts.ts'
import { secretHash } from './token-secret.ts'

const installation = await areaInstallation({}, [apiToken])
const force = 'thames-valley-police'
await addPerson(installation, 'admin', { agency: force, agencyKind: 'police-force', roles: ['administrator'] })
await addPerson(installation, 'other', { roles: ['administrator'] })
await addPerson(installation, 'officer', { agency: force, agencyKind: 'police-force', roles: ['police-officer'] })
const site = await accessSite(installation)
const admin = await browserOf(site, 'admin')

const address = '/desk/admin/tokens'
const form = {
  name: 'Records system',
  scopes: ['case.read', 'case.record'],
  'expires-day': '31',
  'expires-month': '3',
  'expires-year': '2027',
}

type Row = {
  readonly id: string
  readonly secret_sha256: string
  readonly expires_at: string
  readonly scopes: string[]
}
const tokens = async (): Promise<readonly Row[]> =>
  (
    await installation.pool.query<Row>(
      'select id, secret_sha256, expires_at, scopes from api_token order by made_at, id',
    )
  ).rows

test('the secret of a new token is shown once, and only its hash is kept', async () => {
  const made = await admin.post(address, form)
  assert.equal(made.statusCode, 303)
  const shown = await admin.get(address)
  const [secret = ''] = /frankpledge_[\w-]{43}/.exec(shown.body) ?? []
  assert.ok(secret)
  assert.doesNotMatch((await admin.get(address)).body, /frankpledge_/)
  const [token] = await tokens()
  assert.equal(token?.secret_sha256, secretHash(secret))
  assert.deepEqual(token?.scopes, ['case.read', 'case.record'])
  assert.equal(token?.expires_at, endOfDay(parseLocalDate('2027-03-31')))
  const { rows } = await installation.pool.query(
    `select payload::text as text from entry where stream like 'api-token/%'`,
  )
  for (const { text } of rows) assert.ok(!Buffer.from(String(text).slice(2), 'hex').includes(secret))
})

test('what is wrong in the form is said beside the field, and what was typed stays', async () => {
  const cases = [
    [{ ...form, name: '' }, 'Give the system a name that colleagues will recognise.'],
    [{ ...form, scopes: [] }, 'Choose at least one thing that the system may do.'],
    [{ ...form, scopes: ['charging.decide'] }, 'No role in an agency of this kind may'],
    [{ ...form, 'expires-day': '31', 'expires-month': '2' }, 'The last day must be a real date'],
    [{ ...form, 'expires-year': '' }, 'The last day must be a real date'],
    [{ ...form, 'expires-year': '2025' }, 'Choose a day on which the token ends that is still to come.'],
    [{ ...form, 'expires-year': '2028' }, 'A token lasts 366 days at most. Choose an earlier day.'],
  ] as const
  const before = await tokens()
  const nothing = await admin.post(address, {})
  for (const field of ['name', 'scopes', 'expires-day']) assert.ok(nothing.body.includes(`href="#${field}"`), field)
  for (const [sent, sentence] of cases) {
    const reply = await admin.post(address, sent)
    assert.equal(reply.statusCode, 400, sentence)
    assert.ok(reply.body.includes(sentence), sentence)
    assert.ok(reply.body.includes(`value="${sent.name}"`) || sent.name === '')
  }
  assert.deepEqual(await tokens(), before)
})

test('another agency’s administrator neither sees nor ends a token, and who is none gets nowhere', async () => {
  const [token] = await tokens()
  const other = await browserOf(site, 'other')
  assert.doesNotMatch((await other.get(address)).body, /Records system/)
  const end = `${address}/${token?.id}/end`
  assert.equal((await other.post(end, { reason: 'Not theirs' }, address)).statusCode, 404)
  const officer = await browserOf(site, 'officer')
  assert.equal((await officer.get(address)).statusCode, 403)
  assert.match((await admin.get(address)).body, /End this token/)
})

test('a token is ended with a reason, at once and for good', async () => {
  const [token] = await tokens()
  const end = `${address}/${token?.id}/end`
  const without = await admin.post(end, { reason: ' ' }, address)
  assert.equal(without.statusCode, 400)
  assert.match(without.body, /Say why the token is ended/)
  const ended = await admin.post(end, { reason: 'The system was replaced.' }, address)
  assert.equal(ended.headers.location, `${address}?done=ended`)
  const page = await admin.get(`${address}?done=ended`)
  assert.match(page.body, /The token is ended\. It works no longer\./)
  assert.match(page.body, /The system was replaced\./)
  assert.doesNotMatch(page.body, /End this token/)
})

test('colleagues read the name of a system beside what it did', async () => {
  const [token] = await tokens()
  const account = `api:${token?.id}`
  const viewer = { account: 'officer', agency: force, unit: '', permissions: [] }
  const names = await installation.reading.as(viewer, (tx) => readNames(tx, [account, 'admin']))
  assert.deepEqual([names.get(account), names.get('admin')], ['Records system', 'Person admin'])
  const elsewhere = { ...viewer, account: 'other', agency: 'cps-thames-and-chiltern' }
  assert.equal((await installation.reading.as(elsewhere, (tx) => readNames(tx, [account]))).get(account), undefined)
})
