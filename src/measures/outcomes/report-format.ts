import { formatMonth } from '../../calendar/local-month.ts'
import { percentOf } from '../percent.ts'
import { writeCsv } from '../sources/csv.ts'
import { outcomeCategories } from './categories.ts'
import type { OutcomeCounts, OutcomeReport } from './read-outcomes.ts'

const reportColumns = [
  ...(['category', 'convictions', 'convictions_percent', 'unsuccessful', 'unsuccessful_percent'] as const),
]

/** One line of the report. Percentages have one decimal and are null where nothing was finalised. */
export type ReportLine = {
  readonly category: OutcomeCounts['category']
  readonly convictions: number
  readonly convictions_percent: string | null
  readonly unsuccessful: number
  readonly unsuccessful_percent: string | null
}

/**
 * The shares of a line. `admin` has no convictions by definition, so its share is 0.0 and 100.0 like that of any other
 * line with none, and columns can be added up without a special case.
 */
export function reportLine({ category, convictions, unsuccessful }: OutcomeCounts): ReportLine {
  const all = convictions + unsuccessful
  return {
    category,
    convictions,
    convictions_percent: percentOf(convictions, all),
    unsuccessful,
    unsuccessful_percent: percentOf(unsuccessful, all),
  }
}

export const reportCsv = ({ lines }: OutcomeReport): string => writeCsv(reportColumns, lines.map(reportLine))

export function reportJson({ lines }: OutcomeReport): string {
  const number = (percent: string | null): number | null => (percent === null ? null : Number(percent))
  const objects = lines.map(reportLine).map((line) => ({
    ...line,
    convictions_percent: number(line.convictions_percent),
    unsuccessful_percent: number(line.unsuccessful_percent),
  }))
  return `${JSON.stringify(objects, null, 2)}\n`
}

const categoryNames = new Map<string, string>([
  ...outcomeCategories.map(({ key, name }) => [key, name] as const),
  ['total', 'All outcomes'],
])

/** What a reader calls a category: `Theft and handling`, and `All outcomes` for the total. */
export const categoryName = (key: OutcomeCounts['category']): string => categoryNames.get(key) ?? key

/** For a terminal: aligned, thousands with commas, `-` where there is no percentage. */
export function reportTable({ month, area, revision, lines }: OutcomeReport): string {
  const rows = lines
    .map(reportLine)
    .map((line) => [
      categoryName(line.category),
      line.convictions.toLocaleString('en-GB'),
      line.convictions_percent === null ? '-' : `${line.convictions_percent}%`,
      line.unsuccessful.toLocaleString('en-GB'),
      line.unsuccessful_percent === null ? '-' : `${line.unsuccessful_percent}%`,
    ])
  const table = [['Principal offence', 'Convictions', '', 'Unsuccessful', ''], ...rows]
  const widths = reportColumns.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
      .join('  ')
      .trimEnd()
  return [
    `Defendants by outcome: ${area.name}, ${formatMonth(month)}${revision > 1 ? `, revision ${revision}` : ''}`,
    '',
    ...table.map(line),
    '',
  ].join('\n')
}
