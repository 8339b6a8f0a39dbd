import {
  bailChanged,
  bailEndSet,
  bailExtended,
  bailed,
  bailedOnTheStreet,
  released,
  reviewedUnderInvestigation,
  underInvestigation,
} from './evolve-bail.ts'
import {
  arrested,
  called,
  clockSet,
  detained,
  inHospital,
  interviewed,
  lengthened,
  numbered,
  resumed,
  reviewed,
} from './evolve-custody.ts'
import {
  assessed,
  charged,
  decided,
  emergencyAnswered,
  givenUp,
  noFurtherAction,
  noted,
  proposed,
  takenUpAgain,
  told,
  withdrawn,
} from './evolve-charging.ts'
import { endBail, endUnderInvestigation, happened, waive } from './evolve-duties.ts'
import { remembered, takenBack } from './entries.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

type Of<Type> = Extract<SuspectEvent, { readonly type: Type }>

export function evolveSuspect(state: Suspect | null, event: SuspectEvent): Suspect | null {
  if (event.type === 'SuspectNamed') return named(event)
  return state && remembered(state, event, evolved(state, event))
}

function evolved(state: Suspect, event: Exclude<SuspectEvent, { readonly type: 'SuspectNamed' }>): Suspect {
  switch (event.type) {
    case 'SuspicionCorrected':
      return corrected(state, event)
    case 'ResponsibleNoted':
      return { ...state, unit: event.unit, dealtWithBy: event.dealtWithBy, officer: event.officer }
    case 'SuspectEliminated':
      return eliminated(state, event)
    case 'SuspectBroughtBack':
      return broughtBack(state, event)
    case 'SuspectArrested':
      return arrested(state, event)
    case 'NumbersRecorded':
      return numbered(state, event)
    case 'DetentionAuthorised':
      return detained(state, event)
    case 'DetentionResumed':
      return resumed(state, event)
    case 'DetentionReviewed':
      return reviewed(state, event)
    case 'TimeInHospitalRecorded':
      return inHospital(state, event)
    case 'DetentionExtended':
      return lengthened(state, event)
    case 'DetentionClockSet':
      return clockSet(state, event)
    case 'SuspectInterviewed':
      return interviewed(state, event)
    case 'SuspectBailed':
      return bailed(state, event)
    case 'SuspectBailedOnTheStreet':
      return bailedOnTheStreet(state, event)
    case 'BailExtended':
      return bailExtended(state, event)
    case 'BailEndSet':
      return bailEndSet(state, event)
    case 'BailConditionsChanged':
      return bailChanged(state, event)
    case 'ReleasedUnderInvestigation':
      return underInvestigation(state, event)
    case 'UnderInvestigationReviewed':
      return reviewedUnderInvestigation(state, event)
    case 'SuspectReleased':
      return released(state, event)
    case 'EntryTakenBack':
      return entryTakenBack(state, event)
    case 'ChargeProposed':
      return proposed(state, event)
    case 'ChargeWithdrawn':
      return withdrawn(state, event)
    case 'WhoMayChargeAssessed':
      return assessed(state, event)
    case 'SuspectCharged':
      return charged(state, event)
    case 'EmergencyChargeAnswered':
      return emergencyAnswered(state, event)
    case 'PoliceTookNoFurtherAction':
      return noFurtherAction(state, event)
    case 'VictimTold':
      return told(state, event)
    case 'TellingVictimGivenUp':
      return givenUp(state, event)
    case 'ChargingNoted':
      return noted(state, event)
    case 'ChargingDecisionNoted':
      return decided(state, event)
  }
}

function named(event: Of<'SuspectNamed'>): Suspect {
  const { caseId, number, person, reason, force, unit, dealtWithBy, crimeReference, officer = null } = event
  const state: Suspect = {
    caseId,
    number,
    person,
    reason,
    force,
    unit,
    dealtWithBy,
    officer,
    crimeReference,
    eliminated: null,
    pncId: null,
    arrests: [],
    interviews: [],
    bails: 0,
    bail: null,
    underInvestigation: null,
    underInvestigationReviews: 0,
    charges: [],
    assessment: null,
    step: null,
    stepNote: null,
    decision: null,
    noFurtherAction: null,
    put: [],
    notices: [],
    duties: [],
    happenings: [],
    entries: [],
  }
  return happened(state, event, `${called(state)} named`, [['Reason for suspicion', reason]])
}

function corrected(state: Suspect, event: Of<'SuspicionCorrected'>): Suspect {
  const { reason, why } = event
  return happened({ ...state, reason }, event, `${called(state)}: reason for suspicion corrected`, [
    ['Now', reason],
    ['Before', state.reason],
    ['Why', why],
  ])
}

function entryTakenBack(state: Suspect, event: Of<'EntryTakenBack'>): Suspect {
  const what = state.entries.at(-1)?.what ?? ''
  return happened(takenBack(state, event), event, `${called(state)}: entry taken back`, [
    ['What was recorded wrongly', what],
    ['Why', event.reason],
  ])
}

function eliminated(state: Suspect, event: Of<'SuspectEliminated'>): Suspect {
  const words = 'The suspect was eliminated from suspicion.'
  const free = endUnderInvestigation(endBail(state, event, event.at, words), event, words)
  const next = waive(free, event, 'time-limit-', words)
  return happened(
    { ...next, eliminated: event.reason, entries: [] },
    event,
    `${called(state)} eliminated from suspicion`,
    [['Reason', event.reason]],
  )
}

function broughtBack(state: Suspect, event: Of<'SuspectBroughtBack'>): Suspect {
  const next = { ...takenUpAgain(state, event, 'Police took the case up again.'), step: null, stepNote: null }
  return happened(next, event, `${called(state)} brought back`, [['Reason', event.reason]])
}
