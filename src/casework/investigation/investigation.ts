import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type DutyHappening, dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { dutyKind } from '../../duties/rules.ts'
import type { Decider, Rows } from '../../platform/record/decider.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { OffenceCode } from '../identifiers/offence-code.ts'
import { decideInvestigation } from './decide.ts'

export const crimeRecordingKind = dutyKind('crime-recording', 'Crime recording')

/** What is alleged, before any suspect is known. People are named by the id of their own stream. */
export type Allegation = {
  /** The police force that received the report, and the unit that deals with it. */
  readonly force: string
  readonly unit?: string
  readonly reportedAt: Instant
  /** Who reported it; null for a report without a name. */
  readonly reporter: string | null
  readonly victims: readonly string[]
  readonly what: string
  readonly where: string
  /** The first and the last day on which it may have happened. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** As it looks at the time; a charge is another matter. */
  readonly suspectedOffence: OffenceCode | null
}

type Acted = { readonly at: Instant; readonly by: string }

/** `at` is when the command is given. `by` is the account that gives it. */
export type InvestigationCommand = Acted &
  (
    | { readonly type: 'RecordAllegation'; readonly id: string; readonly allegation: Allegation }
    | { readonly type: 'RecordAsCrime'; readonly crimeReference: string; readonly reason: string }
    | { readonly type: 'RecordAsNoCrime'; readonly reason: string }
    | { readonly type: 'DecideToInvestigate'; readonly how: string; readonly reason: string }
    | { readonly type: 'DecideNotToInvestigate'; readonly reason: string }
  )

export type InvestigationEvent = Acted &
  (
    | {
        readonly type: 'AllegationRecorded'
        readonly id: string
        readonly allegation: Allegation
        /** By when the crime-recording decision is due, worked out when the clock started. */
        readonly recordingDue: Deadline
      }
    | { readonly type: 'RecordedAsCrime'; readonly crimeReference: string; readonly reason: string }
    | { readonly type: 'RecordedAsNoCrime'; readonly reason: string }
    | { readonly type: 'InvestigationBegun'; readonly how: string; readonly reason: string }
    | {
        readonly type: 'InvestigationDeclined'
        readonly reason: string
        /** Every victim must be told of this decision, with its reason. */
        readonly victimsToTell: readonly string[]
      }
  )

/** An allegation from its report to the decision whether it is investigated. */
export type Investigation = {
  readonly id: string
  readonly allegation: Allegation
  readonly recordingDue: Deadline
  readonly crime:
    | { readonly recorded: true; readonly reference: string; readonly reason: string }
    | { readonly recorded: false; readonly reason: string }
    | null
  /** When it was first decided whether this is a crime. A later change of mind does not make that late. */
  readonly recordingDecidedAt: Instant | null
  readonly decision:
    | { readonly investigate: true; readonly how: string; readonly reason: string }
    | { readonly investigate: false; readonly reason: string; readonly victimsToTell: readonly string[] }
    | null
  readonly recordingHistory: readonly DutyHappening[]
}

/**
 * Police record an allegation, decide whether it is a crime, and whether and how to investigate. Only police act here:
 * a prosecutor may advise and does not investigate. Sealed, because what is alleged is personal data.
 */
export const investigation: Decider<Investigation | null, InvestigationCommand, InvestigationEvent> = {
  kind: 'investigation',
  sealed: true,
  initial: null,
  decide: decideInvestigation,
  evolve: evolveInvestigation,
  rows: rowsOf,
}

function evolveInvestigation(state: Investigation | null, event: InvestigationEvent): Investigation | null {
  if (event.type === 'AllegationRecorded') {
    const { id, allegation, recordingDue } = event
    const recordingHistory = [happened(event, 'Reported', recordingDue.working.steps.join('; '))]
    return { id, allegation, recordingDue, crime: null, recordingDecidedAt: null, decision: null, recordingHistory }
  }
  if (!state) return null
  switch (event.type) {
    case 'RecordedAsCrime':
      return {
        ...decided(state, event, 'Recorded as a crime'),
        crime: { recorded: true, reference: event.crimeReference, reason: event.reason },
      }
    case 'RecordedAsNoCrime':
      return { ...decided(state, event, 'Recorded as no crime'), crime: { recorded: false, reason: event.reason } }
    case 'InvestigationBegun':
      return { ...state, decision: { investigate: true, how: event.how, reason: event.reason } }
    case 'InvestigationDeclined':
      return {
        ...state,
        decision: { investigate: false, reason: event.reason, victimsToTell: event.victimsToTell },
      }
  }
}

const happened = ({ at, by }: Acted, event: string, detail: string): DutyHappening => ({
  at,
  account: by,
  event,
  detail,
})

/** The first decision meets the duty; a later one is kept in its history. The reason may name people, so it is not. */
function decided(state: Investigation, event: InvestigationEvent, words: string): Investigation {
  return {
    ...state,
    recordingDecidedAt: state.recordingDecidedAt ?? event.at,
    recordingHistory: [...state.recordingHistory, happened(event, words, 'The reason stands on the case.')],
  }
}

const recordingKey = 'crime-recording'

/** The duty to decide within 24 hours whether the report is recorded as a crime. */
function rowsOf(state: Investigation | null): Rows {
  if (!state) return {}
  const { id, allegation, recordingDue, recordingDecidedAt } = state
  const stream = `investigation/${id}`
  return {
    duty: [
      dutyRow({
        ...recordingDue,
        stream,
        key: recordingKey,
        kind: crimeRecordingKind,
        what: 'Decide whether the report is recorded as a crime',
        owedBy: { agency: allegation.force, name: 'Police', ...(allegation.unit && { unit: allegation.unit }) },
        owedTo: { name: 'The person who reported it' },
        metAt: recordingDecidedAt,
        waived: null,
      }),
    ],
    duty_history: dutyHistoryRows(stream, recordingKey, state.recordingHistory),
  }
}
