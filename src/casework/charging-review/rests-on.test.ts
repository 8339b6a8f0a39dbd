import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reviewAfter, reviewCommands } from '../../../test/support/decided-review.ts'
import { html } from '../../platform/web/html.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import { restsOn } from './rests-on.ts'

const [theft] = reviewAfter(reviewCommands({ withAssault: false }, false)).charges
const [refused] = reviewAfter(reviewCommands({ withAssault: false, theftProved: false }, false)).charges
assert.ok(theft && refused)

const textOf = (charge: ReviewedCharge): string =>
  String(html`${restsOn(charge)}`)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('where the evidence ends a charge, the public interest is not reached, and nothing of it is missing', () => {
  assert.match(textOf(refused), /Not reached, because the evidential stage is not passed/)
  assert.doesNotMatch(textOf(refused), /Missing|4\.14|How serious/)
})

test('what an outcome needs is missing where it is not there; what it does not need is said to be not needed', () => {
  const conclusion = { ...theft, conclusion: null }
  assert.match(textOf(conclusion), /What the public interest requires Missing/)
  const first = { reasons: 'Its extent is known', at: theft.finding?.at ?? assert.fail(), by: 'prosecutor' }
  const exceptionally: ReviewedCharge = {
    ...theft,
    publicInterestFirst: first,
    finding: null,
    likelyDefence: '',
    conclusion: theft.conclusion && { ...theft.conclusion, prosecutionRequired: false },
    outcome: { outcome: 'no-further-action-public-interest', test: 'full-code-test', reasons: '' },
  }
  assert.match(textOf(exceptionally), /Likely defence Not recorded, and not needed for this outcome/)
  assert.doesNotMatch(textOf(exceptionally), /Missing/)
})
