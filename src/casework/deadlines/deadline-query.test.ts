import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineRuleOf } from './catalogue.ts'
import { errorsOf, textsOf, timeOf } from './deadline-query.ts'
import { readGiven } from './given.ts'

const rule = deadlineRuleOf('custody.detention-without-charge')!
const date = { 'from-day': '7', 'from-month': '4', 'from-year': '2026' }

test('a date and a time of day are put together from their fields', () => {
  assert.equal(textsOf(rule, { ...date, 'from-time': '2:30pm' })['from'], '2026-04-07T14:30')
  assert.equal(textsOf(rule, { ...date, 'from-time': '' })['from'], '2026-04-07')
  assert.equal(textsOf(rule, {})['from'], '')
})

test('a time of day is read as people write it', () => {
  const times = {
    '14:30': '14:30',
    '9:05': '09:05',
    '9.05': '09:05',
    '0905': '09:05',
    '2pm': '14:00',
    '12am': '00:00',
    '12pm': '12:00',
  }
  for (const [typed, read] of Object.entries(times)) assert.equal(timeOf(typed), read)
  for (const odd of ['14', '13pm', '0am', 'noon', '']) assert.equal(timeOf(odd), odd)
})

const errorsFor = (query: Record<string, string>) => {
  const read = readGiven(rule, textsOf(rule, query))
  return read.ok ? [] : errorsOf(read.faults, rule)
}

test('what is missing or wrong is told at its own field', () => {
  assert.deepEqual(errorsFor({}), [
    { field: 'from', text: 'Enter the time of arrival at the police station', href: '#from-day' },
  ])
  assert.deepEqual(errorsFor({ ...date, 'from-day': '31', 'from-time': '9:00' }), [
    { field: 'from', text: 'Time of arrival at the police station must be a real date', href: '#from-day' },
  ])
  assert.deepEqual(errorsFor(date), [
    { field: 'from-time', text: 'Time of arrival at the police station must include a time, such as 14:30' },
  ])
  assert.deepEqual(
    errorsFor({ 'from-day': '29', 'from-month': '3', 'from-year': '2026', 'from-time': '1:30am' }).map(
      ({ field }) => field,
    ),
    ['from-time'],
  )
  assert.deepEqual(errorsFor({ ...date, 'from-time': '9:00', paused: 'some' }), [
    { field: 'paused', text: 'Minutes in hospital or on the way, not questioned must be a whole number' },
  ])
})

test('a time that is none is told at the time, and an answer that is none by its question', () => {
  assert.deepEqual(
    errorsFor({ ...date, 'from-time': '9' }).map(({ field }) => field),
    ['from-time'],
  )
  const agency = deadlineRuleOf('bail.agency-extension')!
  const read = readGiven(agency, textsOf(agency, date))
  assert.deepEqual(read.ok ? [] : errorsOf(read.faults, agency), [
    { field: 'case', text: 'Select an answer to “Who investigates”' },
  ])
})

test('a date with a part left out is wrong and not passed over, also where it is optional', () => {
  const sent = { ...date, 'from-time': '9:00', 'arrested-day': '7', 'arrested-month': '', 'arrested-year': '' }
  assert.deepEqual(
    errorsFor(sent).map(({ field }) => field),
    ['arrested'],
  )
})
