import { type Place, area } from '../area.ts'
import { forceTitle } from './dataset.ts'

/** A place that street crime is reported for, and the forces whose sum it is. */
export type StreetArea = Place & { readonly forces: readonly string[] }

/** This installation's own area. */
export const wholeArea: StreetArea = { key: area.key, name: area.name, forces: area.forces.map(({ key }) => key) }

const forceArea = (key: string): StreetArea => {
  const name = area.forces.find((force) => force.key === key)?.name ?? forceTitle(key)
  return { key, name, forces: [key] }
}

/**
 * The places that may be asked for: the area as a whole, its forces, then other forces whose files were imported.
 * A force's key is never the area's: an area with one force is that force.
 */
export function streetAreas(imported: Iterable<string>): readonly StreetArea[] {
  const own = area.forces.map(({ key }) => key)
  const others = [...imported].filter((force) => !own.includes(force)).toSorted()
  const forces = [...own, ...others].map(forceArea)
  return forces.some(({ key }) => key === wholeArea.key) ? forces : [wholeArea, ...forces]
}
