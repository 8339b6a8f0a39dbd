import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePncId } from '../identifiers/pnc-id.ts'
import {
  after,
  arrestAt,
  day,
  detainAt,
  dutyOf,
  eitherWay,
  guiltyPlea,
  moment,
  named,
  propose,
  refusedWith,
  standings,
  summary,
} from './example.ts'
import { trackOf } from './track-of.ts'

const detained = [named, arrestAt('2026-11-20T10:00'), detainAt('2026-11-20T11:00')]
const charge = (change: object = {}) => ({
  type: 'ChargeInEmergency' as const,
  chargedAt: moment('2026-11-21T10:30'),
  byWhom: 'Custody sergeant',
  charges: ['C1'],
  others: [],
  authorisedBy: 'Inspector',
  why: 'The line was down',
  firstAppearance: day('2026-11-23'),
  ...change,
})
const answer = (change: object = {}) => ({
  type: 'RecordEmergencyAnswer' as const,
  authorised: true,
  on: day('2026-11-22'),
  words: 'The Threshold Test is met',
  ...change,
})
const charged = [...detained, propose(eitherWay), charge()]

test('an inspector may have charged what the prosecutor decides on; the prosecutor is asked by the first appearance', () => {
  const state = after(...charged)
  assert.equal(trackOf(state), 'charged')
  const { due } = dutyOf(state, 'emergency-charge')
  assert.deepEqual([due.dueOn, due.authority.confidence], ['2026-11-23', 'unconfirmed'])
  assert.match(due.working.steps.join('; '), /the first appearance, entered by hand/)
  assert.equal(standings(state)['detention-end-1'], 'met')
})

test('what the prosecutor answers meets it, be it yes or no, and is recorded once', () => {
  for (const authorised of [true, false]) {
    const state = after(...charged, answer({ authorised }))
    assert.equal(standings(state)['emergency-charge'], 'met')
    assert.equal(state.put[0]?.emergency?.answer?.authorised, authorised)
  }
  refusedWith('suspect.no-emergency-charge', ...charged, answer(), answer())
  refusedWith('suspect.out-of-order', ...charged, answer({ on: day('2026-11-20') }))
})

test('an answer recorded wrongly is taken back and given again, and no earlier entry takes it along', () => {
  const takeBack = (entry: number) => ({ type: 'TakeBackEntry', entry, reason: 'The wrong suspect' }) as const
  const numbers = { type: 'RecordNumbers', asn: null, pncId: parsePncId('1979/0163001B') } as const
  const answered = [...charged, numbers, answer({ authorised: false })]
  refusedWith('suspect.no-such-entry', ...answered, takeBack(4))
  const state = after(...answered, takeBack(5))
  assert.equal(state.put[0]?.emergency?.answer, null)
  assert.equal(standings(state)['emergency-charge'], 'open')
  const again = after(...answered, takeBack(5), takeBack(4), answer())
  assert.equal(again.put[0]?.emergency?.answer?.authorised, true)
  assert.equal(standings(again)['emergency-charge'], 'met')
  assert.equal(trackOf(after(...answered, takeBack(5), takeBack(4), takeBack(3))), 'in-custody')
})

test('there is no emergency where police may charge, or nobody is detained, or the prosecutor has the case', () => {
  refusedWith('suspect.emergency-not-needed', ...detained, propose(summary), guiltyPlea, charge())
  refusedWith('suspect.emergency-not-detained', ...detained.slice(0, 2), propose(eitherWay), charge())
  const referred = { type: 'NoteCharging', step: 'referred', note: null } as const
  refusedWith('suspect.with-prosecutor', ...detained, propose(eitherWay), referred, charge())
  refusedWith(
    'suspect.first-appearance-past',
    ...detained,
    propose(eitherWay),
    charge({ firstAppearance: day('2026-11-20') }),
  )
  refusedWith('suspect.reason-missing', ...detained, propose(eitherWay), charge({ why: ' ' }))
  const early = charge({ chargedAt: moment('2026-11-20T10:59') })
  assert.match(refusedWith('suspect.out-of-order', ...detained, propose(eitherWay), early), /^The charge cannot/)
})
