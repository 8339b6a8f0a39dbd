import { type Instant, addHours, endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, addDays, addMonths, formatDateLong } from '../../calendar/local-date.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import { formatMoment, zoneAt } from './london-time.ts'

/**
 * The last day of a period of months "within" which or "from" a day something must be done.
 *
 * Unit: calendar months. `from` does not count; the last day is the one with the same number, and the last of the
 * month where that month is too short. So within 6 months of 31 August ends on 28 or 29 February. No day is passed
 * over: the period may end at a weekend or on a bank holiday.
 *
 * Source: the day of an event is left out of the count, Radcliffe v Bartholomew [1892] 1 QB 161, as reported in
 * (2015) 179 JPN 796. Unconfirmed: that the period ends on the last day of a shorter month.
 */
export const lastDayWithinMonths = (from: LocalDate, months: number): LocalDate => addMonths(from, months)

/**
 * The last day of a period of months "beginning with" a day.
 *
 * Unit: calendar months. `first` counts, so the period ends on the day before the one with the same number: 3 months
 * beginning with 1 June end on 31 August. Where the last month has no such day it ends with that month: 3 months
 * beginning with 30 November end on 28 or 29 February (an inference; no source we hold says it).
 */
export function lastDayOfMonthsBeginning(first: LocalDate, months: number): LocalDate {
  const corresponding = addMonths(first, months)
  return endsInShorterMonth(first, months) ? corresponding : addDays(corresponding, -1)
}

/** True where the month in which a period of months ends has no day with that number, and ends it sooner. */
export const endsInShorterMonth = (from: LocalDate, months: number): boolean =>
  addMonths(from, months).slice(8) !== from.slice(8)

/** A date with its working, and whether it rests on something that no source we hold confirms. */
export type Counted = WorkedDate & { readonly unsure: boolean }

/** A day that was reached by counting months, or is the earlier of two: in time until the end of it. */
export function dueOnDay(startedOn: LocalDate, dueOn: LocalDate, steps: readonly string[], unsure = false): Counted {
  const end = `in time until the end of ${formatDateLong(dueOn)}; weekends and bank holidays do not move it`
  return {
    startedOn,
    dueOn,
    dueAt: endOfDay(dueOn),
    working: { steps: [...steps, end], counted: 'nothing', notCounted: [] },
    unsure,
  }
}

/** So many months within or from a day, which does not count. In time until the end of the last day. */
export function dueAfterMonths(startedOn: LocalDate, months: number, what: string): Counted {
  const dueOn = lastDayWithinMonths(startedOn, months)
  const shorter = endsInShorterMonth(startedOn, months)
  const steps = [
    `${what} = ${formatDateLong(startedOn)}, which does not count`,
    `${months} ${months === 1 ? 'month' : 'months'} later = ${formatDateLong(dueOn)}${shorter ? endOfShorterMonth : ''}`,
  ]
  return dueOnDay(startedOn, dueOn, steps, shorter)
}

/** What the working of a period says that ends with a month because that has no such day. */
export const endOfShorterMonth = ', the last day of a shorter month (unconfirmed)'

/** So many calendar days after a day, which is day 0 and does not count. In time until the end of the last. */
export function dueAfterDays(startedOn: LocalDate, days: number, what: string): WorkedDate {
  const dueOn = addDays(startedOn, days)
  const steps = [
    `day 0 = ${formatDateLong(startedOn)}, ${what}`,
    'every day counts, weekends and bank holidays too',
    `day ${days} = ${formatDateLong(dueOn)}`,
  ]
  return { startedOn, dueOn, dueAt: endOfDay(dueOn), working: { steps, counted: 'calendar days', notCounted: [] } }
}

/**
 * So many hours after a moment. Unit: hours that pass, whatever the clocks on the wall do. What is done at the very
 * moment reached is in time.
 */
export function dueAfterHours(from: Instant, hours: number, before: readonly string[]): WorkedDate {
  return dueAtMoment(from, addHours(from, hours), [
    ...before,
    `${countedHours(hours)} later, counted in hours that pass`,
  ])
}

/** A moment that was reached by counting hours from another. Says where the clocks change in between. */
export function dueAtMoment(from: Instant, dueAt: Instant, steps: readonly string[]): WorkedDate {
  const change = clockChange(from, dueAt)
  return {
    startedOn: toLocalDate(from),
    dueOn: toLocalDate(dueAt),
    dueAt,
    working: {
      steps: [...steps, ...(change ? [change] : []), `in time until ${formatMoment(dueAt)}`],
      counted: 'hours',
      notCounted: [],
    },
  }
}

export const countedHours = (hours: number): string => (hours === 1 ? '1 hour' : `${hours} hours`)

function clockChange(from: Instant, to: Instant): string | null {
  const [before, after] = [zoneAt(from), zoneAt(to)]
  if (before === after) return null
  return before === 'BST'
    ? 'the clocks go back in between, so the clock on the wall shows an hour less'
    : 'the clocks go forward in between, so the clock on the wall shows an hour more'
}

export const earlierOf = <Moment extends string>(a: Moment, b: Moment): Moment => (a < b ? a : b)
