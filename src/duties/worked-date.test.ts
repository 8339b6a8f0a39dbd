import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidaysOf } from '../calendar/bank-holidays.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { dueAfterWorkingDays } from './worked-date.ts'

const holiday = (date: string, title: string) => ({ date: parseLocalDate(date), title, notes: '' })
const holidays = bankHolidaysOf(parseLocalDate('2026-02-25'), [
  holiday('2026-04-03', 'Good Friday'),
  holiday('2026-04-06', 'Easter Monday'),
  holiday('2026-12-25', 'Christmas Day'),
])

test('the working of a count over Easter names every day that was not counted, and why', () => {
  const { dueOn, working } = dueAfterWorkingDays(parseLocalDate('2026-04-02'), 1, holidays)
  assert.equal(dueOn, '2026-04-07')
  assert.deepEqual(working.notCounted, [
    { on: '2026-04-03', why: 'Good Friday' },
    { on: '2026-04-04', why: 'Weekend' },
    { on: '2026-04-05', why: 'Weekend' },
    { on: '2026-04-06', why: 'Easter Monday' },
  ])
})

test('a count within one week leaves no day out', () => {
  const { dueOn, working } = dueAfterWorkingDays(parseLocalDate('2026-11-23'), 4, holidays)
  assert.deepEqual([dueOn, working.notCounted], ['2026-11-27', []])
})

test('a count into a year whose bank holidays are not known is refused', () => {
  assert.throws(() => dueAfterWorkingDays(parseLocalDate('2026-12-24'), 5, holidays), {
    name: 'Refusal',
    code: 'calendar.beyond-known-holidays',
  })
})
