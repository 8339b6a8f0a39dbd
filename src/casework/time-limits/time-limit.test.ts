import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workOut } from '../deadlines/example.ts'
import { findOffence } from '../offences/offence-list.ts'
import { timeLimitOf } from './special-limits.ts'

const dueOn = (code: string, from: string, keys: Record<string, string> = {}) => workOut(code, from, keys).dueOn
const refused = (code: string) => ({ name: 'Refusal', code })

const vectors = [
  ['2026-01-15', '2026-07-15'],
  ['2025-08-31', '2026-02-28'],
  ['2023-08-31', '2024-02-29'],
  ['2025-08-30', '2026-02-28'],
  ['2025-08-28', '2026-02-28'],
  ['2025-08-27', '2026-02-27'],
  ['2026-02-28', '2026-08-28'],
  ['2024-02-29', '2024-08-29'],
  ['2026-06-25', '2026-12-25'],
  ['2025-10-03', '2026-04-03'],
  ['2026-03-29', '2026-09-29'],
] as const
for (const [committed, last] of vectors) {
  test(`proceedings for a summary offence of ${committed} may be started until ${last}`, () => {
    assert.equal(dueOn('proceedings.summary-offence', committed), last)
  })
}

test('a limit that ends with a shorter month says that this is unconfirmed, and only then', () => {
  const confidence = (from: string) => workOut('proceedings.summary-offence', from).authority.confidence
  assert.deepEqual(['2025-08-31', '2025-08-28', '2026-01-15'].map(confidence), [
    'unconfirmed',
    'confirmed',
    'confirmed',
  ])
  const longer = (statement: string) =>
    workOut('proceedings.domestic-abuse-assault', '2025-08-01', { statement }).authority.confidence
  assert.deepEqual(['2025-08-31', '2025-09-01'].map(longer), ['unconfirmed', 'confirmed'])
})

test('the limit ends at the end of its last day in London', () => {
  assert.equal(workOut('proceedings.summary-offence', '2026-01-15').dueAt, '2026-07-15T22:59:59.999Z')
})

test('an indictable offence has no limit, either way or not (s.127(2))', () => {
  for (const offence of ['TH68010', 'TH68023']) {
    assert.throws(() => dueOn('proceedings.summary-offence', '2026-01-15', { offence }), refused('time-limit.none'))
    assert.deepEqual(timeLimitOf(findOffence(offence)!), { kind: 'none' })
  }
})

test('a summary offence has six months, and the working names a longer limit that may apply', () => {
  const { working } = workOut('proceedings.summary-offence', '2026-01-15', { offence: 'CJ88116' })
  assert.match(
    working.steps.join('; '),
    /where the behaviour was domestic abuse \(proceedings.domestic-abuse-assault\)/,
  )
  assert.deepEqual(timeLimitOf(findOffence('CJ67002')!), { kind: 'six-months', longer: null })
})

test('what is no offence, or not on the list, is refused', () => {
  const limit = (offence: string) => () => dueOn('proceedings.summary-offence', '2026-01-15', { offence })
  assert.throws(limit('AE71501'), refused('time-limit.no-offence'))
  assert.throws(limit('ZZ99999'), refused('time-limit.unknown-offence'))
})

test('every code with a longer limit of its own is a summary offence on the list', () => {
  for (const code of ['CJ88001', 'CJ88116', 'CA03005', 'TH68050', 'TH68052', 'TH68054', 'RT88333', 'RA88001']) {
    const limit = timeLimitOf(findOffence(code)!)
    assert.ok(limit.kind === 'six-months' && limit.longer, code)
  }
})

test('domestic abuse: six months from the first statement, and never beyond two years from the offence (s.39A(4))', () => {
  const limit = (statement: string) => dueOn('proceedings.domestic-abuse-assault', '2024-03-10', { statement })
  assert.equal(limit('2024-03-10'), '2024-09-10')
  assert.equal(limit('2025-05-31'), '2025-11-30')
  assert.equal(limit('2025-09-09'), '2026-03-09')
  assert.equal(limit('2025-09-10'), '2026-03-10')
  assert.equal(limit('2025-09-11'), '2026-03-10')
})

test('"beginning with" counts the first day and "from" does not, so the same evidence gives a day less', () => {
  const keys = { evidence: '2026-01-15' }
  assert.equal(dueOn('proceedings.communications', '2025-06-01', keys), '2026-07-14')
  assert.equal(dueOn('proceedings.animal-welfare', '2025-06-01', keys), '2026-07-14')
  assert.equal(dueOn('proceedings.road-traffic', '2025-06-01', keys), '2026-07-15')
})

test('no longer limit goes beyond three years from the offence', () => {
  const keys = { evidence: '2026-05-01' }
  assert.equal(dueOn('proceedings.communications', '2023-06-01', keys), '2026-05-31')
  assert.equal(dueOn('proceedings.road-traffic', '2023-06-01', keys), '2026-06-01')
})

test('evidence that is known before the offence is refused', () => {
  assert.throws(
    () => dueOn('proceedings.communications', '2026-06-01', { evidence: '2026-05-31' }),
    refused('time-limit.evidence-before-offence'),
  )
})
