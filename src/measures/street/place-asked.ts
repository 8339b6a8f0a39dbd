import type { LocalMonth } from '../../calendar/local-month.ts'
import { queried } from '../addresses.ts'
import { area as wholeArea } from '../area.ts'
import { unknownArea } from '../nearest.ts'
import { districtNotStated } from './categories.ts'
import { districtsOf } from './districts.ts'
import { type StreetArea, streetAreas } from './street-areas.ts'

/** Districts outside the area of the force that recorded the row. */
export const elsewhere = 'Elsewhere'

/** The rows that a page is of: an area's, or those of them in one district. */
export type PlaceAsked = {
  readonly area: StreetArea
  /** One of `choices`; null for every district. */
  readonly district: string | null
  /** The districts that may be asked for, A–Z, then `Elsewhere` where that can be told, then `Not stated`. */
  readonly choices: readonly string[]
  /** The area's own districts; null where they are not known here, and every district is shown by its own name. */
  readonly own: readonly string[] | null
}

export type AsksPlace = { readonly area?: unknown; readonly district?: unknown }

/** Each force's months; and the districts that its rows name, where its own are not known here. */
export type Held = {
  readonly months: ReadonlyMap<string, readonly LocalMonth[]>
  readonly districts: ReadonlyMap<string, readonly string[]>
}

/**
 * The place that a query names; this installation's own area unless it names one. A district of another area is left
 * out of account: who changes the area in the form sends the old district with it.
 */
export function placeAsked(query: AsksPlace, held: Held): PlaceAsked {
  const key = queried(query.area) ?? wholeArea.key
  const areas = streetAreas(held.months.keys())
  const area = areas.find((one) => one.key === key)
  if (!area) throw unknownArea(key, areas)
  const own = ownDistricts(area)
  const choices = own ? [...own, elsewhere, districtNotStated] : namedDistricts(area, held)
  const district = queried(query.district)
  return { area, own, choices, district: district !== null && choices.includes(district) ? district : null }
}

function ownDistricts({ forces }: StreetArea): readonly string[] | null {
  const known = forces.map(districtsOf)
  return known.every((districts) => districts.length > 0) ? known.flat().toSorted() : null
}

function namedDistricts({ forces }: StreetArea, { districts }: Held): readonly string[] {
  const named = new Set(forces.flatMap((force) => districts.get(force) ?? []))
  const stated = [...named].filter((one) => one !== districtNotStated).toSorted()
  return named.has(districtNotStated) ? [...stated, districtNotStated] : stated
}

/** The query that asks for the place again. */
export const queryOf = ({ area, district }: PlaceAsked) => ({ area: area.key, district })

/** `Oxford, Thames Valley`, or the area alone. */
export function placeName({ area, district }: PlaceAsked): string {
  if (district === null) return area.name
  if (district === districtNotStated) return `District not stated, ${area.name}`
  return district === elsewhere ? `Elsewhere, but recorded in ${area.name}` : `${district}, ${area.name}`
}
