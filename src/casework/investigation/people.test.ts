import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { after, on, record, refused, rowsIn, soon, tell } from './example.ts'
import type { Investigation, InvestigationCommand } from './investigation.ts'

const holidays = keptHolidays()
const reason = 'Came forward later'
const decline: InvestigationCommand = { type: 'DecideNotToInvestigate', reason: 'Nothing is left', holidays, ...soon }
const addVictim = (person: string, moment = '2026-10-28T10:00:00.000Z'): InvestigationCommand => ({
  type: 'AddVictim',
  person,
  enhancedBy: [],
  reason,
  holidays,
  ...on(moment),
})
const act = (type: 'TakeOutVictim' | 'TakeOutWitness' | 'NoteWitnessWithdrawn', person: string) =>
  ({ type, person, reason, ...on('2026-10-29T10:00:00.000Z') }) satisfies InvestigationCommand
const addWitness = (person: string): InvestigationCommand => ({
  type: 'AddWitness',
  person,
  willing: true,
  needs: 'Interpreter for Polish',
  reason,
  ...soon,
})
const change = (willing: boolean, needs: string | null = 'Interpreter for Polish'): InvestigationCommand => ({
  type: 'ChangeWitness',
  person: 'person-7',
  willing,
  needs,
  reason,
  ...soon,
})
/** Their part, their number in it, and who they are. */
const people = (state: Investigation | null) =>
  rowsIn(state, 'case_person').map(({ role, number, person }) => [role, number, person])

test('a victim who is added has the next number, and nothing is owed while it is investigated or not decided', () => {
  const state = after(record, addVictim('person-3'))
  assert.deepEqual(people(state), [
    ['reporter', 0, 'person-1'],
    ['victim', 1, 'person-1'],
    ['victim', 2, 'person-2'],
    ['victim', 3, 'person-3'],
  ])
  assert.equal(state?.notices.length, 0)
})

test('nobody is the same victim twice', () => {
  assert.throws(() => after(record, addVictim('person-2')), refused('victim-twice'))
})

test('a victim who is added after a decision not to investigate is to be told of it, from that day on', () => {
  const state = after(record, decline, addVictim('person-3'))
  assert.deepEqual(
    state?.notices.map(({ key, person, due }) => [key, person, due.startedOn, due.dueOn]),
    [
      ['tell-victim-1', 'person-1', '2026-10-24', '2026-10-30'],
      ['tell-victim-2', 'person-2', '2026-10-24', '2026-10-26'],
      ['tell-victim-3', 'person-3', '2026-10-28', '2026-11-04'],
    ],
  )
  assert.equal(rowsIn(state, 'duty').at(-1)?.['owed_to_name'], 'Victim 3')
})

test('who is taken out leaves the case, their open notice is owed no longer, and the others keep their numbers', () => {
  const state = after(record, decline, act('TakeOutVictim', 'person-1'))
  assert.deepEqual(people(state), [
    ['reporter', 0, 'person-1'],
    ['victim', 2, 'person-2'],
  ])
  assert.deepEqual(
    state?.notices.map(({ waived }) => waived?.reason),
    ['They are no longer a victim in this case.', undefined],
  )
  assert.equal(rowsIn(state, 'duty').at(-1)?.['owed_to_name'], 'Victim 2')
  assert.throws(() => after(record, act('TakeOutVictim', 'person-9')), refused('no-such-victim'))
})

test('a later decision not to investigate owes nothing to who was taken out', () => {
  const state = after(record, act('TakeOutVictim', 'person-1'), decline)
  assert.deepEqual(
    state?.notices.map(({ person }) => person),
    ['person-2'],
  )
})

test('who comes back has the number they had', () => {
  const state = after(record, act('TakeOutVictim', 'person-1'), addVictim('person-3'), addVictim('person-1'))
  assert.deepEqual(people(state).slice(1), [
    ['victim', 1, 'person-1'],
    ['victim', 2, 'person-2'],
    ['victim', 3, 'person-3'],
  ])
})

test('enhanced rights bring forward what is owed, standard ones put off nothing, and later notices use them', () => {
  const rights: InvestigationCommand = {
    type: 'ChangeVictimRights',
    person: 'person-1',
    enhancedBy: ['vulnerable'],
    reason: 'A learning disability became known',
    holidays,
    ...soon,
  }
  const standard: InvestigationCommand = { ...rights, enhancedBy: [], ...on('2026-10-26T09:00:00.000Z') }
  const dueOf = (state: Investigation | null) => state?.notices.find(({ person }) => person === 'person-1')?.due.dueOn
  assert.equal(dueOf(after(record, decline)), '2026-10-30')
  assert.equal(dueOf(after(record, decline, rights)), '2026-10-26')
  assert.equal(dueOf(after(record, decline, rights, standard)), '2026-10-26')
  assert.equal(dueOf(after(record, decline, { ...rights, ...on('2026-10-28T09:00:00.000Z') })), '2026-10-29')
  const [brought] = after(record, decline, rights)?.notices ?? []
  assert.deepEqual(
    brought?.history.map(({ event }) => event),
    ['Decided', 'Brought forward'],
  )
  assert.equal(brought?.due.startedOn, '2026-10-24', 'told on the day of the decision is in time')
  assert.equal(dueOf(after(record, rights, decline)), '2026-10-26')
  assert.throws(() => after(record, rights, rights), refused('nothing-changed'))
  assert.throws(() => after(record, { ...rights, reason: '' }), refused('reason-missing'))
})

test('who was told, is taken out and comes back is not told of the same decision again', () => {
  const again = [act('TakeOutVictim', 'person-1'), addVictim('person-1')]
  assert.equal(after(record, decline, tell('tell-victim-1'), ...again)?.notices.length, 2)
  assert.equal(after(record, decline, ...again)?.notices.length, 3)
})

test('a witness has a number of their own, a part besides that of a victim, and needs', () => {
  const state = after(record, addWitness('person-1'), addWitness('person-7'))
  assert.deepEqual(people(state).slice(-2), [
    ['witness', 1, 'person-1'],
    ['witness', 2, 'person-7'],
  ])
  assert.equal(rowsIn(state, 'case_witness')[1]?.['needs'], 'Interpreter for Polish')
  assert.throws(() => after(record, addWitness('person-7'), addWitness('person-7')), refused('witness-twice'))
})

test('a witness who withdrew is not willing, once; willing again, they are a witness again', () => {
  const withdrew = act('NoteWitnessWithdrawn', 'person-7')
  const gone = after(record, addWitness('person-7'), withdrew)
  assert.deepEqual([gone?.witnesses[0]?.willing, gone?.witnesses[0]?.withdrawn?.reason], [false, reason])
  assert.throws(() => after(record, addWitness('person-7'), withdrew, withdrew), refused('witness-withdrawn-already'))
  const needs = after(record, addWitness('person-7'), withdrew, change(false, 'Screens'))
  assert.ok(needs?.witnesses[0]?.withdrawn, 'other needs do not bring them back')
  assert.equal(after(record, addWitness('person-7'), withdrew, change(true))?.witnesses[0]?.withdrawn, null)
})

test('what is said again of a witness is no change', () => {
  assert.throws(() => after(record, addWitness('person-7'), change(true)), refused('nothing-changed'))
  assert.throws(() => after(record, change(true)), refused('no-such-witness'))
})

test('a witness who is taken out is no longer in the case', () => {
  const state = after(record, addWitness('person-7'), act('TakeOutWitness', 'person-7'))
  assert.deepEqual(rowsIn(state, 'case_witness'), [])
  assert.equal(people(state).length, 3)
})
