import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidayOn, holidaysRunningOut, monthsOfHolidaysLeft } from './bank-holidays.ts'
import { keptHolidays, keptVintages } from './kept-lists.ts'
import { isWeekend, parseLocalDate } from './local-date.ts'

const day = parseLocalDate
const holidays = keptHolidays('2026-02-25')

test('a list knows its vintage, its years and its days', () => {
  const { division, knownOn, firstYear, lastYear, days } = holidays
  assert.deepEqual(
    [division, knownOn, firstYear, lastYear, days.size],
    ['england-and-wales', '2026-02-25', 2012, 2028, 140],
  )
})

test('a bank holiday has its title, and says when it is a substitute', () => {
  assert.deepEqual(bankHolidayOn(day('2026-12-28'), holidays), {
    date: '2026-12-28',
    title: 'Boxing Day',
    notes: 'Substitute day',
  })
  assert.equal(bankHolidayOn(day('2026-12-29'), holidays), null)
})

test('a year that the list does not cover is refused', () => {
  for (const date of ['2011-12-31', '2029-01-01']) {
    assert.throws(() => bankHolidayOn(day(date), holidays), { code: 'calendar.beyond-known-holidays' })
  }
})

test('Christmas Day is in every list, unless it is at a weekend', () => {
  for (const vintage of keptVintages) {
    const { days, firstYear, lastYear } = keptHolidays(vintage)
    for (let year = firstYear; year <= lastYear; year += 1) {
      const christmas = day(`${year}-12-25`)
      assert.ok(isWeekend(christmas) || days.has(christmas), christmas)
    }
  }
})

test('no bank holiday is at a weekend', () => {
  for (const vintage of keptVintages) {
    assert.deepEqual([...keptHolidays(vintage).days.keys()].filter(isWeekend), [])
  }
})

test('what is left of the known holidays is counted in whole months', () => {
  assert.equal(monthsOfHolidaysLeft(day('2027-12-31'), holidays), 12)
  assert.equal(monthsOfHolidaysLeft(day('2028-01-01'), holidays), 11)
  assert.equal(monthsOfHolidaysLeft(day('2028-12-31'), holidays), 0)
  assert.equal(monthsOfHolidaysLeft(day('2029-02-01'), holidays), 0)
})

test('fewer than 12 months of known holidays is a warning', () => {
  assert.equal(holidaysRunningOut(day('2027-12-31'), holidays), null)
  assert.equal(
    holidaysRunningOut(day('2028-01-01'), holidays),
    '11 months of known bank holidays are left: the list in force was known on 25 February 2026 and ends with 2028. Load the GOV.UK list of today.',
  )
  assert.match(holidaysRunningOut(day('2028-11-30'), holidays) ?? '', /^1 month of known bank holidays is left:/)
})
