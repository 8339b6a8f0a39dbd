import canonicalJson from 'canonicalize'
import { agrees } from '../percent.ts'
import { type CsvRecord, FileFault, decodeText, quoted, readCsv } from '../sources/csv.ts'
import { sha256Of } from '../sources/kept-files.ts'
import { principalOffences } from './categories.ts'
import { national, publishedRows, rowNamed } from './outcome-areas.ts'
import { checkHeadings, columnCount, columns } from './outcome-headings.ts'

/** One published row: the counts of one area in one month, categories in their order. */
export type AreaFigures = {
  readonly area: string
  /** The line of the file, counted from 1. */
  readonly line: number
  /** Twelve counts of defendants. What is administratively finalised is never a conviction. */
  readonly convictions: readonly number[]
  /** Thirteen counts of defendants; the last is of the administratively finalised. */
  readonly unsuccessful: readonly number[]
}

/** One month's table: National and the 42 areas in the order of `publishedRows`. */
export type OutcomeTable = {
  readonly figures: readonly AreaFigures[]
  /** SHA-256 of the figures alone: the same in a copy with other line ends or other signs for "no percentage". */
  readonly figuresSha256: string
}

const unsuccessfulCount = principalOffences.length + 1

/**
 * Reads one monthly table of case outcomes by principal offence. Throws a FileFault with line and column for anything
 * that is not one whole table that agrees with itself: 43 areas, each once; whole numbers; percentages that are those
 * of their numbers; National the sum of the 42 areas.
 */
export function readOutcomeTable(bytes: Uint8Array): OutcomeTable {
  const [heading, ...records] = readCsv(decodeText(bytes))
  if (!heading) throw new FileFault(1, null, 'the file is empty')
  checkHeadings(heading.cells, heading.line)
  const byArea = new Map<string, AreaFigures>()
  for (const record of records) {
    const figures = readArea(record)
    const before = byArea.get(figures.area)
    if (before)
      throw new FileFault(record.line, 1, `${quoted(record.cells[0] ?? '')} stands on line ${before.line} already`)
    byArea.set(figures.area, figures)
  }
  const figures = publishedRows.map((area) => byArea.get(area) ?? missingArea(area, records, heading))
  checkSums(figures)
  return { figures, figuresSha256: hashOf(figures) }
}

function missingArea(area: string, records: readonly CsvRecord[], heading: CsvRecord): never {
  const lastLine = records.at(-1)?.line ?? heading.line
  throw new FileFault(lastLine, null, `the table ends here, and the row of ${area} is missing`)
}

function readArea({ line, cells }: CsvRecord): AreaFigures {
  const name = cells[0] ?? ''
  const area = rowNamed(name)
  if (area === null)
    throw new FileFault(line, 1, name === '' ? 'the line names no area' : `${quoted(name)} is not an area`)
  if (cells.length !== columnCount) {
    throw new FileFault(line, cells.length, `the line has ${cells.length} cells and should have ${columnCount}`)
  }
  const convictions = Array.from({ length: principalOffences.length }, () => 0)
  const unsuccessful = Array.from({ length: unsuccessfulCount }, () => 0)
  for (const [index, { figure, outcome, category }] of columns.entries()) {
    if (figure === 'percentage') continue
    const counts = outcome === 'convictions' ? convictions : unsuccessful
    counts[category] = readCount(cells[index + 1] ?? '', line, index + 2)
  }
  const figures = { area, line, convictions, unsuccessful }
  checkPercentages(figures, cells)
  return figures
}

const countShape = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/

/** A count as published: `849`, or with thousands commas `10,720`. */
function readCount(text: string, line: number, column: number): number {
  if (countShape.test(text)) {
    const count = Number(text.replaceAll(',', ''))
    if (count <= mostDefendants) return count
  }
  throw new FileFault(
    line,
    column,
    text === '' ? 'the number is missing' : `${quoted(text)} is not a count of defendants`,
  )
}

/** More than any court has seen in a month; a larger number is a slip, and would not fit its column. */
const mostDefendants = 10_000_000

const percentageShape = /^(\d{1,3})\.(\d)%$/

function checkPercentages(figures: AreaFigures, cells: readonly string[]): void {
  for (const [index, { figure, outcome, category }] of columns.entries()) {
    if (figure === 'number') continue
    const text = cells[index + 1] ?? ''
    const part = figures[outcome][category] ?? 0
    const whole = (figures.convictions[category] ?? 0) + (figures.unsuccessful[category] ?? 0)
    const reason = faultOfPercentage(text, part, whole)
    if (reason) throw new FileFault(figures.line, index + 2, reason)
  }
}

/** Where nothing was finalised the tables print `-` and sometimes `0`. */
function faultOfPercentage(text: string, part: number, whole: number): string | null {
  if (whole === 0) return text === '-' || text === '0' ? null : `${quoted(text)} is given as a percentage of nothing`
  const found = percentageShape.exec(text)
  if (!found) return `${quoted(text)} is not a percentage with one decimal`
  const permille = Number(found[1]) * 10 + Number(found[2])
  return agrees(permille, part, whole) ? null : `${text} is not ${part} of ${whole}`
}

function checkSums(figures: readonly AreaFigures[]): void {
  const [whole, ...areas] = figures
  if (!whole || whole.area !== national.key) throw new Error('The first published row should be National')
  for (const [index, { figure, outcome, category }] of columns.entries()) {
    if (figure === 'percentage') continue
    const sum = areas.reduce((before, one) => before + (one[outcome][category] ?? 0), 0)
    const given = whole[outcome][category] ?? 0
    if (sum !== given) {
      throw new FileFault(whole.line, index + 2, `National has ${given} and the 42 areas add up to ${sum}`)
    }
  }
}

function hashOf(figures: readonly AreaFigures[]): string {
  const counts = figures.map(({ area, convictions, unsuccessful }) => [area, convictions, unsuccessful])
  return sha256Of(Buffer.from(canonicalJson(counts) ?? ''))
}
