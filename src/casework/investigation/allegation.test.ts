import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { formatClockTime, parseClockTime } from './clock-time.ts'
import { after, allegation, on, record, refused, rowsIn } from './example.ts'
import type { Facts, InvestigationCommand } from './investigation.ts'

const { force: _force, unit: _unit, dealtWithBy: _by, reporter: _reporter, victims: _victims, ...facts } = allegation
const later = on('2026-10-26T09:00:00.000Z')
const correct = (change: Partial<Facts>, reason = 'Misheard on the telephone'): InvestigationCommand => ({
  type: 'CorrectAllegation',
  facts: { ...facts, ...change },
  reason,
  ...later,
})

test('a correction changes what stands, and the timeline keeps what stood before, with the reason', () => {
  const state = after(record, correct({ where: 'Station forecourt, Wolverton', suspectedOffence: null }))
  const [summary] = rowsIn(state, 'case_summary')
  assert.deepEqual(
    [summary?.['place'], summary?.['offence'], summary?.['corrected_at']],
    ['Station forecourt, Wolverton', null, later.at],
  )
  const happened = rowsIn(state, 'case_happening').at(-1)
  assert.equal(happened?.['event'], 'Allegation corrected')
  assert.deepEqual(happened?.['detail'], [
    ['Where until then', 'Station forecourt, Bletchley'],
    ['Suspected offence until then', 'Theft of pedal cycle (TH68006)'],
    ['Reason', 'Misheard on the telephone'],
  ])
})

test('a correction needs a reason, and something that differs', () => {
  assert.throws(() => after(correct({ where: 'Wolverton' })), refused('not-recorded'))
  assert.throws(() => after(record, correct({ where: 'Wolverton' }, ' ')), refused('reason-missing'))
  assert.throws(() => after(record, correct({})), refused('nothing-changed'))
  assert.throws(() => after(record, correct({ what: ' ' })), refused('words-missing'))
})

test('where the time of the report was wrong, its 24 hours are counted from the right one', () => {
  const state = after(record, correct({ reportedAt: parseInstant('2026-10-24T15:30:00.000Z') }))
  const [duty] = rowsIn(state, 'duty')
  assert.equal(duty?.['due_at'], '2026-10-25T15:30:00.000Z')
  assert.equal(rowsIn(state, 'duty_history').at(-1)?.['detail'], 'Until then Sunday 25 October 2026 at 11am GMT')
})

test('a correction of the place leaves the clock as it was worked out', () => {
  const before = rowsIn(after(record), 'duty')
  assert.deepEqual(rowsIn(after(record, correct({ where: 'Wolverton' })), 'duty'), before)
})

test('a correction is held to what holds for a report', () => {
  const future = { reportedAt: parseInstant('2026-10-26T09:00:00.001Z') }
  assert.throws(() => after(record, correct(future)), refused('reported-in-future'))
  assert.ok(after(record, correct({ reportedAt: later.at })))
  const afterReport = { from: parseLocalDate('2026-10-25'), to: parseLocalDate('2026-10-25') }
  assert.throws(() => after(record, correct(afterReport)), refused('happened-after-report'))
})

const day = parseLocalDate('2026-10-24')
const time = parseClockTime

test('times of day are kept where they are known, and end no earlier than they begin', () => {
  const state = after(record, correct({ from: day, to: day, fromTime: time('09:15'), toTime: time('09:15') }))
  const [summary] = rowsIn(state, 'case_summary')
  assert.deepEqual([summary?.['happened_from_time'], summary?.['happened_to_time']], ['09:15', '09:15'])
  const backwards = { from: day, to: day, fromTime: time('09:15'), toTime: time('09:14') }
  assert.throws(() => after(record, correct(backwards)), refused('ends-before-it-begins'))
  assert.ok(after(record, correct({ fromTime: time('23:00'), toTime: time('01:00') })), 'over midnight')
})

test('on the day of the report nothing began after its minute, here 12 noon by a London clock', () => {
  const at = (fromTime: string) => correct({ from: day, to: day, fromTime: time(fromTime) })
  assert.ok(after(record, at('12:00')))
  assert.throws(() => after(record, at('12:01')), refused('happened-after-report'))
})

test('a time of day is told as people say it', () => {
  for (const [written, said] of [
    ['00:00', 'midnight'],
    ['00:05', '12:05am'],
    ['09:00', '9am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['14:30', '2:30pm'],
    ['23:59', '11:59pm'],
  ] as const) {
    assert.equal(formatClockTime(time(written)), said)
  }
  for (const none of ['24:00', '9:00', '12:60', '']) assert.throws(() => time(none), RangeError)
})
