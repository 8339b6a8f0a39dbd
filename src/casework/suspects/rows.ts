import { dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { paths } from '../../paths.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { happeningRows } from '../happenings/happening.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { detainedIn } from './checks.ts'
import { kindOfDuty } from './evolve-duties.ts'
import type { Suspect, SuspectDuty } from './suspect-state.ts'
import type { SuspectDetail } from './tables.ts'
import { positionOf, trackOf } from './track-of.ts'

/** What the stream of one suspect is called: `suspect/7KQ2M9XD-S1`. */
export const suspectStreamId = (caseId: string, number: number): string => `${caseId}-S${number}`
export const suspectStream = (caseId: string, number: number): string => `suspect/${suspectStreamId(caseId, number)}`

/** What the tables show for one suspect: where they stand, who they are by id, the timeline, and what is owed. */
export function rowsOfSuspect(state: Suspect | null): Rows {
  if (!state) return {}
  const { caseId, number, person, happenings, duties } = state
  const stream = suspectStream(caseId, number)
  return {
    suspect: [suspectRow(state)],
    case_person: [{ case_id: caseId, person, role: 'suspect', number, enhanced_by: [] }],
    case_key: keyRows(state),
    case_happening: happeningRows(caseId, `suspect-${number}`, happenings),
    duty: duties.map((duty) => dutyOf(state, stream, duty)),
    duty_history: duties.flatMap(({ key, history }) => dutyHistoryRows(stream, key, history)),
  }
}

function suspectRow(state: Suspect): Row {
  const { caseId, number, person, bail, underInvestigation, arrests } = state
  return {
    case_id: caseId,
    number,
    person,
    track: trackOf(state),
    position: positionOf(state),
    detention_ends_at: detainedIn(state)?.detention.endsAt ?? null,
    bail_ends_on: bail?.endsOn ?? null,
    review_on: underInvestigation?.reviewOn ?? null,
    asns: arrests.flatMap(({ asn }) => asn ?? []),
    detail: detailOf(state),
  }
}

/** What lists find the case by: the suspect's numbers, and the offences that are proposed or were put. */
function keyRows({ caseId, number, arrests, charges, put }: Suspect): readonly Row[] {
  const asns = arrests.flatMap(({ asn }) => asn ?? [])
  const open = charges.filter(({ withdrawn }) => withdrawn === null)
  const offences = [...open, ...put.flatMap((one) => one.charges)].map(({ offence }) => offence.code)
  const rows = (kind: string, keys: readonly string[]) =>
    [...new Set(keys)].map((key) => ({ case_id: caseId, source: `suspect-${number}`, kind, key }))
  return [...rows('asn', asns), ...rows('offence', offences)]
}

function detailOf(state: Suspect): SuspectDetail {
  const { reason, eliminated, pncId, arrests, interviews, bail, underInvestigation, charges, assessment } = state
  const { stepNote, decision, noFurtherAction, put, notices, entries } = state
  const last = entries.at(-1)
  return {
    reason,
    eliminated,
    pncId,
    arrests,
    interviews,
    bail,
    underInvestigation,
    charges,
    assessment,
    stepNote,
    decision,
    noFurtherAction,
    put,
    notices,
    lastEntry: last ? { number: entries.length, what: last.what } : null,
  }
}

const dutyOf = (state: Suspect, stream: string, { key, what, owedTo, due, metAt, waived }: SuspectDuty): Row =>
  dutyRow({
    ...due,
    stream,
    key,
    kind: kindOfDuty(key),
    what,
    about: {
      text: `${caseHeading({ id: state.caseId, crimeReference: state.crimeReference })}, suspect ${state.number}`,
      path: paths.deskCaseSuspect(state.caseId, state.number),
    },
    owedBy: {
      agency: state.force,
      name: state.dealtWithBy,
      ...(state.unit !== null && { unit: state.unit }),
      ...(state.officer !== null && { account: state.officer }),
    },
    owedTo: { name: owedTo },
    metAt,
    waived,
  })
