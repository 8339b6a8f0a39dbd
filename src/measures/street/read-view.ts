import { type RawBuilder, sql } from 'kysely'
import { type LocalMonth, parseLocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { districtNotStated } from './categories.ts'
import { districtsOf } from './districts.ts'
import { type Held, type PlaceAsked, elsewhere } from './place-asked.ts'
import type { Quality } from './quality.ts'
import { readStreetMonths } from './read-street.ts'
import './tables.ts'

/** What is held of each force. Districts are only asked for where a force's own are not known here. */
export async function readHeld(tx: Tx): Promise<Held> {
  const months = await readStreetMonths(tx)
  const unknown = [...months.keys()].filter((force) => districtsOf(force).length === 0)
  const districts = new Map<string, string[]>()
  if (unknown.length === 0) return { months, districts }
  const rows = await tx
    .selectFrom('current_street_count')
    .select(['force', 'district'])
    .distinct()
    .where('force', 'in', unknown)
    .execute()
  for (const { force, district } of rows) districts.set(force, [...(districts.get(force) ?? []), district])
  return { months, districts }
}

/** The condition that a row is of the place, in terms of its force and district. */
function isThere({ area, district, own }: PlaceAsked): RawBuilder<boolean> {
  const ofForces = sql<boolean>`force = any(${area.forces})`
  if (district === null) return ofForces
  if (district !== elsewhere) return sql<boolean>`${ofForces} and district = ${district}`
  return sql<boolean>`${ofForces} and district <> all(${[...(own ?? []), districtNotStated]})`
}

export type MonthOfType = { readonly month: LocalMonth; readonly crimeType: string; readonly count: number }

/** Rows by month and crime type. */
export async function readSeries(tx: Tx, place: PlaceAsked): Promise<readonly MonthOfType[]> {
  const rows = await tx
    .selectFrom('current_street_count')
    .select((select) => ['month', 'crime_type as crimeType', select.fn.sum<number>('count').as('count')])
    .where(isThere(place))
    .groupBy(['month', 'crime_type'])
    .execute()
  return rows.map((row) => ({ ...row, month: parseLocalMonth(row.month) }))
}

/** Rows of a month by crime type and last outcome. */
export type OutcomeOfType = { readonly crimeType: string; readonly lastOutcome: string; readonly count: number }

export async function readOutcomesOfTypes(
  tx: Tx,
  place: PlaceAsked,
  month: LocalMonth,
): Promise<readonly OutcomeOfType[]> {
  return tx
    .selectFrom('current_street_count')
    .select((select) => [
      'crime_type as crimeType',
      'last_outcome as lastOutcome',
      select.fn.sum<number>('count').as('count'),
    ])
    .where('month', '=', month)
    .where(isThere(place))
    .groupBy(['crime_type', 'last_outcome'])
    .orderBy('crime_type')
    .orderBy('last_outcome')
    .execute()
}

/** The finest count there is, and the file whose rows it counts. */
export type StreetRow = {
  readonly force: string
  readonly district: string
  readonly crimeType: string
  readonly lastOutcome: string
  readonly count: number
  readonly fileName: string
  readonly contentSha256: string
}

export async function readStreetRows(tx: Tx, place: PlaceAsked, month: LocalMonth): Promise<readonly StreetRow[]> {
  return tx
    .selectFrom('current_street_count as c')
    .innerJoin('source_file as f', 'f.content_sha256', 'c.content_sha256')
    .select(['force', 'district', 'crime_type as crimeType', 'last_outcome as lastOutcome', 'count'])
    .select(['f.file_name as fileName', 'f.content_sha256 as contentSha256'])
    .where('month', '=', month)
    .where(isThere(place))
    .orderBy('force')
    .orderBy('district')
    .orderBy('crime_type')
    .orderBy('last_outcome')
    .execute()
}

/** One file that stands, or stood, for a force and month. */
export type FileShown = {
  readonly force: string
  readonly revision: number
  readonly current: boolean
  readonly rows: number
  readonly quality: Quality
  readonly importedAt: string
  readonly fileName: string
  readonly contentSha256: string
}

/** Every file of the forces for the month: by force, and its revisions in the order they came. */
export async function readFiles(tx: Tx, forces: readonly string[], month: LocalMonth): Promise<readonly FileShown[]> {
  const files = await tx
    .selectFrom('street_revision as r')
    .innerJoin('source_file as f', 'f.content_sha256', 'r.content_sha256')
    .select(['r.force', 'r.revision', 'r.current', 'r.rows', 'r.quality', 'r.imported_at as importedAt'])
    .select(['f.file_name as fileName', 'f.content_sha256 as contentSha256'])
    .where('r.month', '=', month)
    .where('r.force', 'in', [...forces])
    .orderBy('r.revision')
    .execute()
  return files.toSorted((a, b) => forces.indexOf(a.force) - forces.indexOf(b.force))
}

/** How many rows of a type a revision has, and the one before it had. */
export type TypeChanged = {
  readonly force: string
  readonly revision: number
  readonly crimeType: string
  readonly before: number
  readonly after: number
}

export async function readChanges(
  tx: Tx,
  forces: readonly string[],
  month: LocalMonth,
): Promise<readonly TypeChanged[]> {
  const rows = await tx
    .selectFrom('street_count')
    .select((select) => ['force', 'revision', 'crime_type', select.fn.sum<number>('count').as('count')])
    .where('month', '=', month)
    .where('force', 'in', [...forces])
    .groupBy(['force', 'revision', 'crime_type'])
    .orderBy('crime_type')
    .execute()
  const countOf = (force: string, revision: number, type: string): number =>
    rows.find((row) => row.force === force && row.revision === revision && row.crime_type === type)?.count ?? 0
  const types = [...new Set(rows.map((row) => row.crime_type))]
  const later = new Set(
    rows.filter(({ revision }) => revision > 1).map(({ force, revision }) => `${force} ${revision}`),
  )
  return [...later].flatMap((key) => {
    const [force = '', number] = key.split(' ')
    const revision = Number(number)
    return types
      .map((crimeType) => ({
        force,
        revision,
        crimeType,
        before: countOf(force, revision - 1, crimeType),
        after: countOf(force, revision, crimeType),
      }))
      .filter(({ before, after }) => before !== after)
  })
}
