import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionAfter, materialOf, reviewAfter, reviewCommands } from '../../../test/support/decided-review.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { victimToldBy } from '../../victims/notices/not-investigated.ts'
import { thresholdReviewKind } from '../charging-review/threshold-review-rule.ts'
import type { HeldMaterial, MaterialState } from '../material/held-material.ts'
import { materialKind } from '../material/rows.ts'
import { chargeKind } from '../suspects/duty-kinds.ts'
import { dutiesIf } from './duties-if.ts'
import { type Question, type UnderReview, whatIf } from './what-if.ts'

const decision: UnderReview = { charges: decisionAfter().charges, decided: true }
const draft: UnderReview = { charges: reviewAfter(reviewCommands({}, false)).charges, decided: false }
const material = materialOf('CASE2222')

const ask = (question: Partial<Question>, under = decision, register = material) =>
  whatIf(under, register, { lost: [], withdrawn: [], ...question })

const standings = (answer: ReturnType<typeof ask>) => answer.charges.map(({ standing }) => standing)

const withState = (key: string, state: MaterialState): readonly HeldMaterial[] =>
  material.map((item) => (item.key === key ? { ...item, state } : item))

test('nothing lost and nobody withdrawn: everything stands as before', () => {
  const answer = ask({})
  assert.deepEqual(standings(answer), ['as-before', 'as-before'])
  assert.deepEqual(answer.gone, [])
  assert.equal(answer.noChargeLeft, false)
})

test('an element with other material left stands on less, and its charge is to be weighed again', () => {
  const answer = ask({ lost: ['M1'] })
  assert.deepEqual(standings(answer), ['to-weigh-again', 'as-before'])
  const [took, dishonest] = answer.charges[0]?.elements ?? []
  assert.equal(took?.standing, 'on-less')
  assert.deepEqual(
    took?.before.map(({ key }) => key),
    ['M1', 'M2'],
  )
  assert.deepEqual(
    took?.after.map(({ key }) => key),
    ['M2'],
  )
  assert.equal(dishonest?.standing, 'as-before')
})

test('an element with nothing left falls, and its charge with it, by name', () => {
  const answer = ask({ lost: ['M2'] })
  assert.deepEqual(standings(answer), ['falls', 'as-before'])
  assert.match(answer.charges[0]?.effect ?? '', /Nothing that is named would prove “was dishonest”/)
  assert.equal(answer.noChargeLeft, false)
})

test('a person who withdraws takes everything that comes from them, and nothing else', () => {
  const answer = ask({ withdrawn: ['CASE2222-w'] })
  assert.deepEqual(
    answer.gone.map(({ item, because, bearsOn }) => [item.key, because, bearsOn]),
    [['M3', 'withdrawn', 1]],
  )
  assert.deepEqual(standings(answer), ['as-before', 'falls'])
})

test('no charge is left where every one of them falls', () => {
  assert.equal(ask({ lost: ['M2'], withdrawn: ['CASE2222-w'] }).noChargeLeft, true)
})

test('a draft says that a charge could not be authorised, a decision that it would have to be reviewed', () => {
  assert.match(ask({ lost: ['M2'] }, draft).charges[0]?.effect ?? '', /could not be authorised/)
  assert.match(ask({ lost: ['M2'] }).charges[0]?.effect ?? '', /would have to review it/)
})

test('what is not to be charged has no charge to lose', () => {
  const none = { charges: decisionAfter({ theftProved: false, withAssault: false }).charges, decided: true }
  const answer = ask({ lost: ['M2'] }, none)
  assert.deepEqual(standings(answer), ['to-weigh-again'])
  assert.match(answer.charges[0]?.effect ?? '', /no charge falls/)
  assert.equal(answer.noChargeLeft, false)
})

test('a charge by the Threshold Test does not fall: its test is applied again', () => {
  const charges = decision.charges.map((one) => ({
    ...one,
    outcome: one.outcome && { ...one.outcome, test: 'threshold-test' as const },
  }))
  const answer = ask({ lost: ['M2'] }, { charges, decided: true })
  assert.deepEqual(standings(answer), ['to-weigh-again', 'as-before'])
  assert.match(answer.charges[0]?.effect ?? '', /Threshold Test/)
})

test('what the register has no longer is gone before anything is asked', () => {
  for (const state of ['missing', 'refused', 'not-reasonable'] as const) {
    const took = ask({}, decision, withState('M1', state)).charges[0]?.elements[0]
    assert.deepEqual(
      took?.before.map(({ key }) => key),
      ['M2'],
      state,
    )
    assert.equal(took?.standing, 'as-before')
  }
  const unproved = ask({}, decision, withState('M3', 'missing')).charges[1]?.elements[0]
  assert.equal(unproved?.standing, 'unproved')
  assert.deepEqual(ask({}, decision, []).charges[0]?.elements[0]?.before, [])
})

test('a charge whose proof the register lost already cannot stand now, and counts among those that fall', () => {
  const without = withState('M3', 'missing')
  const now = ask({}, decision, without)
  assert.deepEqual(standings(now), ['as-before', 'fallen'])
  assert.match(now.charges[1]?.effect ?? '', /Nothing that the register has proves “used force” any longer/)
  assert.equal(now.noChargeLeft, false)
  const then = ask({ lost: ['M2'] }, decision, without)
  assert.deepEqual(standings(then), ['falls', 'fallen'])
  assert.equal(then.noChargeLeft, true)
  const threshold = decision.charges.map((one) => ({
    ...one,
    outcome: one.outcome && { ...one.outcome, test: 'threshold-test' as const },
  }))
  assert.deepEqual(standings(ask({}, { charges: threshold, decided: true }, without)), ['as-before', 'as-before'])
})

test('material that is still asked for may come, so it counts as it did', () => {
  const took = ask({}, decision, withState('M1', 'requested')).charges[0]?.elements[0]
  assert.equal(took?.before.length, 2)
})

test('a charge that is not pursued is not spoken of', () => {
  const notPursued = { at: parseInstant('2026-04-07T08:30:00.000Z'), by: 'prosecutor', reasons: 'Enough without it' }
  const charges = decision.charges.map((one) => (one.charge.key === 'C2' ? { ...one, notPursued } : one))
  assert.deepEqual(
    ask({ withdrawn: ['CASE2222-w'] }, { charges, decided: true }).charges.map(({ key }) => key),
    ['C1'],
  )
})

const duty = (kind: string, key: string, change: Partial<SeenDuty> = {}): SeenDuty => ({
  ...victimToldBy(parseLocalDate('2026-04-02'), [], keptHolidays()),
  id: key,
  stream: 'suspect/CASE2222-S1',
  key,
  kind,
  what: `Duty ${key}`,
  owedBy: { agency: 'thames-valley-police', name: 'Police' },
  owedTo: { name: 'The court' },
  metAt: null,
  waived: null,
  public: false,
  earlierDates: [],
  ...change,
})

const owed = [
  duty(chargeKind, 'charge-1-1'),
  duty(thresholdReviewKind, 'threshold-review-1'),
  duty(materialKind, 'M2-request-1'),
  duty(materialKind, 'M20-request-1'),
  duty('crime-recording', 'crime-recording'),
]

const effects = (question: Partial<Question>, all = owed) =>
  dutiesIf(ask(question), all).map(({ duty: { key }, standing }) => [key, standing])

test('duties that rest on the charges change with one charge and fall with the last', () => {
  assert.deepEqual(effects({}), [])
  assert.deepEqual(effects({ withdrawn: ['CASE2222-w'] }), [
    ['charge-1-1', 'changes'],
    ['threshold-review-1', 'changes'],
  ])
  assert.deepEqual(effects({ lost: ['M2'], withdrawn: ['CASE2222-w'] }).slice(0, 2), [
    ['charge-1-1', 'falls'],
    ['threshold-review-1', 'falls'],
  ])
})

test('a request for what would be lost changes, and one for another item of a like number does not', () => {
  assert.deepEqual(effects({ lost: ['M2'] }).slice(2), [['M2-request-1', 'changes']])
})

test('a duty that was met or waived is over and does not change', () => {
  const over = [
    duty(chargeKind, 'met', { metAt: parseInstant('2026-04-07T08:30:00.000Z') }),
    duty(chargeKind, 'waived', { waived: { at: parseInstant('2026-04-07T08:30:00.000Z'), reason: 'No longer owed' } }),
  ]
  assert.deepEqual(effects({ lost: ['M2'] }, over), [])
})
