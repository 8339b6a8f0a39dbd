import type { LocalMonth } from '../../calendar/local-month.ts'
import { antiSocialBehaviour } from './categories.ts'
import type { MonthOfType } from './read-view.ts'

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
