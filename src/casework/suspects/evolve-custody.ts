import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { shortAsn } from '../identifiers/asn.ts'
import { caseKinds } from '../pre-charge-bail/bail-period.ts'
import { bailAuthorisers } from './bail-steps.ts'
import { detainedIn } from './checks.ts'
import { endBail, endDetention, endUnderInvestigation, happened, meet, owe, waive } from './evolve-duties.ts'
import type { SuspectEvent } from './suspect-events.ts'
import {
  type Arrest,
  type Detention,
  type Suspect,
  interviewKinds,
  interviewRecords,
  solicitorParts,
} from './suspect-state.ts'

type Of<Type> = Extract<SuspectEvent, { readonly type: Type }>

/** "Suspect 1": in duties, titles and the record nobody is named. */
export const called = ({ number }: Pick<Suspect, 'number'>): string => `Suspect ${number}`

const reviewWhat = ({ number }: Suspect): string => `Review the detention of suspect ${number}`
const endWhat = ({ number }: Suspect): string => `Charge or release suspect ${number}, unless detention is extended`

export function arrested(state: Suspect, event: Of<'SuspectArrested'>): Suspect {
  const { arrestedAt, where, offences, asn, pncId } = event
  const arrest: Arrest = { number: state.arrests.length + 1, arrestedAt, where, offences, asn, detention: null }
  const next = { ...state, arrests: [...state.arrests, arrest], pncId: pncId ?? state.pncId }
  return happened(next, event, `${called(state)} arrested`, [
    ['Arrested', formatMoment(arrestedAt)],
    ['Where', where],
    ['For', offences.map(({ title }) => title).join('; ')],
    ...numberLines(event),
  ])
}

const numberLines = ({ asn, pncId }: Pick<Of<'NumbersRecorded'>, 'asn' | 'pncId'>): CaseHappening['detail'] => [
  ...(asn ? [['Arrest/summons number', shortAsn(asn)] as const] : []),
  ...(pncId ? [['PNC id', pncId] as const] : []),
]

export function numbered(state: Suspect, event: Of<'NumbersRecorded'>): Suspect {
  const { asn, pncId } = event
  const arrests = state.arrests.map((arrest, index) =>
    index === state.arrests.length - 1 ? { ...arrest, asn: asn ?? arrest.asn } : arrest,
  )
  const next = { ...state, arrests, pncId: pncId ?? state.pncId }
  return happened(next, event, `${called(state)}: numbers recorded`, numberLines(event))
}

/** The state with the detention that runs changed. */
function inDetention(state: Suspect, change: (detention: Detention, arrest: Arrest) => Detention): Suspect {
  const arrests = state.arrests.map((arrest) =>
    arrest.detention && !arrest.detention.ended ? { ...arrest, detention: change(arrest.detention, arrest) } : arrest,
  )
  return { ...state, arrests }
}

/** A detention that goes on after bail has an end of its own to keep: the one before was met, in time or late. */
export const endKey = (arrest: number, { timesOnBail }: Pick<Detention, 'timesOnBail'>): string =>
  ['detention-end', arrest, ...(timesOnBail.length > 0 ? [timesOnBail.length + 1] : [])].join('-')

const detainedAfter = (state: Suspect): Arrest | undefined => detainedIn(state)?.arrest

export function detained(state: Suspect, event: Of<'DetentionAuthorised'>): Suspect {
  const { arrivedAt, authorisedAt, grounds, end, review } = event
  const detention: Detention = {
    arrivedAt,
    authorisedAt,
    grounds,
    reviews: [],
    pauses: [],
    timesOnBail: [],
    steps: [],
    endsAt: end.dueAt,
    ended: null,
  }
  const number = state.arrests.length
  const arrests = state.arrests.map((arrest) => (arrest.number === number ? { ...arrest, detention } : arrest))
  const ends = { key: endKey(number, detention), what: endWhat(state), owedTo: called(state), due: end }
  const first = { key: `detention-review-${number}-1`, what: reviewWhat(state), owedTo: called(state), due: review }
  const next = owe(owe({ ...state, arrests }, event, ends, 'Detained'), event, first, 'Detained')
  return happened(next, event, `${called(state)} detained`, [
    ['Arrived', formatMoment(arrivedAt)],
    ['Detention authorised', formatMoment(authorisedAt)],
    ['Grounds', grounds],
  ])
}

/** The hours run again. A review that was due already at the release is due on the return. */
export function resumed(state: Suspect, event: Of<'DetentionResumed'>): Suspect {
  const { arrivedAt, authorisedAt, grounds, end, review } = event
  const arrest = state.arrests.find(({ number }) => number === state.bail?.arrest)
  if (!arrest?.detention?.ended) return state
  const timesOnBail = [...arrest.detention.timesOnBail, { from: arrest.detention.ended.at, to: arrivedAt }]
  const detention: Detention = { ...arrest.detention, timesOnBail, endsAt: end.dueAt, ended: null }
  const arrests = state.arrests.map((one) => (one === arrest ? { ...arrest, detention } : one))
  const { number } = arrest
  const count = detention.reviews.length + 1
  const ends = { key: endKey(number, detention), what: endWhat(state), owedTo: called(state), due: end }
  const next = {
    key: `detention-review-${number}-${count}`,
    what: reviewWhat(state),
    owedTo: called(state),
    due: review,
  }
  const owing = owe(owe({ ...state, arrests }, event, ends, 'Detained again'), event, next, 'Detained again')
  return happened(owing, event, `${called(state)} detained again on return from bail`, [
    ['Returned', formatMoment(arrivedAt)],
    ['Detention authorised', formatMoment(authorisedAt)],
    ['Grounds', grounds],
  ])
}

export function reviewed(state: Suspect, event: Of<'DetentionReviewed'>): Suspect {
  const { heldAt, whyLate, next: nextDue } = event
  const arrest = detainedAfter(state)
  const { number = 0 } = arrest ?? {}
  const count = (arrest?.detention?.reviews.length ?? 0) + 1
  const dueAt = state.duties.find(({ key }) => key === `detention-review-${number}-${count}`)?.due.dueAt ?? heldAt
  const held = inDetention(state, (detention) => ({
    ...detention,
    reviews: [...detention.reviews, { heldAt, dueAt, whyLate }],
  }))
  const met = meet(held, event, 'detention-review-', heldAt, 'Review held')
  const owed = {
    key: `detention-review-${number}-${count + 1}`,
    what: reviewWhat(state),
    owedTo: called(state),
    due: nextDue,
  }
  return happened(owe(met, event, owed, 'Review before held'), event, `${called(state)}: detention reviewed`, [
    ['Held', formatMoment(heldAt)],
    ...(whyLate ? [['Why it was postponed', whyLate] as const] : []),
  ])
}

/** The end of the detention moves to a new date. */
function ending(state: Suspect, event: Of<'TimeInHospitalRecorded'> | Of<'DetentionExtended'>, why: string): Suspect {
  const { number = 0, detention: running } = detainedAfter(state) ?? {}
  const next = inDetention(state, (detention) => ({ ...detention, endsAt: event.end.dueAt }))
  const key = endKey(number, running ?? { timesOnBail: [] })
  const owed = { key, what: endWhat(state), owedTo: called(state), due: event.end }
  return owe(next, event, owed, why)
}

export function inHospital(state: Suspect, event: Of<'TimeInHospitalRecorded'>): Suspect {
  const { from, to } = event
  const next = inDetention(state, (detention) => ({ ...detention, pauses: [...detention.pauses, { from, to }] }))
  return happened(ending(next, event, 'Time in hospital added'), event, `${called(state)}: time in hospital`, [
    ['From', formatMoment(from)],
    ['To', formatMoment(to)],
  ])
}

export function lengthened(state: Suspect, event: Of<'DetentionExtended'>): Suspect {
  const { kind, givenAt, reason, end } = event
  const next = inDetention(state, (detention) => ({
    ...detention,
    steps: [...detention.steps, { kind, givenAt, endsAt: end.dueAt, reason }],
  }))
  const words = kind === 'continued' ? 'continued detention authorised' : 'warrant of further detention'
  return happened(ending(next, event, 'Extended'), event, `${called(state)}: ${words}`, [
    [kind === 'continued' ? 'Authorised' : 'Issued', formatMoment(givenAt)],
    ['Until', formatMoment(end.dueAt)],
    ['Reason', reason],
  ])
}

export function interviewed(state: Suspect, event: Of<'SuspectInterviewed'>): Suspect {
  const { kind, startedAt, where, record, solicitor, account } = event
  const interview = { kind, startedAt, where, record, solicitor, account }
  return happened({ ...state, interviews: [...state.interviews, interview] }, event, `${called(state)} interviewed`, [
    ['What', `${interviewKinds[kind]}, under caution`],
    ['Begun', formatMoment(startedAt)],
    ['Record', interviewRecords[record]],
    ['Legal advice', solicitorParts[solicitor]],
  ])
}

const bailWhat = ({ number }: Suspect): string =>
  `Charge suspect ${number}, release them from bail, or have bail extended before it ends`

export function bailed(state: Suspect, event: Of<'SuspectBailed'>): Suspect {
  const { releasedAt, caseKind, arrestedOn, conditions, end } = event
  const number = state.bails + 1
  const arrest = (detainedAfter(state) ?? state.arrests.at(-1))?.number ?? 0
  const before = endUnderInvestigation(
    endBail(endDetention(state, event, releasedAt, 'Released on bail'), event, releasedAt, 'New bail took its place'),
    event,
    'The suspect is on bail.',
  )
  const on = toLocalDate(releasedAt)
  const step = { authoriser: 'custody-officer', on, endsOn: end.dueOn } as const
  // After a return from bail, what an inspector or another allowed before still stands: the next step is the one after.
  const kept = state.bail?.arrest === arrest ? state.bail.steps : []
  const steps = kept.some(({ authoriser }) => authoriser !== 'custody-officer') ? kept : [...kept, step]
  const bail = { arrest, arrestedOn, caseKind, grantedAt: releasedAt, endsOn: end.dueOn, conditions, steps }
  const owed = { key: `bail-${number}`, what: bailWhat(state), owedTo: called(state), due: end }
  return happened(owe({ ...before, bail, bails: number }, event, owed, 'Bailed'), event, `${called(state)} bailed`, [
    ['Released', formatMoment(releasedAt)],
    ['Until', formatDateLong(end.dueOn)],
    ['Authorised by', bailAuthorisers['custody-officer']],
    ...(caseKind === 'standard' ? [] : [['Kind of case', caseKinds[caseKind]] as const]),
    ['Conditions', conditions.trim() || 'None'],
  ])
}

export function bailExtended(state: Suspect, event: Of<'BailExtended'>): Suspect {
  const { authoriser, on, reason, end } = event
  if (!state.bail) return state
  const { steps } = state.bail
  const bail = { ...state.bail, endsOn: end.dueOn, steps: [...steps, { authoriser, on, endsOn: end.dueOn }] }
  const owed = { key: `bail-${state.bails}`, what: bailWhat(state), owedTo: called(state), due: end }
  return happened(owe({ ...state, bail }, event, owed, 'Extended'), event, `${called(state)}: bail extended`, [
    ['Until', formatDateLong(end.dueOn)],
    ['Authorised by', bailAuthorisers[authoriser]],
    ['Authorised on', formatDateLong(on)],
    ['Reason', reason],
  ])
}

export function bailChanged(state: Suspect, event: Of<'BailConditionsChanged'>): Suspect {
  const { conditions, reason } = event
  const next = state.bail ? { ...state, bail: { ...state.bail, conditions } } : state
  return happened(next, event, `${called(state)}: conditions of bail changed`, [
    ['Conditions', conditions.trim() || 'None'],
    ['Reason', reason],
  ])
}

const reviewCase = ({ number }: Suspect): string => `Review the release of suspect ${number} under investigation`

export function underInvestigation(state: Suspect, event: Of<'ReleasedUnderInvestigation'>): Suspect {
  const { releasedAt, reason, review } = event
  const released = endDetention(state, event, releasedAt, 'Released under investigation')
  const unbailed = endBail(released, event, releasedAt, 'Released from bail, under investigation')
  const before = waive(unbailed, event, 'under-investigation-', 'A new release took its place.')
  const next = { ...before, underInvestigation: { since: toLocalDate(releasedAt), reviewOn: review.dueOn } }
  return happened(oweReview(next, event, review), event, `${called(state)} released under investigation`, [
    ['Released', formatMoment(releasedAt)],
    ['Reason', reason],
    ['Review by', formatDateLong(review.dueOn)],
  ])
}

function oweReview(
  state: Suspect,
  event: Of<'ReleasedUnderInvestigation'> | Of<'UnderInvestigationReviewed'>,
  due: Of<'ReleasedUnderInvestigation'>['review'],
): Suspect {
  const number = state.underInvestigationReviews + 1
  const owed = { key: `under-investigation-${number}`, what: reviewCase(state), owedTo: called(state), due }
  return owe({ ...state, underInvestigationReviews: number }, event, owed, 'Set')
}

export function reviewedUnderInvestigation(state: Suspect, event: Of<'UnderInvestigationReviewed'>): Suspect {
  const { on, metAt, outcome, next: due } = event
  const met = meet(state, event, 'under-investigation-', metAt, 'Reviewed')
  const next = { ...met, underInvestigation: { since: on, reviewOn: due.dueOn } }
  return happened(oweReview(next, event, due), event, `${called(state)}: release under investigation reviewed`, [
    ['Held', formatDateLong(on)],
    ['Outcome', outcome],
    ['Next review by', formatDateLong(due.dueOn)],
  ])
}

export const released = (state: Suspect, event: Of<'SuspectReleased'>): Suspect =>
  happened(endDetention(state, event, event.releasedAt, 'Released'), event, `${called(state)} released`, [
    ['Released', formatMoment(event.releasedAt)],
  ])
