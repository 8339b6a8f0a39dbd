import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, on, record, refused, rowsIn, soon } from './example.ts'
import type { InvestigationCommand } from './investigation.ts'

const police = 'thames-valley-police'
const cps = 'cps-thames-and-chiltern'
const restrict = (accounts: readonly string[], by = 'birch', agency = police): InvestigationCommand => ({
  type: 'RestrictCase',
  agency,
  accounts,
  reason: 'The suspect is said to work here',
  at: soon.at,
  by,
})
const lift = (agency: string): InvestigationCommand => ({
  type: 'LiftRestriction',
  agency,
  reason: 'It is over',
  ...soon,
})
const share: InvestigationCommand = { type: 'ShareCase', agency: cps, why: 'Referred', ...soon }
const assign: InvestigationCommand = {
  type: 'AssignCase',
  unit: 'investigations',
  dealtWithBy: 'Investigations, Thames Valley Police',
  officer: 'ash',
  supervisor: null,
  reason: '',
  ...soon,
}
const readersOf = (...commands: readonly InvestigationCommand[]) => {
  const [row] = rowsIn(after(record, ...commands), 'case_summary')
  return { people: row?.['restricted_to'], agencies: row?.['restricted_agencies'], by: row?.['restricted_by'] }
}

test('a restricted case names who reads it, in order and once', () => {
  assert.deepEqual(readersOf(), { people: null, agencies: null, by: null })
  assert.deepEqual(readersOf(restrict(['cedar', 'birch', 'cedar'])), {
    people: ['birch', 'cedar'],
    agencies: [police],
    by: police,
  })
})

test('whoever restricts a case is among those who read it', () => {
  assert.throws(() => after(record, restrict(['cedar'])), refused('shuts-themselves-out'))
  assert.throws(() => after(record, restrict([])), refused('shuts-themselves-out'))
  assert.throws(() => after(record, restrict(['birch', ' '])), refused('nobody-named'))
})

test('the officer in the case is not shut out, and nobody is made officer who is', () => {
  assert.throws(() => after(record, assign, restrict(['birch'])), refused('responsible-shut-out'))
  assert.ok(after(record, assign, restrict(['birch', 'ash'])))
  assert.throws(() => after(record, restrict(['birch']), assign), refused('officer-not-named'))
  const line: InvestigationCommand = {
    type: 'AddLine',
    what: 'CCTV',
    direction: 'away',
    who: 'ash',
    dueOn: null,
    ...soon,
  }
  assert.throws(() => after(record, restrict(['birch']), line), refused('line-officer-not-named'))
  assert.throws(() => after(record, line, restrict(['birch'])), refused('responsible-shut-out'))
})

test('each agency on the case names its own people and leaves those of the other', () => {
  const own = restrict(['rowan'], 'rowan', cps)
  assert.throws(() => after(record, restrict(['birch']), own), refused('not-on-the-case'))
  assert.deepEqual(readersOf(share, restrict(['birch']), own), {
    people: ['birch', 'rowan'],
    agencies: [police, cps],
    by: police,
  })
  assert.deepEqual(readersOf(share, restrict(['birch']), own, restrict(['birch', 'cedar'])).people, [
    'rowan',
    'birch',
    'cedar',
  ])
})

test('a case that is restricted is shared all the same, once, and keeps its readers', () => {
  const state = after(record, restrict(['birch']), share, share)
  assert.deepEqual(state?.agencies, [police, cps])
  assert.deepEqual(rowsIn(state, 'case_summary')[0]?.['restricted_agencies'], [police])
})

test('sharing follows from another stream, so it refuses nothing, not even where there is no case', () => {
  assert.equal(after(share), null)
})

test('only the agency that restricted a case lifts that again, with a reason', () => {
  const both = [share, restrict(['birch']), restrict(['rowan'], 'rowan', cps)]
  assert.throws(() => after(record, ...both, lift(cps)), refused('restricted-by-another'))
  assert.throws(
    () => after(record, ...both, { ...lift(police), reason: '' } as InvestigationCommand),
    refused('reason-missing'),
  )
  assert.equal(readersOf(...both, lift(police)).people, null)
  assert.throws(() => after(record, lift(police)), refused('not-restricted'))
})

test('when all whom an agency named have left, others are named, and the restriction stands', () => {
  const anew = (left: readonly string[], accounts: readonly string[]): InvestigationCommand => ({
    type: 'NameReadersAnew',
    agency: police,
    left,
    accounts,
    reason: 'Both have left the force',
    at: soon.at,
    by: 'elm',
  })
  const given = [share, assign, restrict(['birch', 'ash']), restrict(['rowan'], 'rowan', cps)]
  assert.deepEqual(readersOf(...given, anew(['ash', 'birch'], ['oak'])), {
    people: ['rowan', 'oak'],
    agencies: [cps, police],
    by: police,
  })
  assert.throws(() => after(record, ...given, anew(['ash'], ['oak'])), refused('readers-remain'))
  assert.throws(() => after(record, ...given, anew(['ash', 'birch'], ['ash'])), refused('nobody-named'))
  assert.throws(() => after(record, share, anew([], ['oak'])), refused('not-restricted'))
  assert.deepEqual(
    rowsIn(after(record, ...given), 'case_named').map(({ agency, named }) => [agency, named]),
    [
      [police, ['ash', 'birch']],
      [cps, ['rowan']],
    ],
  )
})

test('the timeline says that a case was restricted and why, and names nobody', () => {
  const state = after(record, restrict(['birch', 'cedar']), restrict(['birch']))
  const told = rowsIn(state, 'case_happening').slice(1)
  assert.deepEqual(
    told.map(({ event }) => event),
    ['Case restricted to named people', 'Who reads the case changed'],
  )
  assert.doesNotMatch(JSON.stringify(told.map(({ detail }) => detail)), /cedar/)
  assert.throws(
    () => after(record, restrict(['birch']), { ...restrict(['birch']), ...on(soon.at), by: 'birch' }),
    refused('nothing-changed'),
  )
})
