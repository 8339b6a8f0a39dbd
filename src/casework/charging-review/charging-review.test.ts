import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prosecutor, reviewAfter, reviewCommands, reviewedAt } from '../../../test/support/decided-review.ts'
import { afterwards, refused } from '../../../test/support/review-steps.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import { eventOf, payloadOf } from '../../platform/record/entry.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import { summary } from '../suspects/example.ts'
import { chargingReview } from './charging-review.ts'
import type { OrderOf, ReviewCommand, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { codeEdition } from './the-code.ts'

const acted = { at: reviewedAt, by: prosecutor.account }
const ofTheft = { charge: 'C1', ...acted }

/** One charge, theft: the commands of a whole review, with some left out or changed. */
const theft = { withAssault: false }
const draft = reviewCommands(theft, false)
type Type = ReviewCommand['type']

const without = (...types: readonly Type[]): Review => reviewAfter(draft.filter(({ type }) => !types.includes(type)))

const order = <Kind extends Type>(type: Kind): OrderOf<Kind> => {
  const found = reviewCommands(theft).find((command) => command.type === type)
  if (!found) throw new Error(type)
  return found as OrderOf<Kind>
}

const decide = order('Decide')

test('a charge that passed both stages is authorised, and the decision keeps who, when, which test and edition', () => {
  const decided = afterwards(reviewAfter(draft), decide)
  const [record] = decided.decisions
  assert.equal(record?.outcome, 'charge')
  assert.equal(record.reviewType, 'IR')
  assert.deepEqual(record.code, codeEdition)
  assert.deepEqual([record.role, record.decidedBy, record.decidedAt], ['Prosecutor', 'prosecutor', reviewedAt])
  assert.equal(record.charges[0]?.outcome?.test, 'full-code-test')
  assert.equal(record.charges[0].elements[0]?.material[0]?.title, 'Statement on the theft')
  assert.equal(decided.standing, 'decided')
})

test('one refusal names everything that is missing', () => {
  const open = reviewAfter(draft.slice(0, 1))
  const proposed = afterwards(open, order('ProposeOutcome'))
  refused(
    proposed,
    decide,
    'review.incomplete',
    /C1: what must be proved; C1: the answer to “Can the evidence be used in court\?”, with a note; .*C1: the likely defence; C1: the finding on the evidence; C1: 4\.14 \(a\).*4\.14 \(g\).*C1: the conclusion on the public interest; the declaration that the effect of disclosable material was considered; which review this is\.$/,
  )
})

for (const [type, words] of [
  ['DeclareDisclosure', /disclosable material was considered/],
  ['WriteNotes', /which review this is/],
  ['ProposeOutcome', /C1: the outcome/],
  ['ConcludeOnPublicInterest', /C1: the conclusion on the public interest/],
] as const) {
  test(`without ${type} nothing is decided, and the refusal says so`, () => {
    refused(without(type), decide, 'review.incomplete', words)
  })
}

test('a realistic prospect is not found while an element, a question or the defence is open', () => {
  const find = order('FindOnEvidence')
  const open = without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest')
  assert.equal(chargingReview.decide(find, open).length, 1)
  const prove = order('ProveElements')
  const [first, ...rest] = prove.elements
  assert.ok(first)
  const half = afterwards(open, { ...prove, elements: [{ ...first, material: [] }, ...rest] })
  refused(half, find, 'review.evidence-incomplete', /what proves “took it”, or none/)
  const none = afterwards(open, { ...prove, elements: [{ ...first, material: [], none: true }, ...rest] })
  refused(none, find, 'review.element-without-material', /Nothing proves “took it”/)
  const answer = order('AnswerQuestions')
  const silent = afterwards(open, { ...answer, likelyDefence: ' ' })
  refused(silent, find, 'review.evidence-incomplete', /the likely defence/)
  const unanswered = afterwards(open, { ...answer, questions: { ...answer.questions, credible: null } })
  refused(unanswered, find, 'review.evidence-incomplete', /Is the evidence credible\?/)
  assert.equal(chargingReview.decide({ ...find, realisticProspect: false }, none).length, 1)
})

test('none and material cannot both be said of one element', () => {
  const prove = order('ProveElements')
  const elements = prove.elements.map((one) => ({ ...one, none: true }))
  refused(reviewAfter(draft.slice(0, 1)), { ...prove, elements }, 'review.none-beside-material')
})

test('stage two opens once stage one is passed', () => {
  const open = without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest', 'ProposeOutcome')
  refused(open, order('WeighPublicInterest'), 'review.evidential-stage-open')
  refused(open, order('ConcludeOnPublicInterest'), 'review.evidential-stage-open')
  const failed = afterwards(open, { ...order('FindOnEvidence'), realisticProspect: false })
  refused(failed, order('WeighPublicInterest'), 'review.evidential-stage-open')
})

test('taken first, the public interest can only be a reason not to prosecute', () => {
  const first: ReviewCommand = { type: 'TakePublicInterestFirst', reasons: 'The extent is known', ...ofTheft }
  const open = afterwards(
    without('FindOnEvidence', 'WeighPublicInterest', 'ConcludeOnPublicInterest', 'ProposeOutcome'),
    first,
  )
  const weighed = afterwards(open, order('WeighPublicInterest'))
  const conclude = order('ConcludeOnPublicInterest')
  refused(weighed, conclude, 'review.first-only-against')
  const concluded = afterwards(
    weighed,
    { ...conclude, prosecutionRequired: false },
    { ...order('ProposeOutcome'), outcome: 'no-further-action-public-interest' },
  )
  assert.equal(afterwards(concluded, decide).decisions[0]?.outcome, 'no-further-action-public-interest')
  refused(afterwards(concluded, order('ProposeOutcome')), decide, 'review.incomplete', /the finding on the evidence/)
})

test('the public interest is not concluded on while one of the seven questions is open', () => {
  const weigh = order('WeighPublicInterest')
  const open = afterwards(without('WeighPublicInterest', 'ConcludeOnPublicInterest'), {
    ...weigh,
    answers: { ...weigh.answers, g: null },
  })
  refused(open, order('ConcludeOnPublicInterest'), 'review.public-interest-incomplete', /4\.14 \(g\)/)
})

test('one factor may outweigh all others: six answers against do not stop a conclusion for a prosecution', () => {
  const weigh = order('WeighPublicInterest')
  const against = { answer: 'against', reasons: 'Against' } as const
  const answers = { a: weigh.answers.a, b: against, c: against, d: against, e: against, f: against, g: against }
  const state = afterwards(without('WeighPublicInterest', 'ConcludeOnPublicInterest'), { ...weigh, answers })
  assert.equal(afterwards(state, order('ConcludeOnPublicInterest'), decide).decisions[0]?.outcome, 'charge')
})

test('a finding falls when what it rests on is changed, and what was weighed after it falls, too', () => {
  const prove = order('ProveElements')
  const changed = afterwards(reviewAfter(draft), {
    ...prove,
    elements: prove.elements.map((one) => ({ ...one, note: 'Seen again' })),
  })
  assert.match(changed.charges[0]?.finding?.setAside ?? '', /what proves the charge was changed/)
  refused(changed, decide, 'review.incomplete', /the finding on the evidence, again, because what proves the charge/)
  const found = afterwards(changed, order('FindOnEvidence'))
  refused(found, decide, 'review.incomplete', /the conclusion on the public interest, again/)
  assert.equal(afterwards(found, order('ConcludeOnPublicInterest'), decide).decisions.length, 1)
})

test('saving what is there already records nothing, so that no conclusion falls by it', () => {
  const stored = draft.reduce<Review | null>((before, command) => {
    const events = chargingReview.decide(command, before)
    // As they come back from the record, with their names in another order.
    return fold(
      chargingReview,
      before,
      events.map((event) => eventOf(event.type, payloadOf(event)) as ReviewEvent),
    )
  }, null)
  for (const command of draft) assert.deepEqual(chargingReview.decide(command, stored), [], command.type)
})

test('a charge of another offence begins anew with what must be proved; of the same it keeps it', () => {
  const state = reviewAfter(draft)
  const before = state.charges[0]?.charge
  assert.ok(before)
  const { key: _, ...worded } = before
  const change = (changes: Partial<typeof worded>): ReviewCommand => ({
    type: 'ChangeCharge',
    worded: { ...worded, ...changes },
    reasons: 'It fits better',
    ...ofTheft,
  })
  const reworded = afterwards(state, change({ particulars: 'Stole a red bicycle.' })).charges[0]
  assert.equal(reworded?.elements.length, 2)
  assert.ok(reworded.finding?.setAside)
  const robbery = { code: parseOffenceCode('TH68023'), title: 'Robbery', listed: worded.offence.listed }
  const other = afterwards(state, change({ offence: robbery })).charges[0]
  assert.deepEqual([other?.elements, other?.points, other?.charge.key], [[], null, 'C1'])
  assert.equal(other?.proposed?.offence.code, 'TH68006')
  refused(state, change({}), 'review.nothing-changed')
  refused(state, change({ to: parseLocalDate('2026-04-05') }), 'review.charge-ends-before-it-begins')
})

test('charges of the prosecutor’s own are P1, P2; one that is not pursued needs its reason and no outcome', () => {
  const { key: _, ...worded } = reviewAfter(draft).charges[0]?.charge ?? assert.fail()
  const add: ReviewCommand = { type: 'AddCharge', worded, reasons: 'Seen on the recording', ...acted }
  const added = afterwards(reviewAfter(draft), add, add)
  assert.deepEqual(
    added.charges.map(({ charge }) => charge.key),
    ['C1', 'P1', 'P2'],
  )
  refused(added, decide, 'review.incomplete', /P1: the outcome; P2: the outcome/)
  const drop = (charge: string, reasons = 'The theft is enough'): ReviewCommand => ({
    type: 'NotPursueCharge',
    charge,
    reasons,
    ...acted,
  })
  refused(added, drop('P1', ' '), 'review.reasons-missing')
  assert.equal(afterwards(added, drop('P1'), drop('P2'), decide).decisions.length, 1)
  refused(afterwards(added, drop('P1'), drop('P2'), drop('C1')), decide, 'review.no-charge-pursued')
  refused(afterwards(added, drop('P1')), drop('P1'), 'review.charge-not-pursued')
})

test('nothing proved ends a charge for want of evidence; the opposite outcome is refused', () => {
  const nothing = reviewAfter(reviewCommands({ ...theft, theftProved: false }, false))
  assert.equal(afterwards(nothing, decide).decisions[0]?.outcome, 'no-further-action-evidential')
  const charge = afterwards(nothing, { ...order('ProposeOutcome'), outcome: 'charge' })
  refused(charge, decide, 'review.incomplete', /something that proves “took it”.*the finding is the opposite/)
})

test('a disposal out of court needs the evidence for a charge, no prosecution required, and its reasons', () => {
  const propose = { ...order('ProposeOutcome'), outcome: 'conditional-caution' as const }
  const state = afterwards(reviewAfter(draft), propose)
  refused(state, decide, 'review.incomplete', /does not require a prosecution; it is the opposite/)
  const concluded = afterwards(state, { ...order('ConcludeOnPublicInterest'), prosecutionRequired: false })
  assert.equal(afterwards(concluded, decide).decisions[0]?.outcome, 'out-of-court')
  refused(afterwards(concluded, { ...propose, reasons: ' ' }), decide, 'review.incomplete', /C1: why this outcome/)
})

test('what was decided is not changed: it is reconsidered, every conclusion again, and the first stays', () => {
  const decided = afterwards(reviewAfter(draft), decide)
  for (const command of draft.slice(1)) refused(decided, command, 'review.decided')
  refused(decided, decide, 'review.decided')
  const reconsider: ReviewCommand = { type: 'Reconsider', ground: 'new-evidence', reasons: 'A witness', ...acted }
  refused(reviewAfter(draft), reconsider, 'review.not-decided')
  const again = afterwards(decided, reconsider)
  refused(again, decide, 'review.incomplete', /C1: the outcome; the declaration/)
  const [, second] = afterwards(
    again,
    order('FindOnEvidence'),
    order('ConcludeOnPublicInterest'),
    order('ProposeOutcome'),
    order('DeclareDisclosure'),
    decide,
  ).decisions
  assert.equal(second?.reviewType, 'REC')
  assert.equal(second.reconsiders?.decision, 1)
  assert.deepEqual(again.decisions, decided.decisions)
})

test('a decision tells the suspect’s stream and the referral; a reconsideration tells both again', () => {
  const decided = afterwards(reviewAfter(draft), decide)
  const [event] = chargingReview.decide(decide, reviewAfter(draft))
  assert.ok(event)
  const told = chargingReview.react?.(event, decided, 'CASE2222-S1') ?? []
  assert.deepEqual(
    told.map(({ kind, id, command }) => [kind, id, command.type]),
    [
      ['suspect', 'CASE2222-S1', 'NoteChargingDecision'],
      ['referral', 'CASE2222', 'NoteSuspectDecided'],
    ],
  )
})

test('what the list has on the offences goes to the suspect’s stream, where time limits are kept', () => {
  const known = { ...decide, facts: { TH68010: summary } }
  const [event] = chargingReview.decide(known, reviewAfter(draft))
  assert.ok(event)
  const [told] = chargingReview.react?.(event, afterwards(reviewAfter(draft), known), 'x') ?? []
  assert.ok(told && 'facts' in told.command)
  assert.deepEqual(told.command.facts, { TH68010: summary })
})

test('an opening again with the same charges says nothing; with another charge it keeps what was drafted', () => {
  const open = order('OpenReview')
  const state = reviewAfter(draft)
  assert.deepEqual(chargingReview.decide(open, state), [])
  const [first] = open.suspect.charges
  assert.ok(first)
  const wider = afterwards(state, { ...open, suspect: { ...open.suspect, charges: [first, { ...first, key: 'C2' }] } })
  assert.equal(wider.charges.length, 2)
  assert.equal(wider.charges[0]?.finding?.setAside, null)
  const decided = afterwards(state, decide)
  const referredAgain = afterwards(decided, { ...open, referral: 2 })
  assert.equal(referredAgain.standing, 'open')
  assert.match(referredAgain.charges[0]?.finding?.setAside ?? '', /referred again/)
  assert.equal(referredAgain.decisions.length, 1)
})

test('closed for want of an answer, a review takes no more until it is opened again', () => {
  const reason = { reason: 'No answer', ...acted }
  const closed = afterwards(reviewAfter(draft), { type: 'FinaliseAdministratively', ...reason })
  refused(closed, decide, 'review.finalised')
  assert.equal(afterwards(closed, { type: 'Reopen', ...reason }, decide).decisions.length, 1)
  assert.deepEqual(chargingReview.decide({ type: 'FinaliseAdministratively', ...reason }, null), [])
})

test('nothing is said of a review that was not opened', () => {
  refused(null, decide, 'review.not-open')
  refused(reviewAfter(draft), { ...order('FindOnEvidence'), charge: 'C9' }, 'review.no-such-charge')
})

const midnight = parseInstant('2026-10-24T22:59:59.999Z')

test('a decision late in the evening of British Summer Time is of that day in London', () => {
  const decided = afterwards(reviewAfter(draft), { ...decide, at: midnight })
  assert.equal(decided.decisions[0]?.decidedOn, '2026-10-24')
})
