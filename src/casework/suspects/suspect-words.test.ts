import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formReader } from '../../duties/writing/form-reader.ts'
import { moment } from './example.ts'
import { readMoment } from './moment-field.ts'
import { clockStanding, timeLeftWords } from './suspect-words.ts'

const end = moment('2026-11-21T12:00')

test('time left is said in whole minutes, so that nobody believes to have more', () => {
  assert.equal(timeLeftWords(end, moment('2026-11-20T12:00')), '24 hours left')
  assert.equal(timeLeftWords(end, moment('2026-11-21T09:59')), '2 hours 1 minute left')
  assert.equal(timeLeftWords(end, moment('2026-11-21T10:59:01')), '1 hour left')
  assert.equal(timeLeftWords(end, moment('2026-11-21T11:59:01')), 'Less than a minute left')
  assert.equal(timeLeftWords(end, end), 'Less than a minute left')
  assert.equal(timeLeftWords(end, moment('2026-11-21T12:00:30')), 'Ended just now')
  assert.equal(timeLeftWords(end, moment('2026-11-21T14:05')), 'Ended 2 hours 5 minutes ago')
  assert.equal(timeLeftWords(end, moment('2026-11-23T11:59')), 'Ended 47 hours 59 minutes ago')
  assert.equal(timeLeftWords(end, moment('2026-11-23T12:00')), 'Ended 2 days ago')
})

test('over the night in which the clocks change it is hours that pass', () => {
  assert.equal(timeLeftWords(moment('2026-10-25T12:00'), moment('2026-10-24T12:00')), '25 hours left')
  assert.equal(timeLeftWords(moment('2026-03-29T12:00'), moment('2026-03-28T12:00')), '23 hours left')
})

test('a detention wants attention under three hours, and is breached after its end', () => {
  assert.equal(clockStanding(end, moment('2026-11-21T09:00')), undefined)
  assert.equal(clockStanding(end, moment('2026-11-21T09:01')), 'attention')
  assert.equal(clockStanding(end, end), 'attention')
  assert.equal(clockStanding(end, moment('2026-11-21T12:01')), 'breach')
})

function read(date: string, time: string, now = moment('2026-12-01T12:00')) {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const sent = { 'x-day': dayOfMonth, 'x-month': month, 'x-year': year, 'x-time': time }
  const reader = formReader(sent)
  return { moment: readMoment(reader, sent, 'x', 'the arrest', now), errors: reader.errors.map(({ text }) => text) }
}

test('a typed time is a time of London’s clocks: the first where it comes twice, none where it is skipped', () => {
  assert.equal(read('2026-10-25', '1:30am').moment, '2026-10-25T00:30:00.000Z')
  assert.deepEqual(read('2026-03-29', '01:30').errors, ['This time did not come: the clocks went forward over it'])
  assert.equal(read('2026-07-01', '14:30').moment, '2026-07-01T13:30:00.000Z')
})

test('a moment needs its time, and must have come', () => {
  assert.deepEqual(read('2026-11-20', '').errors, ['Enter the time of the arrest'])
  assert.deepEqual(read('2026-11-20', '25:00').errors, ['Enter a real time, such as 14:30 or 2:30pm'])
  const now = moment('2026-11-20T12:00')
  assert.equal(read('2026-11-20', '12:00', now).moment, now)
  assert.equal(read('2026-11-20', '12:01', now).errors.length, 1)
})
