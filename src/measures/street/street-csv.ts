import { isLocalMonth, type LocalMonth } from '../../calendar/local-month.ts'
import { type CsvRecord, FileFault, decodeText, quoted, readCsv } from '../sources/csv.ts'
import { crimeTypes, lastOutcomes } from './categories.ts'
import { forceKeyOf } from './force.ts'

export const streetColumns = [
  ...(['Crime ID', 'Month', 'Reported by', 'Falls within', 'Longitude', 'Latitude', 'Location'] as const),
  ...(['LSOA code', 'LSOA name', 'Crime type', 'Last outcome category', 'Context'] as const),
]
type StreetColumn = (typeof streetColumns)[number]

export const columnNumber = (column: StreetColumn): number => streetColumns.indexOf(column) + 1

/** The categories that a file may name: those of data.police.uk, and new ones that the importer accepts. */
export type Categories = { readonly crimeTypes: readonly string[]; readonly lastOutcomes: readonly string[] }

/** A new name is accepted in either column: the site, not we, decides what it means there. */
export const categoriesWith = (accepted: readonly string[]): Categories => ({
  crimeTypes: [...new Set([...crimeTypes, ...accepted])],
  lastOutcomes: [...new Set([...lastOutcomes, ...accepted])],
})

/** The month and force that a file's name gives, as data.police.uk names its files; null when it gives none. */
export function streetFileName(name: string): { readonly month: LocalMonth; readonly force: string } | null {
  const found = /^(?<month>\d{4}-\d{2})-(?<force>[a-z]+(-[a-z]+)*)-street\.csv(\.gz)?$/.exec(name)?.groups
  const { month = '', force = '' } = found ?? {}
  return isLocalMonth(month) ? { month, force } : null
}

/** Throws a FileFault unless the first line is exactly the headings of a street crime file. */
export function checkHeading(content: Buffer): void {
  const end = content.indexOf(0x0a)
  const [heading] = readCsv(decodeText(content.subarray(0, end < 0 ? 1000 : end + 1)))
  const cells = heading?.cells ?? []
  if (cells.includes('Outcome type')) throw new FileFault(1, null, otherKind('outcomes'))
  if (cells.includes('Object of search')) throw new FileFault(1, null, otherKind('stop and search'))
  for (const [index, expected] of streetColumns.entries()) {
    const found = cells[index] ?? ''
    if (found !== expected)
      throw new FileFault(1, index + 1, `the heading is ${quoted(found)} where ${quoted(expected)} belongs`)
  }
  const extra = cells[streetColumns.length]
  if (extra !== undefined)
    throw new FileFault(1, streetColumns.length + 1, `there is one heading too many, ${quoted(extra)}`)
}

const otherKind = (kind: string): string =>
  `this is the ${kind} file of data.police.uk, and only its street crime files can be imported`

/** Throws a FileFault for the first thing in the file that a street crime file cannot hold. */
export function checkStreetCsv(content: Buffer, categories: Categories): void {
  checkHeading(content)
  const [, first, ...others] = readCsv(decodeText(content))
  if (!first) throw new FileFault(2, null, 'there is no row below the headings')
  checkRow(first, first, categories)
  for (const row of others) checkRow(row, first, categories)
}

const number = /^-?\d+(\.\d+)?$/

/** Degrees between which the whole United Kingdom lies. A file whose columns changed places is not of it. */
export const degrees = { Longitude: [-10, 3], Latitude: [49, 62] } as const

function isCoordinate(text: string, [least, most]: readonly [number, number]): boolean {
  return number.test(text) && Number(text) >= least && Number(text) <= most
}

function checkRow({ line, cells }: CsvRecord, first: CsvRecord, categories: Categories): void {
  if (cells.length !== streetColumns.length) {
    const reason = `the row has ${cells.length} cells, not ${streetColumns.length}`
    throw new FileFault(line, Math.min(cells.length, streetColumns.length) + 1, reason)
  }
  const cell = (column: StreetColumn): string => cells[columnNumber(column) - 1] ?? ''
  const refuseUnless = (right: boolean, column: StreetColumn, reason: string): void => {
    if (!right) throw new FileFault(line, columnNumber(column), `${column} ${quoted(cell(column))} ${reason}`)
  }
  const sameAsFirst = (column: StreetColumn): void => {
    const standing = first.cells[columnNumber(column) - 1] ?? ''
    refuseUnless(cell(column) === standing, column, `differs from ${quoted(standing)} in line ${first.line}`)
  }
  const isAmong = (column: StreetColumn, known: readonly string[]): void =>
    refuseUnless(known.includes(cell(column)), column, notKnown)
  refuseUnless(isLocalMonth(cell('Month')), 'Month', 'is not a month, such as 2025-06')
  sameAsFirst('Month')
  refuseUnless(forceKeyOf(cell('Reported by')) !== null, 'Reported by', 'is not the name of a police force')
  sameAsFirst('Reported by')
  for (const column of ['Longitude', 'Latitude'] as const) {
    const text = cell(column)
    refuseUnless(text === '' || isCoordinate(text, degrees[column]), column, 'is not one of the United Kingdom')
  }
  isAmong('Crime type', categories.crimeTypes)
  if (cell('Last outcome category') !== '') isAmong('Last outcome category', categories.lastOutcomes)
}

const notKnown =
  'is not one that data.police.uk is known here to use; where it is new there, import with --accept and its name'
