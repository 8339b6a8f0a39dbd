import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from './local-date.ts'
import {
  firstDayOf,
  formatMonth,
  isLocalMonth,
  lastDayOf,
  monthGrid,
  monthOf,
  monthRange,
  nextMonth,
  parseLocalMonth,
} from './local-month.ts'

const month = parseLocalMonth

test('a month is written as year and month', () => {
  assert.ok(isLocalMonth('2026-04'))
  for (const text of ['2026-13', '2026-4', '2026-00', '2026-04-07', '']) assert.ok(!isLocalMonth(text), text)
  assert.throws(() => month('2026-13'), { name: 'RangeError', message: '2026-13 is not a month, such as 2026-04' })
})

test('a month has a first and a last day', () => {
  assert.equal(monthOf(parseLocalDate('2026-04-07')), '2026-04')
  assert.equal(firstDayOf(month('2026-04')), '2026-04-01')
  assert.equal(lastDayOf(month('2026-04')), '2026-04-30')
  assert.equal(lastDayOf(month('2024-02')), '2024-02-29')
  assert.equal(lastDayOf(month('2026-12')), '2026-12-31')
})

test('months follow each other over the year end', () => {
  assert.equal(nextMonth(month('2026-12')), '2027-01')
  assert.deepEqual(monthRange(month('2026-11'), month('2027-02')), ['2026-11', '2026-12', '2027-01', '2027-02'])
  assert.deepEqual(monthRange(month('2026-11'), month('2026-11')), ['2026-11'])
  assert.deepEqual(monthRange(month('2026-12'), month('2026-11')), [])
})

test('a month is written in words', () => {
  assert.equal(formatMonth(month('2016-09')), 'September 2016')
})

test('a page of a calendar has whole weeks from Monday to Sunday', () => {
  const november = monthGrid(month('2026-11'))
  assert.equal(november.length, 6)
  assert.deepEqual([november[0]?.[0], november[5]?.[6]], ['2026-10-26', '2026-12-06'])
  assert.ok(november.every((week) => week.length === 7))
})

test('a page of a calendar has no week that belongs to another month', () => {
  const february = monthGrid(month('2027-02'))
  assert.equal(february.length, 4)
  assert.deepEqual([february[0]?.[0], february[3]?.[6]], ['2027-02-01', '2027-02-28'])
})
