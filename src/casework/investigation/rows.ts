import { paths } from '../../paths.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { happeningRows } from '../happenings/happening.ts'
import { caseStateOf } from './case-state.ts'
import { investigationDuties, investigationDutyHistory } from './duties.ts'
import type { Investigation } from './investigation.ts'

/** What the tables show for one case: its summary, its people by id, its timeline, its inquiry, and what is owed. */
export function rowsOfInvestigation(state: Investigation | null): Rows {
  if (!state) return {}
  const { id, notices, happenings } = state
  return {
    case_summary: [summaryRow(state)],
    case_restriction: restrictionRows(state),
    case_named: namedRows(state),
    case_person: peopleRows(state),
    case_witness: witnessRows(state),
    case_notice: notices.map(({ key, person, told, waived }) => ({
      case_id: id,
      key,
      person,
      told_at: told?.at ?? null,
      how: told?.how ?? null,
      waived_at: waived?.at ?? null,
      waived_reason: waived?.reason ?? null,
    })),
    case_plan: planRows(state),
    case_line: lineRows(state),
    case_happening: happeningRows(id, 'investigation', happenings),
    duty: investigationDuties(state),
    duty_history: investigationDutyHistory(state),
  }
}

function summaryRow(state: Investigation): Row {
  const { id, facts, crime, decision, restriction } = state
  return {
    id,
    agencies: state.agencies,
    force: state.force,
    unit: state.unit,
    dealt_with_by: state.dealtWithBy,
    urn: state.urn,
    operation: state.operation,
    officer: state.officer,
    supervisor: state.supervisor,
    state: caseStateOf(state),
    reported_at: facts.reportedAt,
    happened_from: facts.from,
    happened_to: facts.to,
    happened_from_time: facts.fromTime ?? null,
    happened_to_time: facts.toTime ?? null,
    what: facts.what,
    place: facts.where,
    corrected_at: state.correctedAt,
    offence: facts.suspectedOffence?.code ?? null,
    offence_title: facts.suspectedOffence?.title ?? null,
    crime: crime?.recorded ?? null,
    crime_reference: crime?.recorded ? crime.reference : null,
    reference_held: crime?.recorded && crime.isHeld ? crime.reference : null,
    crime_reason: crime?.reason ?? null,
    crime_decided_at: state.recordingDecidedAt,
    investigate: decision?.investigate ?? null,
    investigate_how: decision?.investigate ? decision.how : null,
    investigate_reason: decision?.reason ?? null,
    restricted_to: restriction?.people.map(({ account }) => account) ?? null,
    restricted_agencies: restriction ? [...new Set(restriction.people.map(({ agency }) => agency))] : null,
    restricted_by: restriction?.agency ?? null,
    restricted_reason: restriction?.reason ?? null,
  }
}

/** What keeps everybody else out of what is owed in a restricted case, and its crime reference from being given twice. */
function restrictionRows({ id, force, crime, agencies, restriction }: Investigation): readonly Row[] {
  if (!restriction) return []
  const { people } = restriction
  const row = {
    case_id: id,
    matter: paths.deskCase(id),
    force,
    crime_reference: crime?.recorded ? crime.reference : null,
    agencies,
    named: people.map(({ account }) => account),
    named_agencies: [...new Set(people.map(({ agency }) => agency))],
  }
  return [row]
}

/** Whom each agency named: an agency all of whose named have left names others, and opens nothing by that. */
function namedRows({ id, restriction }: Investigation): readonly Row[] {
  const people = restriction?.people ?? []
  return [...new Set(people.map(({ agency }) => agency))].map((agency) => ({
    case_id: id,
    agency,
    named: people.filter((one) => one.agency === agency).map(({ account }) => account),
  }))
}

function peopleRows({ id, reporter, victims, witnesses }: Investigation): readonly Row[] {
  const row = (person: string, role: string, number: number, enhancedBy: readonly string[] = []): Row => ({
    case_id: id,
    person,
    role,
    number,
    enhanced_by: enhancedBy,
  })
  return [
    ...(reporter === null ? [] : [row(reporter, 'reporter', 0)]),
    ...victims
      .filter(({ takenOut }) => !takenOut)
      .map(({ person, number, enhancedBy }) => row(person, 'victim', number, enhancedBy)),
    ...witnesses.filter(({ takenOut }) => !takenOut).map(({ person, number }) => row(person, 'witness', number)),
  ]
}

const witnessRows = ({ id, witnesses }: Investigation): readonly Row[] =>
  witnesses
    .filter(({ takenOut }) => !takenOut)
    .map(({ person, willing, withdrawn, needs }) => ({
      case_id: id,
      person,
      willing,
      withdrawn_at: withdrawn?.at ?? null,
      withdrawn_reason: withdrawn?.reason ?? null,
      needs,
    }))

const planRows = ({ id, plans }: Investigation): readonly Row[] =>
  plans.map(({ objectives, strategy, at, by }, index) => ({
    case_id: id,
    number: index + 1,
    objectives,
    strategy,
    at,
    account: by,
  }))

const lineRows = ({ id, lines }: Investigation): readonly Row[] =>
  lines.map(({ number, what, direction, who, due, closed }) => ({
    case_id: id,
    number,
    what,
    direction,
    who,
    due_on: due?.dueOn ?? null,
    outcome: closed?.outcome ?? null,
    words: closed?.words ?? null,
    closed_at: closed?.at ?? null,
  }))
