import { type LocalMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { Invalid } from '../../platform/web/failures.ts'
import { queried } from '../addresses.ts'
import { area } from '../area.ts'
import { unknownArea } from '../nearest.ts'
import { type OutcomeArea, outcomeAreaOf, outcomeAreas } from './outcome-areas.ts'

export type AsksOutcomes = {
  readonly Params: { readonly month: string }
  readonly Querystring: { readonly area?: unknown; readonly revision?: unknown }
}

const revisionShape = /^[1-9]\d{0,4}$/

/** Which month, area and revision an address asks for. `month` is null when it names none. */
export type Asked = {
  readonly month: LocalMonth | null
  readonly area: OutcomeArea
  readonly revision: number | null
}

/** Throws `Invalid` for an area or a revision that cannot be. */
export function askedOutcomes(request: {
  readonly params: AsksOutcomes['Params']
  readonly query: AsksOutcomes['Querystring']
}): Asked {
  const { month } = request.params
  const revision = queried(request.query.revision)
  if (revision !== null && !revisionShape.test(revision)) throw new Invalid('A revision is a number, such as 2.')
  return {
    month: isLocalMonth(month) ? month : null,
    area: askedArea(request.query.area),
    revision: revision === null ? null : Number(revision),
  }
}

/** The area that a query names; this installation's own unless it names one. */
export function askedArea(given: unknown): OutcomeArea {
  const key = queried(given) ?? area.key
  const found = outcomeAreaOf(key)
  if (!found) throw unknownArea(key, outcomeAreas)
  return found
}
