import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prosecutor, reviewAfter, reviewCommands, reviewedAt } from '../../../test/support/decided-review.ts'
import { afterwards, refused } from '../../../test/support/review-steps.ts'
import type { OrderOf, ReviewCommand } from './review-commands.ts'

const at = reviewedAt
const state = reviewAfter(reviewCommands({ withAssault: false }, false))
const seen = state.changes.length
const decide = reviewCommands({ withAssault: false }).at(-1) ?? assert.fail()
const declare = (by: string, effect: string): OrderOf<'DeclareDisclosure'> => ({
  type: 'DeclareDisclosure',
  effect,
  at,
  by,
})
const byColleague = afterwards(state, declare('colleague', 'It helps the defence'))

test('what a colleague changed since is named before it is overwritten, and before it is decided upon', () => {
  const mine = declare(prosecutor.account, 'It helps nobody')
  for (const command of [mine, decide]) {
    refused(
      byColleague,
      { ...command, seen },
      'review.changed-meanwhile',
      /changed this .*: the disclosure declaration\./,
    )
    assert.ok(afterwards(byColleague, { ...command, seen: seen + 1 }))
  }
})

test('one’s own changes are known, and what a form was not made from is not asked', () => {
  const mine = declare(prosecutor.account, 'It helps nobody')
  const own = afterwards(state, { ...mine, effect: 'Nothing' })
  assert.equal(afterwards(own, { ...mine, seen }).disclosure?.effect, 'It helps nobody')
  assert.equal(afterwards(byColleague, mine).disclosure?.effect, 'It helps nobody')
})

test('that a victim was told, or whose review it is, waits for no draft', () => {
  const assign: ReviewCommand = { type: 'ReassignReview', owner: null, reason: '', at, by: prosecutor.account, seen }
  assert.equal(afterwards(byColleague, assign).owner, null)
})
