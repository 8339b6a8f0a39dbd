import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { caseKinds } from '../pre-charge-bail/bail-period.ts'
import { bailAuthorisers } from './bail-steps.ts'
import { bailHandGrounds } from './by-hand.ts'
import { detainedIn } from './checks.ts'
import { called } from './evolve-custody.ts'
import { endBail, endDetention, endUnderInvestigation, happened, meet, owe, waive } from './evolve-duties.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

type Of<Type> = Extract<SuspectEvent, { readonly type: Type }>

const bailWhat = ({ number }: Suspect): string =>
  `Charge suspect ${number}, release them from bail, or have bail extended before it ends`

export function bailed(state: Suspect, event: Of<'SuspectBailed'>): Suspect {
  const { releasedAt, caseKind, arrestedOn, conditions, end } = event
  const number = state.bails + 1
  const arrest = (detainedIn(state)?.arrest ?? state.arrests.at(-1))?.number ?? 0
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

export function bailedOnTheStreet(state: Suspect, event: Of<'SuspectBailedOnTheStreet'>): Suspect {
  const { releasedAt, arrestedOn, conditions, end } = event
  const number = state.bails + 1
  const before = endUnderInvestigation(state, event, 'The suspect is on bail.')
  const step = { authoriser: 'constable', on: toLocalDate(releasedAt), endsOn: end.dueOn } as const
  const inCase = { arrest: state.arrests.length, arrestedOn, caseKind: 'standard' } as const
  const bail = { ...inCase, grantedAt: releasedAt, endsOn: end.dueOn, conditions, steps: [step] }
  const what = `Detain suspect ${state.number} on answering street bail, charge them, or release them from it`
  const owed = { key: `bail-${number}`, what, owedTo: called(state), due: end }
  const next = owe({ ...before, bail, bails: number }, event, owed, 'Street bail')
  return happened(next, event, `${called(state)} given street bail`, [
    ['Released', formatMoment(releasedAt)],
    ['To attend by', formatDateLong(end.dueOn)],
    ['Conditions', conditions.trim() || 'None'],
  ])
}

export function bailEndSet(state: Suspect, event: Of<'BailEndSet'>): Suspect {
  const { ground, decidedBy, on, reason, end } = event
  if (!state.bail) return state
  const bail = { ...state.bail, endsOn: end.dueOn, byHand: { ground, decidedBy } }
  const owed = { key: `bail-${state.bails}`, what: bailWhat(state), owedTo: called(state), due: end }
  const next = owe({ ...state, bail }, event, owed, 'Set by hand')
  return happened(next, event, `${called(state)}: last day of bail set by hand`, [
    ['Until', formatDateLong(end.dueOn)],
    ['Why by hand', bailHandGrounds[ground].text],
    ['Decided by', decidedBy],
    ['Decided on', formatDateLong(on)],
    ['Reason', reason],
  ])
}

export function bailExtended(state: Suspect, event: Of<'BailExtended'>): Suspect {
  const { authoriser, on, reason, end } = event
  if (!state.bail) return state
  const { byHand: _, ...before } = state.bail
  const { steps } = before
  const bail = { ...before, endsOn: end.dueOn, steps: [...steps, { authoriser, on, endsOn: end.dueOn }] }
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
