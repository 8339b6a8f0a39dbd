import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay, parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { authorityOf, fixedDate } from '../rules.ts'
import { dueOnFixedDate } from '../worked-date.ts'
import { calendarFile } from './calendar-file.ts'

const at = parseInstant('2026-11-22T09:00:00.000Z')
const day = parseLocalDate('2027-03-28')
const duty = {
  ...dueOnFixedDate(parseLocalDate('2026-11-01'), day, 'The plan'),
  stream: 'undertaking/one',
  key: 'duty',
  id: '0123456789abcdef0123',
  kind: 'undertaking',
  what: 'Send the plan; then wait, please',
  about: { text: 'Operation Heron', path: '/desk/cases/1' },
  owedBy: { agency: 'police', account: 'robin', name: 'Planning team' },
  owedTo: { name: 'The panel' },
  metAt: null,
  waived: null,
  authority: authorityOf(fixedDate),
  public: false,
}

test('a duty due on a day is an event of that whole day, on the day the clocks change too', () => {
  const file = calendarFile([duty], 'https://frankpledge.example', at)
  assert.equal(duty.dueAt, endOfDay(day))
  assert.match(file, /DTSTART;VALUE=DATE:20270328\r\n/)
  assert.match(file, /SUMMARY:Send the plan\\; then wait\\, please\r\n/)
  assert.match(file, /UID:0123456789abcdef0123@frankpledge\.example\r\n/)
})

test('a duty due at an hour is an event at that moment in UTC', () => {
  const file = calendarFile([{ ...duty, dueAt: parseInstant('2027-06-01T15:30:00.000Z') }], 'https://f.example', at)
  assert.match(file, /DTSTART:20270601T153000Z\r\n/)
})

test('a calendar carries what must be done and nothing of whose case it is, nor who does it', () => {
  const file = calendarFile([duty], 'https://frankpledge.example', at)
  for (const hidden of ['Heron', 'robin', 'Planning', 'panel']) assert.ok(!file.includes(hidden), hidden)
})
