import type { CaseReferrals, Referral, Submission } from './case-referrals.ts'
import type { EventOf, ReferralEvent } from './commands.ts'
import {
  actionPlanSent,
  chased,
  finalised,
  itemAnswered,
  itemWithdrawn,
  planAnswered,
  questionReplied,
  reopened,
  suspectDecided,
  suspectReopened,
} from './evolve-review.ts'
import { suspectsOf } from './standing.ts'

type OfReferral = Exclude<
  ReferralEvent,
  EventOf<'AdviceAsked' | 'AdviceGiven' | 'AdviceRequestWithdrawn' | 'AdviceFollowed' | 'PoliceNoted' | 'HeadingNoted'>
>

/** The referrals of a case after something happened to one of them. */
export function evolveReferral({ referrals }: CaseReferrals, event: OfReferral): readonly Referral[] {
  if (event.type === 'Referred') return [...referrals, referred(event)]
  return referrals.map((one) => (one.number === event.referral ? changed(one, event) : one))
}

function changed(referral: Referral, event: Exclude<OfReferral, EventOf<'Referred'>>): Referral {
  switch (event.type) {
    case 'Resubmitted':
      return resubmitted(referral, event)
    case 'ReferralCorrected':
      return changeLast(referral, (last) => ({ ...last, sent: event.file, due: event.due }))
    case 'ReferralWithdrawn':
      return { ...referral, stage: 'withdrawn', closed: { at: event.at, reason: event.reason } }
    case 'Accepted':
      return accepted(referral, event)
    case 'Rejected':
      return rejected(referral, event)
    case 'PoliceReminded':
      return reminded(referral, event)
    case 'ActionPlanSent':
      return actionPlanSent(referral, event)
    case 'ItemAnswered':
      return itemAnswered(referral, event)
    case 'QuestionReplied':
      return questionReplied(referral, event)
    case 'ItemWithdrawn':
      return itemWithdrawn(referral, event)
    case 'ActionPlanAnswered':
      return planAnswered(referral, event)
    case 'Chased':
      return chased(referral, event)
    case 'AdministrativelyFinalised':
      return finalised(referral, event)
    case 'Reopened':
      return reopened(referral, event)
    case 'SuspectDecided':
      return suspectDecided(referral, event)
    case 'SuspectEnded':
      return { ...referral, ended: [...referral.ended, event.suspect] }
    case 'ReviewerNoted':
      return { ...referral, reviewers: withReviewer(referral, event) }
    case 'SuspectReopened':
      return suspectReopened(referral, event)
  }
}

const submissionOf = ({ file, due, at, by }: EventOf<'Referred' | 'Resubmitted'>): Submission => ({
  at,
  by,
  sent: file,
  due,
  answers: [],
  rejection: null,
})

const referred = (event: EventOf<'Referred'>): Referral => ({
  number: event.referral,
  stage: 'waiting',
  submissions: [submissionOf(event)],
  acceptance: null,
  plans: [],
  items: [],
  decisions: [],
  reviewers: [],
  ended: [],
  decidedAt: null,
  reopenings: [],
  closed: null,
  prosecutors: event.prosecutors,
})

const resubmitted = (referral: Referral, event: EventOf<'Resubmitted'>): Referral => ({
  ...referral,
  stage: 'waiting',
  ended: [],
  submissions: [...referral.submissions, { ...submissionOf(event), answers: event.answers }],
  prosecutors: event.prosecutors,
})

const changeLast = (referral: Referral, change: (last: Submission) => Submission): Referral => ({
  ...referral,
  submissions: referral.submissions.map((one, index, all) => (index === all.length - 1 ? change(one) : one)),
})

const withReviewer = ({ reviewers }: Referral, { suspect, owner }: EventOf<'ReviewerNoted'>): Referral['reviewers'] =>
  reviewers.map((one) => (one.suspect === suspect ? { suspect, owner } : one))

const accepted = (referral: Referral, event: EventOf<'Accepted'>): Referral => ({
  ...referral,
  stage: 'under-review',
  prosecutors: event.prosecutors,
  reviewers: suspectsOf(referral).map((suspect) => ({ suspect, owner: event.owner })),
  acceptance: {
    reviewType: event.reviewType,
    caseType: event.caseType,
    owner: event.owner,
    due: event.due,
    at: event.at,
    by: event.by,
  },
})

const rejected = (referral: Referral, { grounds, due, reminder, at, by }: EventOf<'Rejected'>): Referral => ({
  ...changeLast(referral, (last) => ({ ...last, rejection: { grounds, due, reminder, reminded: null, at, by } })),
  stage: 'rejected',
})

const reminded = (referral: Referral, { words, at }: EventOf<'PoliceReminded'>): Referral =>
  changeLast(referral, (last) => ({
    ...last,
    // The first reminder is the one that was owed; each stands on the timeline.
    rejection: last.rejection && { ...last.rejection, reminded: last.rejection.reminded ?? { at, words } },
  }))
