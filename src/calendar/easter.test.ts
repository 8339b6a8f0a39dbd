import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterSunday, goodFriday } from './easter.ts'
import { keptHolidays } from './kept-lists.ts'
import { addDays, parseLocalDate } from './local-date.ts'

test('Easter falls between its earliest and latest possible days', () => {
  assert.equal(easterSunday(1818), '1818-03-22')
  assert.equal(easterSunday(1943), '1943-04-25')
  assert.equal(easterSunday(2000), '2000-04-23')
  assert.equal(easterSunday(2038), '2038-04-25')
})

test('Good Friday and Easter Monday are those that GOV.UK lists', () => {
  const { days, firstYear, lastYear } = keptHolidays()
  for (let year = firstYear; year <= lastYear; year += 1) {
    assert.equal(days.get(goodFriday(year))?.title, 'Good Friday')
    assert.equal(days.get(addDays(easterSunday(year), 1))?.title, 'Easter Monday')
  }
})

test('Good Friday is two days before Easter Sunday', () => {
  assert.equal(goodFriday(2026), parseLocalDate('2026-04-03'))
})
