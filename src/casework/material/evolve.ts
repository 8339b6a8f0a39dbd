import { formatDateLong } from '../../calendar/local-date.ts'
import { type Detail, type Of, type OfItem, change, changeOpen, happened, named, what } from './changing.ts'
import { materialStates, materialUses } from './held-material.ts'
import { openRequest } from './standing.ts'
import { type PlanItemName, isSamePlanItem } from './plan-requests.ts'
import type { Asked, AnsweredState, Item, MaterialDetails, MaterialEvent, Register, Request } from './register.ts'

export function evolveRegister(state: Register | null, event: MaterialEvent): Register | null {
  if (event.type === 'MaterialAdded') return added(state, event)
  if (event.type === 'MaterialRequested') return requested(state, event)
  if (!state) return null
  if (event.type === 'PoliceNoted') return policeNoted(state, event)
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
    case 'PlanItemWaits':
      return planItemWaits(state, event)
    case 'PlanRequestEnded':
      return planRequestEnded(state, event)
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
  plans: request.plan ? [{ ...request.plan, waits: true }] : [],
  history: request.due ? [{ at, account: by, event: 'Asked for', detail: request.due.working.steps.join('\n') }] : [],
})

function askedDetail({ why, asker, due, plan }: Asked): Detail {
  const dueOn = due?.dueOn ?? plan?.dueOn
  return [
    ['Why', why],
    ['Asked by', plan ? `${asker.name}, ${planWords(plan)}` : asker.name],
    ['By', dueOn ? formatDateLong(dueOn) : 'No date set'],
  ]
}

const onTheCase = 'The reason stands on the case.'

const planWords = ({ referral, key }: PlanItemName): string => `${key} of the action plan in referral ${referral}`

const standsAs = ({ state, reason }: NonNullable<Request['before']>) => ({ state, stateReason: reason })

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
      ? { ...item, ...standsAs(before), requests }
      : { ...item, withdrawn: { at, reason: `The request was taken back: ${reason}` }, requests }
  })
  return happened(next, event, 'Request for material taken back', [...what(state, event), ['Reason', reason]])
}

/** An item that was asked for already is waited for by a plan, too; or the plan names another day. */
function planItemWaits(state: Register, event: Of<'PlanItemWaits'>): Register {
  const { item: key, plan } = event
  const next = change(state, key, (item) => ({
    ...item,
    requests: changeOpen(item, (request) => ({
      ...request,
      plans: [...request.plans.filter((one) => !isSamePlanItem(one, plan)), { ...plan, waits: true }],
    })),
  }))
  return happened(next, event, 'Action plan waits for material', [
    ...what(state, event),
    ['Asked by', planWords(plan)],
    ['By', formatDateLong(plan.dueOn)],
  ])
}

/** A request that plans alone made ends with the last of them. One that was made besides goes on. */
function planRequestEnded(state: Register, event: Of<'PlanRequestEnded'>): Register {
  const { item: key, plan, reason, stillNeeded, at } = event
  const next = change(state, key, (item) => {
    const stays = changeOpen(item, (request) => ({
      ...request,
      plans: request.plans.map((one) => (isSamePlanItem(one, plan) ? { ...one, waits: false } : one)),
    }))
    const request = openRequest({ ...item, requests: stays })
    if (!request?.plan || request.plans.some(({ waits }) => waits)) return { ...item, requests: stays }
    const requests = stays.map((one) => (one === request ? { ...one, waived: { at, reason: onTheCase } } : one))
    if (request.before) return { ...item, ...standsAs(request.before), requests }
    if (stillNeeded) return { ...item, state: 'missing', stateReason: reason, requests }
    return { ...item, withdrawn: { at, reason: `No longer asked for: ${reason}` }, requests }
  })
  const told = [...what(state, event), ['Asked by', planWords(plan)] as const, ['Reason', reason] as const]
  return happened(next, event, 'Action plan no longer waits for material', told)
}

/** Any answer meets the duty to answer, a no with its reason too. */
function answered(state: Register, event: OfItem, to: AnsweredState, reason: string): Register {
  const { at, by } = event
  const next = change(state, event.item, (item) => ({
    ...item,
    state: to,
    stateReason: reason || null,
    requests: changeOpen(item, (request) => ({
      ...request,
      answered: { at, by, state: to },
      plans: request.plans.map((plan) => ({ ...plan, waits: false })),
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

/** Who owes an answer that is still waited for. */
const policeNoted = (state: Register, { police }: Of<'PoliceNoted'>): Register => ({
  ...state,
  items: state.items.map((item) => ({
    ...item,
    requests: changeOpen(item, (request) =>
      request.due ? { ...request, due: { ...request.due, owedBy: police } } : request,
    ),
  })),
})
