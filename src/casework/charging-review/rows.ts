import { dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { paths } from '../../paths.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import { happeningRows } from '../happenings/happening.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import type { DecisionRecord } from './charging-decision.ts'
import type { Review, ThresholdReview } from './review-state.ts'
import { thresholdReviewKind } from './threshold-review-rule.ts'
import { type VictimNotice, notChargedWords, toldBesides } from './victim-notice.ts'

const streamOf = ({ caseId, number }: Review): string => `charging-review/${caseId}-S${number}`

/** What the tables show for one review: where it stands, the draft for prosecutors only, and each decision for all. */
export function rowsOfReview(state: Review | null): Rows {
  if (!state) return {}
  const { caseId, number, decisions, thresholdReviews, notices, happenings } = state
  const stream = streamOf(state)
  return {
    charging_review: [summaryRow(state)],
    charging_review_draft: [{ case_id: caseId, number, agencies: [state.prosecutors], ...draftOf(state) }],
    charging_decision: decisions.map((record) => decisionRow(state, record)),
    case_happening: happeningRows(caseId, `review-${number}`, happenings),
    duty: [
      ...thresholdReviews.map((one) => thresholdDuty(state, one)),
      ...notices.map((one) => noticeDuty(state, one)),
    ],
    duty_history: [
      ...thresholdReviews.flatMap((one) => dutyHistoryRows(stream, keyOf(one), one.history)),
      ...notices.flatMap(({ key, history }) => dutyHistoryRows(stream, key, history)),
    ],
  }
}

function summaryRow(state: Review): Row {
  const { caseId, number, person, unit, owner, prosecutors, referral, category, standing, openedAt } = state
  const last = state.decisions.at(-1)
  return {
    case_id: caseId,
    number,
    person,
    prosecutors,
    unit,
    owner,
    referral,
    category,
    standing,
    opened_at: openedAt,
    decisions: state.decisions.length,
    outcome: last?.outcome ?? null,
    decided_on: last?.decidedOn ?? null,
    threshold_review_on: state.thresholdReviews.find(isOpen)?.due.dueOn ?? null,
  }
}

const isOpen = ({ metAt, waived }: ThresholdReview): boolean => metAt === null && waived === null

/** What is drafted, whole: it is only ever read as one thing, by the prosecutors who write it. */
function draftOf(state: Review): Row {
  const { position, detentionEndsAt, bailEndsOn, asn, force, charges, notes, disclosure, reviewType } = state
  const { reconsidering, changes, notices } = state
  const draft = { position, detentionEndsAt, bailEndsOn, asn, force, charges, notes, disclosure, reviewType }
  return { changes: changes.length, draft: { ...draft, reconsidering, notices, changed: changes } }
}

const decisionRow = ({ caseId, number, prosecutors, force }: Review, record: DecisionRecord): Row => ({
  case_id: caseId,
  number,
  decision: record.decision,
  agencies: [prosecutors, force],
  referral: record.referral,
  category: record.category,
  review_type: record.reviewType,
  outcome: record.outcome,
  decided_at: record.decidedAt,
  decided_on: record.decidedOn,
  decided_by: record.decidedBy,
  record,
})

const keyOf = ({ decision }: ThresholdReview): string => `threshold-review-${decision}`

/** The duty to apply the Full Code Test after a Threshold Test charge, before the custody time limit ends. */
const thresholdDuty = (state: Review, review: ThresholdReview): Row =>
  dutyRow({
    ...review.due,
    stream: streamOf(state),
    key: keyOf(review),
    kind: thresholdReviewKind,
    what: `Apply the Full Code Test to the Threshold Test charge against suspect ${state.number}`,
    ...aboutAndBy(state),
    owedTo: { name: 'The court and the suspect' },
    metAt: review.metAt,
    waived: review.waived,
  })

/** Telling one victim of what is not charged. It names the victim by their number alone. */
function noticeDuty(state: Review, notice: VictimNotice): Row {
  const { key, victim, due, told, waived } = notice
  return dutyRow({
    ...due,
    stream: streamOf(state),
    key,
    kind: victimNoticeKind,
    what: `Tell the victim that ${notChargedWords(notice, state.number)}, ${toldBesides(notice)}`,
    ...aboutAndBy(state),
    owedTo: { name: victim },
    metAt: told?.at ?? null,
    waived: waived && { at: waived.at, reason: waived.inDuty },
  })
}

const aboutAndBy = ({ caseId, number, prosecutors, unit, owner }: Review) => ({
  about: {
    text: caseHeading({ id: caseId, crimeReference: null }),
    path: paths.deskCaseReview(caseId, number),
  },
  owedBy: {
    agency: prosecutors,
    name: 'The reviewing prosecutor',
    unit,
    ...(owner !== null && { account: owner }),
  },
})
