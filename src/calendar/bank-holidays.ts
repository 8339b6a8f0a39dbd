import { type DayCounting, countingAsShipped } from './day-counting.ts'
import { type LocalDate, formatDate, yearOf } from './local-date.ts'
import { refuseCalendar } from './refusals.ts'

/** As the GOV.UK list gives it. `notes` is empty, or says that the day is a substitute or an extra one. */
export type BankHoliday = { readonly date: LocalDate; readonly title: string; readonly notes: string }

/**
 * The facts that working days are counted with: the bank holidays of England and Wales as they were known on a day,
 * and how the area counts the day that starts a clock. Proclamations move holidays and add
 * them (Banking and Financial Dealings Act 1971 s.1(2) and (3)), so the same count of working days can differ from
 * one list to the next, and whoever counts says which list it was.
 */
export type BankHolidays = {
  readonly division: 'england-and-wales'
  /** The list's vintage: the day on which it was the list that GOV.UK published. */
  readonly knownOn: LocalDate
  readonly days: ReadonlyMap<LocalDate, BankHoliday>
  /** Years are covered whole, from `firstYear` to `lastYear`. */
  readonly firstYear: number
  readonly lastYear: number
  readonly counting: DayCounting
}

/** `holidays` must leave out no year between the first and the last. */
export function bankHolidaysOf(
  knownOn: LocalDate,
  holidays: readonly BankHoliday[],
  counting: DayCounting = countingAsShipped,
): BankHolidays {
  const days = new Map(holidays.map((holiday) => [holiday.date, holiday]))
  return { division: 'england-and-wales', knownOn, days, ...yearsCovered(holidays), counting }
}

export function yearsCovered(holidays: readonly BankHoliday[]): { firstYear: number; lastYear: number } {
  const years = holidays.map(({ date }) => yearOf(date))
  return { firstYear: Math.min(...years), lastYear: Math.max(...years) }
}

/**
 * The bank holiday on a day, or null. Refuses a day in a year that the list does not cover: there "no holiday" would
 * be a guess.
 */
export function bankHolidayOn(date: LocalDate, { days, firstYear, lastYear }: BankHolidays): BankHoliday | null {
  const year = yearOf(date)
  if (year < firstYear || year > lastYear) {
    throw refuseCalendar('calendar.beyond-known-holidays', { year, first: firstYear, last: lastYear })
  }
  return days.get(date) ?? null
}

/** Whole months from today to the end of the last year that is covered, and 0 when that has passed. */
export function monthsOfHolidaysLeft(today: LocalDate, { lastYear }: BankHolidays): number {
  const year = yearOf(today)
  const month = Number(today.slice(5, 7))
  return Math.max(0, (lastYear - year) * 12 + (12 - month))
}

const monthsToWarnBefore = 12

/** What to tell who administers the area when fewer than 12 months of known holidays are left, else null. */
export function holidaysRunningOut(today: LocalDate, holidays: BankHolidays): string | null {
  const months = monthsOfHolidaysLeft(today, holidays)
  if (months >= monthsToWarnBefore) return null
  const left = `${months} ${months === 1 ? 'month' : 'months'} of known bank holidays ${months === 1 ? 'is' : 'are'} left`
  return (
    `${left}: the list in force was known on ${formatDate(holidays.knownOn)} and ends with ${holidays.lastYear}. ` +
    'Load the GOV.UK list of today.'
  )
}
