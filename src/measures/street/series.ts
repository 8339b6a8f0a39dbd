import { type LocalMonth, monthRange } from '../../calendar/local-month.ts'
import { antiSocialBehaviour } from './categories.ts'
import type { MonthOfType } from './read-view.ts'

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

export type TypeSeries = {
  readonly crimeType: string
  readonly points: ReadonlyArray<{ readonly month: LocalMonth; readonly value: number }>
}

/** Each crime type over the months, A–Z. A type that a file does not name has no row in it: that is a nought. */
export function typeSeries(counts: readonly MonthOfType[], months: readonly LocalMonth[]): readonly TypeSeries[] {
  const held = new Set<string>(months)
  const byKey = new Map(counts.map(({ month, crimeType, count }) => [`${month} ${crimeType}`, count]))
  const types = new Set(counts.filter(({ month }) => held.has(month)).map(({ crimeType }) => crimeType))
  return [...types].toSorted().map((crimeType) => ({
    crimeType,
    points: months.map((month) => ({ month, value: byKey.get(`${month} ${crimeType}`) ?? 0 })),
  }))
}

/** The crimes of all types together, and the incidents of anti-social behaviour: never one sum. */
export function crimesAndIncidents(series: readonly TypeSeries[], months: readonly LocalMonth[]) {
  const sum = (some: readonly TypeSeries[]) =>
    months.map((month, place) => ({
      month,
      value: some.reduce((total, { points }) => total + (points[place]?.value ?? 0), 0),
    }))
  return {
    crimes: sum(series.filter(({ crimeType }) => crimeType !== antiSocialBehaviour)),
    incidents: sum(series.filter(({ crimeType }) => crimeType === antiSocialBehaviour)),
  }
}
