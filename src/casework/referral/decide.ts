import type { CaseReferrals } from './case-referrals.ts'
import type { OrderOf, ReferralCommand, ReferralEvent } from './commands.ts'
import {
  answerItem,
  chase,
  finaliseAdministratively,
  noteMaterialAnswered,
  reopen,
  replyToQuestion,
  sendActionPlan,
  withdrawItem,
} from './decide-action-plan.ts'
import { answerAdvice, askAdvice, withdrawAdviceRequest } from './decide-advice.ts'
import { correctReferral, refer, resubmit, withdrawReferral } from './decide-sending.ts'
import { accept, reject, remindPolice } from './decide-triage.ts'
import { refuseReferral } from './refusals.ts'
import { isOpen, suspectsOf, undecided } from './standing.ts'

export function decideReferral(command: ReferralCommand, state: CaseReferrals | null): ReferralEvent[] {
  if (command.type === 'AskAdvice') return askAdvice(command, state)
  if (command.type === 'Refer') return refer(command, state)
  if (command.type === 'NoteSuspectDecided') return noteSuspectDecided(command, state)
  if (command.type === 'NoteSuspectReopened') return noteSuspectReopened(command, state)
  if (command.type === 'NoteReviewer') return noteReviewer(command, state)
  if (command.type === 'NoteSuspectEnded') return noteSuspectEnded(command, state)
  if (command.type === 'NoteMaterialAnswered') return noteMaterialAnswered(command, state)
  if (command.type === 'NotePolice') return notePolice(command, state)
  if (command.type === 'NoteHeading') return noteHeading(command, state)
  if (!state) throw refuseReferral('referral.not-there')
  return decideOnReferral(command, state)
}

type Noted = OrderOf<
  | 'NoteSuspectDecided'
  | 'NoteSuspectReopened'
  | 'NoteReviewer'
  | 'NoteSuspectEnded'
  | 'NoteMaterialAnswered'
  | 'NotePolice'
  | 'NoteHeading'
>
type Later = Exclude<ReferralCommand, OrderOf<'AskAdvice' | 'Refer'> | Noted>

function decideOnReferral(command: Later, state: CaseReferrals): ReferralEvent[] {
  switch (command.type) {
    case 'AnswerAdvice':
      return answerAdvice(command, state)
    case 'WithdrawAdviceRequest':
      return withdrawAdviceRequest(command, state)
    case 'Resubmit':
      return resubmit(command, state)
    case 'CorrectReferral':
      return correctReferral(command, state)
    case 'WithdrawReferral':
      return withdrawReferral(command, state)
    case 'Accept':
      return accept(command, state)
    case 'Reject':
      return reject(command, state)
    case 'RemindPolice':
      return remindPolice(command, state)
    case 'SendActionPlan':
      return sendActionPlan(command, state)
    case 'AnswerItem':
      return answerItem(command, state)
    case 'ReplyToQuestion':
      return replyToQuestion(command, state)
    case 'WithdrawItem':
      return withdrawItem(command, state)
    case 'Chase':
      return chase(command, state)
    case 'FinaliseAdministratively':
      return finaliseAdministratively(command, state)
    case 'Reopen':
      return reopen(command, state)
  }
}

/**
 * The review of one suspect was decided. It follows from there, so that there is nothing to refuse. Every referral that
 * still asks for it is answered, one that was closed included.
 */
function noteSuspectDecided(
  { suspect, outcome, decidedOn, at, by }: OrderOf<'NoteSuspectDecided'>,
  state: CaseReferrals | null,
): ReferralEvent[] {
  const accepted = (state?.referrals ?? []).filter((one) => one.acceptance && suspectsOf(one).includes(suspect))
  const asking = accepted.filter((one) => undecided(one).includes(suspect))
  const again = accepted.slice(-1).filter(({ decisions }) => {
    const before = decisions.find((one) => one.suspect === suspect)
    return before?.outcome !== outcome || before.decidedOn !== decidedOn
  })
  const answered = asking.length > 0 ? asking : again
  return answered.map(({ number }) => ({
    type: 'SuspectDecided',
    referral: number,
    suspect,
    outcome,
    decidedOn,
    at,
    by,
  }))
}

/**
 * A decision is reconsidered, so that the suspect is with the prosecutor again. Where police have meanwhile sent the
 * suspect anew, that referral asks for the decision, and the earlier one stays answered.
 */
function noteSuspectReopened(
  { suspect, at, by }: OrderOf<'NoteSuspectReopened'>,
  state: CaseReferrals | null,
): ReferralEvent[] {
  if (state?.referrals.some((one) => isOpen(one) && undecided(one).includes(suspect))) return []
  const referral = state?.referrals.findLast(({ decisions }) => decisions.some((one) => one.suspect === suspect))
  return referral ? [{ type: 'SuspectReopened', referral: referral.number, suspect, at, by }] : []
}

/** Whose review one suspect is: that of the last referral that was accepted. */
function noteReviewer(
  { suspect, owner, at, by }: OrderOf<'NoteReviewer'>,
  state: CaseReferrals | null,
): ReferralEvent[] {
  const referral = state?.referrals.findLast(({ reviewers }) => reviewers.some((one) => one.suspect === suspect))
  const before = referral?.reviewers.find((one) => one.suspect === suspect)
  if (!referral || before?.owner === owner) return []
  return [{ type: 'ReviewerNoted', referral: referral.number, suspect, owner, at, by }]
}

/** Police charged, or have done with, somebody whose file was sent back. With the last, there is nobody to send again. */
function noteSuspectEnded(
  { suspect, at, by }: OrderOf<'NoteSuspectEnded'>,
  state: CaseReferrals | null,
): ReferralEvent[] {
  const referral = state?.referrals.find((one) => one.stage === 'rejected' && suspectsOf(one).includes(suspect))
  if (!referral || referral.ended.includes(suspect)) return []
  const number = referral.number
  const ended: ReferralEvent = { type: 'SuspectEnded', referral: number, suspect, at, by }
  const isLast = suspectsOf(referral).every((one) => one === suspect || referral.ended.includes(one))
  const reason = 'Police charged, or ended the case against, everybody in it.'
  return isLast ? [ended, { type: 'ReferralWithdrawn', referral: number, reason, at, by }] : [ended]
}

/** Another officer or unit has the case, and with it whatever police owe. */
function notePolice({ police, at, by }: OrderOf<'NotePolice'>, state: CaseReferrals | null): ReferralEvent[] {
  const before = state?.police
  const same = before?.unit === police.unit && before?.account === police.account && before?.name === police.name
  return state && !same ? [{ type: 'PoliceNoted', police, at, by }] : []
}

/** The case has its crime reference or its URN now, by which its duties are found from then on. */
const noteHeading = ({ heading, at, by }: OrderOf<'NoteHeading'>, state: CaseReferrals | null): ReferralEvent[] =>
  state && state.heading !== heading ? [{ type: 'HeadingNoted', heading, at, by }] : []
