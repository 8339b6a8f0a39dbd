import { requireReason } from './checks.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

/** What entries about arrests, detention, interviews, bail, charges put and the answer on one of them change. */
type Standing = Pick<
  Suspect,
  | 'arrests'
  | 'interviews'
  | 'pncId'
  | 'bails'
  | 'bail'
  | 'underInvestigation'
  | 'underInvestigationReviews'
  | 'put'
  | 'duties'
>

/** Something that was recorded, in the words of the record, and how everything stood before it. */
export type Entry = {
  readonly event: SuspectEvent['type']
  readonly what: string
  readonly before: Standing
}

const recording: ReadonlySet<SuspectEvent['type']> = new Set([
  'SuspectArrested',
  'NumbersRecorded',
  'DetentionAuthorised',
  'DetentionResumed',
  'DetentionReviewed',
  'TimeInHospitalRecorded',
  'DetentionExtended',
  'DetentionClockSet',
  'SuspectInterviewed',
  'SuspectBailed',
  'SuspectBailedOnTheStreet',
  'BailExtended',
  'BailEndSet',
  'BailConditionsChanged',
  'ReleasedUnderInvestigation',
  'UnderInvestigationReviewed',
  'SuspectReleased',
  'SuspectCharged',
  'EmergencyChargeAnswered',
])

/** What is decided once a suspect was charged rests on the charge, which is then not taken back any longer. */
const restingOnCharge: ReadonlySet<SuspectEvent['type']> = new Set([
  'ChargeProposed',
  'ChargeWithdrawn',
  'ChargingNoted',
  'ChargingDecisionNoted',
])

const standingOf = (state: Suspect): Standing => ({
  arrests: state.arrests,
  interviews: state.interviews,
  pncId: state.pncId,
  bails: state.bails,
  bail: state.bail,
  underInvestigation: state.underInvestigation,
  underInvestigationReviews: state.underInvestigationReviews,
  put: state.put,
  duties: state.duties,
})

/** The state after an event, with what it takes to take the event back. */
export function remembered(before: Suspect, event: SuspectEvent, next: Suspect): Suspect {
  const { entries } = next
  if (restingOnCharge.has(event.type)) {
    return { ...next, entries: entries.slice(entries.findLastIndex((entry) => entry.event === 'SuspectCharged') + 1) }
  }
  if (!recording.has(event.type)) return next
  const what = next.happenings.at(-1)?.event ?? ''
  return { ...next, entries: [...entries, { event: event.type, what, before: standingOf(before) }] }
}

const clocks = ['detention-', 'bail-', 'under-investigation-', 'emergency-charge']
const clocksOfCharge = [...clocks, 'time-limit-', 'charge-']

/**
 * Everything as it stood before the last entry. A duty that the entry started is owed no longer, and one that it met or
 * moved is owed as it was; what happened to either stays in its history. Other duties stand as they are.
 */
export function takenBack(state: Suspect, { at, by }: Pick<SuspectEvent, 'at' | 'by'>): Suspect {
  const last = state.entries.at(-1)
  if (!last) return state
  const reason = 'What it rested on was recorded wrongly.'
  const moved = last.event === 'SuspectCharged' ? clocksOfCharge : clocks
  const duties = state.duties.map((duty) => {
    const before = last.before.duties.find(({ key }) => key === duty.key)
    if (duty === before || !moved.some((clock) => duty.key.startsWith(clock))) return duty
    const history = [...duty.history, { at, account: by, event: 'Taken back', detail: last.what }]
    return before ? { ...before, history } : { ...duty, metAt: null, waived: { at, reason }, history }
  })
  // Charging the suspect ended any referral that had been sent back, so that police have the suspect as before it.
  const { step } = last.event === 'SuspectCharged' && state.step === 'referral-rejected' ? { step: null } : state
  return { ...state, ...last.before, step, duties, entries: state.entries.slice(0, -1) }
}

/** What was recorded wrongly is taken back, the last entry first, and stays on the record as it was. */
export function takeBackEntry(
  { entry, reason, at, by }: SuspectOrder<'TakeBackEntry'>,
  { entries }: Suspect,
): SuspectEvent[] {
  requireReason(reason)
  if (entries.length === 0 || entry !== entries.length) throw refuseSuspect('suspect.no-such-entry')
  return [{ type: 'EntryTakenBack', entry, reason, at, by }]
}
