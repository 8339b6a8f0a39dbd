import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay, parseInstant } from '../calendar/instant.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { dutyId, dutyRow, dutyStanding } from './duty.ts'
import { authorityOf, fixedDate } from './rules.ts'
import { dueOnFixedDate } from './worked-date.ts'

const dueOn = parseLocalDate('2026-11-27')
const dueAt = endOfDay(dueOn)
const open = { dueAt, metAt: null, waived: null }

test('a duty is in time at its last moment and overdue one millisecond later', () => {
  assert.equal(dutyStanding(open, dueAt), 'open')
  assert.equal(dutyStanding(open, parseInstant('2026-11-28T00:00:00.000Z')), 'overdue')
})

test('a duty met at its last moment is met; one millisecond later it is met late', () => {
  const later = parseInstant('2026-11-28T00:00:00.000Z')
  assert.equal(dutyStanding({ ...open, metAt: dueAt }, later), 'met')
  assert.equal(dutyStanding({ ...open, metAt: later }, later), 'met late')
})

test('a waived duty is never overdue', () => {
  const waived = { at: parseInstant('2026-11-01T09:00:00.000Z'), reason: 'No longer wanted' }
  assert.equal(dutyStanding({ ...open, waived }, parseInstant('2027-01-01T00:00:00.000Z')), 'waived')
})

test('a day in summer ends an hour before midnight UTC', () => {
  const { dueAt: summer } = dueOnFixedDate(parseLocalDate('2026-06-01'), parseLocalDate('2026-06-30'), 'The plan')
  assert.equal(summer, '2026-06-30T22:59:59.999Z')
})

test('the handle of a duty is the same after a rebuild, is safe in an address, and differs for each key', () => {
  assert.equal(dutyId('grant/1', 'report-1'), dutyId('grant/1', 'report-1'))
  assert.notEqual(dutyId('grant/1', 'report-1'), dutyId('grant/1', 'report-2'))
  assert.match(dutyId('grant/1', 'report-1'), /^[0-9a-f]{20}$/)
})

test('a row of a duty keeps who, what, when and under what', () => {
  const worked = dueOnFixedDate(parseLocalDate('2026-04-01'), dueOn, 'The grant agreement')
  const row = dutyRow({
    ...worked,
    stream: 'grant/1',
    key: 'report-1',
    kind: 'undertaking',
    what: 'Send the report',
    owedBy: { agency: 'a', name: 'Grants team' },
    owedTo: { name: 'The commissioner' },
    metAt: null,
    waived: null,
    authority: authorityOf(fixedDate),
  })
  assert.deepEqual(
    [row['owed_by_agency'], row['due_on'], row['due_at'], row['rule'], row['public'], row['owed_to_agency']],
    ['a', '2026-11-27', '2026-11-27T23:59:59.999Z', 'duties.fixed-date', false, null],
  )
})
