import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addSeconds } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { settingsAsShipped as settings } from '../deadlines/settings.ts'
import {
  after,
  arrestAt,
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
  standings,
  summary,
  theft,
} from './example.ts'
import { suspect } from './suspect.ts'
import { trackOf } from './track-of.ts'

const charge = chargeByPolice('2026-11-20T20:00')
const decided = (decision: number, keys: readonly string[] = ['C1'], step = 'charge-authorised' as const) =>
  ({
    type: 'NoteChargingDecision',
    step,
    charges: keys.map((key) => ({
      key,
      offence: theft,
      from: day('2026-11-19'),
      to: day('2026-11-19'),
      where: 'Example Road',
      particulars: 'Stole a pedal cycle',
    })),
    decision,
    at: moment('2027-01-31T12:00'),
  }) as const
const put = {
  type: 'RecordCharged',
  chargedAt: moment('2027-02-02T10:00'),
  how: 'requisition',
  byWhom: 'Officer in the case',
  charges: ['C1'],
} as const
const note = (step: 'referred' | 'under-review' | 'action-plan' | 'referral-rejected') =>
  ({ type: 'NoteCharging', step, note: null }) as const

test('a summary offence must be started within six months of its first day; an indictable one has no limit', () => {
  const state = after(named, propose(summary, '2025-08-31', '2025-09-02'), propose(eitherWay))
  assert.equal(dutyOf(state, 'time-limit-C1').due.dueOn, '2026-02-28')
  assert.equal(state.duties.length, 1)
  const longer = after(named, propose({ ...summary, longerTimeLimit: 'proceedings.domestic-abuse-assault' }))
  assert.match(
    dutyOf(longer, 'time-limit-C1').due.working.steps.join('; '),
    /a longer limit may apply, where the behaviour was domestic abuse/,
  )
})

test('the key of a charge is not used again when it is withdrawn, and its limit is owed no longer', () => {
  const state = after(
    named,
    propose(summary),
    { type: 'WithdrawCharge', key: 'C1', reason: 'Wrong offence' },
    propose(summary),
  )
  assert.deepEqual(
    state.charges.map(({ key, withdrawn }) => [key, withdrawn]),
    [
      ['C1', 'Wrong offence'],
      ['C2', null],
    ],
  )
  assert.deepEqual(standings(state), { 'time-limit-C1': 'waived', 'time-limit-C2': 'open' })
  refusedWith('suspect.no-such-charge', named, { type: 'WithdrawCharge', key: 'C1', reason: 'None' })
})

test('withdrawing the first of ten charges leaves the limit of the tenth', () => {
  const ten = Array.from({ length: 10 }, () => propose(summary))
  const state = after(named, ...ten, { type: 'WithdrawCharge', key: 'C1', reason: 'Wrong offence' })
  assert.equal(standings(state)['time-limit-C1'], 'waived')
  assert.equal(standings(state)['time-limit-C10'], 'open')
})

test('a charge over days in the wrong order or in the future is refused', () => {
  refusedWith('suspect.charge-days', named, propose(summary, '2026-11-19', '2026-11-18'))
  refusedWith('suspect.charge-in-future', named, { ...propose(summary), at: moment('2026-11-18T23:59') })
  assert.ok(after(named, { ...propose(summary), at: moment('2026-11-19T00:00') }))
})

test('police charge where police may: detention, bail and the time limit are met by it', () => {
  const before = [named, arrestAt('2026-11-20T09:00'), detainAt('2026-11-20T10:00'), propose(summary), guiltyPlea]
  const state = after(...before, charge)
  assert.equal(trackOf(state), 'charged')
  assert.deepEqual(standings(state), {
    'detention-end-1': 'met',
    'detention-review-1-1': 'met late',
    'time-limit-C1': 'met',
  })
  assert.equal(dutyOf(state, 'time-limit-C1').metAt, charge.chargedAt)
  assert.equal(state.put[0]?.decision, 'police')
})

test('police are refused where the prosecutor must decide, with the reason', () => {
  const notSaid = refusedWith('suspect.prosecutor-must-decide', named, propose(summary), charge)
  assert.match(notSaid, /police have not said yet what the rule turns on/)
  const denied = { ...guiltyPlea, plea: 'not-guilty' } as const
  assert.match(
    refusedWith('suspect.prosecutor-must-decide', named, propose(eitherWay), denied, charge),
    /the anticipated plea is not guilty/,
  )
})

test('a charge of another suspect that is the prosecutor’s takes the whole case to the prosecutor', () => {
  const indictable = {
    title: 'Robbery',
    facts: { ...eitherWay, modeOfTrial: 'indictable-only' },
    assessment: guiltyPlea,
  } as const
  assert.match(
    refusedWith('suspect.prosecutor-must-decide', named, propose(summary), guiltyPlea, {
      ...charge,
      others: [indictable],
    }),
    /Robbery.*The case has offences of both kinds/,
  )
})

test('while the prosecutor has the case police neither charge nor end it', () => {
  const before = [named, propose(summary), guiltyPlea, note('referred')] as const
  refusedWith('suspect.with-prosecutor', ...before, charge)
  refusedWith('suspect.with-prosecutor', ...before, { type: 'EliminateSuspect', reason: 'Was elsewhere' })
  refusedWith('suspect.with-prosecutor', ...before, noFurtherAction)
  assert.equal(trackOf(after(...before, note('referral-rejected'), charge)), 'charged')
})

const noFurtherAction = {
  type: 'PoliceNoFurtherAction',
  ground: 'evidential',
  reason: 'The camera shows another',
  releasedAt: null,
  victims: [
    { person: 'v1', victim: 'Victim 1', enhancedBy: [] },
    { person: 'v2', victim: 'Victim 2', enhancedBy: ['intimidated'] },
  ],
  holidays: keptHolidays(),
  at: moment('2026-04-02T12:00'),
} as const

test('police who take no further action tell each victim: within five working days, or one', () => {
  const state = after(named, propose(summary, '2026-03-01'), noFurtherAction)
  assert.equal(trackOf(state), 'no-further-action-police')
  // Thursday 2 April 2026 is followed by Good Friday, a weekend and Easter Monday.
  assert.equal(dutyOf(state, 'tell-victim-1').due.dueOn, '2026-04-13')
  assert.equal(dutyOf(state, 'tell-victim-2').due.dueOn, '2026-04-07')
  assert.equal(standings(state)['time-limit-C1'], 'waived')
  assert.equal(dutyOf(state, 'tell-victim-1').due.authority.rule, 'victims.told-of-no-further-action')
})

test('a victim is told on the day of the decision at the earliest, once', () => {
  const tell = (on: string) =>
    ({ type: 'TellVictim', notice: 'tell-victim-2', on: day(on), how: 'By telephone' }) as const
  refusedWith('suspect.told-before-decision', named, noFurtherAction, tell('2026-04-01'))
  const state = after(named, noFurtherAction, tell('2026-04-07'))
  assert.equal(
    dutyOf(state, 'tell-victim-2').metAt,
    dutyOf(state, 'tell-victim-2').due.dueAt,
    'in time on the last day',
  )
  assert.equal(standings(state)['tell-victim-1'], 'open')
  refusedWith('suspect.notice-done-with', named, noFurtherAction, tell('2026-04-07'), tell('2026-04-07'))
  const givenUp = { type: 'GiveUpTellingVictim', notice: 'tell-victim-1', reason: 'Asked not to be told' } as const
  const waived = dutyOf(after(named, noFurtherAction, givenUp), 'tell-victim-1').waived
  assert.equal(waived?.reason, 'The reason stands on the case.', 'what a duty says is read beyond the case')
})

test('somebody detained is released with the decision', () => {
  const detained = [named, arrestAt('2026-04-02T09:00'), detainAt('2026-04-02T10:00')]
  refusedWith('suspect.in-custody', ...detained, noFurtherAction)
  const state = after(...detained, { ...noFurtherAction, releasedAt: moment('2026-04-02T11:30') })
  assert.equal(dutyOf(state, 'detention-end-1').metAt, moment('2026-04-02T11:30'))
})

test('a suspect brought back is suspected again: nobody need be told, and time limits run again', () => {
  const back = { type: 'BringBackSuspect', reason: 'A witness came forward' } as const
  const state = after(named, propose(summary), noFurtherAction, back)
  assert.equal(trackOf(state), 'suspected')
  assert.deepEqual(standings(state), { 'time-limit-C1': 'open', 'tell-victim-1': 'waived', 'tell-victim-2': 'waived' })
  refusedWith('suspect.not-ended', named, back)
})

test('a charge that was authorised is owed, with chasers after one month and two, until it is put', () => {
  const state = after(named, propose(summary), decided(1))
  assert.equal(trackOf(state), 'charge-authorised')
  assert.equal(dutyOf(state, 'charge-1-1').due.dueOn, '2027-02-28', 'from 31 January, in a shorter month')
  assert.equal(dutyOf(state, 'charge-1-2').due.dueOn, '2027-03-31')
  const charged = after(named, propose(summary), decided(1), put)
  assert.deepEqual(standings(charged), { 'time-limit-C1': 'met', 'charge-1-1': 'met', 'charge-1-2': 'met' })
})

test('no charge is put before the minute in which the prosecutor authorised it', () => {
  const authorised = [named, propose(summary), { ...decided(1), at: addSeconds(moment('2027-01-31T12:00'), 41) }]
  refusedWith('suspect.out-of-order', ...authorised, { ...put, chargedAt: moment('2027-01-31T11:59') })
  assert.equal(trackOf(after(...authorised, { ...put, chargedAt: moment('2027-01-31T12:00') })), 'charged')
})

test('while one of two charges is still to be put the duty stays', () => {
  const two = [named, propose(summary), propose(eitherWay), decided(1, ['C1', 'C2']), put] as const
  assert.equal(trackOf(after(...two)), 'charge-authorised')
  assert.equal(standings(after(...two))['charge-1-1'], 'open')
  assert.equal(trackOf(after(...two, { ...put, charges: ['C2'] })), 'charged')
  refusedWith('suspect.no-such-charge', ...two, put)
  refusedWith('suspect.no-charge-authorised', named, put)
})

test('what the prosecutor’s streams tell is never refused, and told twice changes nothing', () => {
  const acted = { at: moment('2027-01-31T12:00'), by: 'prosecutor' }
  for (const command of [
    { ...note('referred'), ...acted },
    { ...decided(1), ...acted },
  ]) {
    assert.deepEqual(suspect.decide(command, null), [], 'a stream that does not exist')
    const state = after(named, command)
    assert.deepEqual(suspect.decide(command, state), [])
  }
})

test('the prosecutor’s decision not to charge ends bail and reviews, and a reconsideration opens the track', () => {
  const released = {
    type: 'ReleaseUnderInvestigation',
    releasedAt: moment('2026-11-20T20:00'),
    reason: 'More to be done',
    settings,
  } as const
  const ended = { ...decided(1, []), step: 'no-further-action-evidential' } as const
  const before = [named, arrestAt('2026-11-20T09:00'), released, propose(summary), ended] as const
  const state = after(...before)
  assert.equal(trackOf(state), 'no-further-action-evidential')
  assert.deepEqual(standings(state), { 'under-investigation-1': 'met late', 'time-limit-C1': 'waived' })
  refusedWith('suspect.ended', ...before, propose(summary))
  refusedWith('suspect.not-ended', ...before, { type: 'BringBackSuspect', reason: 'Police cannot' })
  assert.equal(trackOf(after(...before, note('under-review'))), 'under-review')
})

test('a decision taken back waives the duty to charge; the next one owes it again', () => {
  const state = after(named, propose(summary), decided(1), note('under-review'), decided(2))
  assert.deepEqual(standings(state), {
    'time-limit-C1': 'open',
    'charge-1-1': 'waived',
    'charge-1-2': 'waived',
    'charge-2-1': 'open',
    'charge-2-2': 'open',
  })
})

test('nobody eliminated is arrested, and the reason for suspicion is corrected with why', () => {
  const eliminate = { type: 'EliminateSuspect', reason: 'Was elsewhere' } as const
  refusedWith('suspect.ended', named, eliminate, arrestAt('2026-11-20T09:00'))
  refusedWith('suspect.in-custody', named, arrestAt('2026-11-20T09:00'), detainAt('2026-11-20T10:00'), eliminate)
  refusedWith('suspect.reason-missing', named, { type: 'EliminateSuspect', reason: ' ' })
  const correct = { type: 'CorrectSuspicion', reason: 'Named by a witness', why: 'It was another camera' } as const
  assert.equal(after(named, correct).reason, 'Named by a witness')
  assert.match(JSON.stringify(after(named, correct).happenings), /Seen on camera/)
  refusedWith('suspect.said-so-already', named, correct, correct)
  refusedWith('suspect.already-named', named, named)
})

test('what is owed about a suspect names nobody', () => {
  const state = after(
    named,
    arrestAt('2026-11-20T09:00'),
    detainAt('2026-11-20T10:00'),
    propose(summary),
    noFurtherActionLater,
  )
  const rows = suspect.rows(state)
  assert.equal(rows['duty']?.length, state.duties.length)
  for (const duty of rows['duty'] ?? []) assert.equal(duty['about_text'], 'Report 7KQ2-M9XD, suspect 1')
  assert.deepEqual(rows['case_person'], [
    { case_id: '7KQ2M9XD', person: 'p', role: 'suspect', number: 1, enhanced_by: [] },
  ])
})

const noFurtherActionLater = {
  ...noFurtherAction,
  at: moment('2026-11-20T13:00'),
  releasedAt: moment('2026-11-20T12:00'),
} as const
