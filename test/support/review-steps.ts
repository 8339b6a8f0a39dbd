import assert from 'node:assert/strict'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import type { ReviewCommand } from '../../src/casework/charging-review/review-commands.ts'
import type { Review } from '../../src/casework/charging-review/review-state.ts'
import { fold } from '../../src/platform/record/decider.ts'

/** The review after more commands. */
export function afterwards(state: Review, ...commands: readonly ReviewCommand[]): Review {
  let after: Review | null = state
  for (const command of commands) after = fold(chargingReview, after, chargingReview.decide(command, after))
  assert.ok(after)
  return after
}

/** The command is refused with this code, in words that match. */
export const refused = (state: Review | null, command: ReviewCommand, code: string, message = /./): void =>
  assert.throws(() => chargingReview.decide(command, state), { code, message })
