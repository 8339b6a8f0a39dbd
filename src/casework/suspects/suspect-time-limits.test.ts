import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import { after, arrestAt, day, dutyOf, moment, named, propose, standings, summary, theft } from './example.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { ChargingStep } from './track.ts'

const withdraw = { type: 'WithdrawCharge', key: 'C1', reason: 'A mistake' } as const
const step = (to: ChargingStep | null) => ({ type: 'NoteCharging' as const, step: to, note: null })
const charge = (key: string, from = '2026-11-19'): ProposedCharge => ({
  key,
  offence: theft,
  from: day(from),
  to: day(from),
  where: 'Example Road',
  particulars: 'Stole a pedal cycle',
})
const authorised = (charges: readonly ProposedCharge[], decision = 1) =>
  ({
    type: 'NoteChargingDecision',
    step: 'charge-authorised',
    charges,
    decision,
    facts: { [theft.code]: summary },
  }) as const
const proposed = [named, arrestAt('2026-11-20T10:00'), propose(summary)]

test('a charge that police withdraw has no time limit any longer', () => {
  assert.equal(standings(after(...proposed, withdraw))['time-limit-C1'], 'waived')
})

test('one that they withdraw while the prosecutor has it keeps its time limit until the case is back', () => {
  for (const held of ['referred', 'under-review', 'action-plan'] as const) {
    const state = after(...proposed, step(held), withdraw)
    assert.equal(standings(state)['time-limit-C1'], 'open', held)
  }
  for (const back of ['referral-rejected', 'administratively-finalised', null] as const) {
    const state = after(...proposed, step('referred'), withdraw, step(back))
    assert.equal(standings(state)['time-limit-C1'], 'waived', String(back))
  }
})

test('what the prosecutor then authorises all the same has its time limit, and what they do not has none', () => {
  const reviewed = [...proposed, step('under-review'), withdraw]
  assert.equal(standings(after(...reviewed, authorised([charge('C1')])))['time-limit-C1'], 'open')
  const other = standings(after(...reviewed, authorised([charge('P1')])))
  assert.deepEqual([other['time-limit-C1'], other['time-limit-P1']], ['waived', 'open'])
})

test('a summary charge that only the prosecutor chose has a time limit from its first day, met by the charge', () => {
  const state = after(named, arrestAt('2026-11-20T10:00'), step('under-review'), authorised([charge('P1')]))
  assert.equal(dutyOf(state, 'time-limit-P1').due.dueOn, '2027-05-19')
  const charged = {
    type: 'RecordCharged',
    chargedAt: moment('2027-12-31T12:00'),
    how: 'requisition',
    byWhom: 'Officer',
    charges: ['P1'],
  } as const
  const put = after(named, arrestAt('2026-11-20T10:00'), step('under-review'), authorised([charge('P1')]), charged)
  assert.equal(standings(put)['time-limit-P1'], 'met late')
})

test('a charge whose day the prosecutor changed counts from the new day, and one that is the same goes on as it was', () => {
  const changed = after(...proposed, step('under-review'), authorised([charge('C1', '2026-11-01')]))
  assert.equal(dutyOf(changed, 'time-limit-C1').due.dueOn, '2027-05-01')
  const same = after(...proposed, step('under-review'), authorised([charge('C1')]))
  assert.deepEqual(
    dutyOf(same, 'time-limit-C1').history.map(({ event }) => event),
    ['Proposed'],
  )
})

test('a later decision that nobody is charged ends the time limit that the first had started', () => {
  const decided = [named, step('under-review'), authorised([charge('P1')])]
  const nobody = {
    type: 'NoteChargingDecision',
    step: 'no-further-action-evidential',
    charges: [],
    decision: 2,
  } as const
  assert.equal(standings(after(...decided, step('under-review')))['time-limit-P1'], 'open')
  assert.equal(standings(after(...decided, step('under-review'), nobody))['time-limit-P1'], 'waived')
})

test('what the prosecutor looks at again has its time limits again, until nobody is charged after all', () => {
  const nobody = (decision: number) =>
    ({ type: 'NoteChargingDecision', step: 'no-further-action-evidential', charges: [], decision }) as const
  const ended = [...proposed, step('under-review'), nobody(1)]
  type Later = ReturnType<typeof step> | ReturnType<typeof nobody>
  const limit = (...more: readonly Later[]) => standings(after(...ended, ...more))['time-limit-C1']
  assert.equal(limit(), 'waived')
  for (const held of ['referred', 'under-review', 'action-plan'] as const) assert.equal(limit(step(held)), 'open', held)
  assert.equal(limit(step('referred'), step(null)), 'waived', 'police took the referral back')
  assert.equal(limit(step('under-review'), nobody(2)), 'waived')
  const police = { type: 'PoliceNoFurtherAction', ground: 'evidential', reason: 'None', releasedAt: null } as const
  const done = [...proposed, { ...police, victims: [], holidays: keptHolidays() }]
  assert.equal(standings(after(...done))['time-limit-C1'], 'waived')
  assert.equal(standings(after(...done, step('under-review')))['time-limit-C1'], 'open')
})

test('a charge that was put has begun in time, though a later decision authorises it once more beside another', () => {
  const put = {
    type: 'RecordCharged',
    chargedAt: moment('2026-12-10T12:00'),
    how: 'requisition',
    byWhom: 'Officer',
    charges: ['C1'],
  } as const
  const first = { ...authorised([charge('C1')]), at: moment('2026-12-01T12:00') }
  const both = authorised([charge('C1'), charge('P1')], 2)
  const again = after(...proposed, step('under-review'), first, put, step('under-review'), both)
  assert.deepEqual([standings(again)['time-limit-C1'], standings(again)['time-limit-P1']], ['met', 'open'])
  const other = { ...charge('C1'), offence: { ...theft, code: parseOffenceCode('TH68010') } }
  const facts = { [other.offence.code]: summary }
  const changed = after(...proposed, step('under-review'), first, put, step('under-review'), {
    ...authorised([other], 2),
    facts,
  })
  assert.equal(standings(changed)['time-limit-C1'], 'open')
})
