import { dutyId } from '../../duties/duty.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { happeningRows } from '../happenings/happening.ts'
import type { Advice, CaseReferrals, Referral } from './case-referrals.ts'
import { dutyRowsOf, referralStream } from './duties.ts'
import { decisionKey, lastSubmission } from './standing.ts'

/** What the tables show of the referrals of one case: each with what lists filter by, and the whole of it. */
export function rowsOfReferrals(state: CaseReferrals | null): Rows {
  if (!state) return {}
  return {
    case_referral: state.referrals.map((referral) => referralRow(state, referral)),
    case_advice: state.advice.map((advice) => adviceRow(state, advice)),
    case_happening: happeningRows(state.caseId, 'referral', state.happenings),
    ...dutyRowsOf(state),
  }
}

function referralRow({ caseId, police }: CaseReferrals, referral: Referral): Row {
  const { number, stage, acceptance, prosecutors } = referral
  const { sent, due, at } = lastSubmission(referral)
  return {
    case_id: caseId,
    number,
    stage,
    category: sent.category,
    prosecutors: prosecutors.agency,
    unit: prosecutors.unit ?? null,
    police_name: police.name,
    received_at: at,
    due_at: (referral.reopenings.at(-1) ?? acceptance ?? { due }).due.dueAt,
    duty: dutyId(referralStream(caseId), decisionKey(referral)),
    detail: referral,
  }
}

function adviceRow({ caseId, police }: CaseReferrals, advice: Advice): Row {
  const { number, answer, withdrawn, prosecutors, due, at } = advice
  return {
    case_id: caseId,
    number,
    state: answer ? 'given' : withdrawn ? 'withdrawn' : 'waiting',
    prosecutors: prosecutors.agency,
    unit: prosecutors.unit ?? null,
    police_name: police.name,
    asked_at: at,
    due_at: due?.dueAt ?? null,
    duty: due && dutyId(referralStream(caseId), `advice-${number}`),
    detail: advice,
  }
}
