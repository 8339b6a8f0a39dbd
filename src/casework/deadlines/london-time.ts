import {
  type Instant,
  addHours,
  formatTime,
  isInstant,
  parseInstant,
  startOfDay,
  toLocalDate,
} from '../../calendar/instant.ts'
import { type LocalDate, addDays, formatDateLong, isLocalDate } from '../../calendar/local-date.ts'

/** British Summer Time, an hour ahead of UTC, or Greenwich Mean Time. */
export type Zone = 'BST' | 'GMT'

/** What a London clock keeps at a moment. The clocks change at 1am UTC, so midnight tells for the rest of a day. */
export function zoneAt(instant: Instant): Zone {
  const day = toLocalDate(instant)
  const change = parseInstant(`${day}T01:00:00.000Z`)
  const midnight = instant < change ? startOfDay(day) : startOfDay(addDays(day, 1))
  return midnight.includes('T23:') ? 'BST' : 'GMT'
}

/** `Sunday 25 October 2026 at 1:30am BST`: the zone is written, because that half past one comes twice. */
export const formatMoment = (instant: Instant): string =>
  `${formatDateLong(toLocalDate(instant))} at ${formatTime(instant)} ${zoneAt(instant)}`

/** `2026-10-25T01:30:00+01:00`: the moment as London's clocks show it. */
export function londonIso(instant: Instant): string {
  const summer = zoneAt(instant) === 'BST'
  const wall = summer ? addHours(instant, 1) : instant
  return `${wall.slice(0, 19)}${summer ? '+01:00' : '+00:00'}`
}

/** What a person wrote for a day, with a time or without; or why it is neither. */
export type Written =
  | { readonly ok: true; readonly day: LocalDate; readonly moment: Instant | null; readonly twice: boolean }
  | { readonly ok: false; readonly fault: 'not-a-day' | 'not-a-time' | 'skipped-hour' }

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{3})?))?(Z|[+-]\d{2}:\d{2})?)?$/

const oddTime = /^.{10}[T ]\S/

/**
 * Reads `2026-04-07`, `2026-04-07T09:30` (a London clock's time) or `2026-04-07T09:30+01:00`, to the minute, the
 * second or the millisecond. A time that comes twice when the clocks go back is read as the first, which ends every
 * limit sooner; one that is skipped when they go forward is no time.
 */
export function readWritten(text: string): Written {
  const [, day = '', hour, minute = '', second = '00', offset] = shape.exec(text.trim()) ?? []
  if (!isLocalDate(day))
    return { ok: false, fault: oddTime.test(text) && isLocalDate(text.slice(0, 10)) ? 'not-a-time' : 'not-a-day' }
  if (hour === undefined) return { ok: true, day, moment: null, twice: false }
  const seconds = second.includes('.') ? second : `${second}.000`
  const utc = `${day}T${hour.padStart(2, '0')}:${minute}:${seconds}Z`
  if (!isInstant(utc)) return { ok: false, fault: 'not-a-time' }
  return offset === undefined ? onLondonClock(utc) : withOffset(utc, offset)
}

function onLondonClock(wall: Instant): Written {
  const summer = addHours(wall, -1)
  const isSummer = zoneAt(summer) === 'BST'
  const isWinter = zoneAt(wall) === 'GMT'
  if (!isSummer && !isWinter) return { ok: false, fault: 'skipped-hour' }
  const moment = isSummer ? summer : wall
  return { ok: true, day: toLocalDate(moment), moment, twice: isSummer && isWinter }
}

function withOffset(wall: Instant, offset: string): Written {
  const hours = offset === 'Z' ? 0 : Number(offset.slice(0, 3)) + Number(`${offset[0]}${offset.slice(4)}`) / 60
  if (!(Math.abs(hours) <= 14)) return { ok: false, fault: 'not-a-time' }
  const moment = addHours(wall, -hours)
  return { ok: true, day: toLocalDate(moment), moment, twice: false }
}
