import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { fold } from '../../platform/record/decider.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { type ImportOutcomes, type OutcomesImported, type WithdrawOutcomes, outcomeMonth } from './outcome-month.ts'

const at = '2016-11-02T09:30:00.000Z'
const later = '2016-12-02T09:30:00.000Z'
const source = {
  contentSha256: 'c'.repeat(64),
  contentBytes: 100,
  dataset: 'cps-outcomes',
  period: '2016-09',
  fileName: 'september_2016.csv',
  fileSha256: 'c'.repeat(64),
  fileBytes: 100,
  rows: 43,
  licence: 'OGL-UK-3.0',
}
const figures = [
  {
    area: 'national',
    line: 2,
    convictions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    unsuccessful: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13],
  },
]
const importing = (figuresSha256: string, more: Partial<ImportOutcomes> = {}): ImportOutcomes => ({
  type: 'ImportOutcomes',
  month: parseLocalMonth('2016-09'),
  figures,
  figuresSha256,
  source,
  reinstate: false,
  at,
  ...more,
})
const imported = (revision: number, figuresSha256: string): OutcomesImported => {
  const { reinstate: _, ...facts } = importing(figuresSha256)
  return { ...facts, type: 'OutcomesImported', revision }
}
const after = (...events: Parameters<typeof outcomeMonth.evolve>[1][]) =>
  fold(outcomeMonth, outcomeMonth.initial, events)

test('the first figures of a month are revision 1, other figures the next', () => {
  assert.deepEqual(outcomeMonth.decide(importing('a'), null), [imported(1, 'a')])
  assert.deepEqual(outcomeMonth.decide(importing('b'), after(imported(1, 'a'))), [imported(2, 'b')])
})

test('the same figures change nothing, even when a later revision replaced them', () => {
  assert.deepEqual(outcomeMonth.decide(importing('a'), after(imported(1, 'a'))), [])
  assert.deepEqual(outcomeMonth.decide(importing('a'), after(imported(1, 'a'), imported(2, 'b'))), [])
})

test('replaced figures are in force again only when that is asked for', () => {
  const replaced = after(imported(1, 'a'), imported(2, 'b'))
  const again = importing('a', { reinstate: true, at: later })
  const events = outcomeMonth.decide(again, replaced)
  assert.deepEqual(events, [{ type: 'RevisionReinstated', revision: 1, at: later }])
  const state = after(imported(1, 'a'), imported(2, 'b'), ...events)
  assert.equal(state?.current, 1)
  assert.deepEqual(
    outcomeMonth.rows(state)['outcome_revision']?.map((row) => [row['revision'], row['current']]),
    [
      [1, true],
      [2, false],
    ],
  )
  assert.deepEqual(outcomeMonth.decide(again, state), [])
})

const withdrawing = (more: Partial<WithdrawOutcomes> = {}): WithdrawOutcomes => ({
  type: 'WithdrawOutcomes',
  month: parseLocalMonth('2016-09'),
  revision: null,
  reason: ' The table is that of October ',
  at: later,
  ...more,
})
const reason = 'The table is that of October'
const inForce = (state: ReturnType<typeof after>) => [
  state?.current,
  ...(outcomeMonth.rows(state)['outcome_revision'] ?? []).map((row) => row['current']),
]

test('the revision in force is withdrawn with a reason, and the latest that was not withdrawn is in force again', () => {
  const both = [imported(1, 'a'), imported(2, 'b')]
  const events = outcomeMonth.decide(withdrawing(), after(...both))
  assert.deepEqual(events, [{ type: 'RevisionWithdrawn', revision: 2, reason, at: later }])
  assert.deepEqual(inForce(after(...both, ...events)), [1, true, false])
  const none = after(...both, ...events, ...outcomeMonth.decide(withdrawing(), after(...both, ...events)))
  assert.deepEqual(inForce(none), [null, false, false])
  assert.equal(outcomeMonth.rows(none)['outcome_revision']?.[0]?.['withdrawn_reason'], reason)
  assert.throws(() => outcomeMonth.decide(withdrawing(), none), { code: 'outcomes.nothing-to-withdraw' })
})

test('an earlier revision can be withdrawn by its number, once, and what is in force stays so', () => {
  const both = [imported(1, 'a'), imported(2, 'b')]
  const events = outcomeMonth.decide(withdrawing({ revision: 1 }), after(...both))
  assert.deepEqual(inForce(after(...both, ...events)), [2, false, true])
  assert.deepEqual(outcomeMonth.decide(withdrawing({ revision: 1 }), after(...both, ...events)), [])
  assert.throws(() => outcomeMonth.decide(withdrawing({ revision: 3 }), after(...both)), {
    code: 'outcomes.nothing-to-withdraw',
  })
})

test('nothing is withdrawn without a reason, and nothing where nothing is', () => {
  assert.throws(() => outcomeMonth.decide(withdrawing({ reason: ' ' }), after(imported(1, 'a'))), {
    code: 'outcomes.reason-missing',
  })
  assert.throws(() => outcomeMonth.decide(withdrawing(), null), { code: 'outcomes.nothing-to-withdraw' })
})

test('withdrawn figures come back only when that is asked for, and claim their month again', () => {
  const state = after(imported(1, 'a'), { type: 'RevisionWithdrawn', revision: 1, reason, at: later })
  assert.deepEqual(outcomeMonth.decide(importing('a'), state), [])
  const [event] = outcomeMonth.decide(importing('a', { reinstate: true }), state)
  assert.ok(event)
  const again = outcomeMonth.evolve(state, event)
  assert.deepEqual(inForce(again), [1, true])
  assert.deepEqual(
    outcomeMonth.react?.(event, again, '2016-09').map(({ command }) => command.type),
    ['ClaimFigures', 'ClaimSource'],
  )
})

test('a month that is not over yet in London is refused', () => {
  const refuses = (moment: string) =>
    assert.throws(() => outcomeMonth.decide(importing('a', { at: moment }), null), { code: 'outcomes.month-not-over' })
  refuses('2016-08-01T12:00:00.000Z')
  refuses('2016-09-30T22:59:59.999Z')
  assert.equal(outcomeMonth.decide(importing('a', { at: '2016-09-30T23:00:00.000Z' }), null).length, 1)
})

test('a month stands behind thirteen counts for each row of each revision, with the line they are from', () => {
  const rows = outcomeMonth.rows(after(imported(1, 'a'), imported(2, 'b')))
  assert.equal(rows['outcome_count']?.length, 26)
  assert.deepEqual(rows['outcome_count']?.at(12), {
    month: '2016-09',
    revision: 1,
    area: 'national',
    category: 'admin',
    convictions: 0,
    unsuccessful: 13,
    line: 2,
  })
})

test('withdrawn figures are free for another month, and only the month that has them can withdraw them', () => {
  const withdraw = (month: string, held: string | null) =>
    outcomeFigures.decide({ type: 'WithdrawFigures', month }, held)
  const [event] = withdraw('2016-09', '2016-09')
  assert.ok(event)
  const free = outcomeFigures.evolve('2016-09', event)
  assert.deepEqual(outcomeFigures.decide({ type: 'ClaimFigures', month: '2016-10' }, free), [
    { type: 'FiguresClaimed', month: '2016-10' },
  ])
  assert.deepEqual(withdraw('2016-10', '2016-09'), [])
  assert.deepEqual(withdraw('2016-09', null), [])
})

test('figures belong to one month, and the refusal names it', () => {
  assert.deepEqual(outcomeFigures.decide({ type: 'ClaimFigures', month: '2016-09' }, '2016-09'), [])
  assert.throws(() => outcomeFigures.decide({ type: 'ClaimFigures', month: '2016-10' }, '2016-09'), {
    code: 'outcomes.other-month',
    message: /those of 2016-09, so they cannot also be those of 2016-10/,
  })
})
