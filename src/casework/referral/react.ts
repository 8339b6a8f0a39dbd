import { dueWords } from '../../duties/duty-words.ts'
import type { Reaction } from '../../platform/record/decider.ts'
import type { ChargingStep } from '../suspects/track.ts'
import type { CaseReferrals, Referral } from './case-referrals.ts'
import type { ReferralEvent } from './commands.ts'
import { askForPlan, endRequest, itemOf, tellAnswer } from './ask-for-material.ts'
import { fileOf, suspectsOf, undecided } from './standing.ts'
import { categories } from './terms.ts'

type Acted = Pick<ReferralEvent, 'at' | 'by'>

/** What follows in the other streams of the case: who is on it, where each suspect stands, and the reviews. */
export function reactToReferral(
  event: ReferralEvent,
  state: CaseReferrals | null,
  caseId: string,
): readonly Reaction[] {
  if (!state) return []
  if (event.type === 'AdviceAsked') {
    return [share(caseId, event.prosecutors.agency, 'Police asked the prosecutor for early advice.', event)]
  }
  if (!('referral' in event)) return []
  const referral = state.referrals.find(({ number }) => number === event.referral)
  return referral ? ofReferral(event, referral, state, caseId) : []
}

type OfReferral = Extract<ReferralEvent, { readonly referral: number }>

function ofReferral(event: OfReferral, referral: Referral, state: CaseReferrals, caseId: string): readonly Reaction[] {
  const note = (suspects: readonly number[], step: ChargingStep, words: string | null = null) =>
    suspects.map((suspect) => noteCharging(caseId, suspect, step, words, event))
  const waiting = undecided(referral)
  switch (event.type) {
    case 'Referred':
    case 'Resubmitted':
      return [
        share(caseId, event.prosecutors.agency, 'Police referred the case to the prosecutor.', event),
        ...(event.type === 'Resubmitted' ? takenBack(event.left, state, caseId, event) : []),
        ...note(suspectsOf(referral), 'referred', categories[event.file.category].title),
      ]
    case 'ReferralCorrected':
      return [
        ...takenBack(event.left, state, caseId, event),
        ...note(suspectsOf(referral), 'referred', categories[event.file.category].title),
      ]
    case 'ReferralWithdrawn':
      return takenBack(waiting, state, caseId, event)
    case 'Rejected':
      return note(waiting, 'referral-rejected', `Police answer by ${dueWords(event.due)}.`)
    case 'Accepted':
      return [...note(waiting, 'under-review'), ...openReviews(referral, state, caseId, event)]
    case 'ActionPlanSent': {
      const asked = referral.items.filter(({ plan }) => plan === event.plan)
      return [...note(waiting, 'action-plan'), ...asked.flatMap((item) => askForPlan(caseId, referral, item, event))]
    }
    case 'ItemAnswered':
      return itemOf(referral, event).flatMap((item) => tellAnswer(caseId, referral, item, event))
    case 'QuestionReplied':
      return itemOf(referral, event).flatMap((item) => askForPlan(caseId, referral, item, event))
    case 'ItemWithdrawn':
      return itemOf(referral, event).flatMap((item) => endRequest(caseId, referral, item, event))
    case 'ActionPlanAnswered':
      return referral.stage === 'under-review' ? note(waiting, 'under-review') : []
    case 'AdministrativelyFinalised':
      return [
        ...referral.items.flatMap((item) => endRequest(caseId, referral, item, event)),
        ...note(waiting, 'administratively-finalised'),
        ...waiting.map((suspect) => reviewOrder(caseId, suspect, 'FinaliseAdministratively', event)),
      ]
    case 'Reopened':
      return [
        ...note(waiting, 'under-review'),
        ...waiting.map((suspect) => reviewOrder(caseId, suspect, 'Reopen', event)),
      ]
    case 'SuspectDecided':
      return referral.items.flatMap((item) => endRequest(caseId, referral, item, event))
    case 'AdviceFollowed':
    case 'PoliceReminded':
    case 'Chased':
    case 'ReviewerNoted':
    case 'SuspectEnded':
    case 'SuspectReopened':
      return []
  }
}

/** Police have the suspect again, unless an earlier referral of them still stands closed for want of an answer. */
const takenBack = (suspects: readonly number[], state: CaseReferrals, caseId: string, acted: Acted) =>
  suspects.map((suspect) => {
    const closed = state.referrals.some((one) => one.stage === 'finalised' && undecided(one).includes(suspect))
    return noteCharging(caseId, suspect, closed ? 'administratively-finalised' : null, null, acted)
  })

function share(caseId: string, agency: string, why: string, { at, by }: Acted): Reaction {
  const command = { type: 'ShareCase', agency, why, at, by }
  return { kind: 'investigation', id: caseId, command }
}

function noteCharging(
  caseId: string,
  suspect: number,
  step: ChargingStep | null,
  note: string | null,
  { at, by }: Acted,
): Reaction {
  const command = { type: 'NoteCharging', step, note, at, by }
  return { kind: 'suspect', id: `${caseId}-S${suspect}`, command }
}

function openReviews(
  referral: Referral,
  { police, prosecutors: area }: CaseReferrals,
  caseId: string,
  { owner, prosecutors, at, by }: Extract<ReferralEvent, { readonly type: 'Accepted' }>,
): readonly Reaction[] {
  const { category, suspects } = fileOf(referral)
  return suspects.map((suspect) => {
    const command = {
      type: 'OpenReview',
      caseId,
      number: suspect.number,
      suspect,
      force: police.agency,
      prosecutors: area.agency,
      // Empty where the Area has no units, or none was chosen.
      unit: prosecutors.unit ?? '',
      owner,
      referral: referral.number,
      category,
      at,
      by,
    }
    return { kind: 'charging-review', id: `${caseId}-S${suspect.number}`, command }
  })
}

function reviewOrder(
  caseId: string,
  suspect: number,
  type: 'FinaliseAdministratively' | 'Reopen',
  { reason, at, by }: Extract<ReferralEvent, { readonly type: 'AdministrativelyFinalised' | 'Reopened' }>,
): Reaction {
  const command = { type, reason, at, by }
  return { kind: 'charging-review', id: `${caseId}-S${suspect}`, command }
}
