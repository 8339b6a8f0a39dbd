import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keptHolidays } from './kept-lists.ts'
import { type LocalDate, addDays, dayNumber, daysBetween, fromDayNumber, parseLocalDate } from './local-date.ts'
import { addWorkingDays, explainWorkingDays, isWorkingDay } from './working-days.ts'

const day = parseLocalDate
const holidays = keptHolidays('2026-02-25')
const seed = 20261122
const due = (from: string, workingDays: number): string => addWorkingDays(day(from), workingDays, holidays)
const working = (from: string, workingDays: number): string =>
  explainWorkingDays(day(from), workingDays, holidays).steps.join('; ')

const vectors = [
  ['2026-04-01', 1, '2026-04-02'],
  ['2026-04-01', 5, '2026-04-10'],
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-04-02', 5, '2026-04-13'],
  ['2026-05-22', 5, '2026-06-01'],
  ['2026-05-23', 1, '2026-05-26'],
  ['2026-08-28', 1, '2026-09-01'],
  ['2026-08-28', 5, '2026-09-07'],
  ['2025-12-24', 1, '2025-12-29'],
  ['2025-12-24', 5, '2026-01-05'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2026-12-24', 5, '2027-01-05'],
  ['2026-12-18', 10, '2027-01-06'],
  ['2026-03-27', 30, '2026-05-13'],
  ['2022-09-16', 1, '2022-09-20'],
  ['2023-05-05', 1, '2023-05-09'],
] as const

for (const [from, workingDays, wanted] of vectors) {
  test(`${workingDays} working days from ${from} is ${wanted}`, () => {
    assert.equal(due(from, workingDays), wanted)
    assert.equal(explainWorkingDays(day(from), workingDays, holidays).due, wanted)
  })
}

/** Around each kind of holiday: the working day before, the days that do not count, the working day after. */
const stretches = {
  'a plain weekend': ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'],
  'New Year’s Day in the week': ['2025-12-31', '2026-01-01', '2026-01-02'],
  'New Year’s Day on a Saturday, with its substitute': [
    '2021-12-31',
    '2022-01-01',
    '2022-01-02',
    '2022-01-03',
    '2022-01-04',
  ],
  Easter: ['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'],
  'the early May holiday': ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
  'the spring holiday': ['2026-05-22', '2026-05-23', '2026-05-24', '2026-05-25', '2026-05-26'],
  'the summer holiday': ['2026-08-28', '2026-08-29', '2026-08-30', '2026-08-31', '2026-09-01'],
  'Christmas in the week': ['2024-12-24', '2024-12-25', '2024-12-26', '2024-12-27'],
  'Christmas with Boxing Day on a Saturday': [
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-27',
    '2026-12-28',
    '2026-12-29',
  ],
  'Christmas on a Saturday': ['2021-12-24', '2021-12-25', '2021-12-26', '2021-12-27', '2021-12-28', '2021-12-29'],
  'Christmas on a Sunday': ['2022-12-23', '2022-12-24', '2022-12-25', '2022-12-26', '2022-12-27', '2022-12-28'],
  'the Platinum Jubilee': ['2022-06-01', '2022-06-02', '2022-06-03', '2022-06-04', '2022-06-05', '2022-06-06'],
  'the State Funeral': ['2022-09-16', '2022-09-17', '2022-09-18', '2022-09-19', '2022-09-20'],
  'a leap day': ['2024-02-28', '2024-02-29'],
  'the clocks going forward': ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'],
  'the clocks going back': ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'],
}

for (const [name, stretch] of Object.entries(stretches)) {
  test(`only the day before and the day after count around ${name}`, () => {
    const [before, after] = [stretch.at(0)!, stretch.at(-1)!]
    for (const date of stretch) assert.equal(isWorkingDay(day(date), holidays), date === before || date === after, date)
    for (const date of stretch.slice(0, -1)) assert.equal(due(date, 1), after, date)
  })
}

test('with no working days the answer is the day itself, even on a holiday', () => {
  assert.equal(due('2026-04-02', 0), '2026-04-02')
  assert.equal(due('2026-04-03', 0), '2026-04-03')
  assert.deepEqual(explainWorkingDays(day('2026-04-03'), 0, holidays), {
    due: '2026-04-03',
    steps: ['day 0 = Friday 3 April 2026'],
  })
})

test('a number of working days is whole and not negative', () => {
  assert.throws(() => due('2026-04-02', -1), RangeError)
  assert.throws(() => due('2026-04-02', 1.5), RangeError)
})

test('the working names day 0, what does not count, the day reached and the list used', () => {
  assert.deepEqual(explainWorkingDays(day('2026-04-02'), 1, holidays), {
    due: '2026-04-07',
    steps: [
      'day 0 = Thursday 2 April 2026',
      'Good Friday, weekend and Easter Monday do not count',
      'day 1 = Tuesday 7 April 2026',
      'bank holidays as known on 25 February 2026',
      'the day that starts the clock does not count (as shipped; the area has not decided)',
    ],
  })
})

test('the working leaves out what did not happen', () => {
  assert.equal(
    working('2026-04-01', 1),
    'day 0 = Wednesday 1 April 2026; day 1 = Thursday 2 April 2026; bank holidays as known on 25 February 2026; the day that starts the clock does not count (as shipped; the area has not decided)',
  )
})

test('the working says what did not count in good English', () => {
  assert.match(working('2026-11-20', 1), /; weekend does not count; day 1 = Monday 23 November 2026;/)
  assert.match(working('2026-11-20', 7), /; 2 weekends do not count; day 7 = Tuesday 1 December 2026;/)
  assert.match(working('2025-12-31', 1), /; New Year’s Day does not count; day 1 = Friday 2 January 2026;/)
  assert.match(working('2026-11-21', 1), /; Sunday does not count; day 1 = Monday 23 November 2026;/)
  assert.match(working('2026-11-22', 1), /^day 0 = Sunday 22 November 2026; day 1 = Monday 23 November 2026;/)
  assert.match(working('2026-05-23', 1), /; Sunday and Spring bank holiday do not count;/)
  assert.match(
    working('2021-12-24', 1),
    /; weekend, Christmas Day \(substitute day\) and Boxing Day \(substitute day\) do not count;/,
  )
  assert.match(
    working('2026-03-27', 30),
    /; 7 weekends, Good Friday, Easter Monday and Early May bank holiday do not count; day 30 = Wednesday 13 May 2026;/,
  )
})

test('the early May holiday of 2020 moved, so the same count differs by list and says which it used', () => {
  const [before, after] = [keptHolidays('2019-05-08'), keptHolidays('2019-10-11')]
  assert.deepEqual(explainWorkingDays(day('2020-05-01'), 1, before), {
    due: '2020-05-05',
    steps: [
      'day 0 = Friday 1 May 2020',
      'weekend and Early May bank holiday do not count',
      'day 1 = Tuesday 5 May 2020',
      'bank holidays as known on 8 May 2019',
      'the day that starts the clock does not count (as shipped; the area has not decided)',
    ],
  })
  assert.deepEqual(explainWorkingDays(day('2020-05-01'), 1, after), {
    due: '2020-05-04',
    steps: [
      'day 0 = Friday 1 May 2020',
      'weekend does not count',
      'day 1 = Monday 4 May 2020',
      'bank holidays as known on 11 October 2019',
      'the day that starts the clock does not count (as shipped; the area has not decided)',
    ],
  })
  assert.match(
    explainWorkingDays(day('2020-05-07'), 1, after).steps.join('; '),
    /; Early May bank holiday \(VE day\) and weekend do not count; day 1 = Monday 11 May 2020;/,
  )
  assert.equal(addWorkingDays(day('2020-05-07'), 1, before), '2020-05-08')
})

test('a list from before the State Funeral does not know it', () => {
  assert.equal(addWorkingDays(day('2022-09-16'), 1, keptHolidays('2022-01-24')), '2022-09-19')
})

const beyond = { name: 'Refusal', code: 'calendar.beyond-known-holidays' }

test('the last known year can be used to its end, and no further', () => {
  assert.equal(due('2028-12-27', 2), '2028-12-29')
  assert.throws(() => due('2028-12-27', 3), {
    ...beyond,
    message:
      'This needs the bank holidays of 2029, and those of 2012 to 2028 are known. An area administrator can load a later list, under Administration.',
  })
  assert.throws(() => explainWorkingDays(day('2028-12-27'), 3, holidays), beyond)
})

test('a day in a year that is not known is refused, even at a weekend', () => {
  assert.ok(!isWorkingDay(day('2028-12-31'), holidays))
  for (const date of ['2029-01-01', '2029-01-06', '2011-12-31'])
    assert.throws(() => isWorkingDay(day(date), holidays), beyond)
})

test('a count may start on the last day before the first known year', () => {
  assert.equal(due('2011-12-31', 1), '2012-01-03')
  assert.throws(() => due('2011-12-30', 1), beyond)
})

const workingDaysAfter = (from: LocalDate, to: LocalDate): number =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter((date) =>
    isWorkingDay(date, holidays),
  ).length

test('the day reached is a working day, with as many working days after the first as were asked for', () => {
  const start = fc.integer({ min: dayNumber(day('2012-01-01')), max: dayNumber(day('2027-12-31')) }).map(fromDayNumber)
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 200 }), (from, workingDays) => {
      const reached = addWorkingDays(from, workingDays, holidays)
      assert.ok(isWorkingDay(reached, holidays))
      assert.equal(workingDaysAfter(from, reached), workingDays)
      assert.equal(explainWorkingDays(from, workingDays, holidays).due, reached)
    }),
    { seed },
  )
})

const board = { by: 'the Criminal Justice Board', on: day('2026-11-02') }
const firstDayCounts = {
  ...holidays,
  counting: { ...holidays.counting, startingDay: 'day-1', decided: board },
} as const

test('where the area decided that the first day counts, a working day that starts the clock is day 1', () => {
  assert.deepEqual(explainWorkingDays(day('2026-04-02'), 2, firstDayCounts), {
    due: '2026-04-07',
    steps: [
      'day 1 = Thursday 2 April 2026, the day that starts the clock',
      'Good Friday, weekend and Easter Monday do not count',
      'day 2 = Tuesday 7 April 2026',
      'bank holidays as known on 25 February 2026',
      'the day that starts the clock counts as day 1 if it is a working day (the Criminal Justice Board decided so on 2 November 2026)',
    ],
  })
  assert.equal(addWorkingDays(day('2026-04-02'), 1, firstDayCounts), '2026-04-02')
  assert.equal(addWorkingDays(day('2026-04-02'), 0, firstDayCounts), '2026-04-02')
})

test('where the first day counts, a clock that starts on a holiday still begins with the next working day', () => {
  assert.equal(addWorkingDays(day('2026-04-03'), 1, firstDayCounts), '2026-04-07')
  assert.match(
    explainWorkingDays(day('2026-04-03'), 1, firstDayCounts).steps.join('; '),
    /^the clock starts on Friday 3 April 2026, which is not a working day; weekend and Easter Monday do not count; day 1 = Tuesday 7 April 2026;/,
  )
})

test('the setting moves a date only when the clock starts on a working day, and then by one working day', () => {
  const start = fc.integer({ min: dayNumber(day('2012-01-01')), max: dayNumber(day('2027-12-31')) }).map(fromDayNumber)
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 200 }), (from, workingDays) => {
      const expected = isWorkingDay(from, holidays) ? workingDays - 1 : workingDays
      assert.equal(addWorkingDays(from, workingDays, firstDayCounts), addWorkingDays(from, expected, holidays))
    }),
    { seed },
  )
})
