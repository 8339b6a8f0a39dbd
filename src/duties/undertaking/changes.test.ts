import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidaysOf } from '../../calendar/bank-holidays.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { acted, after, byNewYear, dutyOf, historyOf, holidays, promised, tenWorkingDays, undertake } from './example.ts'
import type { Assignee, BasisWithFacts, Promised, UndertakingCommand } from './undertaking.ts'

// What changes a duty that stands: whom it is assigned to, what is published, and what somebody else did meanwhile.

const refused = (code: string) => ({ name: 'Refusal', code })
const colleague = { account: 'robin', agency: 'thames-valley-police' }
const assign = (to: Partial<Assignee> = {}, seen?: number): UndertakingCommand => ({
  type: 'AssignDuty',
  to: { name: 'Witness Care', unit: 'witness-care', ...to },
  ...(seen !== undefined && { seen }),
  ...acted,
})
const correct = (
  some: Partial<Promised> = {},
  basis: BasisWithFacts = byNewYear,
  seen?: number,
): UndertakingCommand => ({
  type: 'CorrectDuty',
  promised: { ...promised, ...some },
  basis,
  reason: 'The minutes say so',
  ...(seen !== undefined && { seen }),
  ...acted,
})
const met: UndertakingCommand = { type: 'MeetDuty', on: parseLocalDate('2026-12-18'), how: 'Sent', seen: 1, ...acted }
const waive: UndertakingCommand = { type: 'WaiveDuty', reason: 'No longer wanted', seen: 1, ...acted }

test('a duty is assigned to a unit, or to a colleague of the agency that owes it', () => {
  const assigned = dutyOf(after(undertake, assign({ colleague })))
  assert.deepEqual(
    [
      assigned?.['owed_by_agency'],
      assigned?.['owed_by_unit'],
      assigned?.['owed_by_account'],
      assigned?.['owed_by_name'],
    ],
    ['thames-valley-police', 'witness-care', 'robin', 'Witness Care'],
  )
  assert.equal(dutyOf(after(undertake, assign({ colleague }), assign()))?.['owed_by_account'], null)
})

test('a duty is not assigned to another agency’s person, twice alike, or once it is met or waived', () => {
  const other = { account: 'sam', agency: 'cps' }
  assert.throws(() => after(undertake, assign({ colleague: other })), refused('duties.not-a-colleague'))
  assert.throws(() => after(undertake, assign(), assign()), refused('duties.assigned-already'))
  assert.throws(() => after(undertake, assign({ name: ' ' })), refused('duties.words-missing'))
  assert.throws(() => after(undertake, met, assign()), refused('duties.already-met'))
  assert.throws(() => after(undertake, waive, assign()), refused('duties.already-waived'))
})

test('a history says to which unit a duty went, and never to whom', () => {
  const history = historyOf(after(undertake, assign({ colleague })))
  assert.equal(history.at(-1)?.['detail'], 'To a colleague in Witness Care.')
  assert.ok(!JSON.stringify(history).includes('robin'))
})

test('whoever acts on a duty that somebody changed meanwhile is refused, whatever they do', () => {
  const reopen: UndertakingCommand = { type: 'ReopenDuty', reason: 'By mistake', seen: 1, ...acted }
  for (const late of [correct({}, tenWorkingDays, 1), assign({ unit: 'planning' }, 1), met, waive]) {
    assert.throws(() => after(undertake, assign(), late), refused('duties.changed-meanwhile'), late.type)
  }
  assert.throws(() => after(undertake, assign(), { ...met, seen: 2 }, reopen), refused('duties.changed-meanwhile'))
})

test('who saw all that happened may act, and so may a program that reads nothing first', () => {
  assert.ok(dutyOf(after(undertake, assign(), { ...met, seen: 2 }))?.['met_at'])
  assert.equal(dutyOf(after(undertake, assign(), correct()))?.['due_on'], '2026-12-31')
})

test('the second of two who mark a duty as met is told that it was met, not only that something changed', () => {
  assert.throws(() => after(undertake, met, met), refused('duties.already-met'))
})

const publish: UndertakingCommand = {
  type: 'Undertake',
  id: 'one',
  promised: { ...promised, public: true },
  basis: tenWorkingDays,
  ...acted,
}

test('a promise that was published stays published', () => {
  assert.throws(() => after(publish, correct({ public: false })), refused('duties.stays-published'))
  assert.equal(dutyOf(after(undertake, correct({ public: true })))?.['public'], true)
})

test('a published date that is corrected stays readable with the reason; one that nobody could read does not', () => {
  assert.deepEqual(dutyOf(after(publish, correct({ public: true })))?.['earlier_dates'], [
    { dueOn: '2027-01-06', correctedAt: acted.at, reason: 'The minutes say so' },
  ])
  assert.deepEqual(
    dutyOf(after(publish, correct({ public: true, what: 'Send it' }, tenWorkingDays)))?.['earlier_dates'],
    [],
  )
  assert.deepEqual(dutyOf(after(undertake, correct({ public: true })))?.['earlier_dates'], [])
})

const board = { by: 'the board', on: parseLocalDate('2026-11-02') }
const decided = { startingDay: 'day-1', source: 'Minutes', confidence: 'confirmed', decided: board } as const
const byDecision = bankHolidaysOf(holidays.knownOn, [...holidays.days.values()], decided)

test('words are corrected without moving a date by a later decision; another count is worked out by it', () => {
  const again = (workingDays: number): UndertakingCommand =>
    correct({ what: 'Send it' }, { kind: 'working-days', workingDays, holidays: byDecision })
  const worded = after(undertake, again(10))
  assert.deepEqual([dutyOf(worded)?.['what'], dutyOf(worded)?.['due_on']], ['Send it', '2027-01-06'])
  assert.equal(worded?.terms.working.counting?.startingDay, 'day-0')
  assert.equal(dutyOf(after(undertake, again(9)))?.['due_on'], '2027-01-04')
})

test('a date is worked out as the area decided when it was written down, and a later decision leaves it', () => {
  const first = after({ ...publish, basis: { ...tenWorkingDays, holidays: byDecision } })
  assert.equal(dutyOf(first)?.['due_on'], '2027-01-05')
  assert.deepEqual(first?.terms.working.counting, decided)
  assert.equal(first?.terms.authority.confidence, 'confirmed')
  assert.equal(dutyOf(after(publish))?.['due_on'], '2027-01-06')
})
