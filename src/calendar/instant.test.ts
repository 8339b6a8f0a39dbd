import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addHours,
  addSeconds,
  endOfDay,
  formatInstant,
  formatTime,
  type Instant,
  isInstant,
  now,
  parseInstant,
  secondsBetween,
  startOfDay,
  toLocalDate,
} from './instant.ts'
import { addDays, dayNumber, fromDayNumber, parseLocalDate } from './local-date.ts'

const day = parseLocalDate
const at = parseInstant
const seed = 20261122
const milliseconds = (instant: Instant): number => new Date(instant).getTime()
const hoursIn = (date: string): number =>
  (milliseconds(endOfDay(day(date))) + 1 - milliseconds(startOfDay(day(date)))) / 3_600_000

test('an instant is in UTC and has milliseconds', () => {
  assert.ok(isInstant('2026-04-07T09:30:00.000Z'))
  assert.ok(isInstant(now()))
  for (const text of [
    '2026-04-07T09:30:00Z',
    '2026-04-07T09:30:00.000',
    '2026-04-07T09:30:00.000+01:00',
    '2026-04-07',
  ]) {
    assert.ok(!isInstant(text), text)
  }
  for (const text of ['2026-02-30T09:30:00.000Z', '2026-04-07T24:00:00.000Z', '2026-04-07T09:60:00.000Z']) {
    assert.ok(!isInstant(text), text)
  }
  assert.throws(() => at('today'), RangeError)
  assert.throws(() => addHours(at('9999-12-31T23:30:00.000Z'), 1), RangeError)
})

test('in winter London is at UTC, in summer an hour ahead', () => {
  assert.equal(toLocalDate(at('2026-01-15T23:59:59.999Z')), '2026-01-15')
  assert.equal(toLocalDate(at('2026-07-15T22:59:59.999Z')), '2026-07-15')
  assert.equal(toLocalDate(at('2026-07-15T23:00:00.000Z')), '2026-07-16')
  assert.equal(formatTime(at('2026-01-15T16:30:00.000Z')), '4:30pm')
  assert.equal(formatTime(at('2026-07-15T15:30:00.000Z')), '4:30pm')
})

test('the last day there is has an end, too', () => {
  assert.equal(endOfDay(day('9999-12-31')), '9999-12-31T23:59:59.999Z')
})

test('the day the clocks go forward has 23 hours (29 March 2026)', () => {
  assert.equal(startOfDay(day('2026-03-29')), '2026-03-29T00:00:00.000Z')
  assert.equal(endOfDay(day('2026-03-29')), '2026-03-29T22:59:59.999Z')
  assert.equal(hoursIn('2026-03-29'), 23)
  assert.equal(formatTime(at('2026-03-29T00:59:00.000Z')), '12:59am')
  assert.equal(formatTime(at('2026-03-29T01:00:00.000Z')), '2am')
  assert.equal(toLocalDate(at('2026-03-29T23:00:00.000Z')), '2026-03-30')
})

test('the day the clocks go back has 25 hours (25 October 2026)', () => {
  assert.equal(startOfDay(day('2026-10-25')), '2026-10-24T23:00:00.000Z')
  assert.equal(endOfDay(day('2026-10-25')), '2026-10-25T23:59:59.999Z')
  assert.equal(hoursIn('2026-10-25'), 25)
  assert.equal(formatTime(at('2026-10-25T00:30:00.000Z')), '1:30am')
  assert.equal(formatTime(at('2026-10-25T01:30:00.000Z')), '1:30am')
  assert.equal(toLocalDate(at('2026-10-24T22:59:59.999Z')), '2026-10-24')
})

test('the days beside a clock change have 24 hours', () => {
  for (const date of ['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26', '2026-12-31'])
    assert.equal(hoursIn(date), 24)
})

test('London kept summer time all through the winter of 1968', () => {
  assert.equal(startOfDay(day('1969-01-01')), '1968-12-31T23:00:00.000Z')
})

test('hours are hours that pass', () => {
  assert.equal(addHours(at('2026-03-28T12:00:00.000Z'), 24), '2026-03-29T12:00:00.000Z')
  assert.equal(formatInstant(addHours(at('2026-03-28T12:00:00.000Z'), 24)), '29 March 2026 at 1pm')
  assert.equal(addHours(at('2026-12-31T23:30:00.000Z'), 1), '2027-01-01T00:30:00.000Z')
  assert.equal(addHours(at('2027-01-01T00:30:00.000Z'), -1.5), '2026-12-31T23:00:00.000Z')
})

test('times are written as GOV.UK writes them', () => {
  assert.equal(formatInstant(at('2026-11-27T16:30:00.000Z')), '27 November 2026 at 4:30pm')
  assert.equal(formatInstant(at('2026-11-27T16:05:59.999Z')), '27 November 2026 at 4:05pm')
  assert.equal(formatInstant(at('2026-11-27T09:00:00.000Z')), '27 November 2026 at 9am')
  assert.equal(formatInstant(at('2026-11-27T12:00:00.000Z')), '27 November 2026 at midday')
  assert.equal(formatInstant(at('2026-11-27T12:01:00.000Z')), '27 November 2026 at 12:01pm')
  assert.equal(formatInstant(at('2026-11-27T00:00:00.000Z')), '27 November 2026 at midnight')
  assert.equal(formatInstant(at('2026-11-27T00:01:00.000Z')), '27 November 2026 at 12:01am')
  assert.equal(formatInstant(endOfDay(day('2026-11-27'))), '27 November 2026 at 11:59pm')
})

test('every day begins and ends within itself, and its neighbours touch it', () => {
  const anyDay = fc.integer({ min: dayNumber(day('1972-01-01')), max: dayNumber(day('2099-12-31')) }).map(fromDayNumber)
  fc.assert(
    fc.property(anyDay, (date) => {
      assert.equal(toLocalDate(startOfDay(date)), date)
      assert.equal(toLocalDate(endOfDay(date)), date)
      assert.equal(milliseconds(startOfDay(addDays(date, 1))) - milliseconds(endOfDay(date)), 1)
      assert.equal(formatTime(startOfDay(date)), 'midnight')
    }),
    { seed, numRuns: 2000 },
  )
})

test('the day and time in London are those of the time zone database', () => {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    ...({ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', hour12: true } as const),
  })
  const inWords = (instant: Instant): string =>
    formatInstant(instant)
      .replace('midday', '12:00pm')
      .replace('midnight', '12:00am')
      .replace(/at (\d+)(am|pm)$/, 'at $1:00$2')
  const anyInstant = fc.date({ min: new Date('1972-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(anyInstant, (date) => {
      const wanted = london
        .format(date)
        .replace(/ (am|pm)$/, '$1')
        .replace(/at 0:/, 'at 12:')
      assert.equal(inWords(at(date.toISOString())), wanted)
    }),
    { seed, numRuns: 2000 },
  )
})

test('seconds are added and counted to the millisecond, forwards and backwards', () => {
  const [before, after] = [parseInstant('2026-12-31T23:59:59.500Z'), parseInstant('2027-01-01T00:00:01.000Z')]
  assert.equal(addSeconds(before, 1.5), after)
  assert.equal(addSeconds(after, -1.5), before)
  assert.equal(secondsBetween(before, after), 1.5)
  assert.equal(secondsBetween(after, before), -1.5)
})
