import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prosecutor, reviewAfter, reviewCommands, reviewedAt } from '../../../test/support/decided-review.ts'
import { afterwards } from '../../../test/support/review-steps.ts'
import { sectionsOf } from './stages.ts'
import type { Review } from './review-state.ts'

const draft = reviewCommands({ withAssault: false }, false)
const wordsOf = (review: Review, inCustody = false): readonly string[] =>
  sectionsOf(review.charges[0] ?? assert.fail(), inCustody).map(({ words }) => words)

test('a charge that was just referred has everything before it', () => {
  assert.deepEqual(wordsOf(reviewAfter(draft.slice(0, 1))), [
    'As proposed',
    'Nothing yet',
    'Nothing yet',
    'Not found yet',
    'Opens after stage one',
    'Not concluded yet',
  ])
})

test('a charge with both stages passed says so, and the Threshold Test shows only in custody', () => {
  const done = [
    'As proposed',
    '2 of 2 with material',
    '5 of 5 answered',
    'Yes',
    '7 of 7 answered',
    'Prosecution required',
  ]
  assert.deepEqual(wordsOf(reviewAfter(draft)), done)
  assert.deepEqual(wordsOf(reviewAfter(draft), true), [...done, 'Not used'])
})

test('where the evidence fails, stage two is not reached', () => {
  const failed = reviewAfter(reviewCommands({ withAssault: false, theftProved: false }, false))
  assert.deepEqual(wordsOf(failed).slice(1), [
    '1 with no material',
    '5 of 5 answered',
    'No',
    'Not reached',
    'Not reached',
  ])
})

test('a conclusion that fell is to be made again', () => {
  const answers = draft.find(({ type }) => type === 'AnswerQuestions')
  assert.ok(answers?.type === 'AnswerQuestions')
  const acted = { at: reviewedAt, by: prosecutor.account }
  const changed = afterwards(reviewAfter(draft), { ...answers, likelyDefence: 'Another', ...acted })
  assert.deepEqual(wordsOf(changed).slice(3), ['To be found again', 'Opens after stage one', 'To be made again'])
})
