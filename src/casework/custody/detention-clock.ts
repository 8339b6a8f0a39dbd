import { type Instant, addHours } from '../../calendar/instant.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { earlierOf } from '../deadlines/periods.ts'

/** Who reviews detention before charge (Police and Criminal Evidence Act 1984 s.40(1)(b)). */
export const reviewer = 'An inspector or above, not directly involved in the investigation'

/** How a detention began, before charge. */
export type DetentionStart = {
  /** Arrival at the first police station; for somebody arrested there after coming of their own will, the arrest. */
  readonly arrivedAt: Instant
  /** The arrest, where it was elsewhere. */
  readonly arrestedAt: Instant | null
  /** Minutes in hospital or on the way there and back in which the person was not questioned. */
  readonly pausedMinutes: number
}

/** The hours of detention without charge that a limit allows from the relevant time. */
export const detentionHours = {
  withoutCharge: 24,
  continued: 36,
  warrant: 36,
  longest: 96,
} as const

/**
 * The moment from which the hours of detention are counted.
 *
 * Unit: a moment. It is the arrival at the station or 24 hours after the arrest, whichever is earlier.
 *
 * Source: Police and Criminal Evidence Act 1984 s.41(2)(a). Other starts (arrest outside England and Wales, another
 * police area's arrest) are not worked out here.
 */
export function relevantTime({ arrivedAt, arrestedAt }: DetentionStart): Instant {
  return arrestedAt ? earlierOf(arrivedAt, addHours(arrestedAt, 24)) : arrivedAt
}

/**
 * The end of a number of hours of detention.
 *
 * Unit: hours that pass; the very moment reached is still in time. Minutes in hospital or on the way there are added,
 * except those in which the person was questioned (s.41(6), unconfirmed).
 *
 * Source: Police and Criminal Evidence Act 1984 s.41(1) for 24 hours, s.42(1) for 36, s.44(3) for 96.
 */
export function endOfDetention(start: DetentionStart, hours: number): Instant {
  return addHours(relevantTime(start), hours + start.pausedMinutes / 60)
}

/** How the relevant time was reached, and what was added to the hours. */
export function startSteps(start: DetentionStart): readonly string[] {
  const relevant = relevantTime(start)
  const why = relevant === start.arrivedAt ? 'arrival at the station' : '24 hours after the arrest, which is earlier'
  const paused = start.pausedMinutes
    ? [`${start.pausedMinutes} minutes in hospital or on the way are added (s.41(6), unconfirmed)`]
    : []
  return [`relevant time = ${formatMoment(relevant)}, ${why}`, ...paused]
}

/**
 * The latest moment for the next review of detention before charge.
 *
 * Unit: hours that pass. The first review is due 6 hours after detention was authorised, each later one 9 hours after
 * the one before. A review that was held late does not move the next: its own latest moment counts (unconfirmed).
 *
 * Source: Police and Criminal Evidence Act 1984 s.40(3).
 */
export function nextReviewDue(authorisedAt: Instant, reviews: readonly Instant[]): Instant {
  return reviews.reduce((due, heldAt) => addHours(earlierOf(heldAt, due), 9), addHours(authorisedAt, 6))
}

/** How much is left of a custody clock, in the steps that a list shows. */
type TimeLeft = 'expired' | 'under 1 hour' | 'under 2 hours' | 'under 3 hours' | '3 hours or more'

/**
 * The step in which a clock is at a moment. At the very end it has not expired yet.
 *
 * Source: the steps of the CPS's own prototype (CPS-Innovation/prosecute-a-case-prototype, commit a737152, 2 July
 * 2026).
 */
export function timeLeft(end: Instant, at: Instant): TimeLeft {
  if (at > end) return 'expired'
  if (end < addHours(at, 1)) return 'under 1 hour'
  if (end < addHours(at, 2)) return 'under 2 hours'
  return end < addHours(at, 3) ? 'under 3 hours' : '3 hours or more'
}
