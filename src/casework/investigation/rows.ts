import { dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { dutyKind } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import { happeningRows } from '../happenings/happening.ts'
import { caseHeading } from './case-heading.ts'
import { caseStateOf } from './case-state.ts'
import type { Investigation, Notice } from './investigation.ts'
import { victimName } from './victim-name.ts'

export const crimeRecordingKind = dutyKind('crime-recording', 'Crime recording')

const recordingKey = 'crime-recording'

const streamOf = ({ id }: Investigation): string => `investigation/${id}`

/** What the tables show for one case: its summary, its people by id, its timeline, and what is owed in it. */
export function rowsOfInvestigation(state: Investigation | null): Rows {
  if (!state) return {}
  const { id, notices, happenings, recordingHistory } = state
  const stream = streamOf(state)
  return {
    case_summary: [summaryRow(state)],
    case_person: peopleRows(state),
    case_notice: notices.map(({ key, person, told, waived }) => ({
      case_id: id,
      key,
      person,
      told_at: told?.at ?? null,
      how: told?.how ?? null,
      waived_at: waived?.at ?? null,
      waived_reason: waived?.reason ?? null,
    })),
    case_happening: happeningRows(id, 'investigation', happenings),
    duty: [recordingDuty(state), ...notices.map((notice) => noticeDuty(state, notice))],
    duty_history: [
      ...dutyHistoryRows(stream, recordingKey, recordingHistory),
      ...notices.flatMap(({ key, history }) => dutyHistoryRows(stream, key, history)),
    ],
  }
}

function summaryRow(state: Investigation): Row {
  const { id, allegation, agencies, crime, decision, recordingDecidedAt } = state
  const { force, unit, suspectedOffence } = allegation
  return {
    id,
    agencies,
    force,
    unit: unit ?? null,
    dealt_with_by: allegation.dealtWithBy,
    state: caseStateOf(state),
    reported_at: allegation.reportedAt,
    happened_from: allegation.from,
    happened_to: allegation.to,
    what: allegation.what,
    place: allegation.where,
    offence: suspectedOffence?.code ?? null,
    offence_title: suspectedOffence?.title ?? null,
    crime: crime?.recorded ?? null,
    crime_reference: crime?.recorded ? crime.reference : null,
    crime_reason: crime?.reason ?? null,
    crime_decided_at: recordingDecidedAt,
    investigate: decision?.investigate ?? null,
    investigate_how: decision?.investigate ? decision.how : null,
    investigate_reason: decision?.reason ?? null,
  }
}

function peopleRows({ id, allegation: { reporter, victims } }: Investigation): readonly Row[] {
  return [
    ...(reporter === null ? [] : [{ case_id: id, person: reporter, role: 'reporter', number: 0, enhanced_by: [] }]),
    ...victims.map(({ person, enhancedBy }, index) => ({
      case_id: id,
      person,
      role: 'victim',
      number: index + 1,
      enhanced_by: enhancedBy,
    })),
  ]
}

/** What both duties of a case share: who owes it, and the case that it is about. */
function owedIn(state: Investigation) {
  const { allegation, crime } = state
  const { force, unit, dealtWithBy } = allegation
  const reference = crime?.recorded ? crime.reference : null
  return {
    stream: streamOf(state),
    about: { text: caseHeading({ id: state.id, crimeReference: reference }), path: paths.deskCase(state.id) },
    owedBy: { agency: force, name: dealtWithBy, ...(unit !== undefined && { unit }) },
  }
}

/** The duty to decide within 24 hours whether the report is recorded as a crime. */
const recordingDuty = (state: Investigation): Row =>
  dutyRow({
    ...state.recordingDue,
    ...owedIn(state),
    key: recordingKey,
    kind: crimeRecordingKind,
    what: 'Decide whether the report is recorded as a crime',
    owedTo: { name: 'The person who reported it' },
    metAt: state.recordingDecidedAt,
    waived: null,
  })

/** The duty to tell one victim of the decision. Why it could not be done may name people, so it stays on the case. */
const noticeDuty = (state: Investigation, { key, person, due, told, waived }: Notice): Row =>
  dutyRow({
    ...due,
    ...owedIn(state),
    key,
    kind: victimNoticeKind,
    what: 'Tell the victim that this is not investigated, and why',
    owedTo: { name: victimName(state.allegation.victims, person) },
    metAt: told?.at ?? null,
    waived: waived && { at: waived.at, reason: 'The reason stands on the case.' },
  })
