import { type ReviewedCharge, stands } from './charging-decision.ts'
import { evolveCharge, newCharge, setAside, wordsOfChange } from './evolve-charge.ts'
import { decided, reconsidered, withHappening } from './evolve-decision.ts'
import { tellingGivenUp, victimTold } from './evolve-notices.ts'
import type { EventOf, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'

export function evolveReview(state: Review | null, event: ReviewEvent): Review | null {
  if (event.type === 'ReviewOpened') return opened(state, event)
  if (!state) return null
  switch (event.type) {
    case 'AdministrativelyFinalised':
      return { ...state, standing: 'finalised' }
    case 'ReviewReopened':
      return { ...state, standing: 'open' }
    case 'ReviewReassigned':
      return reassigned(state, event)
    case 'ElementsProved':
    case 'QuestionsAnswered':
    case 'EvidentialStageConcluded':
    case 'PublicInterestTakenFirst':
    case 'PublicInterestWeighed':
    case 'PublicInterestStageConcluded':
    case 'ThresholdTestApplied':
    case 'OutcomeProposed':
    case 'ChargeChanged':
    case 'ChargeNotPursued':
    case 'ChargePursuedAgain':
    case 'VictimsNamed':
      return drafted(
        {
          ...state,
          charges: state.charges.map((one) => (one.charge.key === event.charge ? evolveCharge(one, event) : one)),
        },
        event,
        `${event.charge}: ${wordsOfChange(event)}`,
      )
    case 'ChargeAdded': {
      const { charge: key, worded, reasons } = event
      const added = newCharge({ key, ...worded }, null, reasons)
      return drafted({ ...state, charges: [...state.charges, added] }, event, `${key}: the charge added`)
    }
    case 'NotesWritten':
      return drafted({ ...state, notes: event.notes, reviewType: event.reviewType }, event, 'the notes of the decision')
    case 'DisclosureDeclared': {
      const { effect, at, by } = event
      return drafted({ ...state, disclosure: { effect, at, by, setAside: null } }, event, 'the disclosure declaration')
    }
    case 'ChargingDecided':
      return decided(state, event)
    case 'DecisionReconsidered':
      return reconsidered(state, event)
    case 'VictimTold':
      return victimTold(state, event)
    case 'TellingVictimGivenUp':
      return tellingGivenUp(state, event)
    case 'FullReviewBegun':
      return fullReviewBegun(state, event)
  }
}

/** The state with one more change that a colleague with the same form before them is told of. */
const drafted = (state: Review, { at, by }: ReviewEvent, what: string): Review => ({
  ...state,
  changes: [...state.changes, { at, by, what }],
})

const emptyNotes = { alternatives: '', instructions: '', witnesses: '', monitoring: [] } as const

function opened(before: Review | null, event: EventOf<'ReviewOpened'>): Review {
  const { caseId, number, suspect, force, prosecutors, unit, owner, referral, category, at } = event
  const { person, position, detentionEndsAt, bailEndsOn, asn, charges } = suspect
  const known = new Set(before?.charges.map(({ charge }) => charge.key))
  const added = charges.filter(({ key }) => !known.has(key)).map((charge) => newCharge(charge, charge, null))
  const again = before !== null && before.standing === 'decided'
  const kept = (before?.charges ?? []).map((charge) =>
    again ? { ...setAside(charge, 'the case was referred again'), outcome: null } : charge,
  )
  const next: Review = {
    caseId,
    number,
    person,
    position,
    detentionEndsAt,
    bailEndsOn,
    asn,
    force,
    prosecutors,
    unit,
    owner: owner ?? before?.owner ?? null,
    referral,
    category,
    openedAt: before?.openedAt ?? at,
    // A review that a Threshold Test charge owes stays one.
    standing: before?.standing === 'again' ? 'again' : 'open',
    charges: [...kept, ...added],
    notes: before?.notes ?? emptyNotes,
    disclosure: again ? disclosureSetAside(before, 'the case was referred again') : (before?.disclosure ?? null),
    reviewType: again ? null : (before?.reviewType ?? null),
    decisions: before?.decisions ?? [],
    reconsidering: before?.reconsidering ?? null,
    thresholdReviews: before?.thresholdReviews ?? [],
    notices: before?.notices ?? [],
    changes: before?.changes ?? [],
    happenings: before?.happenings ?? [],
  }
  return drafted(next, event, 'the charges as police refer them')
}

const disclosureSetAside = ({ disclosure }: Review, why: string): Review['disclosure'] =>
  stands(disclosure) ? { ...disclosure, setAside: why } : disclosure

function reassigned(state: Review, event: EventOf<'ReviewReassigned'>): Review {
  const { owner, reason } = event
  const words = `Suspect ${state.number}: review ${owner === null ? 'given back to the unit' : 'given to another prosecutor'}`
  const detail = reason.trim() ? [['Reason', reason] as const] : []
  return withHappening({ ...state, owner }, event, words, detail, [state.prosecutors])
}

/** The charges stand; what they rest on is looked at anew by the Full Code Test. */
function fullReviewBegun(state: Review, event: EventOf<'FullReviewBegun'>): Review {
  const why = 'the Full Code Test takes the place of the Threshold Test'
  const charges = state.charges.map((charge): ReviewedCharge => ({ ...setAside(charge, why), outcome: null }))
  const next = { ...state, standing: 'again' as const, charges, disclosure: disclosureSetAside(state, why) }
  return withHappening(next, event, `Suspect ${state.number}: Full Code Test review begun`, [], [state.prosecutors])
}
