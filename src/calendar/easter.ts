import { type LocalDate, addDays, localDateOf } from './local-date.ts'

/** Easter Sunday of a year in the Gregorian calendar, by the rule known as Meeus/Jones/Butcher. */
export function easterSunday(year: number): LocalDate {
  const goldenNumber = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((goldenNumber + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  const date = localDateOf(year, Math.floor(days / 31), (days % 31) + 1)
  if (!date) throw new RangeError(`${year} has no Easter`)
  return date
}

const goodFridays = new Map<number, LocalDate>()

/** Worked out once for each year, because every count of working days asks for it. */
export function goodFriday(year: number): LocalDate {
  const date = goodFridays.get(year) ?? addDays(easterSunday(year), -2)
  goodFridays.set(year, date)
  return date
}
