import { type Decider, byReaction } from '../../platform/record/decider.ts'
import { decideReview } from './decide.ts'
import { evolveReview } from './evolve.ts'
import { reactToReview } from './react.ts'
import type { ReviewCommand, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { rowsOfReview } from './rows.ts'

/**
 * The prosecutor's review of one suspect by the Code for Crown Prosecutors, and every decision that came of it. Only
 * prosecutors act here: independently of police, who referred the case, and of everybody else. What is drafted is
 * theirs alone until it is decided. Sealed, because it is about what people are said to have done.
 */
export const chargingReview: Decider<Review | null, ReviewCommand, ReviewEvent> = {
  kind: 'charging-review',
  sealed: true,
  permissions: {
    OpenReview: byReaction,
    FinaliseAdministratively: byReaction,
    Reopen: byReaction,
    ProveElements: 'charging.decide',
    AnswerQuestions: 'charging.decide',
    FindOnEvidence: 'charging.decide',
    TakePublicInterestFirst: 'charging.decide',
    WeighPublicInterest: 'charging.decide',
    ConcludeOnPublicInterest: 'charging.decide',
    ApplyThresholdTest: 'charging.decide',
    AddCharge: 'charging.decide',
    ChangeCharge: 'charging.decide',
    NotPursueCharge: 'charging.decide',
    PursueChargeAgain: 'charging.decide',
    NameVictims: 'charging.decide',
    ProposeOutcome: 'charging.decide',
    WriteNotes: 'charging.decide',
    DeclareDisclosure: 'charging.decide',
    Decide: 'charging.decide',
    Reconsider: 'charging.decide',
    BeginFullReview: 'charging.decide',
    ReassignReview: 'charging.decide',
    TellVictim: 'charging.decide',
    GiveUpTellingVictim: 'charging.decide',
  },
  initial: null,
  decide: decideReview,
  evolve: evolveReview,
  rows: rowsOfReview,
  react: reactToReview,
}

/** The id of the stream that holds the review of one suspect of a case. */
export const reviewId = (caseId: string, suspect: number): string => `${caseId}-S${suspect}`
