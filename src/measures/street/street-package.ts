import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { withQuery } from '../addresses.ts'
import { type Field, dataPackage } from '../data-package.ts'
import { writeCsv } from '../sources/csv.ts'
import { streetCrime } from './dataset.ts'
import { type PlaceAsked, placeName, queryOf } from './place-asked.ts'
import type { StreetRow } from './read-view.ts'

const fields: readonly Field[] = [
  {
    name: 'force',
    type: 'string',
    title: 'Force',
    description: 'The police force that recorded the row, by its key on data.police.uk.',
  },
  { name: 'month', type: 'yearmonth', title: 'Month', description: 'The month that the force gives the row.' },
  {
    name: 'crime_type',
    type: 'string',
    title: 'Crime type',
    description: 'As the file has it. Anti-social behaviour is counted in incidents, all others in crimes.',
  },
  {
    name: 'last_outcome',
    type: 'string',
    title: 'Last outcome',
    description: 'The state when the file was downloaded. Not given where the file gives none.',
  },
  {
    name: 'district',
    type: 'string',
    title: 'District',
    description: 'The local authority of today that the row’s output area is in. Not stated where the file names none.',
  },
  {
    name: 'count',
    type: 'integer',
    title: 'Rows',
    description: 'How many rows of the file are alike in all of these.',
  },
]

/** The download of a month: every count behind its tables. */
const countLines = (rows: readonly StreetRow[], month: LocalMonth) =>
  rows.map(({ force, crimeType, lastOutcome, district, count }) => ({
    force,
    month,
    crime_type: crimeType,
    last_outcome: lastOutcome,
    district,
    count,
  }))

export const countsCsv = (rows: readonly StreetRow[], month: LocalMonth): string =>
  writeCsv(
    fields.map(({ name }) => name),
    countLines(rows, month),
  )

export const countsJson = (rows: readonly StreetRow[], month: LocalMonth): string =>
  `${JSON.stringify(countLines(rows, month), null, 2)}\n`

/** What the download of one month and place is. */
export function streetPackage(rows: readonly StreetRow[], month: LocalMonth, place: PlaceAsked, publicUrl: string) {
  const sources = new Map(rows.map(({ fileName, contentSha256 }) => [contentSha256, fileName]))
  return dataPackage({
    name: `street-crime-${place.area.key}-${month}`,
    title: `Recorded street crime: ${placeName(place)}, ${formatMonth(month)}`,
    description: `Counts of the rows of data.police.uk’s street crime files for ${formatMonth(month)}. Every row counts, repeats included.`,
    homepage: publicUrl + withQuery(paths.crimeMonth(month), queryOf(place)),
    dataset: streetCrime,
    sources: [...sources].map(([sha256, fileName]) => ({
      title: fileName,
      path: publicUrl + paths.sourceFile(sha256),
    })),
    resource: {
      name: 'street-crime',
      title: `${placeName(place)}, ${formatMonth(month)}`,
      path: publicUrl + withQuery(paths.crimeDownload(month, 'csv'), queryOf(place)),
      csv: countsCsv(rows, month),
      fields,
      primaryKey: ['force', 'month', 'crime_type', 'last_outcome', 'district'],
    },
  })
}
