import { type BankHolidays, bankHolidayOn } from './bank-holidays.ts'
import { countingWords } from './day-counting.ts'
import { goodFriday } from './easter.ts'
import { type LocalDate, addDays, formatDate, formatDateLong, isWeekend, weekdayOf, yearOf } from './local-date.ts'

/**
 * True unless the day is a Saturday, a Sunday, a bank holiday in England and Wales, 25 December or Good Friday.
 * Refuses a day in a year whose bank holidays are not known.
 *
 * Source: the bank holidays are those of the Banking and Financial Dealings Act 1971 s.1 and Sch 1 para 1, as GOV.UK
 * lists them; Good Friday and Christmas Day are holidays at common law. Unconfirmed: the Victims' Code's own
 * definition of a working day has not been seen. Court time has another, the "business day" of the Criminal
 * Procedure Rules 2025 r.2.2, which is not this one.
 */
export function isWorkingDay(date: LocalDate, holidays: BankHolidays): boolean {
  return holidayName(date, holidays) === null && !isWeekend(date)
}

/** The name of the holiday that falls on a day, such as "Boxing Day (substitute day)", or null. */
function holidayName(date: LocalDate, holidays: BankHolidays): string | null {
  const holiday = bankHolidayOn(date, holidays)
  if (holiday) return holiday.notes ? `${holiday.title} (${holiday.notes.toLowerCase()})` : holiday.title
  if (date.endsWith('-12-25')) return 'Christmas Day'
  if (date === goodFriday(yearOf(date))) return 'Good Friday'
  return null
}

/**
 * The day on which a clock of `workingDays` runs out.
 *
 * Unit: working days. `from`, the day that starts the clock, is day 0 and is never counted, whether it is a working
 * day or not; the first working day after it is day 1. Where the area decided that the starting day is day 1, `from`
 * itself is day 1 if it is a working day. The time is over at the end of the day returned. With 0 the answer is
 * `from` itself, even when it is not a working day. Refuses when the count reaches a year whose bank holidays are not
 * known.
 *
 * Source: unconfirmed. That day 0 does not count and that time is over at the end of day N is common practice.
 */
export function addWorkingDays(from: LocalDate, workingDays: number, holidays: BankHolidays): LocalDate {
  return countWorkingDays(from, workingDays, holidays).at(-1) ?? from
}

/** Whether the day that starts the clock is itself a day of the count. */
const startingDayCounts = (from: LocalDate, holidays: BankHolidays): boolean =>
  holidays.counting.startingDay === 'day-1' && isWorkingDay(from, holidays)

/** Every calendar day after `from`, up to and including the last of `workingDays` working days. */
function countWorkingDays(from: LocalDate, workingDays: number, holidays: BankHolidays): readonly LocalDate[] {
  if (!Number.isInteger(workingDays) || workingDays < 0) {
    throw new RangeError(`${workingDays} is not a number of working days`)
  }
  const passed: LocalDate[] = []
  for (let date = from, counted = startingDayCounts(from, holidays) ? 1 : 0; counted < workingDays;) {
    date = addDays(date, 1)
    passed.push(date)
    if (isWorkingDay(date, holidays)) counted += 1
  }
  return passed
}

/** A date and how it was worked out: one step to a line, or joined by semicolons. */
type WorkedOut = { readonly due: LocalDate; readonly steps: readonly string[] }

/**
 * `addWorkingDays` with its working in words: the day that starts the clock, what did not count in the order it came,
 * the day reached, which list of bank holidays was used, and by what decision the first day counts or not. For one
 * working day from 2 April 2026: "day 0 = Thursday 2 April 2026", "Good Friday, weekend and Easter Monday do not
 * count", "day 1 = Tuesday 7 April 2026", "bank holidays as known on 25 February 2026", "the day that starts the clock
 * does not count (as shipped; the area has not decided)".
 */
export function explainWorkingDays(from: LocalDate, workingDays: number, holidays: BankHolidays): WorkedOut {
  const passed = countWorkingDays(from, workingDays, holidays)
  const due = passed.at(-1)
  const skipped = nameSkipped(passed, holidays)
  return {
    due: due ?? from,
    steps: [
      startingStep(from, workingDays, holidays),
      ...(skipped ? [skipped] : []),
      ...(due ? [`day ${workingDays} = ${formatDateLong(due)}`] : []),
      ...(workingDays > 0
        ? [`bank holidays as known on ${formatDate(holidays.knownOn)}`, countingWords(holidays.counting)]
        : []),
    ],
  }
}

function startingStep(from: LocalDate, workingDays: number, holidays: BankHolidays): string {
  const day = formatDateLong(from)
  if (workingDays === 0 || holidays.counting.startingDay === 'day-0') return `day 0 = ${day}`
  return startingDayCounts(from, holidays)
    ? `day 1 = ${day}, the day that starts the clock`
    : `the clock starts on ${day}, which is not a working day`
}

/** "Good Friday, weekend and Easter Monday do not count": weekends are named once, with how many there were. */
function nameSkipped(passed: readonly LocalDate[], holidays: BankHolidays): string | null {
  const weekends = passed.filter((date) => weekdayOf(date) === 'Saturday').length
  const weekend = weekends === 1 ? 'weekend' : `${weekends} weekends`
  const names: string[] = []
  for (const [index, date] of passed.entries()) {
    const weekday = weekdayOf(date)
    if (weekday === 'Saturday') {
      if (!names.includes(weekend)) names.push(weekend)
    } else if (weekday === 'Sunday') {
      // Only a count that starts on a Saturday meets a Sunday before any Saturday.
      if (index === 0) names.push('Sunday')
    } else {
      const name = holidayName(date, holidays)
      if (name) names.push(name)
    }
  }
  const last = names.pop()
  if (last === undefined) return null
  if (names.length > 0) return `${names.join(', ')} and ${last} do not count`
  return `${last} ${last === weekend && weekends > 1 ? 'do' : 'does'} not count`
}
