import type { Tx } from '../platform/database/reading.ts'
import { NotFound } from '../platform/web/failures.ts'
import { queried } from './addresses.ts'
import type { Place } from './area.ts'
import { measureOf } from './catalogue.ts'
import type { Measure } from './measure.ts'
import { unknownArea } from './nearest.ts'
import type { MeasureListed } from './performance-page.ts'

/** Measures with their months in the place that each shows first. */
export async function readListed(tx: Tx, measures: readonly Measure[]): Promise<readonly MeasureListed[]> {
  const listed: MeasureListed[] = []
  for (const measure of measures) {
    const [place] = await measure.places(tx)
    listed.push({ measure, points: place ? await measure.read(tx, place.key) : [] })
  }
  return listed
}

/** The measure that an address names, and the place that its query does. */
export async function readAsked(tx: Tx, code: string, area: unknown) {
  const measure = measureOf(code)
  if (!measure) throw new NotFound()
  const places = await measure.places(tx)
  return { measure, places, place: placeAsked(places, queried(area)) }
}

function placeAsked(places: readonly Place[], key: string | null): Place {
  const found = key === null ? places[0] : places.find((one) => one.key === key)
  if (found) return found
  if (key === null) throw new NotFound()
  throw unknownArea(key, places)
}
