import './tables.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { DecisionRecord } from './charging-decision.ts'
import type { DraftDocument } from './tables.ts'

/** Where the review of each suspect of a case stands, for everybody on the case. */
export const readReviews = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('charging_review')
    .select(['number', 'person', 'prosecutors', 'unit', 'owner', 'referral', 'category', 'standing', 'decisions'])
    .select(['opened_at as openedAt', 'outcome', 'decided_on as decidedOn', 'threshold_review_on as thresholdReviewOn'])
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()

type SeenReview = Awaited<ReturnType<typeof readReviews>>[number]

/** One review with what is drafted, which is null for everybody but the prosecutors, and every decision made. */
export type ReviewFile = {
  readonly caseId: string
  readonly review: SeenReview
  readonly draft: DraftDocument | null
  /** How often the draft was changed, so that a form knows whether a colleague changed it meanwhile. */
  readonly changes: number
  readonly decisions: readonly DecisionRecord[]
}

export async function readReview(tx: Tx, caseId: string, number: number): Promise<ReviewFile | null> {
  const review = (await readReviews(tx, caseId)).find((one) => one.number === number)
  if (!review) return null
  const drafted = await tx
    .selectFrom('charging_review_draft')
    .select(['draft', 'changes'])
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .executeTakeFirst()
  const decisions = await tx
    .selectFrom('charging_decision')
    .select('record')
    .where('case_id', '=', caseId)
    .where('number', '=', number)
    .orderBy('decision')
    .execute()
  return {
    caseId,
    review,
    draft: drafted?.draft ?? null,
    changes: drafted?.changes ?? 0,
    decisions: decisions.map(({ record }) => record),
  }
}
