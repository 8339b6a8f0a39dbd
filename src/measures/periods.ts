import { type LocalMonth, monthRange } from '../calendar/local-month.ts'

/** More months than this without a file and what stands before them is another period: no trend is drawn across. */
const longestGapMonths = 6

/** The months in periods. Within one, what is missing is a gap of a few months; between two lie more. */
export function periodsOf(months: readonly LocalMonth[]): ReadonlyArray<readonly LocalMonth[]> {
  const periods: LocalMonth[][] = []
  for (const month of months) {
    const last = periods.at(-1)?.at(-1)
    const missing = last === undefined ? Infinity : monthRange(last, month).length - 2
    if (missing > longestGapMonths) periods.push([month])
    else periods.at(-1)?.push(month)
  }
  return periods
}
