import assert from 'node:assert/strict'
import { test } from 'node:test'
import { materialOf, prosecutor, reviewAfter, reviewCommands } from '../../../test/support/decided-review.ts'
import { afterwards, refused } from '../../../test/support/review-steps.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import { chargingReview } from './charging-review.ts'
import type { OrderOf, ReviewCommand } from './review-commands.ts'
import type { Review } from './review-state.ts'

// Tuesday 7 April 2026. The custody time limit ends on 2 June.
const at = parseInstant('2026-04-07T09:00:00.000Z')
const acted = { at, by: prosecutor.account }
const day = parseLocalDate

const draft = reviewCommands({ withAssault: false, at }, false)
const met = { met: true, reasons: 'So it is' } as const
const apply: OrderOf<'ApplyThresholdTest'> = {
  type: 'ApplyThresholdTest',
  charge: 'C1',
  position: 'in-custody',
  bailRisk: 'Would not come to court',
  conditions: { suspicion: met, furtherEvidence: met, seriousness: met, bail: met, publicInterest: met },
  expected: ['The phone, within a fortnight'],
  custodyLimit: day('2026-06-02'),
  reviewOn: day('2026-05-05'),
  ...acted,
}
const propose: ReviewCommand = {
  type: 'ProposeOutcome',
  charge: 'C1',
  outcome: 'charge',
  test: 'threshold-test',
  reasons: '',
  ...acted,
}
const decide: OrderOf<'Decide'> = {
  type: 'Decide',
  role: 'Prosecutor',
  position: 'in-custody',
  material: materialOf('CASE2222'),
  victims: [],
  holidays: keptHolidays(),
  ...acted,
}

const open = reviewAfter(draft.filter(({ type }) => ['OpenReview', 'DeclareDisclosure', 'WriteNotes'].includes(type)))
const charged = afterwards(open, apply, propose, decide)

test('all five conditions met, a suspect in custody is charged by the Threshold Test, with a dated review', () => {
  const [record] = charged.decisions
  assert.equal(record?.outcome, 'charge')
  assert.equal(record.charges[0]?.threshold?.expected[0], 'The phone, within a fortnight')
  const [review] = charged.thresholdReviews
  assert.deepEqual([review?.due.dueOn, review?.metAt], ['2026-05-05', null])
  assert.equal(review?.due.authority.confidence, 'unconfirmed')
  assert.match(review.due.working.steps.join('; '), /before the custody time limit, Tuesday 2 June 2026/)
})

test('the review is a duty of the prosecutors, without personal data', () => {
  const [duty] = chargingReview.rows(charged)['duty'] ?? []
  assert.deepEqual(
    [duty?.['what'], duty?.['due_on'], duty?.['owed_by_agency']],
    [
      'Apply the Full Code Test to the Threshold Test charge against suspect 1',
      '2026-05-05',
      'cps-thames-and-chiltern',
    ],
  )
  assert.doesNotMatch(JSON.stringify(duty), /phone|come to court/)
})

test('it is only for a suspect who is in custody, when it is applied and when it is decided', () => {
  for (const position of ['bailed', 'under-investigation', 'not-arrested'] as const) {
    refused(open, { ...apply, position }, 'review.not-in-custody')
    refused(afterwards(open, apply, propose), { ...decide, position }, 'review.not-in-custody')
  }
})

test('the review precedes the custody time limit: the day before is the last, the day itself is too late', () => {
  assert.equal(chargingReview.decide({ ...apply, reviewOn: day('2026-06-01') }, open).length, 1)
  refused(
    open,
    { ...apply, reviewOn: day('2026-06-02') },
    'review.threshold-review-too-late',
    /before Tuesday 2 June 2026/,
  )
  refused(open, { ...apply, reviewOn: day('2026-06-03') }, 'review.threshold-review-too-late')
})

test('the review may be today and not yesterday, when it is applied and when it is decided', () => {
  assert.equal(chargingReview.decide({ ...apply, reviewOn: day('2026-04-07') }, open).length, 1)
  refused(open, { ...apply, reviewOn: day('2026-04-06') }, 'review.threshold-review-past')
  const ready = afterwards(open, apply, propose)
  const on = (moment: string): ReviewCommand => ({ ...decide, at: parseInstant(moment) })
  assert.equal(chargingReview.decide(on('2026-05-05T22:59:59.999Z'), ready).length, 1)
  refused(ready, on('2026-05-05T23:00:00.000Z'), 'review.threshold-review-past')
})

test('each condition has its reasons, and one refusal names all that is missing', () => {
  const blank = { met: true, reasons: ' ' }
  const conditions = { ...apply.conditions, bail: blank, seriousness: blank }
  refused(
    open,
    { ...apply, conditions, bailRisk: '', expected: [] },
    'review.threshold-incomplete',
    /why bail would be a substantial risk; .*seriousness.*; .*Bail Act 1976.*; what evidence is expected/,
  )
})

test('a condition that is not met may be recorded, and authorises nothing', () => {
  const conditions = { ...apply.conditions, furtherEvidence: { met: false, reasons: 'Nothing is to come' } }
  const state = afterwards(open, { ...apply, conditions }, propose)
  refused(state, decide, 'review.incomplete', /Further evidence can be obtained.*which is not met/)
})

test('the Full Code Test afterwards meets the duty; it cannot rest on the Threshold Test again', () => {
  const begin: ReviewCommand = { type: 'BeginFullReview', ...acted }
  const again = afterwards(charged, begin)
  assert.equal(again.standing, 'again')
  refused(again, apply, 'review.full-review-needs-full-test')
  const stages = draft.filter(({ type }) => type !== 'OpenReview' && type !== 'WriteNotes')
  const reviewed = afterwards(again, ...stages, decide)
  assert.equal(reviewed.decisions[1]?.reviewType, 'FCTR')
  assert.equal(reviewed.thresholdReviews[0]?.metAt, at)
  refused(reviewed, begin, 'review.full-review-not-owed')
})

test('a full review that confirms the charges tells nobody; one that ends them does', () => {
  const again = afterwards(charged, { type: 'BeginFullReview', ...acted })
  const stages = draft.filter(({ type }) => type !== 'OpenReview' && type !== 'WriteNotes')
  const toldBy = (ready: Review): readonly string[] => {
    const events = chargingReview.decide(decide, ready)
    const after = fold(chargingReview, ready, events)
    return events.flatMap((event) => chargingReview.react?.(event, after, 'x') ?? []).map(({ kind }) => kind)
  }
  assert.deepEqual(toldBy(afterwards(again, ...stages)), [])
  const ended = reviewCommands({ withAssault: false, theftProved: false, at }, false)
  const failing = ended.filter(({ type }) => type !== 'OpenReview' && type !== 'WriteNotes')
  assert.deepEqual(toldBy(afterwards(again, ...failing)), ['suspect', 'referral'])
})

test('reconsidered and charged by the Threshold Test again, the earlier date gives way to the new one', () => {
  const reconsider: ReviewCommand = { type: 'Reconsider', ground: 'wrong-on-review', reasons: 'A mistake', ...acted }
  const declare: ReviewCommand = { type: 'DeclareDisclosure', effect: 'None', ...acted }
  const twice = afterwards(charged, reconsider, { ...apply, reviewOn: day('2026-05-12') }, propose, declare, decide)
  assert.deepEqual(
    twice.thresholdReviews.map(({ due, waived }) => [due.dueOn, waived?.reason ?? null]),
    [
      ['2026-05-05', 'Charging decision 2 set another date.'],
      ['2026-05-12', null],
    ],
  )
})
