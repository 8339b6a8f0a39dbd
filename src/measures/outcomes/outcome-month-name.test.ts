import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { monthOfFile } from './outcome-month-name.ts'

const found = (file: string, given: string | null = null) => {
  const result = monthOfFile(file, given === null ? null : parseLocalMonth(given))
  return result.ok ? result.month : result.reason
}

test('a name that says month and year is enough, whatever its folder', () => {
  assert.equal(found('/data/2017/principal_offence_category_september_2016.csv'), '2016-09')
  assert.equal(found('/data/Principal_Offence_Category_Sept_2016.CSV'), '2016-09')
  assert.equal(found('/data/outcomes-2016-09.csv'), '2016-09')
})

test('a name without a year takes the year of its folder', () => {
  assert.equal(found('/data/2017/Principal_Offence_Category_Jul.csv'), '2017-07')
  assert.match(found('/data/latest/Principal_Offence_Category_Jul.csv'), /neither its name nor its folder/)
})

test('a name without a month needs --month, also in the folder of a year', () => {
  assert.match(found('/data/2016/table.csv'), /gives no month/)
  assert.equal(found('/data/2016/table.csv', '2016-09'), '2016-09')
  assert.equal(found('/data/Principal_Offence_Category_Jul.csv', '2017-07'), '2017-07')
})

test('--month must not contradict what the name or its folder says', () => {
  assert.equal(found('/data/principal_offence_category_may_2016.csv', '2016-05'), '2016-05')
  assert.match(found('/data/principal_offence_category_may_2016.csv', '2016-06'), /its name says May/)
  assert.match(found('/data/principal_offence_category_may_2016.csv', '2015-05'), /says 2016, and --month says 2015-05/)
  assert.match(found('/data/2017/Principal_Offence_Category_Jul.csv', '2016-07'), /says 2017/)
})

test('a name that says two things is refused', () => {
  assert.match(found('/data/principal_offence_may_june_2016.csv'), /two months: May and June/)
  assert.match(found('/data/principal_offence_may_2015_2016.csv'), /two years: 2015 and 2016/)
})

test('a month inside a word is not a month', () => {
  assert.match(found('/data/2016/marches-and-junetables.csv'), /gives no month/)
})
