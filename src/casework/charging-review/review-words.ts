/** What was just done, confirmed at the top of a review. */
export const reviewDone = {
  saved: 'Saved',
  charge: 'The charge is changed',
  added: 'The charge is added',
  'not-pursued': 'It is recorded that the charge is not pursued',
  pursued: 'The charge is pursued again',
  decided: 'The decision is recorded. Police see it now',
  reconsidered: 'The decision is being reconsidered. The earlier one stays as it was',
  'full-review': 'The Full Code Test review has begun',
  told: 'It is recorded what became of telling the victim',
  assigned: 'It is recorded whose review it is',
} as const

export type ReviewDone = keyof typeof reviewDone

export const isReviewDone = (text: unknown): text is ReviewDone =>
  typeof text === 'string' && Object.hasOwn(reviewDone, text)
