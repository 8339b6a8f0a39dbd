import { type Decider, byReaction } from '../../platform/record/decider.ts'
import type { CaseReferrals } from './case-referrals.ts'
import type { ReferralCommand, ReferralEvent } from './commands.ts'
import { decideReferral } from './decide.ts'
import { evolveReferrals } from './evolve.ts'
import { reactToReferral } from './react.ts'
import { rowsOfReferrals } from './rows.ts'

/**
 * Police ask the prosecutor for advice and for a charging decision, and the prosecutor takes it, sends it back, or
 * asks for more. One stream for each case. Sealed, because what is written of a suspect is personal data.
 */
export const referral: Decider<CaseReferrals | null, ReferralCommand, ReferralEvent> = {
  kind: 'referral',
  sealed: true,
  permissions: {
    AskAdvice: 'case.refer',
    WithdrawAdviceRequest: 'case.refer',
    AnswerAdvice: 'charging.advise',
    Refer: 'case.refer',
    Resubmit: 'case.refer',
    CorrectReferral: 'case.refer',
    WithdrawReferral: 'case.refer',
    Accept: 'referral.triage',
    Reject: 'referral.triage',
    RemindPolice: 'referral.triage',
    SendActionPlan: 'charging.decide',
    AnswerItem: 'case.refer',
    ReplyToQuestion: 'charging.decide',
    WithdrawItem: 'charging.decide',
    Chase: 'charging.decide',
    FinaliseAdministratively: 'charging.decide',
    Reopen: 'charging.decide',
    NoteSuspectDecided: byReaction,
    NoteSuspectReopened: byReaction,
    NoteReviewer: byReaction,
    NoteSuspectEnded: byReaction,
    NoteMaterialAnswered: byReaction,
    NotePolice: byReaction,
    NoteHeading: byReaction,
  },
  initial: null,
  decide: decideReferral,
  evolve: evolveReferrals,
  rows: rowsOfReferrals,
  react: reactToReferral,
}
