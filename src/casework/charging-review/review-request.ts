import type { FastifyRequest } from 'fastify'
import { readNames } from '../../platform/access/read-accounts.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { found } from '../../platform/web/failures.ts'
import type { FieldError } from '../../platform/web/layout/form.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { readMaterial } from '../material/read-material.ts'
import { readReferral } from '../referral/read-referral.ts'
import { undecided } from '../referral/standing.ts'
import { readSuspects } from '../suspects/read-suspects.ts'
import { chargingReview, reviewId } from './charging-review.ts'
import { readReview } from './read-reviews.ts'
import type { ReviewCommand } from './review-commands.ts'
import type { DraftShown, ReviewShown } from './review-page.ts'
import { isReviewDone } from './review-words.ts'
import type { Order } from './section-form.ts'

export type ReviewParams = { readonly id: string; readonly suspect: string }
export type ReviewRequest = FastifyRequest<{ Params: ReviewParams }>

/** The review that an address names, as far as the viewer may see it. Leaves who looked in the log. */
export async function reviewLookedAt(request: ReviewRequest): Promise<ReviewShown> {
  const { params, chrome, csrfToken, viewer, at } = request
  const number = Number(params.suspect)
  const file = await caseLookedAt(request, params.id, `Case: charging review of suspect ${number}`)
  return request.read(async (tx) => {
    const review = found(await readReview(tx, params.id, number))
    const suspects = await readSuspects(tx, params.id)
    const suspect = suspects.find((one) => one.number === number) ?? null
    const { open } = await readReferral(tx, params.id)
    const referral = open.find((one) => undecided(one).includes(number))
    const referred = referral ? { referral, suspects } : null
    const accounts = [review.review.owner, ...review.decisions.map(({ decidedBy }) => decidedBy)]
    const names = await readNames(
      tx,
      accounts.filter((account) => account !== null),
    )
    const material = await readMaterial(tx, params.id)
    const { done } = sentOf(request.query)
    const just = isReviewDone(done) ? done : null
    return { chrome, csrfToken, viewer, at, file, review, suspect, material, referred, names, done: just }
  })
}

/** The same for who drafts: nobody else has a draft to see. */
export async function draftLookedAt(request: ReviewRequest): Promise<DraftShown> {
  const shown = await reviewLookedAt(request)
  return { ...shown, draft: found(shown.review.draft) }
}

/**
 * Performs what a form orders, all of it or none. Where a rule said no, its sentence at the form's field; what a
 * colleague changed meanwhile at the top, and sent again the form goes through, because it then carries what was told.
 */
export async function order(
  request: ReviewRequest,
  orders: readonly Order[],
  field: string,
): Promise<FieldError | null> {
  const { id, suspect } = request.params
  const seen = Number(textOf(sentOf(request.body), 'seen'))
  const given = { at: request.at, by: request.viewer.account, seen: Number.isInteger(seen) ? seen : 0 }
  const commands = orders.map((one): ReviewCommand => ({ ...one, ...given }))
  try {
    await request.record.performAll(
      commands.map((command) => ({ decider: chargingReview, id: reviewId(id, Number(suspect)), command })),
    )
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isChanged = error.code === 'review.changed-meanwhile'
    return isChanged ? { field: 'seen', text: error.message, href: '#main-content' } : { field, text: error.message }
  }
}
