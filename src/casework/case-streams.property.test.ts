import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CaseStreams, openIn } from '../../test/support/case-streams.ts'
import { type Move, beginCase, makeMove, moves } from '../../test/support/case-moves.ts'
import { commandsOf, facts } from '../../test/support/referrals.ts'
import { type Instant, addHours, parseInstant } from '../calendar/instant.ts'
import { dutyId } from '../duties/duty.ts'
import type { Item } from './material/register.ts'
import type { ReferralCommand } from './referral/commands.ts'
import { referralStream } from './referral/duties.ts'
import { referral } from './referral/referral.ts'
import { isOpen, isPending, itemDutyKey, itemState, suspectsOf, undecided } from './referral/standing.ts'
import type { ReferralStage } from './referral/terms.ts'
import { trackOf, withProsecutor } from './suspects/track-of.ts'
import type { TrackState } from './suspects/track.ts'

const began = parseInstant('2026-04-07T09:30:00.000Z')
const names = Object.keys(moves) as Move['name'][]
/** What leads furthest comes oftenest, so that plans, closings and decisions are reached. */
const often: readonly Move['name'][] = [
  'referBoth',
  'accept',
  'accept',
  'plan',
  'chase',
  'chase',
  'plan',
  'chase',
  'finalise',
  'finalise',
  'planForMaterial',
  'planForMaterial',
  'receive',
]

const move: fc.Arbitrary<Move & { readonly hours: number }> = fc.record({
  name: fc.oneof(fc.constantFrom(...names), fc.constantFrom(...often)),
  suspect: fc.constantFrom(1, 2),
  referral: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.constantFrom(2, 3) }),
  item: fc.constantFrom('A1', 'A2', 'A3'),
  plan: fc.constantFrom(1, 1, 2),
  material: fc.constantFrom('M1', 'M2', 'M3'),
  hours: fc.constantFrom(1, 5, 24, 24 * 40, 24 * 100),
})

const first = { suspect: 1, referral: 1, plan: 1, item: 'A1', material: 'M9' } as const

/** After each step of random cases, all their streams together. `begun` is what happened in each of them before. */
function eachStep(check: (streams: CaseStreams, at: Instant) => void, begun: readonly Move['name'][] = []): void {
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
      const streams = new CaseStreams('7KQ2M9XD')
      beginCase(streams, began)
      for (const name of begun) makeMove({ ...first, name }, streams, began)
      let at = began
      for (const { hours, ...one } of steps) {
        at = addHours(at, hours)
        makeMove(one, streams, at)
        check(streams, at)
      }
    }),
    { numRuns: 100, seed: 20_261_122 },
  )
}

test('whatever police and prosecutors do in whatever order, nothing that follows in another stream is refused', () => {
  const reached = new Set<string>()
  eachStep((streams) => {
    for (const { stage, decisions } of streams.referrals?.referrals ?? []) {
      reached.add(stage)
      for (const { outcome } of decisions) reached.add(outcome)
    }
  })
  const stages: readonly ReferralStage[] = ['waiting', 'rejected', 'withdrawn', 'action-plan', 'finalised', 'decided']
  for (const one of [...stages, 'charge', 'no-further-action-evidential']) assert.ok(reached.has(one), one)
})

const trackWhile: Readonly<Partial<Record<ReferralStage, TrackState>>> = {
  waiting: 'referred',
  'under-review': 'under-review',
  'action-plan': 'action-plan',
}

test('the track of a suspect says what their referral and their review say', () => {
  eachStep((streams) => {
    for (const number of [1, 2]) {
      const state = streams.suspect(number)
      assert.ok(state)
      const track = trackOf(state)
      const holding = streams.referrals?.referrals.filter((one) => suspectsOf(one).includes(number)) ?? []
      const open = holding.filter((one) => isOpen(one) && undecided(one).includes(number))
      assert.ok(open.length <= 1, `suspect ${number} is in ${open.length} open referrals`)
      const reconsidering = streams.review(number)?.standing === 'open' && streams.review(number)?.reconsidering
      const expected = open[0] && trackWhile[open[0].stage]
      // What the prosecutor reconsiders is with the prosecutor, whatever police are asked for besides.
      if (expected && !reconsidering && state.put.length === 0) assert.equal(track, expected)
      if (open.length === 0 && track !== 'charge-authorised') assert.ok(!withProsecutor.has(track), track)
      if (open.length === 0) assert.notEqual(track, 'referral-rejected')
      const withReviewer = open[0] && ['under-review', 'action-plan'].includes(open[0].stage)
      if (!reconsidering) {
        assert.equal(
          streams.review(number)?.standing === 'open',
          withReviewer ?? false,
          `review of ${number}: ${track}`,
        )
      }
    }
  })
})

/** A command that meets what is owed, or takes it on its way, for each kind of duty of a referral. */
function whoeverMeets(streams: CaseStreams, key: string, at: Instant): readonly ReferralCommand[] {
  const make = commandsOf(streams.caseId)
  const [kind = '', referralNumber = '', second = ''] = key.replace('last-answer', 'last').split('-')
  const of = { referral: Number(referralNumber), at }
  const one = streams.referrals?.referrals.find(({ number }) => number === of.referral)
  const words = { words: 'By telephone.', by: 'prosecutor', ...of }
  const reply = { reply: 'The first.', dueOn: null, facts, by: 'prosecutor', ...of }
  const replies = (one?.items ?? [])
    .filter((item) => itemState(item) === 'question')
    .map((item) => ({ type: 'ReplyToQuestion', item: item.key, ...reply }) as const)
  const answers = (one?.items ?? []).map((item) => make.answer(item.key, of))
  switch (kind) {
    case 'decision':
      return [make.accept(of), make.plan(of)]
    case 'resubmit':
    case 'reminder':
      return [{ type: 'RemindPolice', ...words }]
    case 'item':
      return [make.answer(second, of)]
    case 'chaser':
      return [make.chase({ ...of, plan: Number(second) }), ...replies]
    case 'last':
      return [...answers, ...replies]
    default:
      return []
  }
}

test('whatever is owed in a referral, somebody may do at that moment', () => {
  eachStep((streams, at) => {
    if (!streams.referrals) return
    for (const key of openIn(streams.referrals)) {
      const may = whoeverMeets(streams, key, at).some((command) => streams.would(referral, command))
      assert.ok(may, `nobody may meet ${key}`)
    }
  })
})

test('while a suspect waits for a decision of the prosecutor, its date is owed, unless they were decided on before', () => {
  eachStep((streams) => {
    const { referrals } = streams
    const owed = referrals ? openIn(referrals) : []
    for (const { number, stage, decidedAt } of referrals?.referrals ?? []) {
      if (!['waiting', 'under-review', 'action-plan'].includes(stage) || decidedAt !== null) continue
      const open = owed.filter((key) => key.startsWith(`decision-${number}-`))
      assert.equal(open.length, 1, `referral ${number}, ${stage}`)
    }
  })
})

/** The items of action plans for which a request on the register waits. */
const waitingOnRegister = ({ register }: CaseStreams): readonly string[] =>
  (register?.items ?? []).flatMap((item) =>
    item.requests.flatMap(({ plans, answered, waived }) => {
      const waits = plans.filter((plan) => plan.waits)
      assert.ok(waits.length === 0 || (answered === null && waived === null && !item.withdrawn), item.key)
      return waits.map(({ referral: number, key, duty }) => `${number} ${key} ${duty}`)
    }),
  )

const pendingInPlans = ({ referrals, caseId }: CaseStreams): readonly string[] =>
  (referrals?.referrals ?? []).flatMap((one) =>
    one.items
      .filter((item) => item.asksFor !== undefined && isPending(item))
      .map((item) => `${one.number} ${item.key} ${dutyId(referralStream(caseId), itemDutyKey(one, item))}`),
  )

const hasOpenRequest = ({ requests }: Item): boolean =>
  requests.some(({ answered, waived }) => answered === null && waived === null)

const toPlan = ['refer', 'accept', 'planForMaterial'] as const

test('what action plans ask for is asked for on the register, as long as it is waited for and no longer', () => {
  const reached = new Set<string>()
  eachStep((streams) => {
    assert.deepEqual(waitingOnRegister(streams).toSorted(), pendingInPlans(streams).toSorted())
    for (const { stage, items, reopenings } of streams.referrals?.referrals ?? []) {
      for (const one of items.filter(({ asksFor }) => asksFor !== undefined)) reached.add(`${stage} ${itemState(one)}`)
      if (reopenings.length > 0) reached.add('reopened')
    }
    const items = streams.register?.items ?? []
    for (const item of items) assert.ok(item.state !== 'requested' || item.withdrawn || hasOpenRequest(item), item.key)
  }, toPlan)
  for (const one of ['action-plan open', 'action-plan question', 'action-plan done', 'finalised ended', 'reopened']) {
    assert.ok(reached.has(one), one)
  }
})
