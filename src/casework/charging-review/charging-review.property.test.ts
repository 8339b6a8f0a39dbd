import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reviewSession } from '../../../test/support/charging-arbitraries.ts'
import { fold } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type ReviewedCharge, stands } from './charging-decision.ts'
import { chargingReview } from './charging-review.ts'
import type { ReviewCommand, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { evidentialQuestionKeys, publicInterestKeys } from './the-code.ts'

// Whatever is ordered, in whatever order, what was authorised rests on what it must rest on. The checks below are
// written out here again, so that a fault in the product's own list of what is missing does not hide itself.

const said = (words: string | undefined): boolean => (words ?? '').trim() !== ''

function assertFullCodeTest(charge: ReviewedCharge): void {
  const { elements, questions, likelyDefence, finding, publicInterest, conclusion } = charge
  assert.ok(elements.length > 0)
  for (const { material, none } of elements) assert.ok(material.length > 0 && !none)
  for (const question of evidentialQuestionKeys) assert.ok(said(questions[question]?.note), question)
  assert.ok(said(likelyDefence))
  assert.ok(stands(finding) && finding.realisticProspect && said(finding.reasons))
  for (const question of publicInterestKeys) assert.ok(said(publicInterest[question]?.reasons), question)
  assert.ok(stands(conclusion) && conclusion.prosecutionRequired && said(conclusion.reasons))
}

function assertThresholdTest(charge: ReviewedCharge): void {
  const { threshold } = charge
  assert.ok(stands(threshold))
  for (const { met, reasons } of Object.values(threshold.conditions)) assert.ok(met && said(reasons))
  assert.ok(threshold.expected.some(said))
  assert.ok(threshold.reviewOn < threshold.custodyLimit)
}

function play(
  commands: readonly ReviewCommand[],
  each: (event: ReviewEvent, before: Review | null) => void,
): Review | null {
  let state: Review | null = null
  for (const command of commands) {
    const before: Review | null = state
    try {
      const events = chargingReview.decide(command, state)
      for (const event of events) each(event, before)
      state = fold(chargingReview, state, events)
    } catch (error) {
      assert.ok(error instanceof Refusal, String(error))
    }
  }
  return state
}

const commands = reviewSession('CASE2222')
const options = { seed: 20261122, numRuns: 1000 }

test('no charge is ever authorised unless its test was passed with everything present', () => {
  const authorised = { 'full-code-test': 0, 'threshold-test': 0 }
  fc.assert(
    fc.property(commands, (given) => {
      const state = play(given, () => {})
      for (const { charges, disclosure } of state?.decisions ?? []) {
        assert.ok(stands(disclosure) && said(disclosure.effect))
        for (const charge of charges) {
          if (charge.notPursued || charge.outcome?.outcome !== 'charge') continue
          authorised[charge.outcome.test] += 1
          if (charge.outcome.test === 'full-code-test') assertFullCodeTest(charge)
          else assertThresholdTest(charge)
        }
      }
    }),
    options,
  )
  assert.ok(authorised['full-code-test'] >= 20 && authorised['threshold-test'] >= 5, JSON.stringify(authorised))
})

test('a decision that was made is never changed by anything that follows', () => {
  let followed = 0
  fc.assert(
    fc.property(commands, (given) => {
      const made: string[] = []
      const state = play(given, (event, before) => {
        if (event.type !== 'ChargingDecided') return
        if (before && before.decisions.length > 0) followed += 1
        made.push(JSON.stringify(fold(chargingReview, before, [event])?.decisions.at(-1)))
      })
      assert.deepEqual(
        (state?.decisions ?? []).map((decision) => JSON.stringify(decision)),
        made,
      )
    }),
    options,
  )
  assert.ok(followed >= 5, `${followed} decisions followed another`)
})

test('the public interest is never concluded for a prosecution before the evidential stage is passed', () => {
  let concluded = 0
  fc.assert(
    fc.property(commands, (given) => {
      play(given, (event, before) => {
        if (event.type !== 'PublicInterestStageConcluded' || !event.prosecutionRequired) return
        concluded += 1
        const finding = before?.charges.find(({ charge }) => charge.key === event.charge)?.finding ?? null
        assert.ok(stands(finding) && finding.realisticProspect)
      })
    }),
    options,
  )
  assert.ok(concluded >= 20, `${concluded} conclusions`)
})
