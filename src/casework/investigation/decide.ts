import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { victimToldBy } from '../../victims/notices/not-investigated.ts'
import { crimeRecording } from '../charging/charging-rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { dueAfterHours } from '../deadlines/periods.ts'
import type {
  Allegation,
  Investigation,
  InvestigationCommand,
  InvestigationEvent,
  Notice,
  NoticeOwed,
} from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'

/** Longest account of what is alleged, and longest reason, in characters. */
export const longestAccount = 10_000
export const longestReason = 2000
const longestReference = 30

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
    case 'TellVictim':
      return tellVictim(command, state)
    case 'GiveUpTellingVictim':
      return giveUpTellingVictim(command, state)
    case 'ShareCase':
      return shareCase(command, state)
  }
}

/** Every report is recorded, crime or not, and its 24 hours start when it was made, not when it is typed in. */
function recordAllegation(
  { id, allegation, at, by }: Order<'RecordAllegation'>,
  state: Investigation | null,
): InvestigationEvent[] {
  if (state) throw refuseInvestigation('investigation.already-recorded')
  const { reportedAt, what, where, force, dealtWithBy, from, to, victims } = allegation
  if (![what, where, force, dealtWithBy].every((words) => words.trim())) {
    throw refuseInvestigation('investigation.words-missing')
  }
  requireShort(what, longestAccount)
  requireShort(where, longestReason)
  if (reportedAt > at) throw refuseInvestigation('investigation.reported-in-future')
  if (from > toLocalDate(reportedAt)) throw refuseInvestigation('investigation.happened-after-report')
  if (to < from) throw refuseInvestigation('investigation.ends-before-it-begins')
  if (new Set(victims.map(({ person }) => person)).size < victims.length) {
    throw refuseInvestigation('investigation.victim-twice')
  }
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
  requireShort(crimeReference, longestReference)
  requireReason(reason)
  if (crime?.recorded && crime.reference === crimeReference && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'RecordedAsCrime', crimeReference, reason, at, by }]
}

/** What is being investigated is a crime until the investigation is ended. */
function recordAsNoCrime(
  { reason, at, by }: Order<'RecordAsNoCrime'>,
  { crime, decision }: Investigation,
): InvestigationEvent[] {
  requireReason(reason)
  if (crime?.recorded === false && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  if (decision?.investigate) throw refuseInvestigation('investigation.being-investigated')
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

/**
 * Not to investigate, or to stop, is a decision that every victim must be told of. It may be decided again; then a
 * clock that runs is not started anew, and who was told before is to be told of the new reason.
 */
function decideNotToInvestigate(
  { reason, holidays, at, by }: Order<'DecideNotToInvestigate'>,
  { allegation, decision, notices }: Investigation,
): InvestigationEvent[] {
  requireReason(reason)
  if (decision?.investigate === false && decision.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  const waiting = new Set(notices.filter(isOpen).map(({ person }) => person))
  const owed = allegation.victims
    .filter(({ person }) => !waiting.has(person))
    .map(({ person, enhancedBy }, index): NoticeOwed => ({
      key: `tell-victim-${notices.length + index + 1}`,
      person,
      due: victimToldBy(toLocalDate(at), enhancedBy, holidays),
    }))
  return [{ type: 'InvestigationDeclined', reason, notices: owed, at, by }]
}

/** Told today, it is at this moment; on a day before, the end of that day stands for the moment, which is not known. */
function tellVictim({ notice: key, on, how, at, by }: Order<'TellVictim'>, state: Investigation): InvestigationEvent[] {
  const notice = openNotice(key, state)
  if (!how.trim()) throw refuseInvestigation('investigation.how-told-missing')
  requireShort(how, longestReason)
  const today = toLocalDate(at)
  if (on > today) throw refuseInvestigation('investigation.told-in-future')
  if (on < notice.due.startedOn) throw refuseInvestigation('investigation.told-before-decision')
  return [{ type: 'VictimTold', notice: key, on, toldAt: on === today ? at : endOfDay(on), how, at, by }]
}

/** The victim asked not to be told, or cannot be reached after attempts that the reason names. */
function giveUpTellingVictim(
  { notice, reason, at, by }: Order<'GiveUpTellingVictim'>,
  state: Investigation,
): InvestigationEvent[] {
  openNotice(notice, state)
  requireReason(reason)
  return [{ type: 'TellingVictimGivenUp', notice, reason, at, by }]
}

/** From now on the agency reads the case. It follows from a referral, so that there is nothing to refuse. */
function shareCase({ agency, why, at, by }: Order<'ShareCase'>, { agencies }: Investigation): InvestigationEvent[] {
  return agencies.includes(agency) ? [] : [{ type: 'CaseShared', agency, why, at, by }]
}

const isOpen = ({ told, waived }: Notice): boolean => told === null && waived === null

function openNotice(key: string, { notices }: Investigation): Notice {
  const notice = notices.find((one) => one.key === key)
  if (!notice) throw refuseInvestigation('investigation.no-such-notice')
  if (!isOpen(notice)) throw refuseInvestigation('investigation.notice-done-with')
  return notice
}

function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseInvestigation('investigation.reason-missing')
  requireShort(reason, longestReason)
}

function requireShort(words: string, limit: number): void {
  if (words.length > limit) throw refuseInvestigation('investigation.too-long', { limit })
}
