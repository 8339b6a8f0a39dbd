import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LocalDate } from '../../calendar/local-date.ts'
import { settingsAsShipped as settings } from '../deadlines/settings.ts'
import type { CaseKind } from '../pre-charge-bail/bail-period.ts'
import { type BailAuthoriser, initialBail, nextBailSteps } from './bail-steps.ts'
import { after, arrestAt, day, detainAt, dutyOf, moment, named, refusedWith, standings } from './example.ts'
import { positionOf, trackOf } from './track-of.ts'

const arrested = [named, arrestAt('2026-01-10T10:00'), detainAt('2026-01-10T10:30')]
const bailUntil = (endsOn: string, caseKind: CaseKind = 'standard') =>
  ({
    type: 'ReleaseOnBail',
    releasedAt: moment('2026-01-10T20:00'),
    caseKind,
    endsOn: day(endsOn),
    conditions: 'Not to go to Example Road',
  }) as const
const extend = (authoriser: BailAuthoriser, on: string, endsOn: string) =>
  ({ type: 'ExtendBail', authoriser, on: day(on), endsOn: day(endsOn), reason: 'Forensic report' }) as const
const bailed = [...arrested, bailUntil('2026-04-10')]
const byInspector = extend('inspector', '2026-04-10', '2026-07-10')
const bySuperintendent = extend('superintendent', '2026-07-10', '2026-10-10')

test('the custody officer gives up to three months from the arrest, and not a day more', () => {
  const state = after(...bailed)
  assert.equal(trackOf(state), 'bailed')
  assert.equal(dutyOf(state, 'bail-1').due.dueOn, '2026-04-10')
  assert.equal(standings(state)['detention-end-1'], 'met')
  assert.match(
    refusedWith('suspect.bail-beyond-limit', ...arrested, bailUntil('2026-04-11')),
    /Custody officer may let bail last until Friday 10 April 2026 and no longer, because of the arrest on Saturday 10 January 2026/,
  )
})

test('bail may end earlier than the rule allows, and its working says both', () => {
  const { due } = dutyOf(after(...arrested, bailUntil('2026-03-01')), 'bail-1')
  assert.equal(due.dueOn, '2026-03-01')
  assert.match(due.working.steps.join('; '), /at most until Friday 10 April 2026; given until Sunday 1 March 2026/)
  refusedWith('suspect.bail-ends-early', ...arrested, bailUntil('2026-01-09'))
  assert.ok(after(...arrested, bailUntil('2026-01-10')))
})

test('an agency’s case is bailed for six months at first', () => {
  assert.equal(dutyOf(after(...arrested, bailUntil('2026-07-10', 'sfo')), 'bail-1').due.dueOn, '2026-07-10')
})

test('each rank extends up to its own limit: 6, 9 and 12 months from the arrest', () => {
  const state = after(...bailed, byInspector, bySuperintendent, extend('court', '2026-10-10', '2027-01-10'))
  assert.equal(state.bail?.endsOn, '2027-01-10')
  assert.deepEqual(
    state.bail?.steps.map(({ authoriser, endsOn }) => [authoriser, endsOn]),
    [
      ['custody-officer', '2026-04-10'],
      ['inspector', '2026-07-10'],
      ['superintendent', '2026-10-10'],
      ['court', '2027-01-10'],
    ],
  )
  assert.equal(dutyOf(state, 'bail-1').history.length, 4)
})

test('an extension beyond what the rank may give is refused', () => {
  const beyond = { ...byInspector, endsOn: day('2026-07-11') }
  assert.match(
    refusedWith('suspect.bail-beyond-limit', ...bailed, beyond),
    /Inspector or above may let bail last until Friday 10 July 2026/,
  )
  refusedWith('suspect.bail-beyond-limit', ...bailed, byInspector, { ...bySuperintendent, endsOn: day('2026-10-11') })
})

test('nobody jumps a step of the ladder', () => {
  const sentence = refusedWith('suspect.bail-not-next', ...bailed, extend('superintendent', '2026-04-01', '2026-07-10'))
  assert.match(sentence, /Next may act: Inspector or above\./)
  refusedWith('suspect.bail-not-next', ...bailed, byInspector, extend('inspector', '2026-05-01', '2026-07-10'))
})

test('an extension is authorised on the last day of bail at the latest, and makes it longer', () => {
  assert.ok(after(...bailed, byInspector))
  refusedWith('suspect.bail-over', ...bailed, { ...byInspector, on: day('2026-04-11') })
  refusedWith('suspect.bail-not-longer', ...bailed, { ...byInspector, endsOn: day('2026-04-10') })
  refusedWith('suspect.out-of-order', ...bailed, { ...byInspector, on: day('2026-01-09') })
})

test('the day of the arrest decides on the limits: until 27 October 2022 there were 28 days and then three months', () => {
  const old = [named, arrestAt('2022-10-27T10:00')]
  const bail = {
    type: 'ReleaseOnBail',
    releasedAt: moment('2022-10-27T20:00'),
    caseKind: 'standard',
    endsOn: day('2022-11-24'),
    conditions: '',
  } as const
  assert.ok(after(...old, bail))
  refusedWith('suspect.bail-beyond-limit', ...old, { ...bail, endsOn: day('2022-11-25') })
  const extended = [...old, bail, extend('superintendent', '2022-11-24', '2023-01-27')] as const
  assert.equal(after(...extended).bail?.endsOn, '2023-01-27')
  assert.match(
    refusedWith('suspect.bail-not-next', ...extended, extend('court', '2023-01-20', '2023-04-27')),
    /Next may act: nobody that is worked out here/,
  )
  const first = [named, arrestAt('2022-10-28T10:00')]
  assert.ok(after(...first, { ...bail, releasedAt: moment('2022-10-28T20:00'), endsOn: day('2023-01-28') }))
  refusedWith('bail.no-limit-then', named, arrestAt('2017-04-02T10:00'), bail)
})

test('the ends of 3, 6, 9 and 12 months are those of the worked vectors, months that are too short included', () => {
  const vectors = [
    ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10', '2027-01-10'],
    ['2026-05-31', '2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31'],
    ['2025-11-29', '2026-02-28', '2026-05-29', '2026-08-29', '2026-11-29'],
  ] as const
  for (const [arrest, ...ends] of vectors) {
    const at = (endsOn: LocalDate) => ({ arrestedOn: day(arrest), caseKind: 'standard', endsOn }) as const
    const limits = [
      initialBail(day(arrest), 'standard'),
      ...(['custody-officer', 'inspector', 'superintendent'] as const).map((last) => {
        const steps = nextBailSteps(at(day(arrest)), last)
        return steps.find(({ authoriser }) => authoriser === 'court') ?? steps[0]
      }),
    ]
    assert.deepEqual(
      limits.map((step) => step?.limit.dueOn),
      ends,
    )
  }
})

test('after a superintendent a chief officer or a court may act, and what is not confirmed says so', () => {
  const at = { arrestedOn: day('2026-01-10'), caseKind: 'standard', endsOn: day('2026-10-10') } as const
  const ends = (last: BailAuthoriser) =>
    nextBailSteps(at, last).map(({ authoriser, limit }) => [authoriser, limit.dueOn, limit.authority.confidence])
  assert.deepEqual(ends('superintendent'), [
    ['chief-officer', '2027-01-10', 'confirmed'],
    ['court', '2027-01-10', 'confirmed'],
    ['court-longer', '2027-07-10', 'confirmed'],
  ])
  assert.deepEqual(ends('chief-officer'), [
    ['court', '2027-07-10', 'confirmed'],
    ['court-longer', '2028-01-10', 'unconfirmed'],
  ])
  assert.deepEqual(ends('court'), [
    ['court', '2027-01-10', 'unconfirmed'],
    ['court-longer', '2027-04-10', 'unconfirmed'],
  ])
})

test('conditions of bail are changed with a reason, and stay on the record as they were', () => {
  const change = { type: 'ChangeBailConditions', conditions: '', reason: 'Not needed any longer' } as const
  const state = after(...bailed, change)
  assert.equal(state.bail?.conditions, '')
  assert.match(JSON.stringify(state.happenings), /Not to go to Example Road/)
  refusedWith('suspect.said-so-already', ...bailed, change, change)
  refusedWith('suspect.not-on-bail', ...arrested, change)
})

test('a release under investigation is reviewed by the area’s setting, and each review starts the next', () => {
  const release = {
    type: 'ReleaseUnderInvestigation',
    releasedAt: moment('2026-01-10T20:00'),
    reason: 'More to be done',
    settings,
  } as const
  const review = {
    type: 'ReviewUnderInvestigation',
    on: day('2026-02-07'),
    outcome: 'Report is due',
    settings,
  } as const
  const first = dutyOf(after(...arrested, release), 'under-investigation-1')
  assert.equal(first.due.dueOn, '2026-02-07')
  assert.equal(first.due.authority.confidence, 'unconfirmed')
  const state = after(...arrested, release, review)
  assert.equal(positionOf(state), 'under-investigation')
  assert.equal(dutyOf(state, 'under-investigation-1').metAt, first.due.dueAt, 'in time on the last day')
  assert.equal(dutyOf(state, 'under-investigation-2').due.dueOn, '2026-03-07')
  refusedWith('suspect.out-of-order', ...arrested, release, { ...review, on: day('2026-01-09') })
  refusedWith('suspect.not-under-investigation', ...arrested, review)
})

test('from bail to release under investigation: the end of bail is met', () => {
  const release = {
    type: 'ReleaseUnderInvestigation',
    releasedAt: moment('2026-04-01T12:00'),
    reason: 'Bail is not necessary any longer',
    settings,
  } as const
  const state = after(...bailed, release)
  assert.equal(trackOf(state), 'under-investigation')
  assert.equal(standings(state)['bail-1'], 'met')
})

test('new bail after another arrest takes the place of the bail before', () => {
  const again = [...bailed, arrestAt('2026-03-01T09:00'), detainAt('2026-03-01T10:00')]
  const state = after(...again, { ...bailUntil('2026-06-01'), releasedAt: moment('2026-03-01T20:00') })
  assert.deepEqual(standings(state), {
    'detention-end-1': 'met',
    'detention-review-1-1': 'met late',
    'bail-1': 'met',
    'detention-end-2': 'met',
    'detention-review-2-1': 'met late',
    'bail-2': 'open',
  })
  refusedWith('suspect.said-so-already', ...bailed, bailUntil('2026-04-01'))
})
