import { type Instant, addHours, secondsBetween } from '../../calendar/instant.ts'
import {
  continuedDetention,
  firstReview,
  furtherDetention,
  laterReview,
  withoutCharge,
} from '../custody/custody-rules.ts'
import {
  type DetentionStart,
  detentionHours,
  endOfDetention,
  nextReviewDue,
  relevantTime,
  reviewer,
  startSteps,
} from '../custody/detention-clock.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { dueAfterHours, dueAtMoment, earlierOf } from '../deadlines/periods.ts'
import type { Arrest, Detention, DetentionStep, Pause } from './suspect-state.ts'

/** The review that is due first: 6 hours after detention was authorised (PACE 1984 s.40(3)(a)). */
export const firstReviewDue = (authorisedAt: Instant): Deadline =>
  under(firstReview, dueAfterHours(authorisedAt, 6, [`detention authorised = ${formatMoment(authorisedAt)}`]), {
    authorisedBy: reviewer,
  })

/** Hours between one moment and another. */
const hoursOf = ({ from, to }: Pause): number => secondsBetween(from, to) / 3600

/**
 * A moment moved by the time on bail since another: what was left of a period when the suspect was bailed is left of it
 * on the return.
 *
 * Source: Police and Criminal Evidence Act 1984 s.47(6), as the Police (Detention and Bail) Act 2011 s.1 amended it.
 */
const movedByBail = (moment: Instant, since: Instant, timesOnBail: readonly Pause[]): Instant =>
  timesOnBail.filter(({ from }) => from >= since).reduce((moved, time) => addHours(moved, hoursOf(time)), moment)

const bailSteps = (timesOnBail: readonly Pause[]): readonly string[] =>
  timesOnBail.map(
    ({ from, to }) => `${formatMoment(from)} to ${formatMoment(to)}, released on bail, is not counted (s.47(6))`,
  )

/** When the next review of a detention is due, as it stands. */
export const reviewDue = ({ authorisedAt, reviews, timesOnBail }: Detention): Instant =>
  nextReviewDue(
    movedByBail(authorisedAt, authorisedAt, timesOnBail),
    reviews.map(({ heldAt }) => movedByBail(heldAt, heldAt, timesOnBail)),
  )

/** The review that is due first after a return from bail. That s.47(6) moves reviews as well is unconfirmed. */
export function reviewOnReturn(detention: Detention): Deadline {
  const [rule, hours] = detention.reviews.length === 0 ? ([firstReview, 6] as const) : ([laterReview, 9] as const)
  const begun = detention.reviews.at(-1)?.heldAt ?? detention.authorisedAt
  const steps = [
    `${detention.reviews.length === 0 ? 'detention authorised' : 'review before'} = ${formatMoment(begun)}`,
    ...bailSteps(detention.timesOnBail.filter(({ from }) => from >= begun)),
    `${hours} hours later, counted in hours that pass; that bail moves a review is unconfirmed`,
  ]
  return under(rule, dueAtMoment(begun, reviewDue(detention), steps), { authorisedBy: reviewer, unsure: true })
}

/** The review after one that was held: 9 hours later, and a late one does not move it (s.40(3)(b) and (c)). */
export function reviewAfter(detention: Detention, heldAt: Instant): Deadline {
  const before = reviewDue(detention)
  const isLate = heldAt > before
  const steps = [
    `review before = ${formatMoment(heldAt)}`,
    ...(isLate
      ? [`it was due at ${formatMoment(before)}, and a late review does not move the next (unconfirmed)`]
      : []),
  ]
  const worked = dueAfterHours(earlierOf(heldAt, before), 9, steps)
  return under(laterReview, worked, { authorisedBy: reviewer, unsure: isLate })
}

type Clock = {
  readonly arrestedAt: Instant
  readonly arrivedAt: Instant
  readonly pauses: readonly Pause[]
  readonly timesOnBail: readonly Pause[]
  readonly steps: ReadonlyArray<Pick<DetentionStep, 'kind' | 'givenAt' | 'endsAt'>>
}

export const clockOf = ({ arrestedAt }: Arrest, { arrivedAt, pauses, timesOnBail, steps }: Detention): Clock => ({
  arrestedAt,
  arrivedAt,
  pauses,
  timesOnBail,
  steps,
})

/** Whole minutes that passed. One that only began is not added, so that no hour lasts longer than it may. */
const minutesOf = ({ from, to }: Pause): number => Math.floor(secondsBetween(from, to) / 60)

/** The end of a number of hours of this detention, without the time on bail. */
const endOfHours = (clock: Clock, hours: number): Instant =>
  movedByBail(endOfDetention(startOf(clock), hours), clock.arrivedAt, clock.timesOnBail)

const startOf = ({ arrestedAt, arrivedAt, pauses }: Clock): DetentionStart => ({
  arrestedAt,
  arrivedAt,
  pausedMinutes: pauses.reduce((minutes, pause) => minutes + minutesOf(pause), 0),
})

/** When detention may last no longer, whatever is authorised: 96 hours from the relevant time (s.44(3)). */
export const longestEnd = (clock: Clock): Instant => endOfHours(clock, detentionHours.longest)

/**
 * When a detention must end, as it stands: after 24 hours, after 36 on a superintendent's authority, or when the last
 * warrant ends. Unit: hours that pass from the relevant time; at the very moment they end it is in time.
 *
 * Source: Police and Criminal Evidence Act 1984 ss.41 to 44. That time in hospital is added (s.41(6)) is unconfirmed.
 */
export function detentionEnd(clock: Clock): Deadline {
  const last = clock.steps.at(-1)
  if (last?.kind === 'warrant') return warrantEnd(clock, last)
  const start = startOf(clock)
  const hours = last ? detentionHours.continued : detentionHours.withoutCharge
  const authority = last ? [`a superintendent’s authority, given ${formatMoment(last.givenAt)}`] : []
  const worked = dueAtMoment(relevantTime(start), endOfHours(clock, hours), [
    ...startSteps(start),
    ...bailSteps(clock.timesOnBail),
    ...authority,
    `${hours} hours later, counted in hours that pass`,
  ])
  return under(last ? continuedDetention : withoutCharge, worked, {
    authorisedBy: last ? 'A superintendent or above' : 'The custody officer',
    unsure: start.pausedMinutes > 0,
  })
}

function warrantEnd(clock: Clock, { givenAt, endsAt }: Pick<DetentionStep, 'givenAt' | 'endsAt'>): Deadline {
  const start = startOf(clock)
  const longest = longestEnd(clock)
  const lasts = movedByBail(endsAt, givenAt, clock.timesOnBail)
  const steps = [
    ...startSteps(start),
    ...bailSteps(clock.timesOnBail),
    `warrant issued = ${formatMoment(givenAt)}`,
    `it lasts until ${formatMoment(lasts)}`,
    ...(lasts > longest ? ['but never beyond 96 hours from the relevant time'] : []),
  ]
  const worked = dueAtMoment(relevantTime(start), earlierOf(lasts, longest), steps)
  return under(furtherDetention, worked, { authorisedBy: 'A magistrates’ court', unsure: start.pausedMinutes > 0 })
}

/** The end that a warrant issued at a moment for so many hours would have. */
export const warrantUntil = (issuedAt: Instant, hours: number): Instant => addHours(issuedAt, hours)
