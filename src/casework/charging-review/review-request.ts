import type { FastifyRequest } from 'fastify'
import { readNames } from '../../platform/access/read-accounts.ts'
import { type Sent, sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { found } from '../../platform/web/failures.ts'
import type { FieldError } from '../../platform/web/layout/form.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { readMaterial } from '../material/read-material.ts'
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
    const suspect = (await readSuspects(tx, params.id)).find((one) => one.number === number) ?? null
    const accounts = [review.review.owner, ...review.decisions.map(({ decidedBy }) => decidedBy)]
    const names = await readNames(
      tx,
      accounts.filter((account) => account !== null),
    )
    const material = await readMaterial(tx, params.id)
    const { done } = sentOf(request.query)
    const just = isReviewDone(done) ? done : null
    return { chrome, csrfToken, viewer, at, file, review, suspect, material, names, done: just }
  })
}

/** The same for who drafts: nobody else has a draft to see. */
export async function draftLookedAt(request: ReviewRequest): Promise<DraftShown> {
  const shown = await reviewLookedAt(request)
  return { ...shown, draft: found(shown.review.draft) }
}

/**
 * What a colleague changed in the draft since the form was shown, as an error at its top; null when nothing was. Sent
 * again, the form goes through, because it then carries what was told here.
 */
export function changedMeanwhile(sent: Sent, { draft, review, viewer }: DraftShown): FieldError | null {
  const seen = Number(textOf(sent, 'seen'))
  const since = draft.changed.slice(Number.isInteger(seen) ? seen : 0).filter(({ by }) => by !== viewer.account)
  if (since.length === 0 || seen === review.changes) return null
  const what = [...new Set(since.map((change) => change.what))].join('; ')
  const text = `While you wrote, a colleague changed this in the review: ${what}. Check what you typed and send it again`
  return { field: 'seen', text, href: '#main-content' }
}

/** Performs what a form orders, all of it or none; the refusal's sentence where a rule said no. */
export async function order(request: ReviewRequest, orders: readonly Order[]): Promise<string | null> {
  const { id, suspect } = request.params
  const acted = { at: request.at, by: request.viewer.account }
  const commands = orders.map((one): ReviewCommand => ({ ...one, ...acted }))
  try {
    await request.record.performAll(
      commands.map((command) => ({ decider: chargingReview, id: reviewId(id, Number(suspect)), command })),
    )
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.message
  }
}
