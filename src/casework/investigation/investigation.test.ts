import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseInstant } from '../../calendar/instant.ts'
import { addDays, parseLocalDate } from '../../calendar/local-date.ts'
import { dutyStanding } from '../../duties/duty.ts'
import { fold } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import {
  type Allegation,
  type Investigation,
  type InvestigationCommand,
  type InvestigationEvent,
  investigation,
} from './investigation.ts'

const reportedAt = parseInstant('2026-10-24T11:00:00.000Z')
const allegation: Allegation = {
  force: 'thames-valley-police',
  unit: 'investigations',
  reportedAt,
  reporter: 'person-1',
  victims: ['person-1', 'person-2'],
  what: 'A bicycle was taken from the rack outside the station.',
  where: 'Station forecourt, Bletchley',
  from: parseLocalDate('2026-10-23'),
  to: parseLocalDate('2026-10-24'),
  suspectedOffence: parseOffenceCode('TH68006'),
}
const on = (moment: string) => ({ at: parseInstant(moment), by: 'officer' })
const soon = on('2026-10-24T12:00:00.000Z')
const record: InvestigationCommand = { type: 'RecordAllegation', id: 'one', allegation, ...soon }
const recordOf = (change: Partial<Allegation>): InvestigationCommand => ({
  type: 'RecordAllegation',
  id: 'one',
  ...soon,
  allegation: { ...allegation, ...change },
})
const asCrime = (moment = '2026-10-24T15:00:00.000Z'): InvestigationCommand => ({
  type: 'RecordAsCrime',
  crimeReference: '43260123456',
  reason: 'What is described is theft',
  ...on(moment),
})
const asNoCrime: InvestigationCommand = { type: 'RecordAsNoCrime', reason: 'The bicycle was found in a shed', ...soon }
const begin: InvestigationCommand = {
  type: 'DecideToInvestigate',
  how: 'CCTV of the forecourt',
  reason: 'A camera faces the rack',
  ...soon,
}
const decline: InvestigationCommand = { type: 'DecideNotToInvestigate', reason: 'No line of inquiry is left', ...soon }

/** What is folded has been on the record. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))
const after = (...commands: readonly InvestigationCommand[]): Investigation | null =>
  commands.reduce<Investigation | null>(
    (state, command) => fold(investigation, state, throughJson(investigation.decide(command, state))),
    null,
  )
const dutyOf = (state: Investigation | null) => investigation.rows(state)['duty']?.[0]
const refused = (code: string) => ({ name: 'Refusal', code: `investigation.${code}` })

test('a report starts a duty of 24 hours that pass, here over the night the clocks go back', () => {
  const duty = dutyOf(after(record))
  assert.deepEqual(
    [duty?.['due_at'], duty?.['rule'], duty?.['owed_by_agency'], duty?.['met_at']],
    ['2026-10-25T11:00:00.000Z', 'investigation.crime-recording', 'thames-valley-police', null],
  )
})

test('the clock runs from the report and not from when it was typed in', () => {
  const late: InvestigationCommand = {
    type: 'RecordAllegation',
    id: 'one',
    allegation,
    ...on('2026-10-26T09:00:00.000Z'),
  }
  assert.equal(dutyOf(after(late))?.['due_at'], '2026-10-25T11:00:00.000Z')
})

test('recorded as a crime at the last moment it is in time, a minute later it is late', () => {
  const standing = (moment: string) => {
    const state = after(record, asCrime(moment))
    assert.ok(state)
    return dutyStanding(
      { dueAt: state.recordingDue.dueAt, metAt: state.recordingDecidedAt, waived: null },
      on(moment).at,
    )
  }
  assert.equal(standing('2026-10-25T11:00:00.000Z'), 'met')
  assert.equal(standing('2026-10-25T11:01:00.000Z'), 'met late')
})

test('recorded as no crime with a reason also meets the duty, and a change of mind does not make it late', () => {
  const state = after(record, asNoCrime, asCrime('2026-10-28T09:00:00.000Z'))
  assert.equal(dutyOf(state)?.['met_at'], soon.at)
  assert.ok(state?.crime?.recorded)
  assert.deepEqual(
    investigation.rows(state)['duty_history']?.map((row) => row['event']),
    ['Reported', 'Recorded as no crime', 'Recorded as a crime'],
  )
})

test('neither the duty nor its history repeats what is alleged or why it was decided', () => {
  const rows = JSON.stringify(investigation.rows(after(record, asNoCrime)))
  for (const words of ['bicycle', 'Bletchley', 'person-1', 'shed']) assert.ok(!rows.includes(words), words)
})

test('an allegation is recorded once', () => {
  assert.throws(() => after(record, record), refused('already-recorded'))
})

test('nothing is decided about what was not recorded', () => {
  for (const command of [asCrime(), asNoCrime, begin, decline])
    assert.throws(() => after(command), refused('not-recorded'))
})

test('an allegation needs what, where and the force that received it', () => {
  for (const change of [{ what: ' ' }, { where: '' }, { force: '' }]) {
    assert.throws(() => after(recordOf(change)), refused('words-missing'))
  }
  assert.throws(() => after(recordOf({ what: 'x'.repeat(10_001) })), refused('too-long'))
})

test('a report is made at the moment it is typed in at the latest, and what it tells began on that day at the latest', () => {
  assert.ok(after(recordOf({ reportedAt: soon.at })))
  assert.throws(
    () => after(recordOf({ reportedAt: parseInstant('2026-10-24T12:00:00.001Z') })),
    refused('reported-in-future'),
  )
  const day = parseLocalDate('2026-10-24')
  assert.ok(after(recordOf({ from: day, to: day })))
  assert.throws(() => after(recordOf({ from: addDays(day, 1), to: addDays(day, 1) })), refused('happened-after-report'))
  assert.throws(() => after(recordOf({ to: parseLocalDate('2026-10-22') })), refused('ends-before-it-begins'))
})

test('recording as a crime needs the crime reference, and every decision its reason', () => {
  assert.throws(
    () => after(record, { ...asCrime(), crimeReference: ' ' } as InvestigationCommand),
    refused('crime-reference-missing'),
  )
  for (const command of [asCrime(), asNoCrime, begin, decline]) {
    assert.throws(() => after(record, { ...command, reason: '  ' } as InvestigationCommand), refused('reason-missing'))
  }
})

test('an investigation begins with how and why, also before the report is recorded as a crime', () => {
  assert.deepEqual(after(record, begin)?.decision, {
    investigate: true,
    how: 'CCTV of the forecourt',
    reason: 'A camera faces the rack',
  })
  assert.throws(() => after(record, { ...begin, how: '' }), refused('how-missing'))
})

test('what was recorded as no crime is not investigated until it is recorded as one', () => {
  assert.throws(() => after(record, asNoCrime, begin), refused('not-a-crime'))
  assert.ok(after(record, asNoCrime, asCrime(), begin)?.decision?.investigate)
})

test('a decision not to investigate names every victim who must be told, and may be decided again', () => {
  const declined = after(record, asCrime(), decline)
  assert.deepEqual(declined?.decision, {
    investigate: false,
    reason: 'No line of inquiry is left',
    victimsToTell: ['person-1', 'person-2'],
  })
  assert.ok(after(record, asCrime(), decline, begin)?.decision?.investigate)
})

test('the same decision for the same reason is not recorded twice', () => {
  for (const command of [asCrime(), asNoCrime, begin, decline]) {
    assert.throws(() => after(record, command, command), refused('decided-so-already'))
  }
})

const commands = fc.constantFrom(record, asCrime(), asNoCrime, begin, decline, recordOf({ what: '' }))

test('whatever is commanded, only refusals are thrown, and rows depend on the state alone', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 10 }), (given) => {
      let state: Investigation | null = null
      const events: InvestigationEvent[] = []
      for (const command of given) {
        try {
          const decided: readonly InvestigationEvent[] = throughJson(investigation.decide(command, state))
          events.push(...decided)
          state = fold(investigation, state, decided)
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error))
        }
      }
      assert.deepEqual(investigation.rows(fold(investigation, null, events)), investigation.rows(state))
    }),
    { seed: 20261122, numRuns: 300 },
  )
})
