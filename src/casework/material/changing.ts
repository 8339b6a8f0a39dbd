import type { CaseHappening } from '../happenings/happening.ts'
import { materialKinds } from './held-material.ts'
import type { Item, MaterialDetails, MaterialEvent, Register, Request } from './register.ts'
import { openRequest } from './standing.ts'

// What every event of the register changes it with.

export type Of<Type> = Extract<MaterialEvent, { readonly type: Type }>
export type Detail = CaseHappening['detail']

/** Everything that happens to one item. */
export type OfItem = Exclude<MaterialEvent, Of<'PoliceNoted'>>

export const change = (state: Register, key: string, to: (item: Item) => Item): Register => ({
  ...state,
  items: state.items.map((item) => (item.key === key ? to(item) : item)),
})

export function changeOpen(item: Item, to: (request: Request) => Request): readonly Request[] {
  const open = openRequest(item)
  return item.requests.map((request) => (request === open ? to(request) : request))
}

/** The state with one more line on its timeline: "Material received: M3". */
export function happened(state: Register, { item, at, by }: OfItem, words: string, detail: Detail): Register {
  return { ...state, happenings: [...state.happenings, { item, at, by, event: `${words}: ${item}`, detail }] }
}

export const named = ({ kind, title }: Pick<MaterialDetails, 'kind' | 'title'>): Detail => [
  ['Kind', materialKinds[kind]],
  ['What', title],
]

export function what({ items }: Register, event: OfItem): Detail {
  const item = items.find(({ key }) => key === event.item)
  return item ? [['What', item.title]] : []
}
