import type { Reaction } from '../../platform/record/decider.ts'
import type { OrderOf as ReferralOrder } from '../referral/commands.ts'
import type { ProposedCharge } from '../suspects/proposed-charge.ts'
import type { SuspectOrder } from '../suspects/suspect-commands.ts'
import type { DecisionRecord } from './charging-decision.ts'
import { stepOf } from './outcomes.ts'
import type { EventOf, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { same } from './words-required.ts'

/** What the suspect's own stream and the referral are told of a decision, and of its reconsideration. */
export function reactToReview(event: ReviewEvent, state: Review | null): readonly Reaction[] {
  if (state && event.type === 'ChargingDecided') return decided(event, state)
  if (state && event.type === 'DecisionReconsidered') return reconsidered(event, state)
  if (state && (event.type === 'ReviewOpened' || event.type === 'ReviewReassigned')) return [reviewerOf(event, state)]
  return []
}

const toSuspect = ({ caseId, number }: Review, command: SuspectOrder<'NoteCharging' | 'NoteChargingDecision'>) => ({
  kind: 'suspect',
  id: `${caseId}-S${number}`,
  command,
})

const toReferral = (
  { caseId }: Review,
  command: ReferralOrder<'NoteSuspectDecided' | 'NoteSuspectReopened' | 'NoteReviewer'>,
) => ({
  kind: 'referral',
  id: caseId,
  command,
})

/** Whoever reviews the suspect owes the decision. */
const reviewerOf = ({ at, by }: ReviewEvent, review: Review): Reaction =>
  toReferral(review, { type: 'NoteReviewer', suspect: review.number, owner: review.owner, at, by })

/** The charges that a decision authorised. */
const authorisedIn = ({ charges }: DecisionRecord): readonly ProposedCharge[] =>
  charges
    .filter(({ outcome, notPursued }) => notPursued === null && outcome?.outcome === 'charge')
    .map(({ charge }) => charge)

/** A review that confirms charges which were put already tells police nothing new; a new referral is answered by it. */
function decided(event: EventOf<'ChargingDecided'>, state: Review): readonly Reaction[] {
  const { decision, outcome, decidedOn, settings, facts, at, by } = event
  const [before, made] = [state.decisions.at(-2), state.decisions.at(-1)]
  if (!made) return []
  const charges = authorisedIn(made)
  const toldReferral = toReferral(state, {
    type: 'NoteSuspectDecided',
    suspect: state.number,
    outcome,
    decidedOn,
    at,
    by,
  })
  if (event.reviewType === 'FCTR' && before && same(charges, authorisedIn(before))) {
    return made.referral === before.referral ? [] : [toldReferral]
  }
  const step = stepOf[outcome]
  const known = { ...(settings && { settings }), ...(facts && { facts }) }
  return [toSuspect(state, { type: 'NoteChargingDecision', step, charges, decision, ...known, at, by }), toldReferral]
}

function reconsidered({ at, by }: EventOf<'DecisionReconsidered'>, state: Review): readonly Reaction[] {
  return [
    toSuspect(state, { type: 'NoteCharging', step: 'under-review', note: null, at, by }),
    toReferral(state, { type: 'NoteSuspectReopened', suspect: state.number, at, by }),
  ]
}
