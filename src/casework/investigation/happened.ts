import type { CaseHappening } from '../happenings/happening.ts'
import type { Acted, Investigation } from './investigation.ts'

/** What a duty's history says instead of a reason, which may name people. */
export const onTheCase = 'The reason stands on the case.'

/** The state with one more line on its timeline. */
export function withHappening(
  state: Investigation,
  { at, by }: Acted,
  event: string,
  detail: CaseHappening['detail'],
): Investigation {
  return { ...state, happenings: [...state.happenings, { at, by, event, detail }] }
}
