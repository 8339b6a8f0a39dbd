import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  compareDates,
  dayNumber,
  daysBetween,
  formatDate,
  formatDateLong,
  formatDateShort,
  fromDayNumber,
  isLocalDate,
  isWeekend,
  localDateOf,
  mondayOf,
  parseLocalDate,
  weekdayOf,
} from './local-date.ts'

const day = parseLocalDate
const anyDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) }).map(fromDayNumber)
const seed = 20261122

test('a day is written as year, month and day, and is a real one', () => {
  for (const text of ['2026-04-07', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])
    assert.ok(isLocalDate(text))
  for (const text of [
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
  ]) {
    assert.ok(!isLocalDate(text), text)
  }
  for (const text of ['', '2026-4-7', '07/04/2026', '2026-04-07T00:00:00Z', ' 2026-04-07', '0999-12-31', '20260407']) {
    assert.ok(!isLocalDate(text), text)
  }
})

test('what is not a day is an error when it is parsed', () => {
  assert.throws(() => day('2026-02-30'), { name: 'RangeError', message: '2026-02-30 is not a day, such as 2026-04-07' })
})

test('the three parts of a date input make a day or none', () => {
  assert.equal(localDateOf(2026, 4, 7), '2026-04-07')
  assert.equal(localDateOf(2026, 2, 29), null)
  assert.equal(localDateOf(26, 4, 7), null)
  assert.equal(localDateOf(2026, 4, 7.5), null)
  assert.equal(localDateOf(Number.NaN, 4, 7), null)
})

test('days are counted over month ends, leap days, year ends and clock changes', () => {
  assert.equal(addDays(day('2026-04-30'), 1), '2026-05-01')
  assert.equal(addDays(day('2024-02-28'), 1), '2024-02-29')
  assert.equal(addDays(day('2026-02-28'), 1), '2026-03-01')
  assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01')
  assert.equal(addDays(day('2026-01-01'), -1), '2025-12-31')
  assert.equal(addDays(day('2026-03-28'), 2), '2026-03-30')
  assert.equal(daysBetween(day('2026-10-24'), day('2026-10-26')), 2)
  assert.equal(daysBetween(day('2026-03-01'), day('2024-02-29')), -731)
})

test('there is no day before the year 1000 or after 9999', () => {
  assert.throws(() => addDays(day('9999-12-31'), 1), RangeError)
  assert.throws(() => addDays(day('1000-01-01'), -1), RangeError)
  assert.throws(() => addDays(day('2026-04-07'), 0.5), RangeError)
})

test('a month later is the same day, or the last day of a month too short for it', () => {
  assert.equal(addMonths(day('2026-01-15'), 1), '2026-02-15')
  assert.equal(addMonths(day('2026-01-31'), 1), '2026-02-28')
  assert.equal(addMonths(day('2024-01-31'), 1), '2024-02-29')
  assert.equal(addMonths(day('2024-02-29'), 12), '2025-02-28')
  assert.equal(addMonths(day('2026-12-31'), 2), '2027-02-28')
  assert.equal(addMonths(day('2026-03-31'), -1), '2026-02-28')
  assert.equal(addMonths(day('2026-01-31'), -2), '2025-11-30')
  assert.equal(addMonths(day('2026-04-07'), 0), '2026-04-07')
})

test('weeks run from Monday to Sunday', () => {
  assert.equal(weekdayOf(day('2026-11-27')), 'Friday')
  assert.equal(weekdayOf(day('1970-01-01')), 'Thursday')
  assert.equal(weekdayOf(day('1969-12-31')), 'Wednesday')
  assert.equal(mondayOf(day('2026-11-23')), '2026-11-23')
  assert.equal(mondayOf(day('2026-11-29')), '2026-11-23')
  assert.equal(mondayOf(day('2027-01-01')), '2026-12-28')
  assert.ok(!isWeekend(day('2026-11-27')))
  assert.ok(isWeekend(day('2026-11-28')))
  assert.ok(isWeekend(day('2026-11-29')))
  assert.ok(!isWeekend(day('2026-11-30')))
})

test('days are written as GOV.UK writes them', () => {
  assert.equal(formatDate(day('2026-04-07')), '7 April 2026')
  assert.equal(formatDateLong(day('2026-11-27')), 'Friday 27 November 2026')
  assert.equal(formatDateShort(day('2026-11-27')), '27 Nov 2026')
})

test('days sort as their text does', () => {
  const sorted = ['2027-01-01', '2026-12-31', '2026-12-31', '2026-04-07'].map(day).toSorted(compareDates)
  assert.deepEqual(sorted, ['2026-04-07', '2026-12-31', '2026-12-31', '2027-01-01'])
})

test('every day survives a round trip through its number and through arithmetic', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
      assert.ok(isLocalDate(date))
      assert.equal(fromDayNumber(dayNumber(date)), date)
      assert.equal(addDays(addDays(date, days), -days), date)
      assert.equal(daysBetween(date, addDays(date, days)), days)
      assert.equal(weekdayOf(addDays(date, 7)), weekdayOf(date))
      assert.equal(weekdayOf(mondayOf(date)), 'Monday')
    }),
    { seed },
  )
})

test('adding months never leaves the month that was meant', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
      const [year, month] = date.split('-').map(Number)
      const [laterYear, laterMonth] = addMonths(date, months).split('-').map(Number)
      assert.equal(laterYear! * 12 + laterMonth!, year! * 12 + month! + months)
    }),
    { seed },
  )
})
