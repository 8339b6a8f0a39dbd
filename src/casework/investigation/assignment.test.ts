import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { Assignment } from './assignment.ts'
import { after, record, refused, rowsIn, soon } from './example.ts'
import type { InvestigationCommand } from './investigation.ts'

const urn = (text: string, reason = ''): InvestigationCommand => ({ type: 'GiveUrn', urn: text, reason, ...soon })
const assign = (change: Partial<Assignment>, reason = ''): InvestigationCommand => ({
  type: 'AssignCase',
  unit: 'investigations',
  dealtWithBy: 'Investigations, Thames Valley Police',
  officer: 'ash',
  supervisor: 'birch',
  reason,
  ...change,
  ...soon,
})

test('with its URN the case is called by it, in its duties, too', () => {
  const state = after(record, urn('43AA1234526'))
  assert.equal(rowsIn(state, 'case_summary')[0]?.['urn'], '43AA1234526')
  assert.equal(rowsIn(state, 'duty')[0]?.['about_text'], 'Case 43AA1234526')
})

test('police give a URN in full; a placeholder, a short one or one with spaces is none', () => {
  for (const wrong of ['', '43AA12345', '00PP1234526', '43AA 1234526', '43aa1234526', 'XXAA1234526']) {
    assert.throws(() => after(record, urn(wrong)), refused('not-a-urn'), wrong)
  }
})

test('the first URN needs no reason, a corrected one does, and the timeline keeps the first', () => {
  assert.throws(() => after(record, urn('43AA1234526'), urn('43AA1234527')), refused('reason-missing'))
  assert.throws(() => after(record, urn('43AA1234526'), urn('43AA1234526', 'Again')), refused('nothing-changed'))
  const state = after(record, urn('43AA1234526'), urn('43AA1234527', 'Two figures were changed about'))
  assert.deepEqual(rowsIn(state, 'case_happening').at(-1)?.['detail'], [
    ['URN', '43AA1234527'],
    ['Until then', '43AA1234526'],
    ['Reason', 'Two figures were changed about'],
  ])
})

test('the duties of a case with an officer are theirs; a line of inquiry is theirs who was named for it', () => {
  const line: InvestigationCommand = {
    type: 'AddLine',
    what: 'CCTV',
    direction: 'both',
    who: 'cedar',
    dueOn: parseLocalDate('2026-10-30'),
    ...soon,
  }
  const state = after(record, assign({}), line)
  assert.deepEqual(
    rowsIn(state, 'duty').map((row) => row['owed_by_account']),
    ['ash', 'cedar'],
  )
})

test('the first officer needs no reason; another officer or another unit does', () => {
  assert.ok(after(record, assign({})))
  assert.throws(() => after(record, assign({}), assign({ officer: 'cedar' })), refused('reason-missing'))
  const elsewhere = { unit: 'criminal-justice', dealtWithBy: 'Criminal Justice, Thames Valley Police' }
  assert.throws(() => after(record, assign(elsewhere)), refused('reason-missing'))
  const [summary] = rowsIn(after(record, assign(elsewhere, 'It belongs there')), 'case_summary')
  assert.deepEqual(
    [summary?.['unit'], summary?.['dealt_with_by'], summary?.['officer'], summary?.['supervisor']],
    ['criminal-justice', 'Criminal Justice, Thames Valley Police', 'ash', 'birch'],
  )
})

test('nobody supervises themselves, and an assignment changes something', () => {
  assert.throws(() => after(record, assign({ supervisor: 'ash' })), refused('supervises-themselves'))
  assert.throws(() => after(record, assign({}), assign({})), refused('nothing-changed'))
})

test('an operation is named and its name taken away again', () => {
  const name = (operation: string | null): InvestigationCommand => ({ type: 'NameOperation', operation, ...soon })
  assert.equal(after(record, name(' Larch '))?.operation, 'Larch')
  assert.equal(after(record, name('Larch'), name(null))?.operation, null)
  assert.equal(after(record, name('Larch'), name('Larch'))?.happenings.length, 2)
  assert.throws(() => after(record, name('x'.repeat(61))), refused('too-long'))
})
