import type { Instant } from '../../calendar/instant.ts'
import { dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { dutyKind } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import type { Row, Rows } from '../../platform/record/decider.ts'
import { happeningRows } from '../happenings/happening.ts'
import { shownCaseId } from '../investigation/case-heading.ts'
import { openRequest } from './standing.ts'
import { materialKinds } from './held-material.ts'
import type { Item, Register, Request } from './register.ts'

export const materialKind = dutyKind('material', 'Material asked for')

const streamOf = ({ caseId }: Register): string => `material/${caseId}`

/** What the tables show of one register: its items, requests and files, their record, and what is owed. */
export function rowsOfRegister(state: Register | null): Rows {
  if (!state) return {}
  const { caseId, items, happenings } = state
  const owed = items.flatMap((item) => item.requests.map((request, index) => ({ item, request, number: index + 1 })))
  return {
    material_item: items.map((item, index) => itemRow(caseId, item, index + 1)),
    material_request: owed.map(({ item, request, number }) => requestRow(state, item, request, number)),
    material_plan_item: owed.flatMap(({ item, request, number }) => planRows(caseId, item, request, number)),
    material_file: items.flatMap((item) => fileRows(caseId, item)),
    material_happening: happenings.map(({ item }, index) => ({ case_id: caseId, number: index + 1, item })),
    case_happening: happeningRows(caseId, 'material', happenings),
    duty: owed.flatMap(({ item, request, number }) => dutyOf(state, item, request, number)),
    duty_history: owed
      .filter(({ request: { due } }) => due !== null)
      .flatMap(({ item, request: { history }, number }) =>
        dutyHistoryRows(streamOf(state), dutyKeyOf(item, number), history),
      ),
  }
}

/** The first moment by which somebody waits for an answer; null where nobody does, or no day was named. */
function waitedForUntil(item: Item): Instant | null {
  const request = openRequest(item)
  const plans = request?.plans.filter(({ waits }) => waits) ?? []
  const moments = [request?.due?.dueAt ?? [], plans.map(({ dueAt }) => dueAt)].flat()
  return moments.toSorted()[0] ?? null
}

function itemRow(caseId: string, item: Item, number: number): Row {
  return {
    case_id: caseId,
    key: item.key,
    number,
    kind: item.kind,
    title: item.title,
    description: item.description,
    from_person: item.from,
    exhibit_reference: item.exhibitReference,
    state: item.state,
    state_reason: item.stateReason,
    use: item.use,
    use_reason: item.useReason,
    added_at: item.addedAt,
    due_at: waitedForUntil(item),
    withdrawn_at: item.withdrawn?.at ?? null,
    withdrawn_reason: item.withdrawn?.reason ?? null,
  }
}

const requestRow = (state: Register, item: Item, request: Request, number: number): Row => ({
  case_id: state.caseId,
  item: item.key,
  number,
  at: request.at,
  account: request.by,
  agency: request.asker.agency,
  asker: request.asker.name,
  why: request.why,
  duty: request.due ? dutyKeyOf(item, number) : null,
  answered_at: request.answered?.at ?? null,
  answered_by: request.answered?.by ?? null,
  answer: request.answered?.state ?? null,
  taken_back_at: request.waived?.at ?? null,
})

const planRows = (caseId: string, { key: item }: Item, { plans }: Request, request: number): readonly Row[] =>
  plans.map(({ referral, key, dueAt, duty, waits }) => ({
    case_id: caseId,
    referral,
    key,
    item,
    request,
    due_at: dueAt,
    duty,
    waits,
  }))

/** Without the key, which stands on the sealed record alone. */
const fileRows = (caseId: string, item: Item): readonly Row[] =>
  item.files.map(({ number, name, type, bytes, sha256, sealed, at, by, withdrawn }) => ({
    case_id: caseId,
    item: item.key,
    number,
    name,
    type,
    bytes,
    sha256,
    sealed,
    at,
    account: by,
    withdrawn_at: withdrawn?.at ?? null,
    withdrawn_reason: withdrawn?.reason ?? null,
  }))

const dutyKeyOf = ({ key }: Item, request: number): string => `${key}-request-${request}`

/** The duty to answer a request with a date. It names the item by its number and its kind, and nobody. */
function dutyOf(
  state: Register,
  item: Item,
  { due, asker, answered, waived }: Request,
  number: number,
): readonly Row[] {
  if (!due) return []
  const { owedBy, ...worked } = due
  return [
    dutyRow({
      ...worked,
      owedBy,
      stream: streamOf(state),
      key: dutyKeyOf(item, number),
      kind: materialKind,
      what: `Answer the request for material ${item.key}: ${materialKinds[item.kind]}`,
      about: {
        text: `Report ${shownCaseId(state.caseId)}`,
        path: paths.deskCaseMaterialItem(state.caseId, item.key),
      },
      owedTo: asker,
      metAt: answered?.at ?? null,
      waived,
    }),
  ]
}
