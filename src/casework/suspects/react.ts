import type { Reaction } from '../../platform/record/decider.ts'
import type { OrderOf } from '../referral/commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

/** Whom police charged, or have done with, is not sent to the prosecutor again: the referral is told. */
export function reactToSuspect(event: SuspectEvent, state: Suspect | null): readonly Reaction[] {
  if (!state || !isEnding(event)) return []
  const { at, by } = event
  const command: OrderOf<'NoteSuspectEnded'> = { type: 'NoteSuspectEnded', suspect: state.number, at, by }
  return [{ kind: 'referral', id: state.caseId, command }]
}

const isEnding = (event: SuspectEvent): boolean =>
  event.type === 'PoliceTookNoFurtherAction' ||
  event.type === 'SuspectEliminated' ||
  (event.type === 'SuspectCharged' && event.put.decision === 'police')
