import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsAsShipped as settings } from '../deadlines/settings.ts'
import { after, arrestAt, day, detainAt, dutyOf, moment, named, refusedWith, reviewAt, standings } from './example.ts'
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

test('a warrant that came after detention had ended says so, and what the court named as the end counts', () => {
  const { due } = dutyOf(after(...twoReviews, warrantAt('2026-11-21T20:00')), 'detention-end-1')
  assert.equal(due.authority.confidence, 'unconfirmed')
  assert.match(due.working.steps.join('; '), /detention had ended Saturday 21 November 2026 at midday GMT: check/)
  const inTime = dutyOf(after(...twoReviews, warrantAt('2026-11-21T12:00')), 'detention-end-1')
  assert.equal(inTime.due.authority.confidence, 'confirmed')
  const named = (until: string) => ({ ...warrantAt('2026-11-21T12:00'), until: moment(until) })
  const court = dutyOf(after(...twoReviews, named('2026-11-21T22:15')), 'detention-end-1')
  assert.equal(court.due.dueAt, moment('2026-11-21T22:15'))
  assert.match(court.due.working.steps.join('; '), /the end that the court named, entered by hand/)
  refusedWith('suspect.warrant-until', ...twoReviews, named('2026-11-21T12:00'))
  refusedWith('suspect.warrant-until', ...twoReviews, named('2026-11-23T00:01'))
  assert.ok(after(...twoReviews, named('2026-11-23T00:00')))
})

test('an extension of a warrant never ends it sooner', () => {
  const state = after(...twoReviews, warrantAt('2026-11-21T12:00'), warrantAt('2026-11-21T14:00', 1))
  assert.equal(endOf(state), moment('2026-11-23T00:00'))
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

test('a release ends detention: its end is met, and no review is due any longer', () => {
  const release = { type: 'ReleaseUnderInvestigation', reason: 'More to be done', settings } as const
  const inTime = after(...detained, { ...release, releasedAt: moment('2026-11-21T12:00') })
  assert.deepEqual(standings(inTime), {
    'detention-end-1': 'met',
    'detention-review-1-1': 'met late',
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

const bailedAt = (releasedAt: string, endsOn = '2027-02-20') =>
  ({
    type: 'ReleaseOnBail',
    releasedAt: moment(releasedAt),
    caseKind: 'standard',
    endsOn: day(endsOn),
    conditions: '',
  }) as const
const returnAt = (arrivedAt: string, authorisedAt = arrivedAt) =>
  ({
    type: 'ResumeDetention',
    arrivedAt: moment(arrivedAt),
    authorisedAt: moment(authorisedAt),
    grounds: 'To be questioned about what was found',
  }) as const

test('who answers bail is detained for the hours that were left, not for 24 new ones (s.47(6))', () => {
  const state = after(...detained, bailedAt('2026-11-20T17:00'), returnAt('2026-12-01T09:00', '2026-12-01T09:20'))
  assert.equal(trackOf(state), 'in-custody')
  const { due } = dutyOf(state, 'detention-end-1-2')
  assert.equal(due.dueAt, moment('2026-12-02T04:00'), '5 of the 24 hours were used')
  assert.equal(due.authority.confidence, 'confirmed')
  assert.match(due.working.steps.join('; '), /released on bail, is not counted \(s\.47\(6\)\)/)
  assert.deepEqual(standings(state), {
    'bail-1': 'open',
    'detention-end-1': 'met',
    'detention-end-1-2': 'open',
    'detention-review-1-1': 'open',
  })
  const review = dutyOf(state, 'detention-review-1-1').due
  assert.deepEqual([review.dueAt, review.authority.confidence], [moment('2026-12-01T10:10'), 'unconfirmed'])
})

test('after a return the reviews, the authority and the warrant count on from the time before', () => {
  const back = [...twoReviews, bailedAt('2026-11-21T04:00'), returnAt('2026-12-01T04:00')]
  const third = after(...back, reviewAt('2026-12-01T11:30'))
  assert.equal(dutyOf(third, 'detention-review-1-4').due.dueAt, moment('2026-12-01T20:30'))
  refusedWith('suspect.review-late-why', ...back, reviewAt('2026-12-01T12:01'))
  const end = (state: ReturnType<typeof after>) => dutyOf(state, 'detention-end-1-2').due.dueAt
  assert.equal(end(after(...back, continuedAt('2026-12-01T12:00'))), moment('2026-12-02T00:00'))
  refusedWith('suspect.detention-over', ...back, continuedAt('2026-12-01T12:01'))
  refusedWith('suspect.out-of-order', ...back, continuedAt('2026-11-21T03:30'))
  refusedWith('suspect.longest-detention', ...back, warrantAt('2026-12-04T12:00'))
  assert.equal(end(after(...back, warrantAt('2026-12-01T10:00'))), moment('2026-12-02T22:00'))
})

test('what was left of a warrant at the release is left of it on the return', () => {
  const warrant = [...twoReviews, warrantAt('2026-11-21T20:00'), bailedAt('2026-11-22T20:00')]
  const state = after(...warrant, returnAt('2026-12-01T20:00'))
  assert.equal(dutyOf(state, 'detention-end-1-2').due.dueAt, moment('2026-12-02T08:00'))
})

test('somebody may come back more than once, and bail goes on within what was allowed', () => {
  const first = [...detained, bailedAt('2026-11-20T17:00'), returnAt('2026-12-01T09:00')]
  const twice = [...first, bailedAt('2026-12-01T14:00'), returnAt('2026-12-05T10:00')]
  assert.equal(dutyOf(after(...twice), 'detention-end-1-3').due.dueAt, moment('2026-12-06T00:00'))
  const byInspector = {
    type: 'ExtendBail',
    authoriser: 'inspector',
    on: day('2026-12-02'),
    endsOn: day('2027-04-20'),
    reason: 'Forensic report',
  } as const
  const again = [...detained, bailedAt('2026-11-20T17:00'), byInspector, returnAt('2027-03-01T09:00')]
  const released = after(...again, bailedAt('2027-03-01T12:00', '2027-04-20'))
  assert.equal(released.bail?.steps.at(-1)?.authoriser, 'inspector')
  assert.equal(dutyOf(released, 'bail-2').due.dueOn, '2027-04-20')
  refusedWith('suspect.bail-beyond-limit', ...again, bailedAt('2027-03-01T12:00', '2027-04-21'))
})

test('a return needs bail after a detention, and comes after the release', () => {
  refusedWith('suspect.not-on-bail', ...detained, returnAt('2026-12-01T09:00'))
  refusedWith('suspect.not-detained-before', named, arrest, bailedAt('2026-11-20T17:00'), returnAt('2026-12-01T09:00'))
  const bailed = [...detained, bailedAt('2026-11-20T17:00')]
  refusedWith('suspect.out-of-order', ...bailed, returnAt('2026-11-20T16:59'))
  refusedWith('suspect.out-of-order', ...bailed, returnAt('2026-12-01T09:00', '2026-12-01T08:59'))
  refusedWith('suspect.already-detained', ...bailed, returnAt('2026-12-01T09:00'), returnAt('2026-12-01T09:00'))
  refusedWith('suspect.out-of-order', ...bailed, returnAt('2026-12-01T09:00'), reviewAt('2026-11-30T09:00'))
})

test('an arrest in custody brings no new hours after the release', () => {
  const further = [...detained, arrestAt('2026-11-20T15:00'), bailedAt('2026-11-20T17:00')]
  refusedWith('suspect.already-detained', ...further, detainAt('2026-12-01T09:00'))
  assert.equal(
    dutyOf(after(...further, returnAt('2026-12-01T09:00')), 'detention-end-1-2').due.dueAt,
    moment('2026-12-02T04:00'),
  )
})

test('a review that was due before the release and never held counts as late', () => {
  const release = { type: 'ReleaseUnderInvestigation', reason: 'More to be done', settings } as const
  const missed = dutyOf(
    after(...detained, { ...release, releasedAt: moment('2026-11-20T20:00') }),
    'detention-review-1-1',
  )
  assert.equal(missed.metAt, moment('2026-11-20T20:00'))
  assert.equal(missed.waived, null)
  const atTheMoment = after(...detained, { ...release, releasedAt: moment('2026-11-20T18:10') })
  assert.equal(standings(atTheMoment)['detention-review-1-1'], 'waived')
})

test('nobody was released before what is recorded of the detention last', () => {
  const release = { type: 'ReleaseUnderInvestigation', reason: 'More to be done', settings } as const
  const sentence = refusedWith('suspect.out-of-order', ...twoReviews, {
    ...release,
    releasedAt: moment('2026-11-21T02:59'),
  })
  assert.match(sentence, /The release cannot be before what is recorded of the detention/)
  assert.ok(after(...twoReviews, { ...release, releasedAt: moment('2026-11-21T03:00') }))
})
