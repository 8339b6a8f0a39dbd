import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { isLocalMonth } from '../../calendar/local-month.ts'
import { antiSocialBehaviour, crimeTypes, districtNotStated, lastOutcomes, outcomeNotGiven } from './categories.ts'
import { districtToday } from './districts.ts'
import { forceKeyOf } from './force.ts'
import { type Categories, degrees, streetColumns } from './street-csv.ts'
import type { StreetFile } from './street-month.ts'

/** What the rows of a file come to. */
export type StreetSummary = Omit<StreetFile, 'source'>

/** Counts street crime files with DuckDB. Several may be counted at once. */
export type StreetReader = {
  /** Null when the file is not as a street crime file must be: `checkStreetCsv` then says where and why. */
  summarise(file: string): Promise<StreetSummary | null>
  close(): void
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const name = (column: string): string => `"${column}"`
const enumOf = (values: readonly string[]): string => `enum (${values.map(literal).join(', ')})`

const columnTypes: Readonly<Record<string, string>> = {
  Longitude: 'double',
  Latitude: 'double',
  'Crime type': 'crime_type',
  'Last outcome category': 'last_outcome',
}

/** Empty, or in the United Kingdom. What is not a number, as DuckDB reads NaN, is not between two. */
const isThere = (column: keyof typeof degrees): string =>
  `coalesce(${name(column)} between ${degrees[column].join(' and ')}, true)`

/** A row that breaks CSV, has a category that is not in the list, or coordinates that are not numbers, is an error. */
const readRows = (file: string): string => `
  create temp table street as
  select "Crime ID" as crime_id, "Month" as month, "Reported by" as reported_by, "Falls within" as falls_within,
         "Crime type" as crime_type, "Last outcome category" as last_outcome, "LSOA name" as area,
         case when regexp_full_match(right("LSOA name", 5), ' [0-9]{3}[A-Z]') then left("LSOA name", -5) end as district,
         hash(${streetColumns.map(name).join(', ')}) as whole,
         ${(['Longitude', 'Latitude'] as const).map(isThere).join(' and ')} as there
    from read_csv(${literal(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                  strict_mode = true, columns = {${streetColumns
                    .map((column) => `${literal(column)}: ${literal(columnTypes[column] ?? 'varchar')}`)
                    .join(', ')}})`

const factsOfRows = `
  select count(*) as rows, count(crime_type) as with_type, count(*) filter (there) as with_right_place,
         count(month) as with_month, min(month) as month, max(month) as last_month,
         count(reported_by) as with_force, min(reported_by) as force_name, max(reported_by) as last_force_name,
         count(crime_id) as with_id, count(distinct crime_id) as ids,
         count(distinct whole) filter (crime_id is not null) as distinct_rows,
         count(*) filter (crime_id is null and crime_type <> ${literal(antiSocialBehaviour)}) as without_id,
         count(*) filter (last_outcome is null and crime_type <> ${literal(antiSocialBehaviour)}) as without_outcome,
         count(area) as with_area, count(district) as with_district,
         count(*) filter (falls_within is distinct from reported_by) as falls_within_another
    from street`

const countsOfRows = `
  select district, crime_type::varchar as crime_type, last_outcome::varchar as last_outcome, count(*) as count
    from street group by all order by all`

export async function openStreetReader(categories: Categories): Promise<StreetReader> {
  const duck = await DuckDBInstance.create(':memory:')
  const connection = await duck.connect()
  await connection.run(`create type crime_type as ${enumOf(categories.crimeTypes)}`)
  await connection.run(`create type last_outcome as ${enumOf(categories.lastOutcomes)}`)
  connection.closeSync()
  return {
    async summarise(file) {
      const connection = await duck.connect()
      try {
        return await summariseWith(connection, file)
      } finally {
        connection.closeSync()
      }
    },
    close: () => duck.closeSync(),
  }
}

async function summariseWith(connection: DuckDBConnection, file: string): Promise<StreetSummary | null> {
  try {
    await connection.run(readRows(file))
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
  const [facts] = await objects(connection, factsOfRows)
  const count = (fact: string): number => Number(facts?.[fact])
  const text = (fact: string): string => String(facts?.[fact] ?? '')
  const [rows, month, forceName] = [count('rows'), text('month'), text('force_name')]
  const force = forceKeyOf(forceName)
  const everyRowHas = ['with_type', 'with_month', 'with_force', 'with_right_place'].every(
    (fact) => count(fact) === rows,
  )
  const oneMonthAndForce = month === text('last_month') && forceName === text('last_force_name')
  if (rows === 0 || !everyRowHas || !oneMonthAndForce || !isLocalMonth(month) || !force) return null
  const counted = await objects(connection, countsOfRows)
  const { counts, formerDistricts, accepted } = gather(counted)
  return {
    force,
    forceName,
    month,
    rows,
    counts,
    quality: {
      repeatedCrimeIds: count('with_id') - count('ids'),
      repeatedRows: count('with_id') - count('distinct_rows'),
      withoutCrimeId: count('without_id'),
      withoutOutcome: count('without_outcome'),
      withoutPlace: rows - count('with_area'),
      placeNotUnderstood: count('with_area') - count('with_district'),
      fallsWithinAnother: count('falls_within_another'),
      formerDistricts,
      acceptedCategories: accepted,
    },
  }
}

/** Bad CSV, bytes that are not UTF-8 and values of another type are the file's fault; all else is ours. */
const isFault = (error: unknown): boolean =>
  error instanceof Error && /^(Invalid Input|Conversion) Error/.test(error.message)

async function objects(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRowObjects()
}

const known = new Set<string>([...crimeTypes, ...lastOutcomes])

/** Rows of groups as nested counts, by the districts of today. */
function gather(groups: Awaited<ReturnType<typeof objects>>) {
  const counts = new Map<string, Map<string, Map<string, number>>>()
  const formerDistricts = new Map<string, number>()
  const accepted = new Set<string>()
  for (const group of groups) {
    const [type, outcome, count] = [String(group['crime_type']), group['last_outcome'], Number(group['count'])]
    const named = group['district'] === null ? districtNotStated : String(group['district'])
    const district = districtToday(named)
    if (district !== named) add(formerDistricts, named, count)
    for (const category of [type, outcome]) {
      if (category !== null && !known.has(String(category))) accepted.add(String(category))
    }
    add(within(within(counts, district), type), outcome === null ? outcomeNotGiven : String(outcome), count)
  }
  return {
    counts: objectOf(counts, (types) => objectOf(types, Object.fromEntries<number>)),
    formerDistricts: Object.fromEntries(formerDistricts),
    accepted: [...accepted].toSorted(),
  }
}

const add = (sums: Map<string, number>, key: string, count: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + count)

function within<Inner>(outer: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const found = outer.get(key) ?? new Map<string, Inner>()
  outer.set(key, found)
  return found
}

const objectOf = <From, To>(map: ReadonlyMap<string, From>, to: (from: From) => To): Readonly<Record<string, To>> =>
  Object.fromEntries([...map].map(([key, from]) => [key, to(from)]))
