declare const brand: unique symbol

/**
 * A day in Europe/London as `2026-04-07`, from the year 1000 to 9999. Days compare, sort and equal as their text
 * does: `a < b` says that `a` is earlier.
 */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
type Weekday = (typeof weekdays)[number]

const shape = /^[1-9]\d{3}-\d{2}-\d{2}$/
const millisecondsInDay = 86_400_000
const firstDay = Date.UTC(1000, 0, 1) / millisecondsInDay
const lastDay = Date.UTC(9999, 11, 31) / millisecondsInDay

/** True for a real day, so not for 2026-02-30 nor for 2100-02-29. */
export function isLocalDate(text: string): text is LocalDate {
  if (!shape.test(text)) return false
  const milliseconds = Date.parse(text)
  // Some impossible days are read as the first days of the next month.
  return !Number.isNaN(milliseconds) && fromDayNumber(milliseconds / millisecondsInDay) === text
}

/** Throws a RangeError for what is not a day. Ask `isLocalDate` first where a person typed it. */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${text} is not a day, such as 2026-04-07`)
  return text
}

/** The day with this year, month (1 to 12) and day of the month, as a date input gives them; null when there is none. */
export function localDateOf(year: number, month: number, day: number): LocalDate | null {
  const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`
  return isLocalDate(text) ? text : null
}

/** Days since 1 January 1970, negative before it: for arithmetic inside this folder. */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / millisecondsInDay

/** The reverse of `dayNumber`. Throws a RangeError outside the years 1000 to 9999. */
export function fromDayNumber(days: number): LocalDate {
  if (!Number.isInteger(days) || days < firstDay || days > lastDay)
    throw new RangeError(`No day has the number ${days}`)
  const date = new Date(days * millisecondsInDay)
  const text = `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`
  return text as LocalDate
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days)

/** Calendar days from one day to another: 1 from today to tomorrow, negative when `to` is the earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/**
 * The same day of the month, `months` later, or earlier when negative. Where that month is too short it is the last
 * day of that month: one month after 31 January is 28 or 29 February. So adding a month and taking it away again
 * may not come back to the same day.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthNumber = yearOf(date) * 12 + (monthOfYear(date) - 1) + months
  const [year, month] = [Math.floor(monthNumber / 12), monthNumber - Math.floor(monthNumber / 12) * 12]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(dayOfMonth(date), lastOfMonth)
  return fromDayNumber(Date.UTC(year, month, day) / millisecondsInDay)
}

/** For sorting, earliest first. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a === b ? 0 : a < b ? -1 : 1)

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
const monthOfYear = (date: LocalDate): number => Number(date.slice(5, 7))
const dayOfMonth = (date: LocalDate): number => Number(date.slice(8))

/** 1 January 1970 was a Thursday, so day number 4 was a Monday. */
const daysSinceMonday = (days: number): number => (((days - 4) % 7) + 7) % 7

export function weekdayOf(date: LocalDate): Weekday {
  const weekday = weekdays[daysSinceMonday(dayNumber(date))]
  if (!weekday) throw new RangeError(`${date} is not a day`)
  return weekday
}

export const isWeekend = (date: LocalDate): boolean => daysSinceMonday(dayNumber(date)) >= 5

/** The Monday of the week, Monday to Sunday, that the day is in. */
export function mondayOf(date: LocalDate): LocalDate {
  const days = dayNumber(date)
  return fromDayNumber(days - daysSinceMonday(days))
}

const monthNames = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
]

/** The name of a month, 1 to 12. */
export function monthName(month: number): string {
  const name = monthNames[month - 1]
  if (!name) throw new RangeError(`There is no month ${month}`)
  return name
}

/** `27 November 2026` */
export const formatDate = (date: LocalDate): string =>
  `${dayOfMonth(date)} ${monthName(monthOfYear(date))} ${date.slice(0, 4)}`

/** `Friday 27 November 2026` */
export const formatDateLong = (date: LocalDate): string => `${weekdayOf(date)} ${formatDate(date)}`

/** `27 Nov 2026`, for tables. */
export const formatDateShort = (date: LocalDate): string =>
  `${dayOfMonth(date)} ${monthName(monthOfYear(date)).slice(0, 3)} ${date.slice(0, 4)}`
