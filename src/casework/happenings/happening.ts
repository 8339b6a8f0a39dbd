import type { Instant } from '../../calendar/instant.ts'
import type { Row } from '../../platform/record/decider.ts'

/** What happened in a case, for those on it: lines of words, each with what it is. People are named by their part. */
export type CaseHappening = {
  readonly at: Instant
  readonly by: string
  readonly event: string
  readonly detail: ReadonlyArray<readonly [string, string]>
  /** Only these agencies may read it; everybody on the case where there are none given. */
  readonly agencies?: readonly string[]
}

/**
 * The rows of `case_happening` for what one stream tells of a case, oldest first. `source` names the stream within the
 * case: `investigation`, `suspect-1`, `material`, `referral`, `review-1`.
 */
export const happeningRows = (caseId: string, source: string, happenings: readonly CaseHappening[]): readonly Row[] =>
  happenings.map(({ at, by, event, detail, agencies }, index) => ({
    case_id: caseId,
    source,
    number: index + 1,
    at,
    account: by,
    event,
    detail,
    agencies: agencies ?? null,
  }))
