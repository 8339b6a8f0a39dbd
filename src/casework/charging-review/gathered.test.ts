import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reviewAfter, reviewCommands } from '../../../test/support/decided-review.ts'
import { gathered } from './gathered.ts'
import { type Missing, missingForFullCodeTest } from './what-is-missing.ts'

const [untouched] = reviewAfter(reviewCommands({ withAssault: false }, false).slice(0, 1)).charges
const all = untouched ? missingForFullCodeTest(untouched) : []

test('a section of which nothing is there is one line, in the order of the test', () => {
  assert.deepEqual(
    gathered(all).map(({ section, words }) => [section, words.split(',')[0]]),
    [
      ['elements', 'what must be proved'],
      ['questions', 'answers to the four questions about the evidence'],
      ['finding', 'the finding on the evidence'],
      ['public-interest', '4.14 (a) to (g)'],
      ['conclusion', 'the conclusion on the public interest'],
    ],
  )
})

test('what is there in part is named one by one', () => {
  const some = all.filter(({ words }) => !words.includes('(a)') && !words.includes('likely defence'))
  assert.deepEqual(gathered(some), some)
})

test('of more than three charges the outcome is one line; of three, each is named', () => {
  const outcomes = ['C1', 'C2', 'C3', 'C4'].map((charge): Missing => ({
    charge,
    section: 'outcome',
    words: 'the outcome',
  }))
  assert.deepEqual(gathered(outcomes), [{ charge: null, section: 'outcome', words: 'the outcome of 4 charges' }])
  assert.deepEqual(gathered(outcomes.slice(1)), outcomes.slice(1))
})
