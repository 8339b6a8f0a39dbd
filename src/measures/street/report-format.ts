import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { writeCsv } from '../sources/csv.ts'
import type { TypeCount } from './read-street.ts'
import type { StreetArea } from './street-areas.ts'

/** A month's street crime of an area. */
export type StreetReport = {
  readonly area: StreetArea
  readonly month: LocalMonth
  /** By crime type, A–Z. */
  readonly types: readonly TypeCount[]
}

export const totalOf = (types: readonly TypeCount[]): number => types.reduce((sum, { count }) => sum + count, 0)

/** The lines of the report: types A–Z, then `total`. */
const reportLines = ({ types }: Pick<StreetReport, 'types'>) =>
  [...types, { crimeType: 'total', count: totalOf(types) }].map(({ crimeType, count }) => ({
    crime_type: crimeType,
    count,
  }))

export const reportCsv = (report: StreetReport): string => writeCsv(['crime_type', 'count'], reportLines(report))

export const reportJson = (report: StreetReport): string => `${JSON.stringify(reportLines(report), null, 2)}\n`

/** For a terminal: aligned, thousands with commas. */
export function reportTable(report: StreetReport): string {
  const rows = reportLines(report).map(({ crime_type: type, count }) => [
    type === 'total' ? 'All street crime' : type,
    count.toLocaleString('en-GB'),
  ])
  const [types, counts] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    `Recorded street crime: ${report.area.name}, ${formatMonth(report.month)}`,
    '',
    ...rows.map(([type = '', count = '']) => `${type.padEnd(types ?? 0)}  ${count.padStart(counts ?? 0)}`),
    '',
  ].join('\n')
}
