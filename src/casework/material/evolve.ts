import { formatDateLong } from '../../calendar/local-date.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { openRequest } from './decide.ts'
import { materialKinds, materialStates, materialUses } from './held-material.ts'
import type { Asked, AnsweredState, Item, MaterialDetails, MaterialEvent, Register, Request } from './register.ts'

type Of<Type> = Extract<MaterialEvent, { readonly type: Type }>
type Detail = CaseHappening['detail']

export function evolveRegister(state: Register | null, event: MaterialEvent): Register | null {
  if (event.type === 'MaterialAdded') return added(state, event)
  if (event.type === 'MaterialRequested') return requested(state, event)
  if (!state) return null
  switch (event.type) {
    case 'MaterialAskedForAgain':
      return askedAgain(state, event)
    case 'RequestTakenBack':
      return takenBack(state, event)
    case 'MaterialReceived':
      return answered(state, event, 'received', '')
    case 'MaterialNotObtained':
      return answered(state, event, event.state, event.reason)
    case 'MaterialLost':
      return lost(state, event)
    case 'UseDecided':
      return useDecided(state, event)
    case 'MaterialCorrected':
      return corrected(state, event)
    case 'MaterialWithdrawn':
      return withdrawn(state, event)
    case 'FileAttached':
      return fileAttached(state, event)
    case 'FileWithdrawn':
      return fileWithdrawn(state, event)
  }
}

const newItem = (key: string, details: MaterialDetails, event: MaterialEvent): Item => ({
  key,
  ...details,
  state: 'received',
  stateReason: null,
  use: 'undecided',
  useReason: null,
  addedAt: event.at,
  requests: [],
  files: [],
  withdrawn: null,
})

function added(state: Register | null, event: Of<'MaterialAdded'>): Register {
  const { caseId, item, details, state: held, reason, use, useReason } = event
  const register = state ?? { caseId, items: [], happenings: [] }
  const one = { ...newItem(item, details, event), state: held, use }
  const items = [...register.items, { ...one, stateReason: reason || null, useReason: useReason || null }]
  return happened({ ...register, items }, event, 'Material added', [
    ...named(details),
    ...(held === 'received' ? [] : [['State', materialStates[held]] as const, ['Reason', reason] as const]),
    ...(use === 'undecided' ? [] : [['Use', materialUses[use]] as const]),
    ...(useReason ? [['Reason for the use', useReason] as const] : []),
  ])
}

function requested(state: Register | null, event: Of<'MaterialRequested'>): Register {
  const { caseId, item, details, request } = event
  const register = state ?? { caseId, items: [], happenings: [] }
  const one: Item = { ...newItem(item, details, event), state: 'requested', requests: [begun(request, event, null)] }
  return happened({ ...register, items: [...register.items, one] }, event, 'Material asked for', [
    ...named(details),
    ...askedDetail(request),
  ])
}

function askedAgain(state: Register, event: Of<'MaterialAskedForAgain'>): Register {
  const next = change(state, event.item, (item) => ({
    ...item,
    state: 'requested',
    stateReason: null,
    requests: [...item.requests, begun(event.request, event, standingBefore(item))],
  }))
  return happened(next, event, 'Material asked for again', [...what(state, event), ...askedDetail(event.request)])
}

const standingBefore = ({ state, stateReason }: Item): Request['before'] =>
  state === 'requested' ? null : { state, reason: stateReason }

const begun = (request: Asked, { at, by }: MaterialEvent, before: Request['before']): Request => ({
  ...request,
  at,
  by,
  before,
  answered: null,
  waived: null,
  history: request.due ? [{ at, account: by, event: 'Asked for', detail: request.due.working.steps.join('\n') }] : [],
})

const askedDetail = ({ why, asker, due }: Asked): Detail => [
  ['Why', why],
  ['Asked by', asker.name],
  ['By', due ? formatDateLong(due.dueOn) : 'No date set'],
]

const onTheCase = 'The reason stands on the case.'

/**
 * What was asked for anew stands as it did before. What came onto the register by being asked for counts for nothing
 * any longer: it is not missing, because nobody needs it.
 */
function takenBack(state: Register, event: Of<'RequestTakenBack'>): Register {
  const { item: key, reason, at, by } = event
  const next = change(state, key, (item) => {
    const before = openRequest(item)?.before
    const requests = changeOpen(item, (request) => ({
      ...request,
      waived: { at, reason: onTheCase },
      history: [...request.history, { at, account: by, event: 'Waived', detail: onTheCase }],
    }))
    return before
      ? { ...item, state: before.state, stateReason: before.reason, requests }
      : { ...item, withdrawn: { at, reason: `The request was taken back: ${reason}` }, requests }
  })
  return happened(next, event, 'Request for material taken back', [...what(state, event), ['Reason', reason]])
}

/** Any answer meets the duty to answer, a no with its reason too. */
function answered(state: Register, event: MaterialEvent, to: AnsweredState, reason: string): Register {
  const { at, by } = event
  const next = change(state, itemOf(event), (item) => ({
    ...item,
    state: to,
    stateReason: reason || null,
    requests: changeOpen(item, (request) => ({
      ...request,
      answered: { at, by, state: to },
      history: [...request.history, { at, account: by, event: materialStates[to], detail: onTheCase }],
    })),
  }))
  const words = to === 'received' ? 'Material received' : 'Material not obtained'
  return happened(next, event, words, [
    ...what(state, event),
    ...(to === 'received' ? [] : [['State', materialStates[to]] as const, ['Reason', reason] as const]),
  ])
}

function lost(state: Register, event: Of<'MaterialLost'>): Register {
  const next = change(state, event.item, (item) => ({
    ...item,
    state: 'missing',
    stateReason: `Lost: ${event.reason}`,
  }))
  return happened(next, event, 'Material lost', [...what(state, event), ['Reason', event.reason]])
}

function useDecided(state: Register, event: Of<'UseDecided'>): Register {
  const { item: key, use, reason } = event
  const next = change(state, key, (item) => ({ ...item, use, useReason: reason || null }))
  return happened(next, event, 'Use of material decided', [
    ...what(state, event),
    ['Use', materialUses[use]],
    ...(reason ? [['Reason', reason] as const] : []),
  ])
}

const detailNames: ReadonlyArray<readonly [keyof MaterialDetails, string]> = [
  ['kind', 'kind'],
  ['title', 'title'],
  ['description', 'description'],
  ['from', 'from whom'],
  ['exhibitReference', 'exhibit reference'],
]

function corrected(state: Register, event: Of<'MaterialCorrected'>): Register {
  const { item: key, details, reason } = event
  const before = state.items.find((item) => item.key === key)
  const changed = detailNames.filter(([name]) => before?.[name] !== details[name]).map(([, words]) => words)
  const next = change(state, key, (item) => ({ ...item, ...details }))
  return happened(next, event, 'Material corrected', [
    ...what(state, event),
    ['Corrected', changed.join(', ')],
    ...(before && before.title !== details.title ? [['Title now', details.title] as const] : []),
    ['Reason', reason],
  ])
}

function withdrawn(state: Register, event: Of<'MaterialWithdrawn'>): Register {
  const { item: key, reason, at } = event
  const next = change(state, key, (item) => ({ ...item, withdrawn: { at, reason } }))
  return happened(next, event, 'Material withdrawn', [...what(state, event), ['Reason', reason]])
}

function fileAttached(state: Register, event: Of<'FileAttached'>): Register {
  const { item: key, file: number, attached, at, by } = event
  const next = change(state, key, (item) => ({
    ...item,
    files: [...item.files, { ...attached, number, at, by, withdrawn: null }],
  }))
  return happened(next, event, 'File attached to material', [...what(state, event), ['File', attached.name]])
}

function fileWithdrawn(state: Register, event: Of<'FileWithdrawn'>): Register {
  const { item: key, file, reason, at } = event
  const next = change(state, key, (item) => ({
    ...item,
    files: item.files.map((one) => (one.number === file ? { ...one, withdrawn: { at, reason } } : one)),
  }))
  const name = state.items.find((item) => item.key === key)?.files.find(({ number }) => number === file)?.name ?? ''
  return happened(next, event, 'File withdrawn from material', [
    ...what(state, event),
    ['File', name],
    ['Reason', reason],
  ])
}

const itemOf = (event: MaterialEvent): string => event.item

const named = ({ kind, title }: Pick<MaterialDetails, 'kind' | 'title'>): Detail => [
  ['Kind', materialKinds[kind]],
  ['What', title],
]

function what({ items }: Register, event: MaterialEvent): Detail {
  const item = items.find(({ key }) => key === event.item)
  return item ? [['What', item.title]] : []
}

const change = (state: Register, key: string, to: (item: Item) => Item): Register => ({
  ...state,
  items: state.items.map((item) => (item.key === key ? to(item) : item)),
})

function changeOpen(item: Item, to: (request: Request) => Request): readonly Request[] {
  const open = openRequest(item)
  return item.requests.map((request) => (request === open ? to(request) : request))
}

/** The state with one more line on its timeline: "Material received: M3". */
function happened(state: Register, { item, at, by }: MaterialEvent, words: string, detail: Detail): Register {
  return { ...state, happenings: [...state.happenings, { item, at, by, event: `${words}: ${item}`, detail }] }
}
