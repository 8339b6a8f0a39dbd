import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseInstant } from '../../calendar/instant.ts'
import { addDays, parseLocalDate } from '../../calendar/local-date.ts'
import { dutyStanding } from '../../duties/duty.ts'
import { fold } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type Allegation,
  type Investigation,
  type InvestigationCommand,
  type InvestigationEvent,
  investigation,
} from './investigation.ts'
import {
  after,
  allegation,
  asCrime,
  begin,
  decline,
  giveUp,
  on,
  record,
  refused,
  soon,
  tell,
  throughJson,
} from './example.ts'

const recordOf = (change: Partial<Allegation>): InvestigationCommand => ({
  type: 'RecordAllegation',
  id: 'one',
  ...soon,
  allegation: { ...allegation, ...change },
})
const asNoCrime: InvestigationCommand = { type: 'RecordAsNoCrime', reason: 'The bicycle was found in a shed', ...soon }
const dutyOf = (state: Investigation | null) => investigation.rows(state)['duty']?.[0]

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
  const { duty, duty_history } = investigation.rows(
    after(record, asCrime(), decline, tell('tell-victim-1'), giveUp('tell-victim-2'), asNoCrime),
  )
  const rows = JSON.stringify([duty, duty_history])
  for (const words of ['bicycle', 'Bletchley', 'person-', 'in a shed', 'line of inquiry', 'Asked not', 'telephone']) {
    assert.ok(!rows.includes(words), words)
  }
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
    at: soon.at,
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
    at: soon.at,
  })
  assert.deepEqual(
    declined?.notices.map(({ key, person }) => [key, person]),
    [
      ['tell-victim-1', 'person-1'],
      ['tell-victim-2', 'person-2'],
    ],
  )
  assert.ok(after(record, asCrime(), decline, begin)?.decision?.investigate)
})

test('the same decision for the same reason is not recorded twice', () => {
  for (const command of [asCrime(), asNoCrime, begin, decline]) {
    assert.throws(() => after(record, command, command), refused('decided-so-already'))
  }
})

test('what is being investigated is not recorded as no crime', () => {
  assert.throws(() => after(record, asCrime(), begin, asNoCrime), refused('being-investigated'))
  assert.ok(after(record, asCrime(), begin, decline, asNoCrime)?.crime?.recorded === false)
})

test('a person is a victim once in a case', () => {
  const twice = { person: 'person-1', enhancedBy: [] }
  assert.throws(() => after(recordOf({ victims: [twice, twice] })), refused('victim-twice'))
})

test('the state says what happens next', () => {
  const told = [tell('tell-victim-1'), giveUp('tell-victim-2')]
  for (const [given, state] of [
    [[record], 'to-record'],
    [[record, begin], 'to-record'],
    [[record, asNoCrime], 'no-crime'],
    [[record, asCrime()], 'to-decide'],
    [[record, asCrime(), begin], 'investigating'],
    [[record, asCrime(), decline], 'to-tell'],
    [[record, asCrime(), decline, asNoCrime], 'to-tell'],
    [[record, asCrime(), decline, ...told], 'not-investigated'],
  ] as const) {
    assert.equal(investigation.rows(after(...given))['case_summary']?.[0]?.['state'], state)
  }
})

test('the record says what happened in the order it did, with the reasons', () => {
  const rows = investigation.rows(after(record, asCrime(), decline, tell('tell-victim-1'), giveUp('tell-victim-2')))
  assert.deepEqual(
    rows['case_happening']?.map((row) => row['event']),
    [
      'Allegation recorded',
      'Recorded as a crime',
      'Decided not to investigate',
      'Victim 1 told of the decision',
      'Victim 2 not told of the decision',
    ],
  )
})

const commands = fc.constantFrom(
  record,
  asCrime(),
  asNoCrime,
  begin,
  decline,
  recordOf({ what: '' }),
  ...['tell-victim-1', 'tell-victim-2', 'tell-victim-3'].flatMap((key) => [tell(key), giveUp(key)]),
)

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
