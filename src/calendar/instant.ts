import { type LocalDate, dayNumber, formatDate, fromDayNumber } from './local-date.ts'

declare const brand: unique symbol

/** A moment in UTC as `2026-04-07T09:30:00.000Z`. Instants compare, sort and equal as their text does. */
export type Instant = string & { readonly [brand]: 'Instant' }

const shape = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const millisecondsInHour = 3_600_000
const millisecondsInDay = 86_400_000

export function isInstant(text: string): text is Instant {
  if (!shape.test(text)) return false
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text
}

/** Throws a RangeError for anything but a UTC instant with milliseconds, as `Date.toISOString` writes it. */
export function parseInstant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`${text} is not an instant, such as 2026-04-07T09:30:00.000Z`)
  return text
}

function fromMilliseconds(milliseconds: number): Instant {
  const text = new Date(milliseconds).toISOString()
  if (!shape.test(text)) throw new RangeError(`${text} is outside the years 1000 to 9999`)
  return text as Instant
}

/** The clock. For the edge only (a request, a job, the command line): no decision reads it. */
export const now = (): Instant => fromMilliseconds(Date.now())

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  fromMilliseconds(Date.parse(instant) + seconds * 1000)

/** Seconds that pass from one moment to another, to the millisecond. Negative when the second is the earlier. */
export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000

/** Hours that pass, whatever the clocks on the wall do: 24 hours over a clock change is not the same time next day. */
export const addHours = (instant: Instant, hours: number): Instant =>
  fromMilliseconds(Date.parse(instant) + hours * millisecondsInHour)

const londonOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })

function askOffset(milliseconds: number): number {
  const parts = londonOffset.formatToParts(milliseconds)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return Number(name.slice('GMT'.length, 'GMT+01'.length)) * millisecondsInHour
}

/** By UTC day number: London's offset throughout that day, or null when the clocks change during it. */
const offsetOfDay = new Map<number, number | null>()

/**
 * How far London is ahead of UTC at a moment. The time zone database answers, once for each day, since it is slow to
 * ask and pages format thousands of moments; on the two days a year when the clocks change it is asked every time.
 */
function offsetAt(milliseconds: number): number {
  const day = Math.floor(milliseconds / millisecondsInDay)
  let offset = offsetOfDay.get(day)
  if (offset === undefined) {
    const [first, last] = [askOffset(day * millisecondsInDay), askOffset((day + 1) * millisecondsInDay - 1)]
    offset = first === last ? first : null
    offsetOfDay.set(day, offset)
  }
  return offset ?? askOffset(milliseconds)
}

/** The moment's milliseconds as a clock on a London wall shows them, read as though they were UTC. */
function wallMilliseconds(instant: Instant): number {
  const milliseconds = Date.parse(instant)
  return milliseconds + offsetAt(milliseconds)
}

/** The day it is in London. */
export const toLocalDate = (instant: Instant): LocalDate =>
  fromDayNumber(Math.floor(wallMilliseconds(instant) / millisecondsInDay))

function startOfDayMilliseconds(day: number): number {
  const midnightUtc = day * millisecondsInDay
  return midnightUtc - offsetAt(midnightUtc)
}

/** The first moment of a day in London. The clocks change at 1am UTC, so midnight comes once every day. */
export const startOfDay = (date: LocalDate): Instant => fromMilliseconds(startOfDayMilliseconds(dayNumber(date)))

/**
 * The last millisecond of a day in London, one before the next midnight: what is due on a day and done at this
 * moment is in time. The day is 23 hours long when the clocks go forward and 25 when they go back.
 */
export const endOfDay = (date: LocalDate): Instant => fromMilliseconds(startOfDayMilliseconds(dayNumber(date) + 1) - 1)

/**
 * London's wall time as GOV.UK writes times: `4:30pm`, `4pm`, `midday`, and `midnight` for the first minute of the
 * day. In the hour that comes twice when the clocks go back, both times read the same.
 */
export function formatTime(instant: Instant): string {
  const wall = new Date(wallMilliseconds(instant))
  const [hour, minute] = [wall.getUTCHours(), wall.getUTCMinutes()]
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`
}

/** `27 November 2026 at 4:30pm` */
export const formatInstant = (instant: Instant): string =>
  `${formatDate(toLocalDate(instant))} at ${formatTime(instant)}`
