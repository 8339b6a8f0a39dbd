import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import { type Person, type PersonCommand, type PersonDetails, person } from './person.ts'

const acted = { at: parseInstant('2026-10-24T11:00:00.000Z'), by: 'officer' }
const details: PersonDetails = {
  name: 'Bracken Example',
  organisation: null,
  dateOfBirth: parseLocalDate('1990-02-28'),
  phone: '01632 960001',
  email: null,
  address: null,
  contactNote: 'Only by text',
}
const record: PersonCommand = { type: 'RecordPerson', id: 'one', details, ...acted }
const recordOf = (change: Partial<PersonDetails>): PersonCommand => ({ ...record, details: { ...details, ...change } })
const correct = (change: Partial<PersonDetails>, reason = 'Misheard on the telephone'): PersonCommand => ({
  type: 'CorrectPerson',
  details: { ...details, ...change },
  reason,
  caseId: 'case-1',
  ...acted,
})
const after = (...commands: readonly PersonCommand[]): Person | null =>
  commands.reduce<Person | null>((state, command) => fold(person, state, person.decide(command, state)), null)
const refused = (code: string) => ({ name: 'Refusal', code: `person.${code}` })

test('a person is sealed: what is known of them can be erased', () => {
  assert.equal(person.sealed, true)
})

test('a person is recorded once', () => {
  assert.deepEqual(after(record)?.details, details)
  assert.throws(() => after(record, record), refused('already-recorded'))
})

test('a person or an organisation has a name', () => {
  assert.ok(after(recordOf({ name: null, organisation: 'Example Stores' })))
  assert.throws(() => after(recordOf({ name: null })), refused('name-missing'))
  assert.throws(() => after(recordOf({ name: ' ' })), refused('name-missing'))
})

test('nobody was born after today', () => {
  assert.ok(after(recordOf({ dateOfBirth: parseLocalDate('2026-10-24') })))
  assert.throws(() => after(recordOf({ dateOfBirth: parseLocalDate('2026-10-25') })), refused('born-in-future'))
})

test('answers have a limit', () => {
  assert.ok(after(recordOf({ name: 'x'.repeat(200), address: 'x'.repeat(1000) })))
  assert.throws(() => after(recordOf({ name: 'x'.repeat(201) })), refused('too-long'))
  assert.throws(() => after(recordOf({ address: 'x'.repeat(1001) })), refused('too-long'))
})

test('a correction needs a reason and something that changed', () => {
  assert.throws(() => after(correct({ phone: null })), refused('not-recorded'))
  assert.throws(() => after(record, correct({ phone: null }, ' ')), refused('reason-missing'))
  assert.throws(() => after(record, correct({})), refused('nothing-corrected'))
})

test('what was corrected is named without what it was', () => {
  const state = after(record, correct({ phone: '01632 960002', contactNote: null }))
  assert.equal(state?.details.phone, '01632 960002')
  const changes = person.rows(state)['person_change']
  assert.deepEqual(
    changes?.map(({ what }) => what),
    ['Recorded', 'Corrected: telephone number, how to make contact'],
  )
  assert.deepEqual(person.rows(state)['person_change_reason'], [
    { person: 'one', number: 2, case_id: 'case-1', reason: 'Misheard on the telephone' },
  ])
  assert.ok(!JSON.stringify(changes).includes('01632'))
})

test('a person is found by the name as it now stands, and no longer by the one that was corrected', () => {
  const state = after(record, correct({ name: 'Sorrel Example' }))
  assert.deepEqual(
    person.rows(state)['person_name_key']?.map(({ key }) => key),
    ['sorrel', '~srl', 'example', '~aksmpl'],
  )
})
