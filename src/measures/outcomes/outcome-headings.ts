import { FileFault } from '../sources/csv.ts'
import { principalOffences } from './categories.ts'

/** A published cell: a number or a percentage, of convictions or unsuccessful outcomes, of the category by its place. */
export type Column = {
  readonly figure: 'number' | 'percentage'
  readonly outcome: 'convictions' | 'unsuccessful'
  /** 0 to 11 for the principal offences in their order, 12 for the administratively finalised. */
  readonly category: number
}

const columnKey = ({ figure, outcome, category }: Column): string => `${figure} ${outcome} ${category}`

const adminCategory = principalOffences.length

/**
 * Every heading and what stands under it. The last one names motoring offences in every table published, although the
 * percentage under it is of the administratively finalised; should it be put right one day, that is read too.
 */
const headings: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...principalOffences.flatMap(({ heading }, category): Array<[string, Column]> => [
    [`Number of ${heading} Convictions`, { figure: 'number', outcome: 'convictions', category }],
    [`Percentage of ${heading} Convictions`, { figure: 'percentage', outcome: 'convictions', category }],
    [`Number of ${heading} Unsuccessful`, { figure: 'number', outcome: 'unsuccessful', category }],
    [`Percentage of ${heading} Unsuccessful`, { figure: 'percentage', outcome: 'unsuccessful', category }],
  ]),
  ['Number of Admin Finalised Unsuccessful', { figure: 'number', outcome: 'unsuccessful', category: adminCategory }],
  [
    'Percentage of L Motoring Offences Unsuccessful',
    { figure: 'percentage', outcome: 'unsuccessful', category: adminCategory },
  ],
  [
    'Percentage of Admin Finalised Unsuccessful',
    { figure: 'percentage', outcome: 'unsuccessful', category: adminCategory },
  ],
])

/** Cells in a line: the area, four for each principal offence, two for the administratively finalised. */
export const columnCount = 1 + 4 * principalOffences.length + 2

/**
 * What stands in each column, by the heading row. Its first cell is empty. Throws a FileFault for a heading that is
 * unknown, missing or there twice.
 */
export function readHeadings(cells: readonly string[], line: number): readonly Column[] {
  if (cells[0] !== '') throw new FileFault(line, 1, `the first heading should be empty, and is '${cells[0] ?? ''}'`)
  const seen = new Map<string, number>()
  const columns = cells.slice(1).map((heading, index) => {
    const place = index + 2
    const column = headings.get(heading)
    if (!column) throw new FileFault(line, place, `'${heading}' is not a heading of this table`)
    const before = seen.get(columnKey(column))
    if (before) throw new FileFault(line, place, `'${heading}' stands in column ${before} already`)
    seen.set(columnKey(column), place)
    return column
  })
  const missing = [...headings].find(([, column]) => !seen.has(columnKey(column)))
  if (missing) throw new FileFault(line, null, `the heading '${missing[0]}' is missing`)
  return columns
}
