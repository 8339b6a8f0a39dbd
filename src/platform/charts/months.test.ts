import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyMonth, monthName, monthNumber, monthRuns, shortMonthName } from './months.ts'

test('months run on over the end of a year', () => {
  assert.deepEqual(everyMonth(['2016-11', '2017-02']), ['2016-11', '2016-12', '2017-01', '2017-02'])
  assert.deepEqual(everyMonth(['2017-01']), ['2017-01'])
  assert.deepEqual(everyMonth([]), [])
})

test('a month has a long and a short name', () => {
  assert.equal(monthName('2016-09'), 'September 2016')
  assert.equal(shortMonthName('2016-12'), 'Dec 2016')
})

test('months that follow one another are told as one run', () => {
  assert.equal(monthRuns(['2019-05', '2019-12', '2020-01', '2020-02']), 'May 2019; December 2019 to February 2020')
})

test('what is not a month is refused', () => {
  assert.throws(() => monthNumber('2016-13'), /not a month/)
  assert.throws(() => monthNumber('September'), /not a month/)
})
