import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addHours, parseInstant, toLocalDate } from '../../calendar/instant.ts'
import { addDays, parseLocalDate } from '../../calendar/local-date.ts'
import { formatMoment, londonIso, readWritten, zoneAt } from './london-time.ts'
import { dueAfterHours, lastDayOfMonthsBeginning, lastDayWithinMonths } from './periods.ts'

const at = (text: string) => {
  const written = readWritten(text)
  return written.ok ? written.moment : written.fault
}

test('a time is London’s: an hour ahead of UTC in summer and UTC in winter', () => {
  assert.equal(at('2026-04-07T09:30'), '2026-04-07T08:30:00.000Z')
  assert.equal(at('2026-11-22T09:30'), '2026-11-22T09:30:00.000Z')
  assert.equal(at('2026-04-07 09:30'), '2026-04-07T08:30:00.000Z')
  assert.equal(at('2026-04-07T09:30Z'), '2026-04-07T09:30:00.000Z')
  assert.equal(at('2026-04-07T09:30+01:00'), '2026-04-07T08:30:00.000Z')
  assert.equal(at('2026-04-07 9:30'), '2026-04-07T08:30:00.000Z')
  assert.equal(at('2026-04-07T22:59:59.999Z'), '2026-04-07T22:59:59.999Z')
  assert.equal(at('2026-04-07T09:30-05:30'), '2026-04-07T15:00:00.000Z')
})

test('the hour that is skipped when the clocks go forward is no time; the minutes on either side are', () => {
  assert.equal(at('2026-03-29T00:59'), '2026-03-29T00:59:00.000Z')
  assert.equal(at('2026-03-29T01:00'), 'skipped-hour')
  assert.equal(at('2026-03-29T01:59'), 'skipped-hour')
  assert.equal(at('2026-03-29T02:00'), '2026-03-29T01:00:00.000Z')
})

test('a time that comes twice when the clocks go back is the first, and says so', () => {
  assert.deepEqual(readWritten('2026-10-25T01:30'), {
    ok: true,
    day: '2026-10-25',
    twice: true,
    moment: '2026-10-25T00:30:00.000Z',
  })
  assert.equal(at('2026-10-25T00:59'), '2026-10-24T23:59:00.000Z')
  assert.equal(at('2026-10-25T02:00'), '2026-10-25T02:00:00.000Z')
  assert.equal(at('2026-10-25T01:30+00:00'), '2026-10-25T01:30:00.000Z')
})

test('what is no day or no time is said to be so', () => {
  for (const text of ['', '2026-02-29', '7 April 2026', '2026-4-7', '2026-04-07T'])
    assert.equal(at(text), 'not-a-day', text)
  for (const text of ['2026-04-07T24:00', '2026-04-07T09:60']) assert.equal(at(text), 'not-a-time', text)
})

test('a moment is written with its zone, so that the hour that comes twice can be told apart', () => {
  assert.equal(formatMoment(parseInstant('2026-10-25T00:30:00.000Z')), 'Sunday 25 October 2026 at 1:30am BST')
  assert.equal(formatMoment(parseInstant('2026-10-25T01:30:00.000Z')), 'Sunday 25 October 2026 at 1:30am GMT')
  assert.equal(londonIso(parseInstant('2026-10-25T00:30:00.000Z')), '2026-10-25T01:30:00+01:00')
  assert.equal(londonIso(parseInstant('2026-10-25T01:30:00.000Z')), '2026-10-25T01:30:00+00:00')
})

test('every moment that is written comes back from what is read', () => {
  const hours = fc.integer({ min: 0, max: 24 * 365 * 3 })
  fc.assert(
    fc.property(hours, (passed) => {
      const moment = addHours(parseInstant('2025-01-01T00:00:00.000Z'), passed)
      assert.equal(at(londonIso(moment)), moment)
      const wall = readWritten(londonIso(moment).slice(0, 16))
      assert.ok(wall.ok && wall.moment && wall.day === toLocalDate(moment))
      assert.ok(wall.moment === moment || (wall.twice && zoneAt(moment) === 'GMT'))
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})

const within = (from: string, months: number): string => lastDayWithinMonths(parseLocalDate(from), months)
const beginning = (first: string, months: number): string => lastDayOfMonthsBeginning(parseLocalDate(first), months)

test('within months leaves the first day out; beginning with a day counts it', () => {
  assert.equal(within('2026-01-15', 6), '2026-07-15')
  assert.equal(beginning('2026-01-15', 6), '2026-07-14')
})

test('at the end of a month the period ends with the shorter month', () => {
  assert.equal(within('2025-08-31', 6), '2026-02-28')
  assert.equal(within('2023-08-31', 6), '2024-02-29')
  assert.equal(within('2026-02-28', 6), '2026-08-28')
  assert.equal(beginning('2025-11-30', 3), '2026-02-28')
  assert.equal(beginning('2023-11-30', 3), '2024-02-29')
  assert.equal(beginning('2026-03-01', 3), '2026-05-31')
  assert.equal(beginning('2026-01-31', 1), '2026-02-28')
  assert.equal(beginning('2026-02-01', 1), '2026-02-28')
})

test('a period that begins the day after another ends on the same day or later, never a day too soon', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 24 }), (days, months) => {
      const day = addDays(parseLocalDate('2020-01-01'), days)
      assert.ok(lastDayOfMonthsBeginning(addDays(day, 1), months) >= lastDayWithinMonths(day, months))
    }),
    { seed: 20261122 },
  )
})

test('hours that pass over a clock change end at another time on the wall, and the working says why', () => {
  const { dueAt, working } = dueAfterHours(parseInstant('2026-10-24T12:00:00.000Z'), 24, ['start'])
  assert.equal(dueAt, '2026-10-25T12:00:00.000Z')
  assert.deepEqual(working.steps, [
    'start',
    '24 hours later, counted in hours that pass',
    'the clocks go back in between, so the clock on the wall shows an hour less',
    'in time until Sunday 25 October 2026 at midday GMT',
  ])
  const spring = dueAfterHours(parseInstant('2026-03-28T12:00:00.000Z'), 24, []).working.steps
  assert.match(spring.join('; '), /forward.*; in time until Sunday 29 March 2026 at 1pm BST/)
})
