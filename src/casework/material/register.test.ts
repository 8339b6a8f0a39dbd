import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, endOfDay, parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { type AttachedFile, type MaterialCommand, type Register, materialRegister } from './register.ts'

const monday = parseInstant('2026-10-26T09:00:00.000Z')
const caseId = 'MTR22222'
const cps = { agency: 'cps-thames-and-chiltern', name: 'CPS Thames and Chiltern' }
const police = { agency: 'thames-valley-police', unit: 'investigations', name: 'Investigations' }
const details = {
  kind: 'medical',
  title: 'Notes of the hospital',
  description: '',
  from: null,
  exhibitReference: null,
} as const
const asking = (dueOn: string | null, asker = cps) => ({
  why: 'It may show how the injury was done',
  dueOn: dueOn === null ? null : parseLocalDate(dueOn),
  asker,
  police,
})
const file = (sha256: string): AttachedFile => ({
  name: 'notes.pdf',
  type: 'application/pdf',
  bytes: 10,
  sha256,
  sealed: 'e'.repeat(64),
  key: 'f'.repeat(64),
})

type Given = Unsigned<MaterialCommand>

const add = (state: 'received' | 'missing' = 'received'): Given => ({
  type: 'AddMaterial',
  caseId,
  details,
  state,
  reason: state === 'received' ? '' : 'Not found',
  use: 'undecided',
  useReason: '',
})
const ask = (dueOn: string | null = '2026-10-30'): Given => ({
  type: 'RequestMaterial',
  caseId,
  details,
  request: asking(dueOn),
})
const on = (command: object): Given => ({ item: 'M1', ...command }) as Given

/** The register after some commands, one after another at the moment given. */
function after(...commands: readonly Given[]): Register {
  return afterAt(monday, ...commands)
}

function afterAt(at: Instant, ...commands: readonly Given[]): Register {
  const state = commands.reduce<Register | null>((before, command) => order(command, before, at), null)
  assert.ok(state)
  return state
}

const order = (command: Given, before: Register | null, at = monday): Register | null =>
  fold(materialRegister, before, materialRegister.decide({ ...command, at, by: 'somebody' }, before))

const refused = (state: Register | null, command: Given, code: string, at = monday): void =>
  assert.throws(() => order(command, state, at), { name: 'Refusal', code })

const first = ({ items }: Register) => items[0]!
const dutiesOf = (state: Register) => materialRegister.rows(state)['duty'] ?? []

test('items are numbered in the order in which they come, added and asked for alike', () => {
  const { items } = after(add(), ask(), add('missing'))
  assert.deepEqual(
    items.map(({ key, state }) => [key, state]),
    [
      ['M1', 'received'],
      ['M2', 'requested'],
      ['M3', 'missing'],
    ],
  )
  refused(null, on({ type: 'ReceiveMaterial' }), 'material.no-register')
  refused(after(add()), on({ type: 'ReceiveMaterial', item: 'M2' }), 'material.no-such-item')
})

test('an item needs a title, and a reason where it is not here', () => {
  refused(null, { ...add(), details: { ...details, title: ' ' } } as Given, 'material.title-missing')
  refused(null, { ...add(), details: { ...details, title: 'x'.repeat(201) } } as Given, 'material.too-long')
  refused(null, { ...add('missing'), reason: '' } as Given, 'material.reason-missing')
})

test('a request with a day is a duty of the police until the end of that day in London; without a day it is none', () => {
  const state = after(ask('2026-10-30'))
  const [duty] = dutiesOf(state)
  assert.deepEqual(
    [duty!['owed_by_agency'], duty!['owed_by_unit'], duty!['owed_to_agency'], duty!['due_at'], duty!['met_at']],
    [police.agency, police.unit, cps.agency, '2026-10-30T23:59:59.999Z', null],
  )
  assert.doesNotMatch(JSON.stringify(duty), /hospital|injury/)
  assert.deepEqual(dutiesOf(after(ask(null))), [])
})

test('the day may be today and no day before, on either side of the change of the clocks', () => {
  const nearMidnight = parseInstant('2026-10-25T00:30:00.000Z')
  assert.equal(dutiesOf(afterAt(nearMidnight, ask('2026-10-25')))[0]!['due_on'], '2026-10-25')
  assert.equal(dutiesOf(afterAt(nearMidnight, ask('2026-10-25')))[0]!['due_at'], '2026-10-25T23:59:59.999Z')
  refused(null, ask('2026-10-24'), 'material.due-in-past', nearMidnight)
  const summer = parseInstant('2026-07-01T23:30:00.000Z')
  refused(null, ask('2026-07-01'), 'material.due-in-past', summer)
  assert.equal(dutiesOf(afterAt(summer, ask('2026-07-02')))[0]!['due_at'], endOfDay(parseLocalDate('2026-07-02')))
})

for (const [name, command, state] of [
  ['receiving', on({ type: 'ReceiveMaterial' }), 'received'],
  ['a file', on({ type: 'AttachFile', file: file('a') }), 'received'],
  ['a refusal by its holder', on({ type: 'ReportNotObtained', state: 'refused', reason: 'No consent' }), 'refused'],
  [
    'that it is not reasonable',
    on({ type: 'ReportNotObtained', state: 'not-reasonable', reason: 'x' }),
    'not-reasonable',
  ],
] as const) {
  test(`${name} answers the request and meets its duty`, () => {
    const answered = after(ask(), command)
    assert.equal(first(answered).state, state)
    assert.equal(dutiesOf(answered)[0]!['met_at'], monday)
    refused(answered, on({ type: 'TakeRequestBack', reason: 'x', agency: cps.agency }), 'material.nothing-asked-for')
  })
}

test('what was not obtained may be asked for again, with a duty of its own; what is waited for or here may not', () => {
  const refusedOnce = after(ask(), on({ type: 'ReportNotObtained', state: 'refused', reason: 'No consent' }))
  const again = order(on({ type: 'AskAgain', request: asking('2026-11-06') }), refusedOnce)!
  assert.equal(first(again).state, 'requested')
  assert.deepEqual(
    dutiesOf(again).map((duty) => [duty['key'], duty['met_at']]),
    [
      ['M1-request-1', monday],
      ['M1-request-2', null],
    ],
  )
  refused(again, on({ type: 'AskAgain', request: asking(null) }), 'material.asked-for-already')
  refused(after(add()), on({ type: 'AskAgain', request: asking(null) }), 'material.received-already')
})

test('only who asked takes a request back, and the item then stands as it did before', () => {
  const back = on({ type: 'TakeRequestBack', reason: 'The plea is guilty', agency: cps.agency })
  refused(after(ask()), { ...back, agency: police.agency } as Given, 'material.asked-by-others')
  refused(after(ask()), { ...back, reason: '' } as Given, 'material.reason-missing')
  const taken = after(ask(), back)
  assert.equal(first(taken).withdrawn?.reason, 'The request was taken back: The plea is guilty')
  assert.notEqual(dutiesOf(taken)[0]!['waived_at'], null)
  assert.equal(dutiesOf(taken)[0]!['met_at'], null)
  const noConsent = on({ type: 'ReportNotObtained', state: 'refused', reason: 'No consent' })
  const askedTwice = after(ask(), noConsent, on({ type: 'AskAgain', request: asking(null) }), back)
  assert.deepEqual([first(askedTwice).state, first(askedTwice).stateReason], ['refused', 'No consent'])
})

test('what was lost and asked for again is still lost once the request is taken back', () => {
  const back = on({ type: 'TakeRequestBack', reason: 'The plea is guilty', agency: cps.agency })
  const askAgain = on({ type: 'AskAgain', request: asking(null) })
  const lost = on({ type: 'MarkLost', reason: 'Fire' })
  const taken = after(ask(), on({ type: 'ReceiveMaterial' }), lost, askAgain, back)
  assert.deepEqual([first(taken).state, first(taken).stateReason], ['missing', 'Lost: Fire'])
  const notReasonable = on({ type: 'ReportNotObtained', state: 'not-reasonable', reason: 'Abroad' })
  assert.equal(first(after(add('missing'), notReasonable, askAgain, back)).state, 'not-reasonable')
})

test('police do not let themselves off: what is asked for cannot be withdrawn', () => {
  refused(after(ask()), on({ type: 'WithdrawMaterial', reason: 'Not needed' }), 'material.waited-for')
  const answered = after(ask(), on({ type: 'ReportNotObtained', state: 'refused', reason: 'No consent' }))
  assert.ok(first(order(on({ type: 'WithdrawMaterial', reason: 'Of another case' }), answered)!).withdrawn)
})

test('a witness assessment is never recorded as unused, which would put it on MG6C', () => {
  const mg2 = { ...add(), details: { ...details, kind: 'witness-assessment' } } as Given
  refused(null, { ...mg2, use: 'unused' } as Given, 'material.never-served')
  refused(after(mg2), on({ type: 'DecideUse', use: 'unused', reason: '' }), 'material.never-served')
  assert.equal(first(after(mg2, on({ type: 'DecideUse', use: 'not-relevant', reason: '' }))).use, 'not-relevant')
})

test('what was received can be lost, and nothing else can', () => {
  assert.deepEqual(
    [first(after(add(), on({ type: 'MarkLost', reason: 'Fire' })))].map(({ state, stateReason }) => [
      state,
      stateReason,
    ]),
    [['missing', 'Lost: Fire']],
  )
  refused(after(ask()), on({ type: 'MarkLost', reason: 'Fire' }), 'material.not-received')
  refused(after(add()), on({ type: 'MarkLost', reason: ' ' }), 'material.reason-missing')
  refused(after(add()), on({ type: 'ReportNotObtained', state: 'refused', reason: 'x' }), 'material.received-already')
})

test('what is sensitive needs its reason, when it is added and when it is decided', () => {
  refused(
    after(add()),
    on({ type: 'DecideUse', use: 'unused-sensitive', reason: '' }),
    'material.sensitive-needs-reason',
  )
  refused(null, { ...add(), use: 'unused-sensitive' } as Given, 'material.sensitive-needs-reason')
  const decided = after(add(), on({ type: 'DecideUse', use: 'unused-sensitive', reason: 'An informant' }))
  assert.deepEqual([first(decided).use, first(decided).useReason], ['unused-sensitive', 'An informant'])
  const same = on({ type: 'DecideUse', use: 'unused-sensitive', reason: 'An informant' })
  refused(decided, same, 'material.stands-so-already')
})

test('a correction changes something and says why', () => {
  const corrected = after(
    add(),
    on({ type: 'CorrectMaterial', details: { ...details, title: 'X-ray' }, reason: 'Misread' }),
  )
  assert.equal(first(corrected).title, 'X-ray')
  assert.match(JSON.stringify(corrected.happenings.at(-1)), /title.*X-ray.*Misread/)
  refused(after(add()), on({ type: 'CorrectMaterial', details, reason: 'x' }), 'material.nothing-corrected')
})

test('an item that was withdrawn stays, and nothing more is recorded on it', () => {
  const withdrawn = after(add(), on({ type: 'WithdrawMaterial', reason: 'Of another case' }))
  assert.equal(first(withdrawn).withdrawn?.reason, 'Of another case')
  refused(withdrawn, on({ type: 'ReceiveMaterial' }), 'material.withdrawn')
  assert.equal(order(add(), withdrawn)!.items.at(-1)!.key, 'M2')
})

test('the same bytes are kept once in a case, until the file or its item is withdrawn', () => {
  const attach = (item: string): Given => on({ item, type: 'AttachFile', file: file('a') })
  const held = after(add(), add(), attach('M1'))
  refused(held, attach('M2'), 'material.file-twice')
  const freed = order(on({ type: 'WithdrawFile', file: 'F1', reason: 'Of another case' }), held)
  assert.equal(order(attach('M2'), freed)!.items[1]!.files.length, 1)
  refused(freed, on({ type: 'WithdrawFile', file: 'F1', reason: 'x' }), 'material.file-withdrawn')
  refused(freed, on({ type: 'WithdrawFile', file: 'F2', reason: 'x' }), 'material.no-such-file')
})

test('no table holds the key of a file', () => {
  const rows = materialRegister.rows(after(add(), on({ type: 'AttachFile', file: file('a') })))
  assert.equal(rows['material_file']!.length, 1)
  assert.ok(!JSON.stringify(rows).includes('f'.repeat(64)))
})

test('an item keeps the number that another system was told, and is refused when another took it', () => {
  const promised = (key: string): Given => ({ ...add(), key }) as Given
  assert.equal(after(promised('M1')).items[0]?.key, 'M1')
  refused(after(add()), promised('M1'), 'material.number-taken')
  assert.equal(after(add(), promised('M2')).items.length, 2)
})
