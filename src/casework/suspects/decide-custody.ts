import { type Instant, addHours } from '../../calendar/instant.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import {
  detainedIn,
  detainedWhenArrested,
  heldSince,
  requireDetained,
  requireOpen,
  requireOrder,
  requirePast,
  requireReason,
  requireShort,
  requireWords,
} from './checks.ts'
import {
  clockOf,
  detentionEnd,
  firstReviewDue,
  longestEnd,
  reviewAfter,
  reviewDue,
  reviewOnReturn,
  warrantUntil,
} from './detention-deadlines.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

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

/**
 * Detention after an arrest. Who was bailed after it without a detention on the record, as by street bail, answers that
 * bail: the arrest then lies too far back to count from.
 */
export function authoriseDetention(command: SuspectOrder<'AuthoriseDetention'>, state: Suspect): SuspectEvent[] {
  const { arrivedAt, authorisedAt, grounds, at, by } = command
  requireOpen(state)
  const arrest = state.arrests.at(-1)
  if (!arrest) throw refuseSuspect('suspect.not-arrested')
  if (arrest.detention || detainedIn(state) || detainedWhenArrested(state, arrest)) {
    throw refuseSuspect('suspect.already-detained')
  }
  requireWords(grounds, 'suspect.reason-missing')
  requireOrder(arrest.arrestedAt, arrivedAt, { later: 'The arrival at the station', earlier: 'the arrest' })
  requireOrder(arrivedAt, authorisedAt, { later: 'The authority to detain', earlier: 'the arrival at the station' })
  requirePast(authorisedAt, at, 'The authority to detain')
  const answered = state.bail?.arrest === arrest.number && { answeredBail: true as const }
  const start = { arrestedAt: arrest.arrestedAt, arrivedAt, pauses: [], timesOnBail: [], steps: [] }
  const end = detentionEnd({ ...start, ...answered })
  const review = firstReviewDue(authorisedAt)
  return [{ type: 'DetentionAuthorised', arrivedAt, authorisedAt, grounds, end, review, at, by }]
}

/**
 * Somebody answers bail, or is arrested for not answering it, and is detained again: the hours go on where they stood
 * at the release (PACE 1984 s.47(6)). Bail goes on as well, since a new release may only come within it.
 */
export function resumeDetention(
  { arrivedAt, authorisedAt, grounds, at, by }: SuspectOrder<'ResumeDetention'>,
  state: Suspect,
): SuspectEvent[] {
  requireOpen(state)
  const { bail } = state
  if (!bail) throw refuseSuspect('suspect.not-on-bail')
  if (detainedIn(state)) throw refuseSuspect('suspect.already-detained')
  const arrest = state.arrests.find(({ number }) => number === bail.arrest)
  if (!arrest?.detention?.ended) throw refuseSuspect('suspect.not-detained-before')
  requireWords(grounds, 'suspect.reason-missing')
  requireOrder(bail.grantedAt, arrivedAt, { later: 'The return to the station', earlier: 'the release on bail' })
  requireOrder(arrivedAt, authorisedAt, { later: 'The authority to detain', earlier: 'the return to the station' })
  requirePast(authorisedAt, at, 'The authority to detain')
  const detention = {
    ...arrest.detention,
    timesOnBail: [...arrest.detention.timesOnBail, { from: arrest.detention.ended.at, to: arrivedAt }],
  }
  const end = detentionEnd(clockOf(arrest, detention))
  return [
    { type: 'DetentionResumed', arrivedAt, authorisedAt, grounds, end, review: reviewOnReturn(detention), at, by },
  ]
}

/** A review may be postponed, with the reason recorded (PACE 1984 s.40(4) and (7)); the reason is asked for. */
export function recordReview(
  { heldAt, whyLate, at, by }: SuspectOrder<'RecordReview'>,
  state: Suspect,
): SuspectEvent[] {
  const { detention } = requireDetained(state)
  const last = detention.reviews.at(-1)?.heldAt ?? detention.authorisedAt
  requireOrder(last, heldAt, { later: 'This review', earlier: 'the review or authority before' })
  requireOrder(heldSince(detention), heldAt, { later: 'This review', earlier: 'the return to the station' })
  requirePast(heldAt, at, 'The review')
  const due = reviewDue(detention)
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
  requireOrder(heldSince(detention), from, { later: 'This time in hospital', earlier: 'the return to the station' })
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
  requireOrder(heldSince(detention), authorisedAt, { later: 'The authority', earlier: 'the return to the station' })
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
  { issuedAt, hours, until = null, reason, at, by }: SuspectOrder<'RecordWarrant'>,
  state: Suspect,
): SuspectEvent[] {
  const { arrest, detention } = requireDetained(state)
  requireReason(reason)
  requirePast(issuedAt, at, 'The issue of the warrant')
  requireIndictable(state)
  if (!Number.isInteger(hours) || hours < 1 || hours > mostWarrantHours) throw refuseSuspect('suspect.warrant-hours')
  const clock = clockOf(arrest, detention)
  const longest = longestEnd(clock)
  requireOrder(heldSince(detention), issuedAt, {
    later: 'The issue of the warrant',
    earlier: 'the arrival at the station',
  })
  if (issuedAt >= longest) throw refuseSuspect('suspect.longest-detention', { end: formatMoment(longest) })
  if (until !== null) requireWarrantEnd(until, issuedAt, detention.endsAt, longest)
  const about = {
    givenAt: issuedAt,
    ...(issuedAt > detention.endsAt && { endedBefore: detention.endsAt }),
    ...(until !== null && { named: true as const }),
  }
  const step = { kind: 'warrant', ...about, endsAt: until ?? warrantUntil(clock, issuedAt, hours) } as const
  const end = detentionEnd({ ...clock, steps: [...clock.steps, step] })
  return [{ type: 'DetentionExtended', kind: 'warrant', ...about, reason, end, at, by }]
}

/** The end that a court names: no more than 36 hours from the issue, or from the end of what it extends. */
function requireWarrantEnd(until: Instant, issuedAt: Instant, endsAt: Instant, longest: Instant): void {
  const last = addHours(endsAt > issuedAt ? endsAt : issuedAt, mostWarrantHours)
  const end = last < longest ? last : longest
  if (until <= issuedAt || until > end) throw refuseSuspect('suspect.warrant-until', { end: formatMoment(end) })
}

const mostMinutesNotCounted = longestPauseHours * 60

/**
 * From which moment the hours of a detention count, and which minutes do not, as somebody authorised decided: for what
 * is not worked out, such as an arrest abroad. Every limit of this detention is then counted from there.
 */
export function setDetentionClock(command: SuspectOrder<'SetDetentionClock'>, state: Suspect): SuspectEvent[] {
  const { ground, relevantAt, notCounted, decidedBy, reason, at, by } = command
  const { arrest, detention } = requireDetained(state)
  requireReason(reason)
  requireWords(decidedBy, 'suspect.words-missing')
  const isMoment = arrest.arrestedAt <= relevantAt && relevantAt <= detention.authorisedAt
  const isCount = Number.isInteger(notCounted) && notCounted >= 0 && notCounted <= mostMinutesNotCounted
  if (!isMoment || !isCount) throw refuseSuspect('suspect.clock-by-hand')
  const byHand = { ground, relevantAt, notCounted, decidedBy }
  const end = detentionEnd({ ...clockOf(arrest, detention), byHand })
  return [{ type: 'DetentionClockSet', ...byHand, reason, end, at, by }]
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

/** For any offence that the suspect was arrested for and is detained over, also after a further arrest in custody. */
function requireIndictable(state: Suspect): void {
  const since = detainedIn(state)?.arrest.number ?? 1
  const offences = state.arrests.filter(({ number }) => number >= since).flatMap((arrest) => arrest.offences)
  if (!offences.some(({ indictable }) => indictable)) throw refuseSuspect('suspect.not-indictable')
}
