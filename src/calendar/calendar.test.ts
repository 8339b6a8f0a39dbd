import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../platform/record/decider.ts'
import { type CalendarCommand, type CalendarState, type LoadBankHolidays, calendar } from './calendar.ts'
import { countingAsShipped } from './day-counting.ts'
import { keptList } from './kept-lists.ts'
import { parseLocalDate } from './local-date.ts'

const load = (state: CalendarState, command: CalendarCommand): CalendarState =>
  fold(calendar, state, calendar.decide(command, state))

const given = (...commands: readonly CalendarCommand[]): CalendarState => commands.reduce(load, calendar.initial)
const newest = keptList('2026-02-25')
const newer = { ...newest, vintage: parseLocalDate('2026-11-22'), sha256: 'f'.repeat(64) }
const from = (year: string, list: LoadBankHolidays): LoadBankHolidays => ({
  ...list,
  holidays: list.holidays.filter(({ date }) => date >= year),
})

test('the first list is loaded with its vintage, source and checksum', () => {
  const { vintage, source, sha256, holidays } = newest
  assert.deepEqual(calendar.decide(newest, calendar.initial), [
    { type: 'BankHolidaysLoaded', vintage, source, sha256, holidays },
  ])
})

test('loading the list in force again changes nothing, whatever the file is called', () => {
  const renamed = { ...newest, vintage: parseLocalDate('2026-11-22'), source: 'bank-holidays-2026-11-22.json' }
  assert.deepEqual(calendar.decide(newest, given(newest)), [])
  assert.deepEqual(calendar.decide(renamed, given(newest)), [])
})

test('a newer list takes the place of the one in force', () => {
  const { holidays } = given(keptList('2019-05-08'), keptList('2019-10-11'))
  assert.deepEqual(
    holidays.filter(({ date }) => date.startsWith('2020-05')),
    [
      { date: '2020-05-08', title: 'Early May bank holiday (VE day)', notes: '' },
      { date: '2020-05-25', title: 'Spring bank holiday', notes: '' },
    ],
  )
})

test('an older list is refused, and so is another list of the same day', () => {
  assert.throws(() => calendar.decide(keptList('2022-01-24'), given(newest)), {
    name: 'Refusal',
    code: 'calendar.list-not-newer',
    message:
      'The bank holidays in force are those known on 25 February 2026, so a list known on 24 January 2022 cannot take their place. Nothing was loaded.',
  })
  assert.throws(() => calendar.decide({ ...newest, sha256: 'f'.repeat(64) }, given(newest)), {
    code: 'calendar.list-not-newer',
  })
})

test('a newer list that ends before the last known year is refused', () => {
  const holidays = newest.holidays.filter(({ date }) => date < '2028')
  assert.throws(() => calendar.decide({ ...newer, holidays }, given(newest)), {
    name: 'Refusal',
    code: 'calendar.known-year-lost',
    message: 'The bank holidays of 2028 are known, and this list does not have them. Nothing was loaded.',
  })
})

test('a newer list that starts later keeps the earlier years that were known', () => {
  const state = given(newest, from('2019', newer))
  assert.deepEqual(state.holidays, newest.holidays)
  assert.equal(state.lists.at(-1)?.vintage, '2026-11-22')
})

test('a newer list may follow on the last known year, but not leave a year out', () => {
  const until2023 = keptList('2022-01-24')
  assert.equal(given(until2023, from('2024', newer)).holidays.length, until2023.holidays.length + 40)
  assert.throws(() => calendar.decide(from('2025', newer), given(until2023)), {
    name: 'Refusal',
    code: 'calendar.years-left-out',
  })
})

test('the rows are every list loaded and the holidays in force', () => {
  const rows = calendar.rows(given(keptList('2022-01-24'), newest))
  assert.equal(rows.bank_holiday?.length, 140)
  assert.deepEqual(rows.bank_holiday_list, [
    {
      vintage: '2022-01-24',
      source: 'bank-holidays-2022-01-24.json',
      sha256: '065a4ceca79bb4cf52ed7bd6d4fc886eb7654d8a87b90dca6a06588b8fd8948c',
      first_year: 2012,
      last_year: 2023,
    },
    {
      vintage: '2026-02-25',
      source: 'bank-holidays-2026-02-25.json',
      sha256: '1dce6df4476b5c311a9ea63d3237c78188da20d718d073c0667b236e3b9a23a7',
      first_year: 2012,
      last_year: 2028,
    },
  ])
})

const firstDayCounts = { ...countingAsShipped, startingDay: 'day-1' } as const
const decided = { by: 'the Criminal Justice Board', on: parseLocalDate('2026-11-02') }

test('that the first day counts needs somebody who decided it; the count as shipped does not', () => {
  const undecided = { type: 'DecideDayCounting', counting: firstDayCounts } as const
  assert.throws(() => calendar.decide(undecided, given(newest)), { code: 'calendar.counting-undecided' })
  const state = given(newest, { type: 'DecideDayCounting', counting: { ...firstDayCounts, decided } })
  assert.deepEqual(calendar.rows(state).day_counting, [
    {
      calendar: 'england-and-wales',
      starting_day: 'day-1',
      source: countingAsShipped.source,
      confidence: 'unconfirmed',
      decided_by: 'the Criminal Justice Board',
      decided_on: '2026-11-02',
    },
  ])
  assert.deepEqual(calendar.rows(state).bank_holiday_list, calendar.rows(given(newest)).bank_holiday_list)
})

test('the same way of counting is decided once, and another list of holidays leaves it', () => {
  const shipped = { type: 'DecideDayCounting', counting: countingAsShipped } as const
  const state = given(keptList('2022-01-24'), shipped)
  assert.deepEqual(calendar.decide(shipped, state), [])
  assert.deepEqual(load(state, newest).counting, countingAsShipped)
})
