import { detainedIn, requireReason } from './checks.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'
import { endedTracks, trackOf, withProsecutor } from './track-of.ts'

export function nameSuspect(command: SuspectOrder<'NameSuspect'>, state: Suspect | null): SuspectEvent[] {
  if (state) throw refuseSuspect('suspect.already-named')
  requireReason(command.reason)
  return [{ ...command, type: 'SuspectNamed' }]
}

/** Why somebody is suspected is put right; what stood before stays on the record. */
export function correctSuspicion(
  { reason, why, at, by }: SuspectOrder<'CorrectSuspicion'>,
  state: Suspect,
): SuspectEvent[] {
  requireReason(reason)
  requireReason(why)
  if (reason === state.reason) throw refuseSuspect('suspect.said-so-already')
  return [{ type: 'SuspicionCorrected', reason, why, at, by }]
}

/** Whoever the case is assigned to owes what is owed about its suspects. The case itself tells of the assignment. */
export function noteResponsible(
  { unit, dealtWithBy, officer, at, by }: SuspectOrder<'NoteResponsible'>,
  state: Suspect,
): SuspectEvent[] {
  const isSame = state.unit === unit && state.dealtWithBy === dealtWithBy && state.officer === officer
  return isSame ? [] : [{ type: 'ResponsibleNoted', unit, dealtWithBy, officer, at, by }]
}

/** Nobody is detained, or before the prosecutor, who is no longer suspected: that is ended first. */
export function eliminateSuspect({ reason, at, by }: SuspectOrder<'EliminateSuspect'>, state: Suspect): SuspectEvent[] {
  requireReason(reason)
  const track = trackOf(state)
  if (endedTracks.has(track)) throw refuseSuspect('suspect.ended')
  if (detainedIn(state)) throw refuseSuspect('suspect.in-custody')
  if (withProsecutor.has(track)) throw refuseSuspect('suspect.with-prosecutor')
  return [{ type: 'SuspectEliminated', reason, at, by }]
}

/** What police ended, police may take up again. What the prosecutor decided only the prosecutor reconsiders. */
export function bringBackSuspect({ reason, at, by }: SuspectOrder<'BringBackSuspect'>, state: Suspect): SuspectEvent[] {
  requireReason(reason)
  const track = trackOf(state)
  if (track !== 'eliminated' && track !== 'no-further-action-police') throw refuseSuspect('suspect.not-ended')
  return [{ type: 'SuspectBroughtBack', reason, at, by }]
}
