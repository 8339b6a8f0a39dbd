import { toLocalDate } from '../../calendar/instant.ts'
import type { Instant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { crimeRecording } from '../charging/charging-rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { formatMoment, londonIso } from '../deadlines/london-time.ts'
import { dueAfterHours } from '../deadlines/periods.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { formatClockTime } from './clock-time.ts'
import { withHappening } from './happened.ts'
import type { Acted, Allegation, Facts, Investigation } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'
import { longestAccount, requireReason, requireShort } from './words.ts'

// What is alleged: recorded once, and corrected with a reason.

export type AllegationCommand = Acted &
  (
    | { readonly type: 'RecordAllegation'; readonly id: string; readonly allegation: Allegation }
    | { readonly type: 'CorrectAllegation'; readonly facts: Facts; readonly reason: string }
  )

export type AllegationEvent = Acted &
  (
    | {
        readonly type: 'AllegationRecorded'
        readonly id: string
        readonly allegation: Allegation
        /** By when the crime-recording decision is due, worked out when the clock started. */
        readonly recordingDue: Deadline
      }
    | {
        readonly type: 'AllegationCorrected'
        readonly facts: Facts
        readonly reason: string
        /** Worked out anew where the time of the report was corrected. */
        readonly recordingDue: Deadline
      }
  )

type Order<Type> = Extract<AllegationCommand, { readonly type: Type }>
type Of<Type> = Extract<AllegationEvent, { readonly type: Type }>

/** Every report is recorded, crime or not, and its 24 hours start when it was made, not when it is typed in. */
export function recordAllegation(
  { id, allegation, at, by }: Order<'RecordAllegation'>,
  state: Investigation | null,
): AllegationEvent[] {
  if (state) throw refuseInvestigation('investigation.already-recorded')
  const { force, dealtWithBy, victims } = allegation
  if (![force, dealtWithBy].every((words) => words.trim())) throw refuseInvestigation('investigation.words-missing')
  checkFacts(allegation, at)
  if (new Set(victims.map(({ person }) => person)).size < victims.length) {
    throw refuseInvestigation('investigation.victim-twice')
  }
  return [{ type: 'AllegationRecorded', id, allegation, recordingDue: recordingDue(allegation.reportedAt), at, by }]
}

/** A report that was written down wrongly. Where its time was wrong, the 24 hours are counted anew from the right one. */
export function correctAllegation(
  { facts, reason, at, by }: Order<'CorrectAllegation'>,
  state: Investigation,
): AllegationEvent[] {
  requireReason(reason)
  checkFacts(facts, at)
  if (correctionsIn(state.facts, facts).length === 0) throw refuseInvestigation('investigation.nothing-changed')
  const due = facts.reportedAt === state.facts.reportedAt ? state.recordingDue : recordingDue(facts.reportedAt)
  return [{ type: 'AllegationCorrected', facts, reason, recordingDue: due, at, by }]
}

function checkFacts({ what, where, reportedAt, from, to, fromTime, toTime }: Facts, at: Instant): void {
  if (!what.trim() || !where.trim()) throw refuseInvestigation('investigation.words-missing')
  requireShort(what, longestAccount)
  requireShort(where)
  if (reportedAt > at) throw refuseInvestigation('investigation.reported-in-future')
  const report = londonIso(reportedAt)
  const beganLater = fromTime && from === report.slice(0, 10) && fromTime > report.slice(11, 16)
  if (from > toLocalDate(reportedAt) || beganLater) throw refuseInvestigation('investigation.happened-after-report')
  if (to < from || (to === from && fromTime && toTime && toTime < fromTime)) {
    throw refuseInvestigation('investigation.ends-before-it-begins')
  }
}

/**
 * By when it must be decided whether the report is recorded as a crime.
 *
 * Unit: 24 hours that pass from the report; at the very moment they end it is in time.
 *
 * Source: Home Office Crime Recording Rules, as of 26 April 2025, read in summary.
 */
const recordingDue = (reportedAt: Instant): Deadline =>
  under(crimeRecording, dueAfterHours(reportedAt, 24, [`report = ${formatMoment(reportedAt)}`]))

export function recorded({ id, allegation, recordingDue: due, at, by }: Of<'AllegationRecorded'>): Investigation {
  const { force, unit, dealtWithBy, reporter, victims, ...facts } = allegation
  const detail: CaseHappening['detail'] = [
    ['Reported', formatMoment(facts.reportedAt)],
    ...(facts.suspectedOffence ? [['Suspected offence', facts.suspectedOffence.title] as const] : []),
    ['Dealt with by', dealtWithBy],
  ]
  return {
    id,
    facts,
    correctedAt: null,
    force,
    unit: unit ?? null,
    dealtWithBy,
    reporter,
    victims: victims.map((victim, index) => ({ ...victim, number: index + 1, takenOut: false })),
    witnesses: [],
    urn: null,
    operation: null,
    officer: null,
    supervisor: null,
    agencies: [force],
    restriction: null,
    recordingDue: due,
    crime: null,
    recordingDecidedAt: null,
    decision: null,
    notices: [],
    plans: [],
    lines: [],
    recordingHistory: [{ at, account: by, event: 'Reported', detail: due.working.steps.join('\n') }],
    happenings: [{ at, by, event: 'Allegation recorded', detail }],
  }
}

/** The timeline keeps what stood before; the duty keeps how its date was worked out before. */
export function corrected(state: Investigation, event: Of<'AllegationCorrected'>): Investigation {
  const { facts, reason, recordingDue: due, at, by } = event
  const next = withHappening(state, event, 'Allegation corrected', [
    ...correctionsIn(state.facts, facts).map(
      ([name, before]) => [`${name} until then`, before === '' ? 'Not known' : before] as const,
    ),
    ['Reason', reason],
  ])
  const moved = due.dueAt !== state.recordingDue.dueAt
  const before = `Until then ${formatMoment(state.recordingDue.dueAt)}`
  const entry = { at, account: by, event: 'Time of the report corrected', detail: before }
  return {
    ...next,
    facts,
    correctedAt: at,
    recordingDue: due,
    recordingHistory: moved ? [...state.recordingHistory, entry] : state.recordingHistory,
  }
}

/** What differs, by its name, with the words that stood before. */
function correctionsIn(before: Facts, after: Facts): ReadonlyArray<readonly [string, string]> {
  const [old, next] = [inWords(before), inWords(after)]
  return Object.entries(old).filter(([name, words]) => words !== next[name])
}

const inWords = (facts: Facts): Readonly<Record<string, string>> => ({
  'What is alleged': facts.what,
  Where: facts.where,
  'When it began': whenOf(facts.from, facts.fromTime),
  'When it ended': whenOf(facts.to, facts.toTime),
  'Suspected offence': facts.suspectedOffence ? `${facts.suspectedOffence.title} (${facts.suspectedOffence.code})` : '',
  Reported: formatMoment(facts.reportedAt),
})

const whenOf = (day: Facts['from'], time: Facts['fromTime']): string =>
  time ? `${formatDateLong(day)} at ${formatClockTime(time)}` : formatDateLong(day)
