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
import { handSteps } from './by-hand.ts'
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
  readonly steps: ReadonlyArray<Omit<DetentionStep, 'reason'>>
} & Pick<Detention, 'answeredBail' | 'byHand'>

export const clockOf = ({ arrestedAt }: Arrest, detention: Detention): Clock => ({ ...detention, arrestedAt })

/** Whole minutes that passed. One that only began is not added, so that no hour lasts longer than it may. */
const minutesOf = ({ from, to }: Pause): number => Math.floor(secondsBetween(from, to) / 60)

/** The end of a number of hours of this detention, without the time on bail. */
const endOfHours = (clock: Clock, hours: number): Instant =>
  movedByBail(endOfDetention(startOf(clock), hours), clock.arrivedAt, clock.timesOnBail)

function startOf({ arrestedAt, arrivedAt, pauses, answeredBail, byHand }: Clock): DetentionStart {
  const inHospital = pauses.reduce((minutes, pause) => minutes + minutesOf(pause), 0)
  if (!byHand) return { arrivedAt, arrestedAt: answeredBail ? null : arrestedAt, pausedMinutes: inHospital }
  return { arrivedAt: byHand.relevantAt, arrestedAt: null, pausedMinutes: inHospital + byHand.notCounted }
}

/** True where the hours rest on something that no source we hold confirms, or were set by hand. */
const isUnsure = ({ pauses, answeredBail, byHand }: Clock): boolean =>
  pauses.length > 0 || answeredBail === true || byHand !== undefined

/** From which moment the hours are counted, and why. */
function beginning(clock: Clock): readonly string[] {
  const { answeredBail, byHand } = clock
  const start = startOf(clock)
  if (byHand) {
    const pausedMinutes = start.pausedMinutes - byHand.notCounted
    return [...handSteps(byHand), ...startSteps({ ...start, pausedMinutes }).slice(1)]
  }
  const toCheck = 'check s.41(2), and take off what was used before the bail, if anything was'
  return answeredBail
    ? [...startSteps(start), `the arrival to answer bail is taken as the start (unconfirmed): ${toCheck}`]
    : startSteps(start)
}

/** When detention may last no longer, whatever is authorised: 96 hours from the relevant time (s.44(3)). */
export const longestEnd = (clock: Clock): Instant => endOfHours(clock, detentionHours.longest)

/**
 * When a warrant ends that gives so many hours. They are counted from its issue. An extension (s.44) is counted so as
 * well, which is the safe reading, and never ends sooner than what it extends; the court may name another end.
 */
export function warrantUntil(clock: Clock, issuedAt: Instant, hours: number): Instant {
  const end = addHours(issuedAt, hours)
  const last = clock.steps.at(-1)
  if (last?.kind !== 'warrant') return end
  const before = movedByBail(last.endsAt, last.givenAt, clock.timesOnBail)
  return end > before ? end : before
}

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
    ...beginning(clock),
    ...bailSteps(clock.timesOnBail),
    ...authority,
    `${hours} hours later, counted in hours that pass`,
  ])
  return under(last ? continuedDetention : withoutCharge, worked, {
    authorisedBy: last ? 'A superintendent or above' : 'The custody officer',
    unsure: isUnsure(clock),
  })
}

function warrantEnd(clock: Clock, warrant: Clock['steps'][number]): Deadline {
  const { givenAt, endsAt, endedBefore, named } = warrant
  const start = startOf(clock)
  const longest = longestEnd(clock)
  const lasts = movedByBail(endsAt, givenAt, clock.timesOnBail)
  const steps = [
    ...beginning(clock),
    ...bailSteps(clock.timesOnBail),
    `warrant issued = ${formatMoment(givenAt)}`,
    ...(endedBefore
      ? [`detention had ended ${formatMoment(endedBefore)}: check what allowed it from then to the issue (unconfirmed)`]
      : []),
    `it lasts until ${formatMoment(lasts)}${named ? ', the end that the court named, entered by hand' : ''}`,
    ...(lasts > longest ? ['but never beyond 96 hours from the relevant time'] : []),
  ]
  const worked = dueAtMoment(relevantTime(start), earlierOf(lasts, longest), steps)
  return under(furtherDetention, worked, {
    authorisedBy: 'A magistrates’ court',
    unsure: isUnsure(clock) || endedBefore !== undefined || named === true,
  })
}
