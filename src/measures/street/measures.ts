import { sql } from 'kysely'
import { type LocalMonth, parseLocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { Measure, MeasurePoint, MeasureRow } from '../measure.ts'
import { antiSocialBehaviour, crimeTypesToday } from './categories.ts'
import { forceTitle, streetCrime } from './dataset.ts'
import { readStreetMonths } from './read-street.ts'
import { streetAreas } from './street-areas.ts'
import './tables.ts'

/** What must stand beside every figure of this dataset. */
const streetCaveats = [
  'Recorded crime is what was reported and written down. It rises when people trust the police enough to report, and when recording gets better: a target for it can make both worse.',
  'A row stands in the month that the force gives it, and a row may be a crime that turns out later to be none.',
  'Every row of the file counts, as on data.police.uk, also where a crime id is there twice.',
  'A month that a force did not publish, or that is not held here, is a gap and not a nought.',
]

const antiSocialCaveat =
  'Anti-social behaviour is counted in incidents, not crimes. Forces and councils share the work, and how much of it reaches the police differs from place to place.'

async function forcesOf(tx: Tx, place: string): Promise<readonly string[]> {
  const imported = await readStreetMonths(tx)
  return streetAreas(imported.keys()).find(({ key }) => key === place)?.forces ?? []
}

/** A month counts only where every force of the place has a file, so that a missing file is no fall. */
async function readPoints(tx: Tx, crimeType: string, place: string): Promise<readonly MeasurePoint[]> {
  const forces = await forcesOf(tx, place)
  const rows = await tx
    .selectFrom('street_revision as r')
    .leftJoin('current_street_count as c', (join) =>
      join.onRef('c.force', '=', 'r.force').onRef('c.month', '=', 'r.month').on('c.crime_type', '=', crimeType),
    )
    .select(['r.month', sql<number>`coalesce(sum(c.count), 0)`.as('numerator')])
    .where('r.current', '=', true)
    .where(sql<boolean>`r.force = any(${forces})`)
    .groupBy('r.month')
    .having(sql<boolean>`count(distinct r.force) = ${forces.length}`)
    .orderBy('r.month')
    .execute()
  return rows.map(({ month, numerator }) => ({ month: parseLocalMonth(month), numerator, denominator: null }))
}

async function readRows(tx: Tx, crimeType: string, place: string, month: LocalMonth): Promise<readonly MeasureRow[]> {
  const forces = await forcesOf(tx, place)
  const rows = await tx
    .selectFrom('current_street_count as c')
    .innerJoin('source_file as f', 'f.content_sha256', 'c.content_sha256')
    .select(['c.force', 'c.district', 'f.file_name', 'f.content_sha256', sql<number>`sum(c.count)`.as('count')])
    .where('c.month', '=', month)
    .where('c.crime_type', '=', crimeType)
    .where(sql<boolean>`c.force = any(${forces})`)
    .groupBy(['c.force', 'c.district', 'f.file_name', 'f.content_sha256'])
    .orderBy('c.force')
    .orderBy('c.district')
    .execute()
  return rows.map(({ force, district, file_name: fileName, content_sha256: contentSha256, count }) => ({
    place: `${forceTitle(force)}: ${district}`,
    what: crimeType,
    numerator: count,
    denominator: null,
    fileName,
    contentSha256,
    line: null,
  }))
}

const codeOf = (crimeType: string): string => `recorded-${crimeType.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

function measureOfType(crimeType: (typeof crimeTypesToday)[number]): Measure {
  const incidents = crimeType === antiSocialBehaviour
  const unit = incidents ? 'incidents' : 'crimes'
  return {
    code: codeOf(crimeType),
    title: `Recorded ${crimeType.charAt(0).toLowerCase()}${crimeType.slice(1)}`,
    definition: incidents
      ? 'Incidents of anti-social behaviour that the police recorded in the month and published.'
      : `Crimes of the type “${crimeType}” that the police recorded in the month and published.`,
    numerator: `Rows of the type “${crimeType}” in the force’s street crime file`,
    denominator: null,
    unit,
    better: 'neither',
    dataset: streetCrime,
    caveats: incidents ? [antiSocialCaveat, ...streetCaveats] : streetCaveats,
    places: async (tx) => streetAreas((await readStreetMonths(tx)).keys()),
    read: (tx, place) => readPoints(tx, crimeType, place),
    readRows: (tx, place, month) => readRows(tx, crimeType, place, month),
  }
}

/** A measure for each crime type of today. None has a better direction: see the first caveat. */
export const streetMeasures: readonly Measure[] = crimeTypesToday.map(measureOfType)

/** The measure that a crime type has; null for a type of older files. */
export const measureOfCrimeType = (crimeType: string): string | null =>
  crimeTypesToday.some((type) => type === crimeType) ? codeOf(crimeType) : null
