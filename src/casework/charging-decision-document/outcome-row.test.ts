import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { type DecidedSuspect, outcomeRow, workingDaysTaken } from './outcome-row.ts'

const decided: DecidedSuspect = {
  caseId: 'CASE2222',
  suspect: 1,
  referral: 1,
  decision: 1,
  category: 'green',
  outcome: 'charge',
  chargeOutcomes: ['charge', 'no-further-action-evidential'],
  referredOn: parseLocalDate('2026-04-02'),
  decidedOn: parseLocalDate('2026-04-07'),
}

const rowOf = (change: Partial<DecidedSuspect> = {}) => outcomeRow({ ...decided, ...change }, keptHolidays())

const taken = (from: string, to: string): number =>
  workingDaysTaken(parseLocalDate(from), parseLocalDate(to), keptHolidays())

test('one suspect in one referral has one outcome, by the published categories', () => {
  assert.equal(rowOf().outcome, 'CHARGE')
  for (const [outcome, category] of [
    ['no-further-action-evidential', 'NFA_EVIDENTIAL'],
    ['no-further-action-public-interest', 'NFA_PUBLIC_INTEREST'],
    ['out-of-court', 'OUT_OF_COURT'],
    ['other', 'OTHER'],
  ] as const) {
    assert.equal(rowOf({ outcome }).outcome, category)
  }
})

test('the CPS letter stands only where a source has it, and where the charges behind the outcome agree', () => {
  assert.equal(rowOf().letter, null)
  const evidence = 'no-further-action-evidential'
  assert.equal(rowOf({ outcome: evidence, chargeOutcomes: [evidence, 'other'] }).letter, 'K')
  assert.equal(rowOf({ outcome: 'out-of-court', chargeOutcomes: ['simple-caution', evidence] }).letter, 'C')
  assert.equal(
    rowOf({ outcome: 'out-of-court', chargeOutcomes: ['simple-caution', 'conditional-caution'] }).letter,
    null,
  )
})

test('working days taken leave out the day of the referral, weekends, Good Friday and bank holidays', () => {
  assert.equal(taken('2026-04-02', '2026-04-02'), 0)
  assert.equal(taken('2026-04-02', '2026-04-06'), 0)
  assert.equal(taken('2026-04-02', '2026-04-07'), 1)
  assert.equal(taken('2026-04-03', '2026-04-07'), 1)
  assert.equal(taken('2025-12-24', '2025-12-29'), 1)
  assert.equal(taken('2026-03-27', '2026-03-30'), 1)
  assert.equal(taken('2026-10-23', '2026-10-27'), 2)
})

test('a referral whose day is not known has no working days, and a bad order of days gives none', () => {
  assert.equal(rowOf({ referredOn: null }).workingDays, null)
  assert.equal(taken('2026-04-07', '2026-04-02'), 0)
  assert.equal(rowOf().workingDays, 1)
})
