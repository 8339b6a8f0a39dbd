import type { OwedBy } from '../../duties/duty.ts'
import type { Reaction } from '../../platform/record/decider.ts'
import { headingOf } from './duties.ts'
import type { Investigation, InvestigationEvent } from './investigation.ts'

export function reactToInvestigation(event: InvestigationEvent, state: Investigation | null): readonly Reaction[] {
  if (!state) return []
  if (event.type === 'CaseAssigned') return assigned(event, state.id, state.force)
  if (event.type !== 'RecordedAsCrime' && event.type !== 'UrnGiven') return []
  const command = { type: 'NoteHeading', heading: headingOf(state), at: event.at, by: event.by }
  return [{ kind: 'referral', id: state.id, command }]
}

/** Whoever has the case now owes what police owe the prosecutor in it; requests for material are the unit's. */
function assigned(
  { unit, dealtWithBy: name, officer, at, by }: Extract<InvestigationEvent, { readonly type: 'CaseAssigned' }>,
  id: string,
  agency: string,
): readonly Reaction[] {
  const of: OwedBy = { agency, name, ...(unit !== null && { unit }) }
  const note = (police: OwedBy) => ({ type: 'NotePolice', police, at, by })
  return [
    { kind: 'referral', id, command: note({ ...of, ...(officer !== null && { account: officer }) }) },
    { kind: 'material', id, command: note(of) },
  ]
}
