import { type LocalDate, isLocalDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { pageOf } from '../../platform/access/paging.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import type { FieldError } from '../../platform/web/layout/form.ts'
import { type ListState, isListState } from './list-states.ts'

/** In what order cases stand. By name the nearest comes first, whatever else is asked. */
export const caseOrders = {
  latest: 'Latest report first',
  earliest: 'Earliest report first',
} as const

export type CaseOrder = keyof typeof caseOrders

const isCaseOrder = (text: string): text is CaseOrder => Object.hasOwn(caseOrders, text)

/** What the address of the list of cases asks for. Every filter narrows what the others leave. */
export type CasesQuery = {
  /** A URN, an arrest/summons number, a crime reference or the number of a report, or the beginning of one. */
  readonly reference: string
  /** A name of somebody in the case, also one that is misspelt. */
  readonly name: string
  /** An offence by its code or by words of its title. */
  readonly offence: string
  /** Words in what is alleged or where. */
  readonly words: string
  /** Somebody by name; "me" is the viewer. */
  readonly officer: string
  readonly prosecutor: string
  readonly unit: string
  readonly force: string
  readonly state: ListState | null
  /** Reported from the first day to the last, both included. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly order: CaseOrder
  readonly page: number
  /** What was given as a day and is none. It finds nothing, rather than the cases of every day. */
  readonly unread: Readonly<Record<'from' | 'to', string | null>>
}

export const everyCase: CasesQuery = {
  reference: '',
  name: '',
  offence: '',
  words: '',
  officer: '',
  prosecutor: '',
  unit: '',
  force: '',
  state: null,
  from: null,
  to: null,
  order: 'latest',
  page: 1,
  unread: { from: null, to: null },
}

const longest = 100

/**
 * Reads the query of an address. A state or an order that is none is left out: a link that somebody shortened still
 * works. A day that cannot be read is kept as it was given, so that the page can say so.
 */
export function parseCasesQuery(sent: Sent): CasesQuery {
  const short = (name: string): string => textOf(sent, name).slice(0, longest)
  const dayOf = (name: string): LocalDate | null => {
    const text = short(name)
    return isLocalDate(text) ? text : null
  }
  const unreadOf = (name: string): string | null => (dayOf(name) === null && short(name)) || null
  const [state, order] = [short('state'), short('order')]
  return {
    reference: short('reference'),
    name: short('name'),
    offence: short('offence'),
    words: short('words'),
    officer: short('officer'),
    prosecutor: short('prosecutor'),
    unit: short('unit'),
    force: short('force'),
    state: isListState(state) ? state : null,
    from: dayOf('from'),
    to: dayOf('to'),
    order: isCaseOrder(order) ? order : 'latest',
    page: pageOf(sent),
    unread: { from: unreadOf('from'), to: unreadOf('to') },
  }
}

export function casesPath({ page, order, state, from, to, unread, ...texts }: CasesQuery): string {
  const kept = [
    ...Object.entries(texts),
    ['state', state ?? ''],
    ['from', from ?? unread.from ?? ''],
    ['to', to ?? unread.to ?? ''],
    ['order', order === 'latest' ? '' : order],
    ['page', page > 1 ? String(page) : ''],
  ]
  const query = new URLSearchParams(kept.filter(([, value]) => value !== '') as Array<[string, string]>)
  return query.size > 0 ? `${paths.deskCases}?${String(query)}` : paths.deskCases
}

/** The first page of the same list with something changed in what is asked. */
export const changedPath = (query: CasesQuery, change: Partial<CasesQuery>): string =>
  casesPath({ ...query, page: 1, ...change })

export const isFiltered = (query: CasesQuery): boolean =>
  casesPath({ ...query, page: 1, order: 'latest' }) !== paths.deskCases

const realDay = 'must be a real day, year first, such as 2026-11-27'

/** What is wrong with the days asked for. */
export const errorsIn = ({ from, to, unread }: CasesQuery): readonly FieldError[] => [
  ...(unread.from === null ? [] : [{ field: 'from', text: `Reported from ${realDay}` }]),
  ...(unread.to === null ? [] : [{ field: 'to', text: `Reported to ${realDay}` }]),
  ...(from === null || to === null || from <= to
    ? []
    : [{ field: 'to', text: 'Reported to must be the same day as Reported from, or later' }]),
]
