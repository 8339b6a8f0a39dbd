import { isDeepStrictEqual } from 'node:util'
import { type LocalDate, formatDate } from './local-date.ts'

export const startingDays = ['day-0', 'day-1'] as const

/**
 * What the day that starts a count of working days is: `day-0`, which never counts, or `day-1`, which counts when it
 * is a working day.
 */
export type StartingDay = (typeof startingDays)[number]

/** How an area counts the day that starts a clock, where it says so, and who decided it. */
export type DayCounting = {
  readonly startingDay: StartingDay
  /** Where it stands, or that nothing we hold says it. */
  readonly source: string
  readonly confidence: 'confirmed' | 'unconfirmed'
  /** `by` is a board or an office, never a person's name. Null while the area has not decided. */
  readonly decided: { readonly by: string; readonly on: LocalDate } | null
}

/** Until an area decides. */
export const countingAsShipped: DayCounting = {
  startingDay: 'day-0',
  source: 'Common practice; no source we hold says it',
  confidence: 'unconfirmed',
  decided: null,
}

export const isSameCounting = (a: DayCounting | null, b: DayCounting | null): boolean => isDeepStrictEqual(a, b)

const startingDayWords: Readonly<Record<StartingDay, string>> = {
  'day-0': 'the day that starts the clock does not count',
  'day-1': 'the day that starts the clock counts as day 1 if it is a working day',
}

/** `the day that starts the clock does not count (as shipped; the area has not decided)` */
export function countingWords({ startingDay, decided }: DayCounting): string {
  const who = decided ? `${decided.by} decided so on ${formatDate(decided.on)}` : 'as shipped; the area has not decided'
  return `${startingDayWords[startingDay]} (${who})`
}
