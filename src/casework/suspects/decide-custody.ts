import { type Instant, addHours } from '../../calendar/instant.ts'
import { nextReviewDue, relevantTime } from '../custody/detention-clock.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import {
  detainedIn,
  requireDetained,
  requireOpen,
  requireOrder,
  requirePast,
  requireReason,
  requireShort,
  requireWords,
} from './checks.ts'
import { clockOf, detentionEnd, firstReviewDue, longestEnd, reviewAfter, warrantUntil } from './detention-deadlines.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Arrest, Detention, Suspect } from './suspect-state.ts'

/** Somebody who is detained may be arrested for another offence; the hours of detention go on as they were. */
export function recordArrest(command: SuspectOrder<'RecordArrest'>, state: Suspect): SuspectEvent[] {
  const { arrestedAt, where, offences, at } = command
  requireOpen(state)
  requirePast(arrestedAt, at, 'The arrest')
  requireWords(where, 'suspect.words-missing')
  if (offences.length === 0) throw refuseSuspect('suspect.offence-missing')
  const before = state.arrests.at(-1)
  if (before) requireOrder(before.arrestedAt, arrestedAt, { later: 'This arrest', earlier: 'the arrest before' })
  return [{ ...command, type: 'SuspectArrested' }]
}

export function recordNumbers({ asn, pncId, at, by }: SuspectOrder<'RecordNumbers'>, state: Suspect): SuspectEvent[] {
  if (asn === null && pncId === null) throw refuseSuspect('suspect.number-missing')
  const last = state.arrests.at(-1)
  if (!last) throw refuseSuspect('suspect.not-arrested')
  if (last.asn === asn && state.pncId === pncId) throw refuseSuspect('suspect.said-so-already')
  return [{ type: 'NumbersRecorded', asn, pncId, at, by }]
}

export function authoriseDetention(command: SuspectOrder<'AuthoriseDetention'>, state: Suspect): SuspectEvent[] {
  const { arrivedAt, authorisedAt, grounds, at, by } = command
  requireOpen(state)
  const arrest = state.arrests.at(-1)
  if (!arrest) throw refuseSuspect('suspect.not-arrested')
  if (arrest.detention || detainedIn(state)) throw refuseSuspect('suspect.already-detained')
  requireWords(grounds, 'suspect.reason-missing')
  requireOrder(arrest.arrestedAt, arrivedAt, { later: 'The arrival at the station', earlier: 'the arrest' })
  requireOrder(arrivedAt, authorisedAt, { later: 'The authority to detain', earlier: 'the arrival at the station' })
  requirePast(authorisedAt, at, 'The authority to detain')
  const end = detentionEnd({ arrestedAt: arrest.arrestedAt, arrivedAt, pauses: [], steps: [] })
  const review = firstReviewDue(authorisedAt)
  return [{ type: 'DetentionAuthorised', arrivedAt, authorisedAt, grounds, end, review, at, by }]
}

/** A review may be postponed, with the reason recorded (PACE 1984 s.40(4) and (7)); the reason is asked for. */
export function recordReview(
  { heldAt, whyLate, at, by }: SuspectOrder<'RecordReview'>,
  state: Suspect,
): SuspectEvent[] {
  const { detention } = requireDetained(state)
  const last = detention.reviews.at(-1)?.heldAt ?? detention.authorisedAt
  requireOrder(last, heldAt, { later: 'This review', earlier: 'the review or authority before' })
  requirePast(heldAt, at, 'The review')
  const due = nextReviewDue(
    detention.authorisedAt,
    detention.reviews.map((review) => review.heldAt),
  )
  const isLate = heldAt > due
  if (isLate && !whyLate.trim()) throw refuseSuspect('suspect.review-late-why', { due: formatMoment(due) })
  requireShort(whyLate)
  const next = reviewAfter(detention, heldAt)
  return [{ type: 'DetentionReviewed', heldAt, whyLate: isLate ? whyLate : null, next, at, by }]
}

const longestPauseHours = 7 * 24

export function recordTimeInHospital(
  { from, to, at, by }: SuspectOrder<'RecordTimeInHospital'>,
  state: Suspect,
): SuspectEvent[] {
  const { arrest, detention } = requireDetained(state)
  const earliest = detention.pauses.at(-1)?.to ?? detention.arrivedAt
  requireOrder(earliest, from, {
    later: 'This time in hospital',
    earlier: 'the arrival, or the time in hospital before',
  })
  requirePast(to, at, 'The return from hospital')
  if (to <= from || to > addHours(from, longestPauseHours)) throw refuseSuspect('suspect.pause-length')
  const clock = clockOf(arrest, detention)
  const end = detentionEnd({ ...clock, pauses: [...clock.pauses, { from, to }] })
  return [{ type: 'TimeInHospitalRecorded', from, to, end, at, by }]
}

/** Police and Criminal Evidence Act 1984 s.42(1) and (4): an indictable offence, in time, not before the second review. */
export function authoriseContinuedDetention(
  { authorisedAt, reason, at, by }: SuspectOrder<'AuthoriseContinuedDetention'>,
  state: Suspect,
): SuspectEvent[] {
  const { arrest, detention } = requireDetained(state)
  requireReason(reason)
  requirePast(authorisedAt, at, 'The authority')
  if (detention.steps.length > 0) throw refuseSuspect('suspect.continued-already')
  requireIndictable(state)
  const second = detention.reviews[1]
  if (!second || authorisedAt < second.heldAt) throw refuseSuspect('suspect.before-second-review')
  if (authorisedAt > detention.endsAt) {
    throw refuseSuspect('suspect.detention-over', { end: formatMoment(detention.endsAt) })
  }
  const step = { kind: 'continued', givenAt: authorisedAt, endsAt: detention.endsAt } as const
  const end = detentionEnd({ ...clockOf(arrest, detention), steps: [step] })
  return [{ type: 'DetentionExtended', kind: 'continued', givenAt: authorisedAt, reason, end, at, by }]
}

const mostWarrantHours = 36

/** A court's warrant, or its extension (ss.43, 44). What the court ordered is recorded; only 96 hours bound it. */
export function recordWarrant(
  { issuedAt, hours, reason, at, by }: SuspectOrder<'RecordWarrant'>,
  state: Suspect,
): SuspectEvent[] {
  const { arrest, detention } = requireDetained(state)
  requireReason(reason)
  requirePast(issuedAt, at, 'The issue of the warrant')
  requireIndictable(state)
  if (!Number.isInteger(hours) || hours < 1 || hours > mostWarrantHours) throw refuseSuspect('suspect.warrant-hours')
  const clock = clockOf(arrest, detention)
  const longest = longestEnd(clock)
  requireOrder(startOfHours(arrest, detention), issuedAt, {
    later: 'The issue of the warrant',
    earlier: 'the moment from which detention is counted',
  })
  if (issuedAt >= longest) throw refuseSuspect('suspect.longest-detention', { end: formatMoment(longest) })
  const step = { kind: 'warrant', givenAt: issuedAt, endsAt: warrantUntil(issuedAt, hours) } as const
  const end = detentionEnd({ ...clock, steps: [...clock.steps, step] })
  return [{ type: 'DetentionExtended', kind: 'warrant', givenAt: issuedAt, reason, end, at, by }]
}

export function recordInterview(command: SuspectOrder<'RecordInterview'>, state: Suspect): SuspectEvent[] {
  const { startedAt, where, account, kind, at } = command
  requireOpen(state)
  requirePast(startedAt, at, 'The interview')
  requireWords(where, 'suspect.words-missing')
  requireWords(account, 'suspect.words-missing')
  const first = state.arrests[0]
  if (kind === 'arrested') {
    if (!first) throw refuseSuspect('suspect.not-arrested')
    requireOrder(first.arrestedAt, startedAt, { later: 'An interview after arrest', earlier: 'the arrest' })
  }
  return [{ ...command, type: 'SuspectInterviewed' }]
}

const startOfHours = ({ arrestedAt }: Arrest, { arrivedAt }: Detention): Instant =>
  relevantTime({ arrestedAt, arrivedAt, pausedMinutes: 0 })

/** For any offence that the suspect was arrested for and is detained over, also after a further arrest in custody. */
function requireIndictable(state: Suspect): void {
  const since = detainedIn(state)?.arrest.number ?? 1
  const offences = state.arrests.filter(({ number }) => number >= since).flatMap((arrest) => arrest.offences)
  if (!offences.some(({ indictable }) => indictable)) throw refuseSuspect('suspect.not-indictable')
}
