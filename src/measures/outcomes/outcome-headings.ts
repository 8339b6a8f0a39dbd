import { FileFault, quoted } from '../sources/csv.ts'
import { principalOffences } from './categories.ts'

/** What stands in a published cell: a number or a percentage, of convictions or unsuccessful outcomes, of a category. */
export type Column = {
  readonly figure: 'number' | 'percentage'
  readonly outcome: 'convictions' | 'unsuccessful'
  /** 0 to 11 for the principal offences in their order, 12 for the administratively finalised. */
  readonly category: number
  /** The heading as published; of the last column also as it should read, should it be put right one day. */
  readonly headings: readonly string[]
}

const admin = { outcome: 'unsuccessful', category: principalOffences.length } as const

/**
 * The columns after the area's, in the one order that every published table has. The last heading names motoring
 * offences, although the percentage under it is of the administratively finalised.
 */
export const columns: readonly Column[] = [
  ...principalOffences.flatMap(({ heading }, category) =>
    (['Convictions', 'Unsuccessful'] as const).flatMap((word) => {
      const outcome = word === 'Convictions' ? 'convictions' : 'unsuccessful'
      return [
        { figure: 'number', outcome, category, headings: [`Number of ${heading} ${word}`] },
        { figure: 'percentage', outcome, category, headings: [`Percentage of ${heading} ${word}`] },
      ] as const
    }),
  ),
  { figure: 'number', ...admin, headings: ['Number of Admin Finalised Unsuccessful'] },
  {
    figure: 'percentage',
    ...admin,
    headings: ['Percentage of L Motoring Offences Unsuccessful', 'Percentage of Admin Finalised Unsuccessful'],
  },
]

/** Cells in a line: the area, four for each principal offence, two for the administratively finalised. */
export const columnCount = 1 + columns.length

/**
 * Throws a FileFault unless the heading row is the published one. Columns in another order are refused and not sorted
 * out: where two headings changed places, nobody can tell whether the numbers under them did.
 */
export function checkHeadings(cells: readonly string[], line: number): void {
  if (cells[0] !== '')
    throw new FileFault(line, 1, `the first heading should be empty, and is ${quoted(cells[0] ?? '')}`)
  for (const [index, { headings }] of columns.entries()) {
    const heading = cells[index + 1]
    const [expected = ''] = headings
    if (heading === undefined) throw new FileFault(line, index + 2, `the heading ${quoted(expected)} is missing`)
    if (!headings.includes(heading)) {
      throw new FileFault(line, index + 2, `the heading is ${quoted(heading)} where ${quoted(expected)} belongs`)
    }
  }
  const extra = cells[columnCount]
  if (extra !== undefined) {
    throw new FileFault(line, columnCount + 1, `there is one heading too many, ${quoted(extra)}`)
  }
}
