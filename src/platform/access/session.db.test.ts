import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { addPerson, areaInstallation, at, minutesLater, theAccount, theRoles } from '../../../test/support/accounts.ts'
import { permissionsOf } from './roles.ts'
import { endSession, endSessionsOf, identifyBy, sessionsOf, startSession } from './session.ts'

const installation = await areaInstallation()
const { pool, record } = installation
const identify = identifyBy(pool, theRoles)
const desk = { address: '192.0.2.1', browser: 'Test browser' }
await addPerson(installation, 'ada', { roles: ['prosecutor', 'administrator'] })

const begin = (id = 'ada', when = at) => startSession(pool, id, 'password', desk, when)

test('a session says who it is, in which agency, and everything their roles let them do', async () => {
  assert.deepEqual(await identify(await begin(), at), {
    viewer: {
      account: 'ada',
      agency: 'cps-thames-and-chiltern',
      unit: '',
      permissions: permissionsOf(theRoles, ['administrator', 'prosecutor']),
    },
    name: 'Person ada',
    role: 'Administrator, Prosecutor',
  })
})

test('a token that was never given belongs to nobody', async () => {
  assert.equal(await identify('', at), null)
  assert.equal(await identify('A'.repeat(43), at), null)
})

test('the token itself is stored nowhere', async () => {
  const token = await begin()
  const { rows } = await pool.query<{ all: string }>('select session::text as all from session')
  assert.ok(!rows.some(({ all }) => all.includes(token) || all.includes(Buffer.from(token).toString('hex'))))
})

test('a session that nobody uses for 30 minutes has ended, and not a millisecond before', async () => {
  const token = await begin()
  assert.ok(await identify(token, parseInstant('2026-04-07T09:59:59.999Z')))
  const other = await begin()
  assert.equal(await identify(other, minutesLater(30)), null)
})

test('use keeps a session open, but not beyond 12 hours', async () => {
  const token = await begin()
  for (let minutes = 20; minutes < 720; minutes += 20) assert.ok(await identify(token, minutesLater(minutes)))
  assert.ok(await identify(token, parseInstant('2026-04-07T21:29:59.999Z')))
  assert.equal(await identify(token, minutesLater(720)), null)
})

test('a role taken away counts from the next request, and so does closing the account', async () => {
  await addPerson(installation, 'bob', { roles: ['prosecutor', 'administrator'] })
  const token = await begin('bob')
  const done = { reason: 'Moved on', by: 'boss', byAreaAdministrator: true, at }
  const act = { actor: 'boss', at }
  await record.perform(theAccount, 'bob', { type: 'TakeRole', role: 'administrator', ...done }, act)
  assert.deepEqual((await identify(token, at))?.viewer.permissions, permissionsOf(theRoles, ['prosecutor']))
  await record.perform(theAccount, 'bob', { type: 'CloseAccount', ...done }, act)
  assert.equal(await identify(token, at), null)
})

test('signing out ends this session; signing out everywhere ends all but the one that asks', async () => {
  await addPerson(installation, 'cara')
  const [here, there, elsewhere] = [await begin('cara'), await begin('cara'), await begin('cara')]
  await endSession(pool, elsewhere)
  assert.equal(await identify(elsewhere, at), null)
  assert.equal((await sessionsOf(pool, 'cara', here, at)).length, 2)
  assert.equal(await endSessionsOf(pool, 'cara', here), 1)
  assert.equal(await identify(there, at), null)
  assert.ok(await identify(here, at))
  assert.deepEqual(await sessionsOf(pool, 'cara', here, at), [
    { method: 'password', ...desk, createdAt: at, lastSeenAt: at, mine: true },
  ])
  assert.equal(await endSessionsOf(pool, 'cara'), 1)
})

test('sessions that ran out are cleared away when the next one begins', async () => {
  await addPerson(installation, 'dan')
  await begin('dan')
  await begin('dan', minutesLater(31))
  const { rows } = await pool.query(`select from session where account = 'dan'`)
  assert.equal(rows.length, 1)
})
