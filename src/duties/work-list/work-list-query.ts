import { paths } from '../../paths.ts'

export const wholes = ['mine', 'unit', 'agency'] as const
/** Whose duties: assigned to me, my unit's, or my agency's. */
export type Whose = (typeof wholes)[number]

export const whens = ['overdue', 'today', 'week', 'later'] as const
/** A group of the list. The week is Monday to Sunday, so "this week" ends with the coming Sunday. */
export type When = (typeof whens)[number]

/** A group of open duties, or those that were met or waived. */
export type Shown = When | 'closed'

const showns: readonly Shown[] = [...whens, 'closed']

/** What the address of a work list asks for. */
export type WorkListQuery = {
  readonly whose: Whose
  readonly when: Shown | null
  readonly kind: string | null
  readonly search: string
  readonly page: number
}

type Sent = Readonly<Record<string, unknown>>

const longestSearch = 100

/** Reads the query of an address. What is not understood is left out: a link that somebody shortened still works. */
export function parseWorkListQuery(sent: Sent): WorkListQuery {
  const page = Number(textOf(sent, 'page'))
  return {
    whose: wholes.find((one) => one === sent['whose']) ?? 'mine',
    when: showns.find((one) => one === sent['when']) ?? null,
    kind: textOf(sent, 'kind') || null,
    search: textOf(sent, 'q').trim().slice(0, longestSearch),
    page: Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
  }
}

function textOf(sent: Sent, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}

/** The address of a work list, so that a filtered list can be sent to a colleague. */
export function workListPath({ whose, when, kind, search, page }: WorkListQuery): string {
  const query = new URLSearchParams()
  if (whose !== 'mine') query.set('whose', whose)
  if (when) query.set('when', when)
  if (kind) query.set('kind', kind)
  if (search) query.set('q', search)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? paths.desk : `${paths.desk}?${query.toString()}`
}
