import { corrected, recorded } from './allegation.ts'
import { assignmentChanged } from './assignment.ts'
import { recordedAsCrime, recordedAsNoCrime } from './crime.ts'
import type { Investigation, InvestigationEvent } from './investigation.ts'
import { inquiryChanged } from './lines.ts'
import { begun, declined, givenUp, told } from './notices.ts'
import { peopleChanged } from './people.ts'
import { readersChanged } from './readers.ts'

export function evolveInvestigation(state: Investigation | null, event: InvestigationEvent): Investigation | null {
  if (event.type === 'AllegationRecorded') return recorded(event)
  if (!state) return null
  switch (event.type) {
    case 'AllegationCorrected':
      return corrected(state, event)
    case 'RecordedAsCrime':
      return recordedAsCrime(state, event)
    case 'RecordedAsNoCrime':
      return recordedAsNoCrime(state, event)
    case 'InvestigationBegun':
      return begun(state, event)
    case 'InvestigationDeclined':
      return declined(state, event)
    case 'VictimTold':
      return told(state, event)
    case 'TellingVictimGivenUp':
      return givenUp(state, event)
    case 'VictimAdded':
    case 'VictimTakenOut':
    case 'VictimRightsChanged':
    case 'WitnessAdded':
    case 'WitnessTakenOut':
    case 'WitnessChanged':
    case 'WitnessWithdrawn':
      return peopleChanged(state, event)
    case 'PlanWritten':
    case 'LineAdded':
    case 'LineChanged':
    case 'LineClosed':
    case 'LineReopened':
      return inquiryChanged(state, event)
    case 'UrnGiven':
    case 'OperationNamed':
    case 'CaseAssigned':
      return assignmentChanged(state, event)
    case 'CaseShared':
    case 'CaseRestricted':
    case 'RestrictionLifted':
    case 'ReadersNamedAnew':
      return readersChanged(state, event)
  }
}
