import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../../calendar/instant.ts'
import type { RoleTable } from '../roles.ts'
import { type TokenCommand, tokenDecider } from './api-token.ts'
import { secretHash, secretIn } from './token-secret.ts'

const roles: RoleTable = {
  officer: { title: 'Officer', who: '', heldIn: ['police-force'], permissions: ['record', 'refer', 'manage'] },
  prosecutor: { title: 'Prosecutor', who: '', heldIn: ['cps-area'], permissions: ['decide'] },
}
const token = tokenDecider(roles, ['record', 'refer', 'decide'])
const at = parseInstant('2026-04-07T09:30:00.000Z')
const secret = `frankpledge_${'a'.repeat(43)}`

const make = (change: Partial<Extract<TokenCommand, { type: 'MakeToken' }>> = {}): TokenCommand => ({
  type: 'MakeToken',
  id: 't1',
  agency: 'force',
  agencyKind: 'police-force',
  name: 'Records',
  scopes: ['record'],
  secretSha256: secretHash(secret),
  expiresAt: parseInstant('2026-10-07T22:59:59.999Z'),
  at,
  by: 'a1',
  ...change,
})

const refused = (command: TokenCommand, code: string, made = false): void => {
  const state = made ? stateAfter(make()) : null
  assert.throws(() => token.decide(command, state), { name: 'Refusal', code: `api-token.${code}` })
}

const stateAfter = (...commands: readonly TokenCommand[]) =>
  commands.reduce(
    (state, command) => token.decide(command, state).reduce((before, event) => token.evolve(before, event), state),
    token.initial,
  )

test('a token is made with what a role of that kind of agency may hold, each scope once', () => {
  const made = stateAfter(make({ scopes: ['refer', 'record', 'refer'] }))
  assert.deepEqual(made?.scopes, ['record', 'refer'])
  assert.equal(made?.madeBy, 'a1')
})

test('a token is refused what no role of that kind of agency may, and what the API does not offer', () => {
  refused(make({ scopes: ['decide'] }), 'scope-not-for-agency')
  refused(make({ scopes: ['record', 'manage'] }), 'scope-not-for-agency')
  refused(make({ scopes: ['toString'] }), 'scope-not-for-agency')
  refused(make({ agencyKind: 'cps-area' }), 'scope-not-for-agency')
})

test('a token has a name and something that it may do', () => {
  refused(make({ name: ' ' }), 'name-missing')
  refused(make({ name: 'x'.repeat(81) }), 'too-long')
  refused(make({ scopes: [] }), 'no-scope')
  refused(make(), 'exists', true)
})

test('a token ends after it was made, and within 366 days', () => {
  const until = (expiresAt: string): TokenCommand => make({ expiresAt: parseInstant(expiresAt) })
  refused(until(at), 'expired-from-start')
  assert.equal(token.decide(until('2026-04-07T09:30:00.001Z'), null).length, 1)
  assert.equal(token.decide(until('2027-04-08T09:30:00.000Z'), null).length, 1)
  refused(until('2027-04-08T09:30:00.001Z'), 'expires-too-late')
})

const end = (agency: string, reason = 'Replaced'): TokenCommand => ({ type: 'EndToken', agency, reason, at, by: 'a2' })

test('a token is ended by its own agency, with a reason, once', () => {
  refused(end('another-force'), 'not-found', true)
  refused(end('force', ' '), 'reason-missing', true)
  refused(end('force'), 'not-found')
  const ended = stateAfter(make(), end('force'))
  assert.deepEqual(ended?.ended, { at, by: 'a2', reason: 'Replaced' })
  assert.deepEqual(token.decide(end('force'), ended), [])
})

test('a secret is read from a bearer header and from nothing else', () => {
  assert.equal(secretIn(`Bearer ${secret}`), secret)
  assert.equal(secretIn(`bearer ${secret}`), secret)
  for (const header of [
    undefined,
    '',
    secret,
    `Basic ${secret}`,
    `Bearer ${secret} `,
    'Bearer x',
    `Bearer ${secret}=`,
  ]) {
    assert.equal(secretIn(header), null, header)
  }
})
