import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { after, on, record, refused, rowsIn, soon } from './example.ts'
import type { InvestigationCommand } from './investigation.ts'

const plan = (...objectives: readonly string[]): InvestigationCommand => ({
  type: 'WritePlan',
  objectives,
  strategy: 'CCTV first',
  ...soon,
})
const add = (dueOn: string | null = '2026-10-30'): InvestigationCommand => ({
  type: 'AddLine',
  what: 'CCTV of the forecourt',
  direction: 'towards',
  who: null,
  dueOn: dueOn === null ? null : parseLocalDate(dueOn),
  ...soon,
})
const change = (number: number, dueOn: string, moment = '2026-10-29T10:00:00.000Z'): InvestigationCommand => ({
  type: 'ChangeLine',
  number,
  what: 'CCTV of the forecourt',
  direction: 'towards',
  who: null,
  dueOn: parseLocalDate(dueOn),
  reason: 'The owner is away until then',
  ...on(moment),
})
const close = (number: number, outcome: 'pursued' | 'not-pursued' = 'pursued'): InvestigationCommand => ({
  type: 'CloseLine',
  number,
  outcome,
  words: 'The camera was not working',
  ...on('2026-10-31T10:00:00.000Z'),
})
const reopen = (number: number): InvestigationCommand => ({
  type: 'ReopenLine',
  number,
  reason: 'Another camera',
  ...soon,
})
const lineDuty = (...commands: readonly InvestigationCommand[]) => rowsIn(after(record, ...commands), 'duty')[1]

test('every version of the plan is kept, its blank lines left out', () => {
  const state = after(record, plan('Find who took it', ' '), plan('Find who took it', 'Find the bicycle'))
  assert.deepEqual(
    rowsIn(state, 'case_plan').map(({ number, objectives }) => [number, objectives]),
    [
      [1, ['Find who took it']],
      [2, ['Find who took it', 'Find the bicycle']],
    ],
  )
})

test('a plan has an objective and a strategy, and another version differs', () => {
  assert.throws(() => after(record, plan(' ')), refused('objective-missing'))
  assert.throws(
    () => after(record, { ...plan('One'), strategy: ' ' } as InvestigationCommand),
    refused('strategy-missing'),
  )
  assert.throws(() => after(record, plan('One'), plan('One')), refused('nothing-changed'))
  assert.ok(after(record, plan(...Array.from({ length: 20 }, String))))
  assert.throws(() => after(record, plan(...Array.from({ length: 21 }, String))), refused('too-many-objectives'))
})

test('a line with a day is a duty until its end; its words stay on the case', () => {
  const duty = lineDuty(add())
  assert.deepEqual(
    [duty?.['what'], duty?.['due_at'], duty?.['rule'], duty?.['met_at']],
    ['Pursue line of inquiry 1', '2026-10-30T23:59:59.999Z', 'investigation.line-of-inquiry', null],
  )
  const all = JSON.stringify([duty, rowsIn(after(record, add(), change(1, '2026-11-02'), close(1)), 'duty_history')])
  assert.doesNotMatch(all, /CCTV|camera|owner/)
})

test('a line without a day is no duty', () => {
  assert.equal(lineDuty(add(null)), undefined)
  assert.equal(rowsIn(after(record, add(null)), 'case_line').length, 1)
})

test('a line may be due today and not yesterday; a day that stays may have passed', () => {
  assert.ok(after(record, add('2026-10-24')))
  assert.throws(() => after(record, add('2026-10-23')), refused('line-due-in-past'))
  const other = { ...change(1, '2026-10-30', '2026-11-20T10:00:00.000Z'), what: 'CCTV of both exits' }
  assert.ok(after(record, add(), other))
})

test('another day is worked out anew, with the reason on the timeline and the day before', () => {
  const state = after(record, add(), change(1, '2026-11-06'))
  assert.equal(rowsIn(state, 'duty')[1]?.['due_on'], '2026-11-06')
  assert.equal(rowsIn(state, 'duty_history').at(-1)?.['detail'], 'Until then Friday 30 October 2026')
  assert.deepEqual(rowsIn(state, 'case_happening').at(-1)?.['detail'], [
    ['Day until then', 'Friday 30 October 2026'],
    ['Reason', 'The owner is away until then'],
  ])
  assert.throws(() => after(record, add(), change(1, '2026-10-30')), refused('nothing-changed'))
  assert.throws(() => after(record, change(2, '2026-11-06')), refused('no-such-line'))
})

test('pursued meets the duty, late or not; not pursued waives it with the reason on the case', () => {
  assert.equal(lineDuty(add(), close(1))?.['met_at'], '2026-10-31T10:00:00.000Z')
  const waived = lineDuty(add(), close(1, 'not-pursued'))
  assert.deepEqual(
    [waived?.['met_at'], waived?.['waived_at'], waived?.['waived_reason']],
    [null, '2026-10-31T10:00:00.000Z', 'The reason stands on the case.'],
  )
})

test('what is done with is opened again before it is changed or closed again', () => {
  assert.throws(() => after(record, add(), close(1), close(1)), refused('line-closed'))
  assert.throws(() => after(record, add(), close(1), change(1, '2026-11-06')), refused('line-closed'))
  assert.throws(() => after(record, add(), reopen(1)), refused('line-open'))
  assert.equal(lineDuty(add(), close(1), reopen(1))?.['met_at'], null)
  assert.throws(
    () => after(record, add(), { ...close(1), words: ' ' } as InvestigationCommand),
    refused('outcome-missing'),
  )
})

test('a decision not to investigate ends what its lines owe, and lets none be added; the lines stay open', () => {
  const decline: InvestigationCommand = {
    type: 'DecideNotToInvestigate',
    reason: 'Nothing is left',
    holidays: keptHolidays(),
    ...on('2026-10-27T10:00:00.000Z'),
  }
  const begin: InvestigationCommand = { type: 'DecideToInvestigate', how: 'CCTV', reason: 'It was found', ...soon }
  const lineOf = (...commands: readonly InvestigationCommand[]) =>
    rowsIn(after(record, ...commands), 'duty').find(({ key }) => key === 'line-1')
  assert.equal(lineOf(add(), decline)?.['waived_at'], '2026-10-27T10:00:00.000Z')
  assert.equal(lineOf(add(), decline, begin)?.['waived_at'], null)
  assert.throws(() => after(record, decline, add()), refused('not-investigated'))
})
