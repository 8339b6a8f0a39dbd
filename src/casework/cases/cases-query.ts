import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { pageOf } from '../../platform/access/paging.ts'
import { type CaseState, isCaseState } from '../investigation/case-state.ts'

/** What the address of the list of cases asks for. Every filter narrows what the others leave. */
export type CasesQuery = {
  /** A crime reference or the number of a report, or the beginning of one. */
  readonly reference: string
  /** An offence by its code or by words of its title. */
  readonly offence: string
  /** Words in what is alleged or where. */
  readonly words: string
  readonly state: CaseState | null
  readonly unit: string
  readonly page: number
}

const longest = 100

/** Reads the query of an address. What is not understood is left out: a link that somebody shortened still works. */
export function parseCasesQuery(sent: Sent): CasesQuery {
  const short = (name: string): string => textOf(sent, name).slice(0, longest)
  const state = short('state')
  return {
    reference: short('reference'),
    offence: short('offence'),
    words: short('words'),
    state: isCaseState(state) ? state : null,
    unit: short('unit'),
    page: pageOf(sent),
  }
}

export function casesPath({ page, state, ...texts }: CasesQuery): string {
  const kept = [...Object.entries(texts), ['state', state ?? ''], ['page', page > 1 ? String(page) : '']]
  const query = new URLSearchParams(kept.filter(([, value]) => value !== '') as Array<[string, string]>)
  return query.size > 0 ? `${paths.deskCases}?${String(query)}` : paths.deskCases
}

export const isFiltered = ({ reference, offence, words, state, unit }: CasesQuery): boolean =>
  Boolean(reference || offence || words || state || unit)
