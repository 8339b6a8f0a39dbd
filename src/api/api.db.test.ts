import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiSite, makeToken } from '../../test/support/api-site.ts'
import { allegationOf, messageTo, policeSystem, wordOf } from '../../test/support/police-system.ts'
import { everyRow } from '../../test/support/decider-properties.ts'
import { apiScopes, apiToken } from '../agencies/api-token.ts'
import { roles } from '../agencies/roles.ts'
import { addHours, addSeconds } from '../calendar/instant.ts'
import { testMoment } from '../../test/support/web.ts'
import { identifySystemBy } from '../platform/access/tokens/identify-token.ts'

const site = await apiSite()
const { app, installation } = site
const secret = await makeToken(installation, 't1')
const system = policeSystem(app, secret)

const inject = (url: string, method: 'GET' | 'POST', headers: Record<string, string>, payload?: string) =>
  app.inject({ method, url: `/api/v1${url}`, headers, ...(payload !== undefined && { payload }) })

const withToken = (token: string) => ({ authorization: `Bearer ${token}` })
const json = { 'content-type': 'application/json' }
const key = (text: string) => ({ 'idempotency-key': `key-${text}` })

test('an allegation becomes a case that is read by either reference', async () => {
  const told = await system.send(messageTo('/allegations', allegationOf('OCC-1', 1)))
  assert.equal(told.status, 201)
  const { case: id } = told.body
  assert.deepEqual(told.body, { case: id, sequence: 1, applied: true })
  const byId = await system.read(`/cases/${wordOf(id)}`)
  assert.equal(byId.status, 200)
  assert.deepEqual((await system.read('/cases/reference:OCC-1')).body, byId.body)
  const { what, state, suspectedOffence, people, references, duties } = byId.body
  assert.equal(what, 'A bicycle was taken (OCC-1).')
  assert.equal(state, 'to-record')
  assert.deepEqual(suspectedOffence, { code: 'TH68006', title: 'Theft of pedal cycle' })
  assert.deepEqual(references, [{ kind: 'case', reference: 'OCC-1', sequence: 1 }])
  assert.partialDeepStrictEqual(people, [
    { part: 'victim', number: 1, enhancedBy: ['vulnerable'], details: { name: 'Quince Example', email: null } },
  ])
  assert.partialDeepStrictEqual(duties, [{ what: 'Decide whether the report is recorded as a crime', metAt: null }])
})

test('every look at a case is logged, with everybody in it', async () => {
  const before = site.looks.length
  await system.read('/cases/reference:OCC-1')
  const [look] = site.looks.slice(before)
  assert.equal(look?.viewer.account, 'api:t1')
  assert.match(look?.subjects[0] ?? '', /^investigation\//)
  assert.match(look?.subjects[1] ?? '', /^person\//)
})

test('a message that comes again is answered the same and changes nothing', async () => {
  const message = messageTo('/allegations', allegationOf('OCC-2', 1))
  const first = await system.send(message)
  const rows = await everyRow(installation)
  const again = await Promise.all([system.send(message), system.send(message), system.send(message)])
  for (const one of again) assert.deepEqual(one, first)
  assert.deepEqual(await everyRow(installation), rows)
})

test('a message that comes several times at the same moment is recorded once', async () => {
  const message = messageTo('/allegations', allegationOf('OCC-3', 1))
  const told = await Promise.all(Array.from({ length: 6 }, () => system.send(message)))
  for (const one of told) assert.deepEqual(one, told[0])
  const { rows } = await installation.pool.query('select id from case_summary where what like $1', ['%(OCC-3)%'])
  assert.equal(rows.length, 1)
})

test('the same thing under several keys at the same moment is recorded once', async () => {
  const told = await Promise.all(
    Array.from({ length: 6 }, () => system.send(messageTo('/allegations', allegationOf('OCC-4', 1)))),
  )
  assert.deepEqual(
    told.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 200, 200, 200, 200, 201],
  )
  assert.equal(new Set(told.map(({ body }) => body['case'])).size, 1)
})

test('a key that came with another message is refused', async () => {
  const first = messageTo('/allegations', allegationOf('OCC-5', 1))
  await system.send(first)
  const other = await system.send(messageTo('/allegations', allegationOf('OCC-6', 1), first.key))
  assert.deepEqual([other.status, other.body['code']], [422, 'message.key-used'])
  const elsewhere = await system.send(messageTo('/cases/reference:OCC-5/crime-decision', decision(1), first.key))
  assert.deepEqual([elsewhere.status, elsewhere.body['code']], [422, 'message.key-used'])
})

const decision = (sequence: number, reason = 'Nothing speaks against it.') => ({
  sequence,
  crimeReference: `4326000${sequence}`,
  reason,
})

test('a later version corrects, an older one is acknowledged, and one with another content is refused', async () => {
  const send = (sequence: number, change = {}) =>
    system.send(messageTo('/allegations', allegationOf('OCC-7', sequence, change)))
  await send(1)
  const victims = [{ person: { name: 'Quince Sample' }, enhancedBy: [] }]
  const third = await send(3, { where: 'Another Road', victims })
  assert.deepEqual([third.status, third.body['applied']], [200, true])
  const older = await send(2, { where: 'Nowhere' })
  assert.deepEqual([older.status, older.body['applied'], older.body['sequence']], [200, false, 3])
  const differs = await send(3, { where: 'Elsewhere', victims })
  assert.deepEqual([differs.status, differs.body['code']], [422, 'message.version-differs'])
  const { body } = await system.read('/cases/reference:OCC-7')
  assert.equal(body['where'], 'Another Road')
  assert.partialDeepStrictEqual(body['people'], [{ enhancedBy: [], details: { name: 'Quince Sample', phone: null } }])
})

test('who is in a case is not changed by a message', async () => {
  await system.send(messageTo('/allegations', allegationOf('OCC-8', 1)))
  for (const change of [{ victims: [] }, { reporter: null }, { reporter: { name: 'Tansy Example' } }]) {
    const told = await system.send(messageTo('/allegations', allegationOf('OCC-8', 2, change)))
    assert.equal(told.status, 422, JSON.stringify(change))
  }
})

test('what refers to a case that has not come yet is to be sent again later', async () => {
  const message = messageTo('/cases/reference:OCC-9/crime-decision', decision(1))
  const early = await system.send(message)
  assert.deepEqual([early.status, early.body['code'], early.retryAfter], [409, 'message.not-here-yet', 30])
  await system.send(messageTo('/allegations', allegationOf('OCC-9', 1)))
  assert.equal((await system.send(message)).status, 200)
})

test('a rule that says no is 409 with its code and no hint to try again, and leaves no receipt', async () => {
  await system.send(messageTo('/allegations', allegationOf('OCC-10', 1)))
  const address = '/cases/reference:OCC-10'
  await system.send(messageTo(`${address}/investigation-decision`, { sequence: 1, how: 'By hand', reason: 'R' }))
  const noCrime = messageTo(`${address}/crime-decision`, { sequence: 1, crimeReference: null, reason: 'R' })
  const told = await system.send(noCrime)
  assert.deepEqual([told.status, told.body['code'], told.retryAfter], [409, 'investigation.being-investigated', null])
  const stopped = messageTo(`${address}/investigation-decision`, { sequence: 2, how: null, reason: 'R' })
  assert.equal((await system.send(stopped)).status, 200)
  assert.equal((await system.send(noCrime)).status, 200)
})

test('a message that does not fit is 422 with what is wrong where', async () => {
  const wrong = { ...allegationOf('OCC-11', 0), from: '2026-02-30', victims: [{ person: {} }], colour: 'red' }
  const told = await system.send(messageTo('/allegations', wrong))
  assert.deepEqual([told.status, told.body['code']], [422, 'message.does-not-fit'])
  const errors = told.body['errors'] as ReadonlyArray<{ readonly pointer: string }>
  assert.deepEqual(errors.map(({ pointer }) => pointer).toSorted(), ['', '/from', '/sequence', '/victims/0/person'])
  const unknown = await system.send(
    messageTo('/allegations', allegationOf('OCC-11', 1, { suspectedOffence: 'ZZ99999' })),
  )
  assert.deepEqual([unknown.status, unknown.body['code']], [422, 'message.offence-unknown'])
})

test('what is no message at all is told so', async () => {
  const body = JSON.stringify(allegationOf('OCC-12', 1))
  const all = { ...withToken(secret), ...json, ...key('twelve-1') }
  const status = async (headers: Record<string, string>, payload: string) => {
    const reply = await inject('/allegations', 'POST', headers, payload)
    assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
    return reply.statusCode
  }
  assert.equal(await status(all, '{'), 400)
  assert.equal(await status(all, ''), 400)
  assert.equal(await status(all, '{"__proto__":{}}'), 400)
  assert.equal(await status({ ...withToken(secret), ...json }, body), 400)
  assert.equal(await status({ ...all, 'idempotency-key': 'short' }, body), 400)
  assert.equal(await status({ ...all, 'content-type': 'text/plain' }, body), 415)
  assert.equal(await status({ ...all, 'content-type': 'application/x-www-form-urlencoded' }, 'reference=1'), 415)
  assert.equal(await status(all, `{"what":"${'x'.repeat(1024 * 1024)}"}`), 413)
  assert.equal((await system.read('/cases/7KQ2M9XD')).status, 404)
  assert.equal((await system.read('/nothing')).status, 404)
  assert.equal((await system.read('/happenings?after=nonsense')).status, 400)
})

test('without a token that works nothing is done, and a session is no token', async () => {
  const unknown = await inject('/happenings', 'GET', withToken(`frankpledge_${'a'.repeat(43)}`))
  assert.equal(unknown.statusCode, 401)
  assert.equal(unknown.headers['www-authenticate'], 'Bearer')
  assert.equal((await inject('/happenings', 'GET', {})).statusCode, 401)
  const browser = site.signedIn(['case.read', 'case.record'], { agency: 'thames-valley-police' })
  assert.equal((await browser.get('/api/v1/happenings')).statusCode, 401)
  const headers = { ...json, ...key('session-1'), accept: 'application/json' }
  const posted = await browser.postRaw('/api/v1/allegations', JSON.stringify(allegationOf('OCC-13', 1)), headers)
  assert.equal(posted.statusCode, 401)
})

test('a token that ran out or was ended works no longer, and its last use is kept', async () => {
  const short = await makeToken(installation, 't2', { days: 1 })
  const identify = identifySystemBy(installation.pool, roles, apiScopes)
  const end = addHours(testMoment, 24)
  assert.equal((await identify(`Bearer ${short}`, addSeconds(end, -0.001)))?.viewer.account, 'api:t2')
  assert.equal(await identify(`Bearer ${short}`, end), null)
  assert.equal((await policeSystem(app, short).read('/happenings')).status, 200)
  const { rows } = await installation.pool.query(`select last_used_at from api_token_use where token = 't2'`)
  assert.deepEqual(rows, [{ last_used_at: addSeconds(end, -0.001) }])
  const ended = {
    type: 'EndToken',
    agency: 'thames-valley-police',
    reason: 'Replaced',
    at: testMoment,
    by: 'a',
  } as const
  await installation.record.perform(apiToken, 't2', ended, { actor: 'a', at: testMoment })
  assert.equal((await policeSystem(app, short).read('/happenings')).status, 401)
})

test('a token does what its scopes say and nothing else', async () => {
  const reader = policeSystem(app, await makeToken(installation, 't3', { scopes: ['case.read'] }))
  const told = await reader.send(messageTo('/allegations', allegationOf('OCC-14', 1)))
  assert.deepEqual([told.status, told.body['code']], [403, 'not-allowed'])
  const { body } = await reader.read('/cases/reference:OCC-1')
  assert.equal(body['duties'], null)
  const writer = policeSystem(app, await makeToken(installation, 't4', { scopes: ['case.record'] }))
  assert.equal((await writer.send(messageTo('/allegations', allegationOf('OCC-14', 1)))).status, 201)
  assert.equal((await writer.read('/cases/reference:OCC-14')).status, 403)
})

test('another agency sees neither the cases nor the references of this one', async () => {
  const other = await makeToken(installation, 't5', { agency: 'hertfordshire-constabulary' })
  const theirs = policeSystem(app, other)
  assert.equal((await theirs.read('/cases/reference:OCC-1')).status, 409)
  const { body } = await system.read('/cases/reference:OCC-1')
  assert.equal((await theirs.read(`/cases/${wordOf(body['case'])}`)).status, 404)
  assert.deepEqual((await theirs.read('/happenings')).body['happenings'], [])
  // The same reference and the same key mean another thing with them.
  const message = messageTo('/allegations', allegationOf('OCC-1', 1), 'shared-key')
  const [mine, yours] = [await system.send(message), await theirs.send(message)]
  assert.deepEqual([mine.status, yours.status], [200, 201])
})

test('a token that asks too often waits', async () => {
  const slow = await apiSite({ atOnce: 2, perSecond: 0.5 })
  const one = policeSystem(slow.app, await makeToken(slow.installation, 't1'))
  const other = policeSystem(slow.app, await makeToken(slow.installation, 't2'))
  assert.deepEqual([(await one.read('/happenings')).status, (await one.read('/happenings')).status], [200, 200])
  const told = await one.read('/happenings')
  assert.deepEqual([told.status, told.body['code'], told.retryAfter], [429, 'message.too-many', 2])
  assert.equal((await other.read('/happenings')).status, 200)
})
