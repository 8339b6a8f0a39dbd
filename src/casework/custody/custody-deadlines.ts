import { type Instant, addHours } from '../../calendar/instant.ts'
import { type Deadline, type DeadlineKey, type DeadlineRule, type Given, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { dueAfterHours, dueAtMoment, earlierOf } from '../deadlines/periods.ts'
import { findOffence } from '../offences/offence-list.ts'
import { isIndictable } from '../offences/offence.ts'
import {
  continuedDetention,
  firstReview,
  furtherDetention,
  laterReview,
  longestDetention,
  withoutCharge,
} from './custody-rules.ts'
import {
  type DetentionStart,
  detentionHours,
  endOfDetention,
  relevantTime,
  reviewer,
  startSteps,
} from './detention-clock.ts'
import { refuseCustody } from './refusals.ts'

const group = 'Police detention before charge'

const arrival = {
  kind: 'moment',
  label: 'Time of arrival at the police station',
  hint: 'For somebody who came of their own will and was arrested there, the time of that arrest.',
} as const
const arrested: DeadlineKey = {
  name: 'arrested',
  kind: 'moment',
  label: 'Time of arrest',
  hint: 'Where the arrest was elsewhere. It matters when more than 24 hours passed before arrival.',
}
const paused: DeadlineKey = {
  name: 'paused',
  kind: 'number',
  label: 'Minutes in hospital or on the way, not questioned',
}
const offence: DeadlineKey = {
  name: 'offence',
  kind: 'offence',
  label: 'Offence code',
  hint: 'A CJS code such as TH68010, to check that the offence is indictable.',
}

function startOf(given: Given): DetentionStart {
  const arrestedAt = given.momentOf('arrested')
  if (arrestedAt && arrestedAt > given.moment) {
    throw refuseCustody('custody.out-of-order', { later: 'The arrival at the station', earlier: 'the arrest' })
  }
  return { arrivedAt: given.moment, arrestedAt, pausedMinutes: given.numberOf('paused') ?? 0 }
}

function requireIndictable(given: Given): readonly string[] {
  const code = given.offenceOf('offence')
  if (!code) return []
  const found = findOffence(code)
  if (!found) throw refuseCustody('custody.unknown-offence', { code })
  if (!isIndictable(found)) throw refuseCustody('custody.offence-not-indictable', { code: found.code })
  return [`${found.code} is an indictable offence: ${found.title}`]
}

const first: DeadlineRule = {
  rule: firstReview,
  group,
  from: { kind: 'moment', label: 'Time when detention was authorised' },
  keys: [],
  workOut({ moment }) {
    const begun = `detention authorised = ${formatMoment(moment)}`
    return under(firstReview, dueAfterHours(moment, 6, [begun]), { authorisedBy: reviewer })
  },
}

const later: DeadlineRule = {
  rule: laterReview,
  group,
  from: { kind: 'moment', label: 'Time of the review before' },
  keys: [
    {
      name: 'due',
      kind: 'moment',
      label: 'Latest time for that review',
      hint: 'Only where it was held late: a late review does not move the next one.',
    },
  ],
  workOut(given) {
    const held = given.moment
    const due = given.momentOf('due')
    const counted = due ? earlierOf(held, due) : held
    const late = counted !== held
    const steps = [`review before = ${formatMoment(held)}`]
    if (late)
      steps.push(`it was due at ${formatMoment(counted)}, and a late review does not move the next (unconfirmed)`)
    return under(laterReview, dueAfterHours(counted, 9, steps), { authorisedBy: reviewer, unsure: late })
  },
}

function detention(
  rule: DeadlineRule['rule'],
  hours: number,
  authorisedBy: string,
  keys: readonly DeadlineKey[],
): DeadlineRule {
  return {
    rule,
    group,
    from: arrival,
    keys: [arrested, paused, ...keys],
    workOut(given) {
      const start = startOf(given)
      const steps = [...startSteps(start), ...requireIndictable(given), ...windowSteps(given, rule, start)]
      const end = endOfDetention(start, hours)
      const worked = dueAtMoment(relevantTime(start), end, [
        ...steps,
        `${hours} hours later, counted in hours that pass`,
      ])
      return under(rule, worked, { authorisedBy, unsure: start.pausedMinutes > 0 })
    },
  }
}

/** When the superintendent's authority may be given: after the second review and within the first 24 hours. */
function windowSteps(given: Given, rule: DeadlineRule['rule'], start: DetentionStart): readonly string[] {
  if (rule !== continuedDetention) return []
  const last = endOfDetention(start, detentionHours.withoutCharge)
  const review = given.momentOf('second-review')
  if (review && review > last) {
    throw refuseCustody('custody.out-of-order', { later: 'The end of the 24 hours', earlier: 'the second review' })
  }
  const earliest = review ? `not before ${formatMoment(review)}` : 'not before the second review'
  return [`the authority must be given ${earliest} and by ${formatMoment(last)}`]
}

const warrant: DeadlineRule = {
  rule: furtherDetention,
  group,
  from: arrival,
  keys: [
    arrested,
    paused,
    offence,
    {
      name: 'issued',
      kind: 'moment',
      label: 'Time when the warrant was issued',
      hint: 'Without it the latest is worked out: a warrant issued as the 36 hours end.',
    },
  ],
  workOut: workOutWarrant,
}

function workOutWarrant(given: Given): Deadline {
  const start = startOf(given)
  const last = endOfDetention(start, detentionHours.longest)
  const issued = given.momentOf('issued') ?? endOfDetention(start, detentionHours.continued)
  requireWithin(issued, relevantTime(start), last)
  const end = addHours(issued, detentionHours.warrant)
  const capped = earlierOf(end, last)
  const steps = [
    ...startSteps(start),
    ...requireIndictable(given),
    `warrant issued = ${formatMoment(issued)}${given.momentOf('issued') ? '' : ', the end of the 36 hours'}`,
    '36 hours later, counted in hours that pass from the issue',
    ...(capped === end ? [] : ['but never beyond 96 hours from the relevant time']),
  ]
  const worked = dueAtMoment(relevantTime(start), capped, steps)
  return under(furtherDetention, worked, { authorisedBy: 'A magistrates’ court', unsure: start.pausedMinutes > 0 })
}

function requireWithin(issued: Instant, relevant: Instant, last: Instant): void {
  if (issued < relevant) {
    throw refuseCustody('custody.out-of-order', { later: 'The issue of the warrant', earlier: 'the relevant time' })
  }
  if (issued >= last) throw refuseCustody('custody.warrant-too-late', { end: formatMoment(last) })
}

const secondReview: DeadlineKey = { name: 'second-review', kind: 'moment', label: 'Time of the second review' }

/** The clocks of police detention before charge, for the catalogue. */
export const custodyDeadlines: readonly DeadlineRule[] = [
  first,
  later,
  detention(withoutCharge, detentionHours.withoutCharge, 'The custody officer', []),
  detention(continuedDetention, detentionHours.continued, 'A superintendent or above, for an indictable offence', [
    offence,
    secondReview,
  ]),
  warrant,
  detention(longestDetention, detentionHours.longest, 'A magistrates’ court, by an extended warrant', [offence]),
]
