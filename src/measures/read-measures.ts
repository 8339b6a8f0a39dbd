import type { Tx } from '../platform/database/reading.ts'
import { NotFound } from '../platform/web/failures.ts'
import { queried } from './addresses.ts'
import type { Place } from './area.ts'
import { measureOf } from './catalogue.ts'
import { type Measure, latestOf } from './measure.ts'
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

/** A measure's latest figure in words in the place it shows first: `85.2% in March 2017`. Null for an unknown code. */
export async function readLatest(tx: Tx, code: string): Promise<{ measure: Measure; latest: string } | null> {
  const measure = measureOf(code)
  if (!measure) return null
  const [listed] = await readListed(tx, [measure])
  return { measure, latest: latestOf(measure, listed?.points ?? []) }
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
