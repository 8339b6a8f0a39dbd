import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { thePublic } from '../platform/database/reading.ts'
import { calendar, calendarId } from './calendar.ts'
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
