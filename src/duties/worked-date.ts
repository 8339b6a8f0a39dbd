import { type BankHolidays, bankHolidayOn } from '../calendar/bank-holidays.ts'
import type { DayCounting } from '../calendar/day-counting.ts'
import { type Instant, endOfDay } from '../calendar/instant.ts'
import { type LocalDate, addDays, formatDateLong, isWeekend } from '../calendar/local-date.ts'
import { explainWorkingDays, isWorkingDay } from '../calendar/working-days.ts'

/** How a date was worked out, stored with the duty so that it can be shown for ever after. */
export type Working = {
  /** One step to a line, in words. */
  readonly steps: readonly string[]
  /** What was counted from the day that started the clock: the calendar of the working numbers these days. */
  readonly counted: 'working days' | 'calendar days' | 'hours' | 'nothing'
  /** Where working days are counted: how the area counted the day that starts a clock when this was worked out. */
  readonly counting?: DayCounting
  /** The days from the first to the last that were passed over, and why. None where nothing is counted. */
  readonly notCounted: ReadonlyArray<{ readonly on: LocalDate; readonly why: string }>
}

/** A date with its working: the parts of a `Duty` that a rule gives. */
export type WorkedDate = {
  readonly startedOn: LocalDate
  readonly dueOn: LocalDate
  readonly dueAt: Instant
  readonly working: Working
}

/** A date that stands in an instrument. In time until the end of that day, working day or not. */
export function dueOnFixedDate(startedOn: LocalDate, dueOn: LocalDate, setBy: string): WorkedDate {
  const steps = [`due on ${formatDateLong(dueOn)}, the date set in: ${setBy}`, 'in time until the end of that day']
  return { startedOn, dueOn, dueAt: endOfDay(dueOn), working: { steps, counted: 'nothing', notCounted: [] } }
}

/**
 * So many working days after a day. Unit: working days; `startedOn` is day 0 and does not count, unless the area
 * decided that it is day 1; in time until the end of the last. Refuses when the count reaches a year whose bank
 * holidays are not known.
 *
 * Source: unconfirmed, as `addWorkingDays` says.
 */
export function dueAfterWorkingDays(startedOn: LocalDate, workingDays: number, holidays: BankHolidays): WorkedDate {
  const { due, steps } = explainWorkingDays(startedOn, workingDays, holidays)
  const notCounted: Array<{ on: LocalDate; why: string }> = []
  const first = holidays.counting.startingDay === 'day-1' ? startedOn : addDays(startedOn, 1)
  for (let on = first; on <= due; on = addDays(on, 1)) {
    if (!isWorkingDay(on, holidays)) notCounted.push({ on, why: whyNotCounted(on, holidays) })
  }
  const working = { steps, counted: 'working days', counting: holidays.counting, notCounted } as const
  return { startedOn, dueOn: due, dueAt: endOfDay(due), working }
}

const whyNotCounted = (on: LocalDate, holidays: BankHolidays): string =>
  isWeekend(on) ? 'Weekend' : (bankHolidayOn(on, holidays)?.title ?? 'Bank holiday')
