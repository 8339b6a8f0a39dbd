import type { OwedBy } from '../../duties/duty.ts'
import type { Reaction } from '../../platform/record/decider.ts'
import type { Investigation, InvestigationEvent } from './investigation.ts'

/** Whoever has the case now owes what police owe the prosecutor in it; requests for material are the unit's. */
export function reactToInvestigation(event: InvestigationEvent, state: Investigation | null): readonly Reaction[] {
  if (event.type !== 'CaseAssigned' || !state) return []
  const { unit, dealtWithBy: name, officer, at, by } = event
  const of: OwedBy = { agency: state.force, name, ...(unit !== null && { unit }) }
  const note = (police: OwedBy) => ({ type: 'NotePolice', police, at, by })
  return [
    { kind: 'referral', id: state.id, command: note({ ...of, ...(officer !== null && { account: officer }) }) },
    { kind: 'material', id: state.id, command: note(of) },
  ]
}
