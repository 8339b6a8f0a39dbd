import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Decided,
  materialOf,
  prosecutor,
  reviewAfter,
  reviewCommands,
  reviewedAt,
} from '../../../test/support/decided-review.ts'
import { afterwards, refused } from '../../../test/support/review-steps.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { HeldMaterial } from '../material/held-material.ts'
import { chargingReview } from './charging-review.ts'
import type { OrderOf, ReviewCommand } from './review-commands.ts'
import type { Review } from './review-state.ts'

// What may still be rested on when something changed after it was concluded.

const acted = { at: reviewedAt, by: prosecutor.account }
const ofTheft = { charge: 'C1', ...acted }
const theft: Decided = { withAssault: false }
const draft = reviewCommands(theft, false)
type Type = ReviewCommand['type']

const without = (...types: readonly Type[]): Review => reviewAfter(draft.filter(({ type }) => !types.includes(type)))

const order = <Kind extends Type>(type: Kind): OrderOf<Kind> => {
  const found = reviewCommands(theft).find((command) => command.type === type)
  if (!found) throw new Error(type)
  return found as OrderOf<Kind>
}

const decide = order('Decide')
const register = materialOf('CASE2222')

const changed = (key: string, change: Partial<HeldMaterial>): readonly HeldMaterial[] =>
  register.map((item) => (item.key === key ? { ...item, ...change } : item))

for (const state of ['missing', 'refused', 'not-reasonable'] as const) {
  test(`an item that is ${state} when it is decided stops the decision that rests on it, and is named`, () => {
    const command = { ...decide, material: changed('M2', { state }) }
    refused(reviewAfter(draft), command, 'review.incomplete', /C1: what must be proved, again, because M2 .*Cameras/)
  })
}

test('an item taken out of the register stops the decision; one that nothing rests on does not', () => {
  const gone = register.filter(({ key }) => key !== 'M1')
  refused(reviewAfter(draft), { ...decide, material: gone }, 'review.incomplete', /M1 .*was taken out of the register/)
  assert.equal(
    afterwards(reviewAfter(draft), { ...decide, material: changed('M3', { state: 'missing' }) }).standing,
    'decided',
  )
  const waiting = { ...decide, material: changed('M3', { state: 'requested' }) }
  assert.equal(afterwards(reviewAfter(draft), waiting).standing, 'decided')
})

test('found again without what was lost, it is decided', () => {
  const prove = order('ProveElements')
  const material = changed('M1', { state: 'missing' })
  const elements = prove.elements.map((one) => ({ ...one, material: one.material.filter(({ key }) => key !== 'M1') }))
  const again = afterwards(
    reviewAfter(draft),
    { ...prove, elements },
    order('FindOnEvidence'),
    order('ConcludeOnPublicInterest'),
  )
  assert.equal(afterwards(again, { ...decide, material }).decisions.length, 1)
})

test('what is lost or refused proves nothing: a prospect is not found on it alone', () => {
  const prove = order('ProveElements')
  const open = without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest')
  const on = (state: HeldMaterial['state']): Review => {
    const material = changed('M1', { state }).slice(0, 1)
    return afterwards(open, { ...prove, elements: prove.elements.map((one) => ({ ...one, material })) })
  }
  for (const state of ['missing', 'refused', 'not-reasonable'] as const) {
    refused(on(state), order('FindOnEvidence'), 'review.evidence-incomplete', /what proves “took it”.*M1/)
  }
  assert.equal(chargingReview.decide(order('FindOnEvidence'), on('requested')).length, 1)
})

test('a conclusion for a prosecution falls with the evidence, also where the public interest was once taken first', () => {
  const first: ReviewCommand = { type: 'TakePublicInterestFirst', reasons: 'The extent is known', ...ofTheft }
  const open = without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest')
  const concluded = afterwards(
    open,
    first,
    order('FindOnEvidence'),
    order('WeighPublicInterest'),
    order('ConcludeOnPublicInterest'),
  )
  const answers = { ...order('AnswerQuestions'), likelyDefence: 'Says it was theirs' }
  assert.match(afterwards(concluded, answers).charges[0]?.conclusion?.setAside ?? '', /answered anew/)
  const failed = afterwards(concluded, { ...order('FindOnEvidence'), realisticProspect: false })
  assert.match(failed.charges[0]?.conclusion?.setAside ?? '', /no longer passed/)
})

test('a conclusion against one, taken first, stands whatever becomes of the evidence', () => {
  const first: ReviewCommand = { type: 'TakePublicInterestFirst', reasons: 'The extent is known', ...ofTheft }
  const concluded = afterwards(
    without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest'),
    first,
    order('WeighPublicInterest'),
    { ...order('ConcludeOnPublicInterest'), prosecutionRequired: false },
    { ...order('AnswerQuestions'), likelyDefence: 'Says it was theirs' },
    { ...order('FindOnEvidence'), realisticProspect: false },
  )
  assert.equal(concluded.charges[0]?.conclusion?.setAside, null)
})

const met = { met: true, reasons: 'So it is' } as const
const threshold: OrderOf<'ApplyThresholdTest'> = {
  type: 'ApplyThresholdTest',
  position: 'in-custody',
  bailRisk: 'Would not come to court',
  conditions: { suspicion: met, furtherEvidence: met, seriousness: met, bail: met, publicInterest: met },
  expected: ['The phone'],
  custodyLimit: parseLocalDate('2026-06-02'),
  reviewOn: parseLocalDate('2026-05-05'),
  ...ofTheft,
}
const byThreshold: ReviewCommand = { ...order('ProposeOutcome'), outcome: 'charge', test: 'threshold-test' }
const inCustody = { ...decide, position: 'in-custody' } as const

test('the Threshold Test is no way round the Full Code Test, once that was passed or went against a prosecution', () => {
  const passed = afterwards(reviewAfter(draft), threshold, byThreshold)
  refused(passed, inCustody, 'review.incomplete', /the Full Code Test instead/)
  const against = afterwards(passed, { ...order('ConcludeOnPublicInterest'), prosecutionRequired: false })
  refused(against, inCustody, 'review.incomplete', /the Full Code Test instead/)
  const first = afterwards(
    without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest'),
    { type: 'TakePublicInterestFirst', reasons: 'The extent is known', ...ofTheft },
    order('WeighPublicInterest'),
    { ...order('ConcludeOnPublicInterest'), prosecutionRequired: false },
    threshold,
    byThreshold,
  )
  refused(first, inCustody, 'review.incomplete', /does not require a prosecution, which stands/)
})

test('a full review after a Threshold Test charge stays one when police refer the suspect again meanwhile', () => {
  const bare = without(
    'ProveElements',
    'AnswerQuestions',
    'FindOnEvidence',
    'WeighPublicInterest',
    'ConcludeOnPublicInterest',
  )
  const charged = afterwards(bare, threshold, byThreshold, inCustody, { type: 'BeginFullReview', ...acted })
  const again = afterwards(charged, { ...order('OpenReview'), referral: 2 })
  assert.equal(again.standing, 'again')
  refused(again, threshold, 'review.full-review-needs-full-test')
  const stages = draft.filter(({ type }) => type !== 'OpenReview' && type !== 'WriteNotes')
  const ready = afterwards(again, ...stages)
  const after = afterwards(ready, decide)
  const [event] = chargingReview.decide(decide, ready)
  assert.ok(event)
  assert.deepEqual(
    (chargingReview.react?.(event, after, 'x') ?? []).map(({ kind }) => kind),
    ['referral'],
  )
})

test('another outcome is told as such, and not as a disposal out of court', () => {
  const ready = afterwards(reviewAfter(draft), { ...order('ProposeOutcome'), outcome: 'other', reasons: 'Sent abroad' })
  const [event] = chargingReview.decide(decide, ready)
  assert.ok(event)
  const [told] = chargingReview.react?.(event, afterwards(ready, decide), 'x') ?? []
  assert.deepEqual(told?.command, {
    type: 'NoteChargingDecision',
    step: 'other-outcome',
    charges: [],
    decision: 1,
    ...acted,
  })
})
