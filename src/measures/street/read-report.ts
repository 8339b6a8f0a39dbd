import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { forceTitle } from './dataset.ts'
import { readStreetMonths, readStreetTypes } from './read-street.ts'
import { refuseStreet } from './refusals.ts'
import type { StreetReport } from './report-format.ts'
import { type StreetArea, streetAreas } from './street-areas.ts'

type MonthsByForce = ReadonlyMap<string, readonly LocalMonth[]>

/** The months for which every force of the area has figures, so that their sum is the area's. Earliest first. */
export function wholeMonths({ forces }: StreetArea, imported: MonthsByForce): readonly LocalMonth[] {
  const [first = '', ...others] = forces
  return (imported.get(first) ?? []).filter((month) => others.every((force) => imported.get(force)?.includes(month)))
}

/** The month's street crime; null for an area that is not known. Throws a Refusal where a force of it has none. */
export async function readStreetReport(tx: Tx, areaKey: string, month: LocalMonth): Promise<StreetReport | null> {
  const imported = await readStreetMonths(tx)
  const area = streetAreas(imported.keys()).find(({ key }) => key === areaKey)
  if (!area) return null
  const missing = area.forces.filter((force) => !imported.get(force)?.includes(month))
  if (missing.length > 0) throw noFigures(area, month, missing, wholeMonths(area, imported))
  return { area, month, types: await readStreetTypes(tx, area, month) }
}

function noFigures(area: StreetArea, month: LocalMonth, missing: readonly string[], whole: readonly LocalMonth[]) {
  const known = whole.length > 0 ? `There is for ${whole.join(', ')}.` : 'There is for no month.'
  const facts = { area: area.name, month: formatMonth(month), known }
  if (missing.length === area.forces.length) return refuseStreet('street.no-such-month', facts)
  const [forces, lacking] = [area.forces, missing].map((some) => listOf(some.map(forceTitle)))
  return refuseStreet('street.part-missing', { ...facts, forces: forces ?? '', missing: lacking ?? '' })
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const listOf = (names: readonly string[]): string => list.format(names)
