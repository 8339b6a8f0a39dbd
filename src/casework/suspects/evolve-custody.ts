import { formatMoment } from '../deadlines/london-time.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { shortAsn } from '../identifiers/asn.ts'
import { detentionHandGrounds } from './by-hand.ts'
import { detainedIn } from './checks.ts'
import { endBail, happened, meet, owe } from './evolve-duties.ts'
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
  const number = state.arrests.length
  const answersBail = state.bail?.arrest === number
  const detention: Detention = {
    arrivedAt,
    authorisedAt,
    grounds,
    reviews: [],
    pauses: [],
    timesOnBail: [],
    steps: [],
    ...(answersBail && { answeredBail: true }),
    endsAt: end.dueAt,
    ended: null,
  }
  const arrests = state.arrests.map((arrest) => (arrest.number === number ? { ...arrest, detention } : arrest))
  const ends = { key: endKey(number, detention), what: endWhat(state), owedTo: called(state), due: end }
  const first = { key: `detention-review-${number}-1`, what: reviewWhat(state), owedTo: called(state), due: review }
  const answered = answersBail ? endBail({ ...state, arrests }, event, arrivedAt, 'Answered') : { ...state, arrests }
  const next = owe(owe(answered, event, ends, 'Detained'), event, first, 'Detained')
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
function ending(
  state: Suspect,
  event: Of<'TimeInHospitalRecorded'> | Of<'DetentionExtended'> | Of<'DetentionClockSet'>,
  why: string,
): Suspect {
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
  const { kind, givenAt, endedBefore, named, reason, end } = event
  const step = {
    kind,
    givenAt,
    endsAt: end.dueAt,
    reason,
    ...(endedBefore && { endedBefore }),
    ...(named && { named }),
  }
  const next = inDetention(state, (detention) => ({ ...detention, steps: [...detention.steps, step] }))
  const words = kind === 'continued' ? 'continued detention authorised' : 'warrant of further detention'
  return happened(ending(next, event, 'Extended'), event, `${called(state)}: ${words}`, [
    [kind === 'continued' ? 'Authorised' : 'Issued', formatMoment(givenAt)],
    ['Until', formatMoment(end.dueAt)],
    ['Reason', reason],
  ])
}

export function clockSet(state: Suspect, event: Of<'DetentionClockSet'>): Suspect {
  const { ground, relevantAt, notCounted, decidedBy, reason, end } = event
  const byHand = { ground, relevantAt, notCounted, decidedBy }
  const next = inDetention(state, (detention) => ({ ...detention, byHand }))
  return happened(ending(next, event, 'Set by hand'), event, `${called(state)}: detention clock set by hand`, [
    ['Counted from', formatMoment(relevantAt)],
    ['Minutes not counted', String(notCounted)],
    ['Must end', formatMoment(end.dueAt)],
    ['Why by hand', detentionHandGrounds[ground].text],
    ['Decided by', decidedBy],
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
