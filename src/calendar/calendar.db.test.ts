import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { thePublic } from '../platform/database/reading.ts'
import { calendar, calendarId } from './calendar.ts'
import { startCalendar } from './commands.ts'
import { countingAsShipped } from './day-counting.ts'
import { parseInstant } from './instant.ts'
import { parseLocalDate } from './local-date.ts'
import { keptHolidays, keptList } from './kept-lists.ts'
import { readBankHolidays } from './read-bank-holidays.ts'

const act = { actor: 'test', at: '2026-04-07T09:30:00.000Z' }

test('the bank holidays that anyone reads are those on the record', async () => {
  const { record, reading } = await testInstallation([calendar])
  await assert.rejects(reading.as(thePublic, readBankHolidays), { code: 'calendar.no-holidays-loaded' })
  await record.perform(calendar, calendarId, keptList('2019-05-08'), act)
  assert.deepEqual(await reading.as(thePublic, readBankHolidays), keptHolidays('2019-05-08'))
})

test('a newer list takes away the day that moved', async () => {
  const { record, reading } = await testInstallation([calendar])
  await record.perform(calendar, calendarId, keptList('2019-05-08'), act)
  await record.perform(calendar, calendarId, keptList('2019-10-11'), act)
  assert.deepEqual(await reading.as(thePublic, readBankHolidays), keptHolidays('2019-10-11'))
  await record.perform(calendar, calendarId, keptList('2019-10-11'), act)
  assert.equal((await record.read(calendar, calendarId)).version, 2)
})

test('how the area counts is read with the holidays', async () => {
  const { record, reading } = await testInstallation([calendar])
  const decided = { by: 'the Criminal Justice Board', on: parseLocalDate('2026-11-02') }
  const counting = { ...countingAsShipped, startingDay: 'day-1', decided } as const
  await record.perform(calendar, calendarId, keptList(), act)
  await record.perform(calendar, calendarId, { type: 'DecideDayCounting', counting }, act)
  assert.deepEqual((await reading.as(thePublic, readBankHolidays)).counting, counting)
})

test('a version that brings a newer list takes it up at its start, and leaves one that was loaded since', async () => {
  const installation = await testInstallation([calendar])
  const at = parseInstant('2027-12-31T12:00:00.000Z')
  const inForce = async () => (await installation.record.read(calendar, calendarId)).state.lists.at(-1)?.vintage
  await installation.record.perform(calendar, calendarId, keptList('2022-01-24'), act)
  await startCalendar(installation, at)
  assert.equal(await inForce(), '2026-02-25')
  const later = { ...keptList(), vintage: parseLocalDate('2027-03-01'), sha256: 'later' }
  await installation.record.perform(calendar, calendarId, later, act)
  await startCalendar(installation, at)
  assert.equal(await inForce(), '2027-03-01')
})

test('every start takes up the area’s settings, once, and warns when the known holidays run out', async () => {
  const installation = await testInstallation([calendar])
  const warnings: string[] = []
  const progress = { at: () => {}, done: (what: string) => void warnings.push(what) }
  await startCalendar(installation, parseInstant('2027-12-31T12:00:00.000Z'), progress)
  assert.deepEqual(warnings, [])
  await startCalendar(installation, parseInstant('2028-01-01T12:00:00.000Z'), progress)
  assert.match(warnings.join(), /^11 months of known bank holidays are left/)
  assert.equal((await installation.record.read(calendar, calendarId)).version, 2)
})
