import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  after,
  arrestAt,
  bailAt,
  chargeByPolice,
  day,
  detainAt,
  dutyOf,
  eitherWay,
  guiltyPlea,
  moment,
  named,
  propose,
  refusedWith,
  reviewAt,
  standings,
  summary,
  theft,
} from './example.ts'
import { trackOf } from './track-of.ts'

const arrested = [named, arrestAt('2026-01-10T10:00'), detainAt('2026-01-10T10:30')]
const bailed = [...arrested, bailAt('2026-01-10T20:00', '2026-04-10')]
const setEnd = (endsOn: string, change: object = {}) => ({
  type: 'SetBailEnd' as const,
  ground: 'with-prosecutor' as const,
  decidedBy: 'superintendent',
  on: day('2026-04-01'),
  endsOn: day(endsOn),
  reason: 'Referred on 1 March',
  ...change,
})

test('the last day of bail that somebody authorised decided takes the place of the one worked out, and says so', () => {
  const state = after(...bailed, setEnd('2026-05-20'))
  const { due, history } = dutyOf(state, 'bail-1')
  assert.deepEqual([state.bail?.endsOn, due.dueOn, due.authority.rule], ['2026-05-20', '2026-05-20', 'bail.by-hand'])
  assert.equal(due.authority.confidence, 'unconfirmed')
  assert.match(due.working.steps.join('; '), /entered by hand, and not worked out: .*decided by superintendent/)
  assert.deepEqual(
    history.map(({ event }) => event),
    ['Bailed', 'Set by hand'],
  )
})

test('an extension that is worked out takes the mark away; one that no longer reaches the day is refused', () => {
  const extend = {
    type: 'ExtendBail',
    authoriser: 'inspector',
    on: day('2026-05-01'),
    endsOn: day('2026-07-10'),
    reason: 'Report',
  } as const
  const state = after(...bailed, setEnd('2026-05-20'), extend)
  assert.deepEqual([state.bail?.byHand, state.bail?.endsOn], [undefined, '2026-07-10'])
  refusedWith('suspect.bail-not-longer', ...bailed, setEnd('2026-08-01'), extend)
})

test('an application that keeps bail going was made before bail ended (PACE s.47ZJ(1))', () => {
  const ground = 'court-to-decide' as const
  assert.ok(after(...bailed, setEnd('2026-04-20', { ground, on: day('2026-04-10') })))
  refusedWith('suspect.bail-over', ...bailed, setEnd('2026-04-20', { ground, on: day('2026-04-11') }))
})

test('a day entered by hand needs who decided, when, and why, and lies after the grant', () => {
  refusedWith('suspect.words-missing', ...bailed, setEnd('2026-05-20', { decidedBy: ' ' }))
  refusedWith('suspect.reason-missing', ...bailed, setEnd('2026-05-20', { reason: ' ' }))
  refusedWith('suspect.out-of-order', ...bailed, setEnd('2026-05-20', { on: day('2026-01-09') }))
  refusedWith('suspect.bail-ends-early', ...bailed, setEnd('2026-01-09'))
  refusedWith('suspect.said-so-already', ...bailed, setEnd('2026-04-10'))
  refusedWith('suspect.not-on-bail', ...arrested, setEnd('2026-05-20'))
})

const detained = [named, arrestAt('2026-11-19T11:30'), detainAt('2026-11-20T12:00', '2026-11-20T12:10')]
const setClock = (relevantAt: string, notCounted = 0, change: object = {}) => ({
  type: 'SetDetentionClock' as const,
  ground: 'transfer' as const,
  relevantAt: moment(relevantAt),
  notCounted,
  decidedBy: 'custody officer',
  reason: 'Left the first station at 10am',
  ...change,
})
const endOf = (state: ReturnType<typeof after>) => dutyOf(state, 'detention-end-1').due

test('a clock set by hand moves every limit of that detention, and says that it was', () => {
  assert.equal(endOf(after(...detained)).dueAt, moment('2026-11-21T11:30'))
  const set = [...detained, setClock('2026-11-20T12:00', 30)]
  const { dueAt, authority, working } = endOf(after(...set))
  assert.deepEqual([dueAt, authority.confidence], [moment('2026-11-21T12:30'), 'unconfirmed'])
  assert.match(working.steps.join('; '), /12pm|midday GMT, entered by hand: .*30 minutes that do not count/)
  const reviews = [reviewAt('2026-11-20T18:00'), reviewAt('2026-11-21T03:00')]
  const continued = {
    type: 'AuthoriseContinuedDetention',
    authorisedAt: moment('2026-11-21T12:20'),
    reason: 'Necessary',
  } as const
  assert.equal(endOf(after(...set, ...reviews, continued)).dueAt, moment('2026-11-22T00:30'))
})

test('hours set by hand begin between the arrest and the authority to detain', () => {
  for (const at of ['2026-11-19T11:29', '2026-11-20T12:11'])
    refusedWith('suspect.clock-by-hand', ...detained, setClock(at))
  for (const minutes of [-1, 1.5, 7 * 24 * 60 + 1]) {
    refusedWith('suspect.clock-by-hand', ...detained, setClock('2026-11-20T12:00', minutes))
  }
  refusedWith('suspect.not-detained', named, arrestAt('2026-11-19T11:30'), setClock('2026-11-20T12:00'))
})

const streetBail = (endsOn: string, releasedAt = '2026-01-10T11:00') =>
  ({ type: 'ReleaseOnStreetBail', releasedAt: moment(releasedAt), endsOn: day(endsOn), conditions: '' }) as const
const onTheStreet = [named, arrestAt('2026-01-10T10:00'), streetBail('2026-04-10')]

test('street bail lasts three months at most, is not extended, and needs that nobody was detained', () => {
  const state = after(...onTheStreet)
  assert.equal(trackOf(state), 'bailed')
  assert.deepEqual(
    [dutyOf(state, 'bail-1').due.authority.rule, dutyOf(state, 'bail-1').due.authority.confidence],
    ['bail.street-bail', 'unconfirmed'],
  )
  refusedWith('suspect.bail-beyond-limit', ...onTheStreet.slice(0, 2), streetBail('2026-04-11'))
  refusedWith('suspect.detained-before', ...arrested, streetBail('2026-04-10', '2026-01-10T20:00'))
  refusedWith('suspect.said-so-already', ...onTheStreet, streetBail('2026-04-10'))
  const extend = {
    type: 'ExtendBail',
    authoriser: 'inspector',
    on: day('2026-04-01'),
    endsOn: day('2026-07-10'),
    reason: 'Report',
  } as const
  refusedWith('suspect.bail-not-next', ...onTheStreet, extend)
})

test('who answers street bail is detained from that arrival, not from an arrest weeks before, and that is unconfirmed', () => {
  const state = after(...onTheStreet, detainAt('2026-04-10T09:00', '2026-04-10T09:20'))
  assert.equal(endOf(state).dueAt, moment('2026-04-11T09:00'))
  assert.equal(endOf(state).authority.confidence, 'unconfirmed')
  assert.match(endOf(state).working.steps.join('; '), /arrival to answer bail is taken as the start \(unconfirmed\)/)
  assert.equal(standings(state)['bail-1'], 'met')
  assert.equal(state.bail, null)
  const again = after(
    ...onTheStreet,
    detainAt('2026-04-10T09:00', '2026-04-10T09:20'),
    bailAt('2026-04-10T15:00', '2026-04-10'),
  )
  assert.deepEqual(
    again.bail?.steps.map(({ authoriser }) => authoriser),
    ['custody-officer'],
  )
})

const takeBack = (entry: number) => ({ type: 'TakeBackEntry' as const, entry, reason: 'Typed for the wrong suspect' })

test('the last entry is taken back: everything stands as before, and the record keeps both', () => {
  const state = after(...bailed, takeBack(3))
  assert.equal(trackOf(state), 'in-custody')
  const end = dutyOf(state, 'detention-end-1')
  assert.equal(end.metAt, null)
  assert.deepEqual(
    end.history.map(({ event }) => event),
    ['Detained', 'Released on bail', 'Taken back'],
  )
  assert.equal(standings(state)['bail-1'], 'waived')
  assert.deepEqual(
    state.happenings.slice(-2).map(({ event }) => event),
    ['Suspect 1 bailed', 'Suspect 1: entry taken back'],
  )
  const again = after(...bailed, takeBack(3), bailAt('2026-01-10T21:00', '2026-03-10'))
  assert.equal(standings(again)['bail-1'], 'open')
  assert.equal(dutyOf(again, 'bail-1').due.dueOn, '2026-03-10')
})

test('entries are taken back one after another, the last first, and each once', () => {
  const state = after(...bailed, takeBack(3), takeBack(2), takeBack(1))
  assert.deepEqual([state.arrests, state.entries, trackOf(state)], [[], [], 'suspected'])
  refusedWith('suspect.no-such-entry', ...bailed, takeBack(2))
  refusedWith('suspect.no-such-entry', ...bailed, takeBack(3), takeBack(3))
  refusedWith('suspect.no-such-entry', named, takeBack(0))
})

test('what ended with a decision is not taken back after it', () => {
  const eliminate = { type: 'EliminateSuspect', reason: 'Alibi' } as const
  refusedWith('suspect.no-such-entry', ...bailed, eliminate, takeBack(3))
  const back = { type: 'BringBackSuspect', reason: 'New evidence' } as const
  refusedWith('suspect.no-such-entry', ...bailed, eliminate, back, takeBack(3))
})

const charge = chargeByPolice('2026-01-10T20:00')
const charged = [...arrested, propose(summary, '2026-01-10'), guiltyPlea, charge]

test('a charge recorded wrongly is taken back: detention and the time limit run as before, and entries below it stand', () => {
  const state = after(...charged, takeBack(3))
  assert.deepEqual([trackOf(state), state.put], ['in-custody', []])
  assert.deepEqual([standings(state)['time-limit-C1'], standings(state)['detention-end-1']], ['open', 'open'])
  assert.equal(state.happenings.at(-1)?.event, 'Suspect 1: entry taken back')
  assert.equal(trackOf(after(...charged, takeBack(3), charge)), 'charged')
  assert.equal(trackOf(after(...charged, takeBack(3), takeBack(2), takeBack(1))), 'suspected')
})

test('neither a charge nor anything before it is taken back once the prosecutor looked at it', () => {
  const referred = { type: 'NoteCharging', step: 'under-review', note: null } as const
  refusedWith('suspect.no-such-entry', ...charged, referred, takeBack(3))
  refusedWith('suspect.no-such-entry', ...charged, referred, takeBack(2))
})

test('a charge that the prosecutor authorised is owed again once it is taken back', () => {
  const authorised = {
    type: 'NoteChargingDecision',
    step: 'charge-authorised',
    charges: [
      { key: 'C1', offence: theft, from: day('2026-01-10'), to: day('2026-01-10'), where: 'A', particulars: 'B' },
    ],
    decision: 1,
    at: moment('2026-01-12T12:00'),
  } as const
  const put = {
    type: 'RecordCharged',
    chargedAt: moment('2026-01-13T10:00'),
    how: 'requisition',
    byWhom: 'Officer in the case',
    charges: ['C1'],
  } as const
  const before = [named, propose(eitherWay, '2026-01-10'), authorised]
  const state = after(...before, put, takeBack(1))
  assert.equal(trackOf(state), 'charge-authorised')
  assert.deepEqual(standings(state), standings(after(...before)))
})
