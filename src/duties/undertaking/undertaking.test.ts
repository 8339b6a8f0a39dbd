import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseInstant, startOfDay, toLocalDate } from '../../calendar/instant.ts'
import { addDays, parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  acted,
  after,
  byNewYear,
  dutyOf,
  historyOf,
  holidays,
  promised,
  tenWorkingDays,
  throughJson,
  undertake,
} from './example.ts'
import { type Undertaking, type UndertakingCommand, type UndertakingEvent, undertaking } from './undertaking.ts'

const refused = (code: string) => ({ name: 'Refusal', code })

const on = (day: string) => ({ at: parseInstant(`${day}T10:00:00.000Z`), by: 'planner' })
const met = (day: string, at = day): UndertakingCommand => ({
  type: 'MeetDuty',
  on: parseLocalDate(day),
  how: 'Sent by email',
  ...on(at),
})
const waived: UndertakingCommand = { type: 'WaiveDuty', reason: 'The panel was dissolved', ...on('2026-12-21') }
const reopened: UndertakingCommand = { type: 'ReopenDuty', reason: 'Marked by mistake', ...on('2026-12-22') }

test('ten working days from Friday 18 December 2026 end on Wednesday 6 January 2027', () => {
  const duty = dutyOf(after(undertake))
  assert.deepEqual(
    [duty?.['started_on'], duty?.['due_on'], duty?.['due_at']],
    ['2026-12-18', '2027-01-06', '2027-01-06T23:59:59.999Z'],
  )
})

test('a count of working days is unconfirmed even when its source was read; a fixed date is as sure as its source', () => {
  const confidence = (state: Undertaking | null) => state?.terms.authority.confidence
  assert.equal(confidence(after(undertake)), 'unconfirmed')
  assert.equal(
    confidence(after({ ...undertake, type: 'Undertake', id: 'one', promised, basis: byNewYear })),
    'confirmed',
  )
})

test('a duty without words for what, who, whom or its source is refused', () => {
  const blank = { ...promised, what: '  ' }
  assert.throws(
    () => after({ ...undertake, type: 'Undertake', id: 'one', promised: blank, basis: byNewYear }),
    refused('duties.words-missing'),
  )
})

test('a duty due the day before its clock starts is refused; on that day it is not', () => {
  const due = (day: string): UndertakingCommand => ({
    type: 'Undertake',
    id: 'one',
    promised,
    basis: { kind: 'fixed-date', dueOn: parseLocalDate(day) },
    ...acted,
  })
  assert.throws(() => after(due('2026-12-17')), refused('duties.due-before-start'))
  assert.equal(dutyOf(after(due('2026-12-18')))?.['due_on'], '2026-12-18')
})

test('no working days, half a day and more than a thousand are refused', () => {
  for (const workingDays of [0, 0.5, 1001]) {
    const basis = { kind: 'working-days', workingDays, holidays } as const
    const command: UndertakingCommand = { type: 'Undertake', id: 'one', promised, basis, ...acted }
    assert.throws(() => after(command), refused('duties.days-out-of-range'))
  }
})

test('a link that leads away from this site is refused', () => {
  for (const path of ['https://example.com/', '//example.com/', 'javascript:alert(1)', '/\\example.com']) {
    const about = { text: 'The plan', path }
    const command: UndertakingCommand = {
      type: 'Undertake',
      id: 'one',
      promised: { ...promised, about },
      basis: byNewYear,
      ...acted,
    }
    assert.throws(() => after(command), refused('duties.path-not-ours'))
  }
})

test('a duty is met on the day that starts its clock, but not before, and not on a day that has not come', () => {
  assert.equal(dutyOf(after(undertake, met('2026-12-18')))?.['met_at'], '2026-12-18T10:00:00.000Z')
  assert.throws(() => after(undertake, met('2026-12-17', '2026-12-18')), refused('duties.met-before-start'))
  assert.throws(() => after(undertake, met('2026-12-19', '2026-12-18')), refused('duties.met-in-future'))
})

test('a duty met on its due day and written down later is in time', () => {
  const duty = dutyOf(after(undertake, met('2027-01-06', '2027-01-20')))
  assert.equal(duty?.['met_at'], duty?.['due_at'])
})

test('a duty is met or waived once, until it is opened again with a reason', () => {
  assert.throws(() => after(undertake, met('2026-12-21'), met('2026-12-21')), refused('duties.already-met'))
  assert.throws(() => after(undertake, met('2026-12-21'), waived), refused('duties.already-met'))
  assert.throws(() => after(undertake, waived, met('2026-12-21')), refused('duties.already-waived'))
  assert.throws(() => after(undertake, reopened), refused('duties.still-open'))
  assert.equal(dutyOf(after(undertake, met('2026-12-21'), reopened))?.['met_at'], null)
  assert.equal(dutyOf(after(undertake, waived, reopened, waived))?.['waived_reason'], 'The panel was dissolved')
})

test('waiving, correcting and opening again without a reason are refused', () => {
  const reason = ' '
  assert.throws(() => after(undertake, { type: 'WaiveDuty', reason, ...acted }), refused('duties.reason-missing'))
  assert.throws(
    () => after(undertake, waived, { type: 'ReopenDuty', reason, ...acted }),
    refused('duties.reason-missing'),
  )
  const correction: UndertakingCommand = { type: 'CorrectDuty', promised, basis: byNewYear, reason, ...acted }
  assert.throws(() => after(undertake, correction), refused('duties.reason-missing'))
})

test('a correction works the date out again, and the old date stays in the history with its working', () => {
  const correction: UndertakingCommand = {
    type: 'CorrectDuty',
    promised,
    basis: byNewYear,
    reason: 'The minutes say so',
    ...acted,
  }
  const state = after(undertake, correction)
  assert.equal(dutyOf(state)?.['due_on'], '2026-12-31')
  const detail = JSON.stringify(historyOf(state)[1]?.['detail'])
  assert.match(detail, /^"The minutes say so\\nWas due Wednesday 6 January 2027 \(day 0 = Friday 18 December 2026;/)
  assert.match(detail, /Now due Thursday 31 December 2026\."$/)
})

test('a correction that changes nothing is refused', () => {
  const correction: UndertakingCommand = {
    type: 'CorrectDuty',
    promised,
    basis: tenWorkingDays,
    reason: 'No reason',
    ...acted,
  }
  assert.throws(() => after(undertake, correction), refused('duties.nothing-corrected'))
})

test('a correction may not put the start after the day on which the duty was met', () => {
  const later = { ...promised, startedOn: parseLocalDate('2026-12-22') }
  const correction: UndertakingCommand = {
    type: 'CorrectDuty',
    promised: later,
    basis: tenWorkingDays,
    reason: 'Received later',
    ...acted,
  }
  assert.throws(() => after(undertake, met('2026-12-21'), correction), refused('duties.start-after-met'))
})

const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays(parseLocalDate('2026-06-01'), days))
const words = fc.constantFrom('', ' ', 'Send the plan', 'Send it again', 'x'.repeat(501))
const anyPromised = fc
  .record({ what: words, startedOn: day, public: fc.boolean() })
  .map((some) => ({ ...promised, ...some }))
const basis = fc.oneof(
  fc.record({ kind: fc.constant('fixed-date' as const), dueOn: day }),
  fc.record({
    kind: fc.constant('working-days' as const),
    workingDays: fc.integer({ min: -1, max: 300 }),
    holidays: fc.constant(holidays),
  }),
)
const act = day.map((date) => ({ at: startOfDay(date), by: 'planner' }))
const command: fc.Arbitrary<UndertakingCommand> = fc
  .tuple(
    act,
    anyPromised,
    basis,
    words,
    day,
    fc.constantFrom('Undertake', 'CorrectDuty', 'AssignDuty', 'MeetDuty', 'WaiveDuty', 'ReopenDuty'),
    fc.constantFrom({}, { seen: 1 }, { seen: 3 }),
  )
  .map(([act, promised, basis, reason, on, type, seen]) => {
    const to = { name: reason, colleague: { account: 'robin', agency: 'thames-valley-police' } }
    const all = { ...act, ...seen, promised, basis, reason, how: reason, on, to, id: 'one' }
    return { ...all, type }
  })

test('whatever is commanded, only refusals are thrown, and rows depend on the state alone', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let state: Undertaking | null = null
      const events: UndertakingEvent[] = []
      for (const command of commands) {
        try {
          const decided: readonly UndertakingEvent[] = throughJson(undertaking.decide(command, state))
          events.push(...decided)
          state = fold(undertaking, state, decided)
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error))
        }
      }
      const again = fold(undertaking, null, events)
      assert.deepEqual(undertaking.rows(again), undertaking.rows(state))
      checkSense(state)
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

function checkSense(state: Undertaking | null): void {
  if (!state) return
  const { terms, metAt, waived } = state
  assert.ok(terms.startedOn <= terms.dueOn)
  assert.ok(!(metAt && waived))
  if (metAt) assert.ok(toLocalDate(metAt) >= terms.startedOn)
}
