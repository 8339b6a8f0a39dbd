import { toLocalDate } from '../../calendar/instant.ts'
import { crimeRecording } from '../charging/charging-rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { dueAfterHours } from '../deadlines/periods.ts'
import type { Allegation, Investigation, InvestigationCommand, InvestigationEvent } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'

/** Longest account of what is alleged, and longest reason, in characters. */
export const longestAccount = 10_000
export const longestReason = 2000

type Order<Type> = Extract<InvestigationCommand, { readonly type: Type }>

export function decideInvestigation(command: InvestigationCommand, state: Investigation | null): InvestigationEvent[] {
  if (command.type === 'RecordAllegation') return recordAllegation(command, state)
  if (!state) throw refuseInvestigation('investigation.not-recorded')
  switch (command.type) {
    case 'RecordAsCrime':
      return recordAsCrime(command, state)
    case 'RecordAsNoCrime':
      return recordAsNoCrime(command, state)
    case 'DecideToInvestigate':
      return decideToInvestigate(command, state)
    case 'DecideNotToInvestigate':
      return decideNotToInvestigate(command, state)
  }
}

/** Every report is recorded, crime or not, and its 24 hours start when it was made, not when it is typed in. */
function recordAllegation(
  { id, allegation, at, by }: Order<'RecordAllegation'>,
  state: Investigation | null,
): InvestigationEvent[] {
  if (state) throw refuseInvestigation('investigation.already-recorded')
  const { reportedAt, what, where, force, from, to } = allegation
  if (![what, where, force].every((words) => words.trim())) throw refuseInvestigation('investigation.words-missing')
  requireShort(what, longestAccount)
  requireShort(where, longestReason)
  if (reportedAt > at) throw refuseInvestigation('investigation.reported-in-future')
  if (from > toLocalDate(reportedAt)) throw refuseInvestigation('investigation.happened-after-report')
  if (to < from) throw refuseInvestigation('investigation.ends-before-it-begins')
  return [{ type: 'AllegationRecorded', id, allegation, recordingDue: recordingDue(allegation), at, by }]
}

/**
 * By when it must be decided whether the report is recorded as a crime.
 *
 * Unit: 24 hours that pass from the report; at the very moment they end it is in time.
 *
 * Source: Home Office Crime Recording Rules, as of 26 April 2025, read in summary.
 */
const recordingDue = ({ reportedAt }: Allegation): Deadline =>
  under(crimeRecording, dueAfterHours(reportedAt, 24, [`report = ${formatMoment(reportedAt)}`]))

function recordAsCrime(
  { crimeReference, reason, at, by }: Order<'RecordAsCrime'>,
  { crime }: Investigation,
): InvestigationEvent[] {
  if (!crimeReference.trim()) throw refuseInvestigation('investigation.crime-reference-missing')
  requireReason(reason)
  if (crime?.recorded && crime.reference === crimeReference && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'RecordedAsCrime', crimeReference, reason, at, by }]
}

function recordAsNoCrime({ reason, at, by }: Order<'RecordAsNoCrime'>, { crime }: Investigation): InvestigationEvent[] {
  requireReason(reason)
  if (crime?.recorded === false && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'RecordedAsNoCrime', reason, at, by }]
}

/** An investigation may begin before the report is recorded as a crime, but not once it was recorded as none. */
function decideToInvestigate(
  { how, reason, at, by }: Order<'DecideToInvestigate'>,
  { crime, decision }: Investigation,
): InvestigationEvent[] {
  if (!how.trim()) throw refuseInvestigation('investigation.how-missing')
  requireShort(how, longestReason)
  requireReason(reason)
  if (crime?.recorded === false) throw refuseInvestigation('investigation.not-a-crime')
  if (decision?.investigate && decision.how === how && decision.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'InvestigationBegun', how, reason, at, by }]
}

/** Not to investigate, or to stop, is a decision that every victim must be told of. It may be decided again. */
function decideNotToInvestigate(
  { reason, at, by }: Order<'DecideNotToInvestigate'>,
  { allegation, decision }: Investigation,
): InvestigationEvent[] {
  requireReason(reason)
  if (decision?.investigate === false && decision.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'InvestigationDeclined', reason, victimsToTell: allegation.victims, at, by }]
}

function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseInvestigation('investigation.reason-missing')
  requireShort(reason, longestReason)
}

function requireShort(words: string, limit: number): void {
  if (words.length > limit) throw refuseInvestigation('investigation.too-long', { limit })
}
