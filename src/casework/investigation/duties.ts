import { dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { dutyKind } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import type { Row } from '../../platform/record/decider.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import { caseHeading } from './case-heading.ts'
import { onTheCase } from './happened.ts'
import type { Investigation } from './investigation.ts'
import { lineOfInquiryKind } from './line-rule.ts'
import type { Line } from './lines.ts'
import type { Notice } from './notices.ts'
import { victimName } from './victim-name.ts'

// What is owed in a case by its investigators. A duty says what must be done and never what is alleged or by whom.

const crimeRecordingKind = dutyKind('crime-recording', 'Crime recording')

const recordingKey = 'crime-recording'

const streamOf = ({ id }: Investigation): string => `investigation/${id}`

/** A line of inquiry without a day is owed by no date, so it makes no duty. */
const lineKey = (number: number): string => `line-${number}`

export const investigationDuties = (state: Investigation): readonly Row[] => [
  recordingDuty(state),
  ...state.notices.map((notice) => noticeDuty(state, notice)),
  ...state.lines.flatMap((line) => lineDuty(state, line)),
]

export function investigationDutyHistory(state: Investigation): readonly Row[] {
  const stream = streamOf(state)
  return [
    ...dutyHistoryRows(stream, recordingKey, state.recordingHistory),
    ...state.notices.flatMap(({ key, history }) => dutyHistoryRows(stream, key, history)),
    ...state.lines
      .filter(({ due }) => due !== null)
      .flatMap(({ number, history }) => dutyHistoryRows(stream, lineKey(number), history)),
  ]
}

/** What the case is called now. */
export const headingOf = ({ id, crime, urn }: Investigation): string =>
  caseHeading({ id, crimeReference: crime?.recorded ? crime.reference : null, urn })

/** What the duties of a case share: the case, and who owes them: the officer in the case, once there is one. */
function owedIn(state: Investigation, account: string | null = state.officer, path: string = paths.deskCase(state.id)) {
  const { force, unit, dealtWithBy } = state
  return {
    stream: streamOf(state),
    about: { text: headingOf(state), path },
    owedBy: {
      agency: force,
      name: dealtWithBy,
      ...(unit !== null && { unit }),
      ...(account !== null && { account }),
    },
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
    owedTo: { name: victimName(state.victims, person) },
    metAt: told?.at ?? null,
    waived: waived && { at: waived.at, reason: onTheCase },
  })

/** The duty to pursue one line of inquiry by the day set. It ends when it is decided not to investigate any longer. */
function lineDuty(state: Investigation, { number, who, due, closed }: Line): readonly Row[] {
  if (!due) return []
  const { decision } = state
  const ended =
    closed?.outcome === 'not-pursued' ? closed : !closed && decision?.investigate === false ? decision : null
  return [
    dutyRow({
      ...due,
      ...owedIn(state, who ?? state.officer, paths.deskCaseInquiries(state.id)),
      key: lineKey(number),
      kind: lineOfInquiryKind,
      what: `Pursue line of inquiry ${number}`,
      owedTo: { name: 'The investigation' },
      metAt: closed?.outcome === 'pursued' ? closed.at : null,
      waived: ended && { at: ended.at, reason: onTheCase },
    }),
  ]
}
