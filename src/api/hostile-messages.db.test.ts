import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiSite, makeToken } from '../../test/support/api-site.ts'
import { everyRow } from '../../test/support/decider-properties.ts'
import { allegationOf, messageTo, policeSystem, wordOf } from '../../test/support/police-system.ts'
import { testMoment } from '../../test/support/web.ts'
import { type InvestigationCommand, investigation } from '../casework/investigation/investigation.ts'

// What no honest system sends: every answer is a problem that says what is wrong, and nothing is recorded.

const site = await apiSite()
const { app, installation } = site
const secret = await makeToken(installation, 't1')
const system = policeSystem(app, secret)
await system.send(messageTo('/allegations', allegationOf('HOSTILE-1', 1), 'key-of-the-first'))

const ask = (method: 'GET' | 'POST' | 'PUT' | 'OPTIONS', url: string, payload?: string | Buffer, more = {}) => {
  const headers = { authorization: `Bearer ${secret}`, 'idempotency-key': 'key-of-hostile', ...more }
  return app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
}

/** The status and the code of a problem; anything else fails. */
async function problemOf(...asked: Parameters<typeof ask>): Promise<readonly [number, string]> {
  const reply = await ask(...asked)
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  assert.ok(reply.statusCode < 500, reply.body)
  return [reply.statusCode, reply.json<{ code: string }>().code]
}

const json = { 'content-type': 'application/json' }
const tell = (body: string | Buffer, more = {}) => problemOf('POST', '/api/v1/allegations', body, { ...json, ...more })
const allegation = (change = {}) => JSON.stringify(allegationOf('HOSTILE-2', 1, change))

test('what cannot be kept word for word is refused, wherever it stands, and never becomes something else', async () => {
  const before = await everyRow(installation)
  const victims = (name: string) => [{ person: { name } }]
  for (const body of [
    allegation({ what: 'a\0b' }),
    allegation({ victims: victims('a\0b') }),
    allegation({ what: 'a\ud800b' }),
    allegation({ victims: victims('\udc00') }),
    allegation({ 'a\0': 1 }),
    '{"sequence":1e400}',
    Buffer.from(allegation({ what: 'caf\xe9' }), 'latin1'),
    Buffer.concat([Buffer.from('{"what":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
  ]) {
    assert.deepEqual(await tell(body), [400, 'invalid'])
    assert.deepEqual(await tell(body, { 'idempotency-key': 'key-of-the-first' }), [400, 'invalid'])
  }
  for (const body of [
    '{"__proto__":{}}',
    '{"a":{"\\u005f_proto__":1}}',
    '{"constructor":{"prototype":{}}}',
    '\ufeff',
  ]) {
    assert.deepEqual(await tell(body), [400, 'request.malformed'])
  }
  assert.deepEqual(await everyRow(installation), before)
})

test('a message that is nested without end is refused before anything is worked out of it', async () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":[', ']}'],
  ] as const) {
    const deep = open.repeat(100_000) + close.repeat(100_000)
    assert.deepEqual(await tell(deep), [400, 'invalid'])
    assert.deepEqual(await tell(deep, { 'idempotency-key': 'key-of-the-first' }), [400, 'invalid'])
  }
})

test('numbers are numbers, and a thing stands at its own place', async () => {
  for (const change of [
    { sequence: '1' },
    { sequence: 1.5 },
    { sequence: 0 },
    { victims: { 0: {} } },
    { from: 20260406 },
  ])
    assert.deepEqual(await tell(allegation(change)), [422, 'message.does-not-fit'], JSON.stringify(change))
})

test('below /api every address, method and type is answered with a problem, whatever is preferred', async () => {
  const html = { accept: 'text/html' }
  assert.deepEqual(await problemOf('GET', '/api/v1/nothing', undefined, html), [404, 'not-found'])
  assert.deepEqual(await problemOf('GET', '/api/v1/%zz', undefined, html), [400, 'request.malformed'])
  assert.deepEqual(await problemOf('GET', `/api/v1/cases/${'x'.repeat(2000)}`, undefined, html), [
    400,
    'request.malformed',
  ])
  const address = '/api/v1/cases/reference:HOSTILE-1'
  for (const method of ['PUT', 'OPTIONS'] as const)
    assert.deepEqual(await problemOf(method, address, undefined, html), [404, 'not-found'])
  const override = { 'x-http-method-override': 'GET' }
  assert.deepEqual(await problemOf('POST', `${address}?_method=GET`, undefined, override), [404, 'not-found'])
  for (const type of ['multipart/form-data; boundary=x', 'application/problem+json', 'text/html'])
    assert.deepEqual(await tell(allegation(), { 'content-type': type }), [415, 'request.wrong-type'])
})

test('the longest reference names its case in an address, however it is written there', async () => {
  for (const reference of ['r'.repeat(100), 'a/b:'.repeat(25)]) {
    const told = await system.send(messageTo('/allegations', allegationOf(reference, 1)))
    const address = `/cases/${encodeURIComponent(`reference:${reference}`)}`
    assert.deepEqual((await system.read(address)).body['case'], told.body['case'])
  }
})

const cursor = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test('a “next” that was not answered here is refused, and so are two', async () => {
  for (const forged of [
    cursor('f', '9'.repeat(20), '0'),
    cursor('f', '0', '9'.repeat(19)),
    cursor('f', 0, 0),
    cursor('f', '-1', '0'),
    cursor("' or true", '0', '0'),
    cursor('f', '0'),
    cursor(),
    'e30',
  ])
    assert.deepEqual(await problemOf('GET', `/api/v1/happenings?after=${forged}`), [400, 'invalid'], forged)
  const fine = cursor('f', '9'.repeat(19), '9'.repeat(18))
  assert.deepEqual(await problemOf('GET', `/api/v1/happenings?after=${fine}&after=${fine}`), [400, 'invalid'])
  assert.equal((await ask('GET', `/api/v1/happenings?after=${fine}`)).statusCode, 200)
})

test('a later version of an allegation does not reach a case that was restricted since', async () => {
  const told = await system.send(messageTo('/allegations', allegationOf('HOSTILE-3', 1)))
  const order = {
    type: 'RestrictCase',
    agency: 'thames-valley-police',
    accounts: ['officer'],
    reason: 'Works here',
  } as const
  const acted = { at: testMoment, by: 'officer' }
  const restrict: InvestigationCommand = { ...order, ...acted }
  await installation.record.perform(investigation, wordOf(told.body['case']), restrict, {
    actor: 'officer',
    at: testMoment,
  })
  const before = await everyRow(installation)
  for (const change of [{ where: 'Elsewhere' }, { victims: [] }]) {
    const later = await system.send(messageTo('/allegations', allegationOf('HOSTILE-3', 2, change)))
    assert.deepEqual([later.status, later.body['code']], [404, 'not-found'], JSON.stringify(change))
  }
  assert.deepEqual(await everyRow(installation), before)
  assert.equal((await system.read('/cases/reference:HOSTILE-3')).status, 404)
})

test('a day that no rule can count from is refused beside its field', async () => {
  const born = (dateOfBirth: string) => ({ victims: [{ person: { name: 'Quince Example', dateOfBirth } }] })
  for (const change of [
    born('9999-12-31'),
    born('9990-01-01'),
    born('1799-12-31'),
    { from: '1000-01-01' },
    { to: '9999-12-31' },
    { reportedAt: '1000-01-01T00:00:00+14:00' },
    { reportedAt: '9999-12-31T23:59:59-14:00' },
  ])
    assert.deepEqual(await tell(allegation(change)), [422, 'message.does-not-fit'], JSON.stringify(change))
  for (const change of [born('2199-12-31'), { reportedAt: '2199-12-31T23:59:59Z' }])
    assert.equal((await tell(allegation(change)))[0], 409, JSON.stringify(change))
  const past = { ...born('1800-01-01'), from: '1800-01-01', to: '1800-01-01', reportedAt: '1800-01-01T12:00:00Z' }
  const told = await system.send(messageTo('/allegations', allegationOf('HOSTILE-4', 1, past)))
  assert.equal(told.status, 201, JSON.stringify(told.body))
})
