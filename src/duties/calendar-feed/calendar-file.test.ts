import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay, parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { calendarFile } from './calendar-file.ts'

const at = parseInstant('2026-11-22T09:00:00.000Z')
const day = parseLocalDate('2027-03-28')
const duty = { id: '0123456789abcdef0123', what: 'Send the plan; then wait, please', dueOn: day, dueAt: endOfDay(day) }

test('a duty due on a day is an event of that whole day, on the day the clocks change too', () => {
  const file = calendarFile([duty], 'https://frankpledge.example', at)
  assert.match(file, /DTSTART;VALUE=DATE:20270328\r\n/)
  assert.match(file, /SUMMARY:Send the plan\\; then wait\\, please\r\n/)
  assert.match(file, /UID:0123456789abcdef0123@frankpledge\.example\r\n/)
})

test('a duty due at an hour is an event at that moment in UTC', () => {
  const file = calendarFile([{ ...duty, dueAt: parseInstant('2027-06-01T15:30:00.000Z') }], 'https://f.example', at)
  assert.match(file, /DTSTART:20270601T153000Z\r\n/)
})

test('every line ends as RFC 5545 says, and none is longer than 75 octets, whatever was written', () => {
  const what = `${'🎉é'.repeat(90)}\r\nEND:VEVENT\u0007`
  const file = calendarFile([{ ...duty, what }], 'https://frankpledge.example', at)
  const lines = file.split('\r\n')
  assert.equal(lines.at(-1), '')
  assert.equal(lines.at(-2), 'END:VCALENDAR')
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/\p{Cc}/u.test(line)))
  assert.equal(lines.filter((line) => line === 'END:VEVENT').length, 1)
  assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${'🎉é'.repeat(90)} END:VEVENT\r\n`))
})

test('an event keeps its name when the feed is read again, and keeps nobody busy', () => {
  const [first, later] = [at, parseInstant('2026-12-01T09:00:00.000Z')].map((when) =>
    calendarFile([duty], 'https://frankpledge.example', when),
  )
  const uid = /UID:.*\r\n/.exec(first ?? '')?.[0]
  assert.ok(uid && later?.includes(uid))
  assert.match(first ?? '', /TRANSP:TRANSPARENT/)
})
