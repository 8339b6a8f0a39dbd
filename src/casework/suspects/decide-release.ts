import { type Instant, endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { dueAfterDays } from '../deadlines/periods.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import { reviewUnderInvestigation as reviewRule } from '../pre-charge-bail/bail-rules.ts'
import type { CaseKind } from '../pre-charge-bail/bail-period.ts'
import { streetBailUntil } from '../pre-charge-bail/street-bail.ts'
import { bailEndByHand } from './by-hand.ts'
import { type BailStep, bailAuthorisers, initialBail, nextBailSteps } from './bail-steps.ts'
import {
  detainedIn,
  requireOpen,
  requireOrder,
  requirePast,
  requireReason,
  requireShort,
  requireWords,
} from './checks.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Arrest, Bail, Detention, Suspect } from './suspect-state.ts'

/** The arrest that a release is counted from: the one that the suspect is detained after, else the last. */
function arrestReleasedFrom(state: Suspect): Arrest {
  const arrest = detainedIn(state)?.arrest ?? state.arrests.at(-1)
  if (!arrest) throw refuseSuspect('suspect.not-arrested')
  return arrest
}

/** A release, or a charge that ends detention, lies between what is recorded of it last, or the arrest, and now. */
export function requireRelease(state: Suspect, releasedAt: string, at: string, what = 'The release'): void {
  const detained = detainedIn(state)
  const [begun, earlier] = detained
    ? [lastOf(detained.detention), 'what is recorded of the detention']
    : [state.arrests.at(-1)?.arrestedAt, 'the arrest']
  requirePast(releasedAt, at, what)
  if (begun) requireOrder(begun, releasedAt, { later: what, earlier })
}

/** The last moment at which the suspect is known to have been in detention. */
const lastOf = ({ authorisedAt, reviews, pauses, timesOnBail, steps }: Detention): Instant =>
  [
    ...reviews.map(({ heldAt }) => heldAt),
    ...[...pauses, ...timesOnBail].map(({ to }) => to),
    ...steps.map(({ givenAt }) => givenAt),
  ].reduce((last, moment) => (moment > last ? moment : last), authorisedAt)

/**
 * Bail before charge, first granted by the custody officer. The limits are those for the day of the arrest.
 *
 * Source: Police and Criminal Evidence Act 1984 s.47ZB.
 */
export function releaseOnBail(command: SuspectOrder<'ReleaseOnBail'>, state: Suspect): SuspectEvent[] {
  const { releasedAt, caseKind, endsOn, conditions, at, by } = command
  requireOpen(state)
  const arrest = arrestReleasedFrom(state)
  if (state.bail && !detainedIn(state)) throw refuseSuspect('suspect.said-so-already')
  requireRelease(state, releasedAt, at)
  requireShort(conditions)
  const arrestedOn = toLocalDate(arrest.arrestedAt)
  const step = bailAllowed(state, arrest, caseKind)
  if (endsOn < toLocalDate(releasedAt)) throw refuseSuspect('suspect.bail-ends-early')
  requireWithin(step, endsOn, arrestedOn)
  const end = bailUntil(step.limit, endsOn)
  return [{ type: 'SuspectBailed', releasedAt, caseKind, arrestedOn, conditions, end, at, by }]
}

/**
 * Bail where the suspect was arrested, to attend a police station. Nobody was detained, so that no hours were used.
 *
 * Source: Police and Criminal Evidence Act 1984 ss.30A and 30B(8).
 */
export function releaseOnStreetBail(command: SuspectOrder<'ReleaseOnStreetBail'>, state: Suspect): SuspectEvent[] {
  const { releasedAt, endsOn, conditions, at, by } = command
  requireOpen(state)
  const arrest = state.arrests.at(-1)
  if (!arrest) throw refuseSuspect('suspect.not-arrested')
  if (state.bail) throw refuseSuspect('suspect.said-so-already')
  if (arrest.detention || detainedIn(state)) throw refuseSuspect('suspect.detained-before')
  requireRelease(state, releasedAt, at)
  requireShort(conditions)
  const arrestedOn = toLocalDate(arrest.arrestedAt)
  const limit = streetBailUntil(arrestedOn)
  if (endsOn < toLocalDate(releasedAt)) throw refuseSuspect('suspect.bail-ends-early')
  requireWithin({ authoriser: 'constable', limit }, endsOn, arrestedOn)
  const end = bailUntil(limit, endsOn)
  return [{ type: 'SuspectBailedOnTheStreet', releasedAt, arrestedOn, conditions, end, at, by }]
}

/** Who returned from bail may be released within what was allowed before, or within the first period if that is longer. */
function bailAllowed({ bail, bails, duties }: Suspect, { number, arrestedAt }: Arrest, caseKind: CaseKind): BailStep {
  const initial = initialBail(toLocalDate(arrestedAt), caseKind)
  if (bail?.arrest !== number || bail.endsOn <= initial.limit.dueOn) return initial
  const before = duties.find(({ key }) => key === `bail-${bails}`)?.due
  const authoriser = lastAuthoriser(bail)
  return before ? { authoriser, limit: { ...before, authorisedBy: bailAuthorisers[authoriser] } } : initial
}

/** An extension is authorised before bail ends, by whoever may act next, and within what that rank or court may give. */
export function extendBail(
  { authoriser, on, endsOn, reason, at, by }: SuspectOrder<'ExtendBail'>,
  state: Suspect,
): SuspectEvent[] {
  const bail = requireBail(state)
  requireReason(reason)
  requirePast(on, toLocalDate(at), 'The authority')
  requireOrder(toLocalDate(bail.grantedAt), on, { later: 'The authority', earlier: 'the grant of bail' })
  if (on > bail.endsOn) throw refuseSuspect('suspect.bail-over', { end: formatDateLong(bail.endsOn) })
  const steps = nextBailSteps(bail, lastAuthoriser(bail))
  const step = steps.find((one) => one.authoriser === authoriser)
  if (!step) {
    const next = steps.map((one) => bailAuthorisers[one.authoriser]).join('; ') || 'nobody that is worked out here'
    throw refuseSuspect('suspect.bail-not-next', { who: bailAuthorisers[authoriser], next })
  }
  if (endsOn <= bail.endsOn) throw refuseSuspect('suspect.bail-not-longer', { end: formatDateLong(bail.endsOn) })
  requireWithin(step, endsOn, bail.arrestedOn)
  return [{ type: 'BailExtended', authoriser, on, reason, end: bailUntil(step.limit, endsOn), at, by }]
}

/** The last day of bail that somebody authorised decided on, where no rule that is worked out here gives it. */
export function setBailEnd(
  { ground, decidedBy, on, endsOn, reason, at, by }: SuspectOrder<'SetBailEnd'>,
  state: Suspect,
): SuspectEvent[] {
  const bail = requireBail(state)
  requireReason(reason)
  requireWords(decidedBy, 'suspect.words-missing')
  requirePast(on, toLocalDate(at), 'The decision')
  const granted = toLocalDate(bail.grantedAt)
  requireOrder(granted, on, { later: 'The decision', earlier: 'the grant of bail' })
  if (endsOn < granted) throw refuseSuspect('suspect.bail-ends-early')
  if (endsOn === bail.endsOn) throw refuseSuspect('suspect.said-so-already')
  if (ground === 'court-to-decide' && on > bail.endsOn) {
    throw refuseSuspect('suspect.bail-over', { end: formatDateLong(bail.endsOn) })
  }
  const end = bailEndByHand(bail.arrestedOn, endsOn, on, ground, decidedBy)
  return [{ type: 'BailEndSet', ground, decidedBy, on, reason, end, at, by }]
}

export const lastAuthoriser = ({ steps }: Bail) => steps.at(-1)?.authoriser ?? 'custody-officer'

function requireWithin({ authoriser, limit }: BailStep, endsOn: LocalDate, arrestedOn: LocalDate): void {
  if (endsOn <= limit.dueOn) return
  throw refuseSuspect('suspect.bail-beyond-limit', {
    who: bailAuthorisers[authoriser],
    limit: formatDateLong(limit.dueOn),
    arrested: formatDateLong(arrestedOn),
  })
}

/** The end of bail that was given, under the rule that bounds it. It may be earlier than the rule allows. */
function bailUntil(limit: Deadline, endsOn: LocalDate): Deadline {
  if (endsOn === limit.dueOn) return limit
  const steps = [
    ...limit.working.steps.slice(0, -1),
    `so at most until ${formatDateLong(limit.dueOn)}`,
    `given until ${formatDateLong(endsOn)}; over at the end of that day`,
  ]
  return { ...limit, dueOn: endsOn, dueAt: endOfDay(endsOn), working: { ...limit.working, steps } }
}

export function changeBailConditions(
  { conditions, reason, at, by }: SuspectOrder<'ChangeBailConditions'>,
  state: Suspect,
): SuspectEvent[] {
  const bail = requireBail(state)
  requireReason(reason)
  requireShort(conditions)
  if (bail.conditions === conditions) throw refuseSuspect('suspect.said-so-already')
  return [{ type: 'BailConditionsChanged', conditions, reason, at, by }]
}

function requireBail({ bail }: Suspect): Bail {
  if (!bail) throw refuseSuspect('suspect.not-on-bail')
  return bail
}

/** Released without bail while the investigation goes on: from detention, from bail, or after the arrest. */
export function releaseUnderInvestigation(
  { releasedAt, reason, settings, at, by }: SuspectOrder<'ReleaseUnderInvestigation'>,
  state: Suspect,
): SuspectEvent[] {
  requireOpen(state)
  arrestReleasedFrom(state)
  if (state.underInvestigation && !detainedIn(state)) throw refuseSuspect('suspect.said-so-already')
  requireReason(reason)
  requireRelease(state, releasedAt, at)
  const review = reviewDue(toLocalDate(releasedAt), settings, 'the release')
  return [{ type: 'ReleasedUnderInvestigation', releasedAt, reason, review, at, by }]
}

/** A review held today is held at this moment; on a day before, the end of that day stands for the moment. */
export function reviewUnderInvestigation(
  { on, outcome, settings, at, by }: SuspectOrder<'ReviewUnderInvestigation'>,
  state: Suspect,
): SuspectEvent[] {
  if (!state.underInvestigation) throw refuseSuspect('suspect.not-under-investigation')
  requireWords(outcome, 'suspect.words-missing')
  const today = toLocalDate(at)
  requirePast(on, today, 'The review')
  requireOrder(state.underInvestigation.since, on, { later: 'The review', earlier: 'the release or the review before' })
  const metAt = on === today ? at : endOfDay(on)
  const next = reviewDue(on, settings, 'the review before')
  return [{ type: 'UnderInvestigationReviewed', on, metAt, outcome, next, at, by }]
}

const reviewDue = (from: LocalDate, settings: DeadlineSettings, what: string): Deadline =>
  under(reviewRule, dueAfterDays(from, settings['investigation.under-investigation-review-days'], what))

/** The release of somebody whose case the prosecutor ended while they were detained. */
export function recordRelease({ releasedAt, at, by }: SuspectOrder<'RecordRelease'>, state: Suspect): SuspectEvent[] {
  if (!detainedIn(state)) throw refuseSuspect('suspect.not-detained')
  requireRelease(state, releasedAt, at)
  return [{ type: 'SuspectReleased', releasedAt, at, by }]
}
