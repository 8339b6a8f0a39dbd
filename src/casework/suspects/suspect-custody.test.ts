import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsAsShipped as settings } from '../deadlines/settings.ts'
import { after, arrestAt, detainAt, dutyOf, moment, named, refusedWith, reviewAt, standings } from './example.ts'
import { positionOf, trackOf } from './track-of.ts'

const arrest = arrestAt('2026-11-20T11:30')
const detained = [named, arrest, detainAt('2026-11-20T12:00', '2026-11-20T12:10')]
const twoReviews = [...detained, reviewAt('2026-11-20T18:00'), reviewAt('2026-11-21T03:00')]
const continuedAt = (authorisedAt: string) =>
  ({ type: 'AuthoriseContinuedDetention', authorisedAt: moment(authorisedAt), reason: 'Necessary' }) as const
const warrantAt = (issuedAt: string, hours = 36) =>
  ({ type: 'RecordWarrant', issuedAt: moment(issuedAt), hours, reason: 'Example Magistrates’ Court' }) as const
const endOf = (state: ReturnType<typeof after>) => dutyOf(state, 'detention-end-1').due.dueAt

test('detention starts the first review and the 24 hours, with their working', () => {
  const state = after(...detained)
  assert.equal(trackOf(state), 'in-custody')
  assert.equal(endOf(state), moment('2026-11-21T12:00'))
  assert.equal(dutyOf(state, 'detention-review-1-1').due.dueAt, moment('2026-11-20T18:10'))
  assert.match(dutyOf(state, 'detention-end-1').due.working.steps.join('; '), /arrival at the station; 24 hours later/)
})

test('hours are hours that pass, over both clock changes', () => {
  const autumn = after(named, arrestAt('2026-10-24T12:00+01:00'), detainAt('2026-10-24T12:00+01:00'))
  assert.equal(endOf(autumn), moment('2026-10-25T11:00'))
  assert.match(dutyOf(autumn, 'detention-end-1').due.working.steps.join('; '), /the clocks go back in between/)
  const spring = after(named, arrestAt('2026-03-28T12:00'), detainAt('2026-03-28T12:00'))
  assert.equal(endOf(spring), moment('2026-03-29T13:00+01:00'))
})

test('an arrest more than 24 hours before the arrival starts the hours 24 hours after it', () => {
  const state = after(named, arrestAt('2026-11-19T09:00'), detainAt('2026-11-20T11:00'))
  assert.equal(endOf(state), moment('2026-11-21T09:00'))
})

test('a review meets its duty at the very moment it is due, and starts the next', () => {
  const state = after(...detained, reviewAt('2026-11-20T18:10'))
  assert.equal(standings(state)['detention-review-1-1'], 'met')
  assert.equal(dutyOf(state, 'detention-review-1-2').due.dueAt, moment('2026-11-21T03:10'))
})

test('a review a minute late needs its reason, and does not move the next', () => {
  const sentence = refusedWith('suspect.review-late-why', ...detained, reviewAt('2026-11-20T18:11'))
  assert.match(sentence, /Friday 20 November 2026 at 6:10pm/)
  const state = after(...detained, reviewAt('2026-11-20T19:00', 'The inspector was called away'))
  const { due } = dutyOf(state, 'detention-review-1-2')
  assert.equal(due.dueAt, moment('2026-11-21T03:10'))
  assert.equal(due.authority.confidence, 'unconfirmed')
  assert.ok(dutyOf(state, 'detention-review-1-1').metAt)
})

test('a superintendent lengthens detention to 36 hours from the relevant time, once', () => {
  const state = after(...twoReviews, continuedAt('2026-11-21T11:00'))
  assert.equal(endOf(state), moment('2026-11-22T00:00'))
  assert.equal(dutyOf(state, 'detention-end-1').due.authority.rule, 'custody.continued-detention')
  refusedWith(
    'suspect.continued-already',
    ...twoReviews,
    continuedAt('2026-11-21T11:00'),
    continuedAt('2026-11-21T11:30'),
  )
})

test('that authority needs the second review, the 24 hours, and an indictable offence', () => {
  refusedWith(
    'suspect.before-second-review',
    ...detained,
    reviewAt('2026-11-20T18:00'),
    continuedAt('2026-11-21T02:00'),
  )
  refusedWith('suspect.before-second-review', ...twoReviews, continuedAt('2026-11-21T02:59'))
  assert.ok(after(...twoReviews, continuedAt('2026-11-21T12:00')))
  refusedWith('suspect.detention-over', ...twoReviews, continuedAt('2026-11-21T12:01'))
  const summaryOnly = [named, arrestAt('2026-11-20T11:30', false), ...twoReviews.slice(2)]
  refusedWith('suspect.not-indictable', ...summaryOnly, continuedAt('2026-11-21T11:00'))
})

test('a further arrest in custody for an indictable offence makes longer detention possible and keeps the hours', () => {
  const summaryOnly = [named, arrestAt('2026-11-20T11:30', false), ...twoReviews.slice(2)]
  const state = after(...summaryOnly, arrestAt('2026-11-21T05:00'), continuedAt('2026-11-21T11:00'))
  assert.equal(state.arrests.length, 2)
  assert.equal(endOf(state), moment('2026-11-22T00:00'))
})

test('a warrant ends 36 hours after its issue, and never beyond 96 hours from the relevant time', () => {
  assert.equal(endOf(after(...twoReviews, warrantAt('2026-11-21T20:00'))), moment('2026-11-23T08:00'))
  const long = after(...twoReviews, warrantAt('2026-11-21T20:00'), warrantAt('2026-11-23T07:00'))
  assert.equal(endOf(long), moment('2026-11-24T12:00'))
  assert.match(dutyOf(long, 'detention-end-1').due.working.steps.join('; '), /never beyond 96 hours/)
  refusedWith('suspect.longest-detention', ...twoReviews, warrantAt('2026-11-24T12:00'))
  for (const hours of [0, 37]) refusedWith('suspect.warrant-hours', ...twoReviews, warrantAt('2026-11-21T20:00', hours))
})

test('time in hospital is added to the hours, also when they were lengthened, and makes the date unconfirmed', () => {
  const away = {
    type: 'RecordTimeInHospital',
    from: moment('2026-11-20T14:00'),
    to: moment('2026-11-20T15:30'),
  } as const
  const state = after(...detained, away)
  assert.equal(endOf(state), moment('2026-11-21T13:30'))
  assert.equal(dutyOf(state, 'detention-end-1').due.authority.confidence, 'unconfirmed')
  assert.equal(endOf(after(...twoReviews, away, continuedAt('2026-11-21T11:00'))), moment('2026-11-22T01:30'))
  refusedWith('suspect.out-of-order', ...detained, away, away)
  refusedWith('suspect.pause-length', ...detained, { ...away, to: away.from })
})

test('a release ends detention: its end is met, the next review is owed no longer', () => {
  const release = { type: 'ReleaseUnderInvestigation', reason: 'More to be done', settings } as const
  const inTime = after(...detained, { ...release, releasedAt: moment('2026-11-21T12:00') })
  assert.deepEqual(standings(inTime), {
    'detention-end-1': 'met',
    'detention-review-1-1': 'waived',
    'under-investigation-1': 'open',
  })
  assert.equal(positionOf(inTime), 'under-investigation')
  const late = dutyOf(after(...detained, { ...release, releasedAt: moment('2026-11-21T12:01') }), 'detention-end-1')
  assert.ok(late.metAt && late.metAt > late.due.dueAt, 'a release after the end is met late')
})

test('somebody may be arrested and detained again after a release, with clocks of their own', () => {
  const release = {
    type: 'ReleaseUnderInvestigation',
    releasedAt: moment('2026-11-20T20:00'),
    reason: 'More to be done',
    settings,
  } as const
  const again = [...detained, release, arrestAt('2026-11-25T08:00'), detainAt('2026-11-25T09:00')]
  const state = after(...again)
  assert.equal(trackOf(state), 'in-custody')
  assert.equal(dutyOf(state, 'detention-end-2').due.dueAt, moment('2026-11-26T09:00'))
  assert.equal(standings(state)['detention-end-1'], 'met')
})

test('what is out of order, in the future or without an arrest is refused', () => {
  refusedWith('suspect.not-arrested', named, detainAt('2026-11-20T12:00'))
  refusedWith('suspect.out-of-order', named, arrest, detainAt('2026-11-20T11:00'))
  refusedWith('suspect.out-of-order', named, arrest, detainAt('2026-11-20T12:00', '2026-11-20T11:59'))
  refusedWith('suspect.already-detained', ...detained, detainAt('2026-11-20T13:00'))
  refusedWith('suspect.not-detained', named, arrest, reviewAt('2026-11-20T18:00'))
  refusedWith('suspect.in-future', named, { ...arrest, at: moment('2026-11-20T11:29') })
  assert.ok(after(named, { ...arrest, at: moment('2026-11-20T11:30') }))
  refusedWith('suspect.offence-missing', named, { ...arrest, offences: [] } as never)
})

test('an interview after arrest needs the arrest; a voluntary one does not', () => {
  const interview = {
    type: 'RecordInterview',
    kind: 'arrested',
    startedAt: moment('2026-11-20T13:00'),
    where: 'Custody suite',
    record: 'audio',
    solicitor: 'present',
    account: 'No comment',
  } as const
  refusedWith('suspect.not-arrested', named, interview)
  refusedWith('suspect.out-of-order', named, arrest, { ...interview, startedAt: moment('2026-11-20T11:29') })
  assert.equal(after(named, { ...interview, kind: 'voluntary' }).interviews.length, 1)
  assert.equal(after(named, arrest, interview).interviews.length, 1)
})
