import { type LocalDate, addDays, addMonths, isLocalDate, mondayOf, monthName, parseLocalDate } from './local-date.ts'

declare const brand: unique symbol

/** A calendar month as `2026-04`. Months compare, sort and equal as their text does. */
export type LocalMonth = string & { readonly [brand]: 'LocalMonth' }

export const isLocalMonth = (text: string): text is LocalMonth => isLocalDate(`${text}-01`)

/** Throws a RangeError for what is not a month. Ask `isLocalMonth` first where a person typed it. */
export function parseLocalMonth(text: string): LocalMonth {
  if (!isLocalMonth(text)) throw new RangeError(`${text} is not a month, such as 2026-04`)
  return text
}

export const monthOf = (date: LocalDate): LocalMonth => parseLocalMonth(date.slice(0, 7))
export const firstDayOf = (month: LocalMonth): LocalDate => parseLocalDate(`${month}-01`)
export const lastDayOf = (month: LocalMonth): LocalDate => addDays(addMonths(firstDayOf(month), 1), -1)
export const nextMonth = (month: LocalMonth): LocalMonth => monthOf(addMonths(firstDayOf(month), 1))

/** The months from `first` to `last`, both included; none when `last` is the earlier. */
export function monthRange(first: LocalMonth, last: LocalMonth): readonly LocalMonth[] {
  const months: LocalMonth[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** `September 2016` */
export const formatMonth = (month: LocalMonth): string => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`

/**
 * The weeks that a month's page of a calendar shows, Monday first. Every week has seven days, so the first and the
 * last may hold days of the months beside it: `monthOf` tells them apart.
 */
export function monthGrid(month: LocalMonth): ReadonlyArray<readonly LocalDate[]> {
  const weeks: LocalDate[][] = []
  const last = lastDayOf(month)
  for (let monday = mondayOf(firstDayOf(month)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)))
  }
  return weeks
}
