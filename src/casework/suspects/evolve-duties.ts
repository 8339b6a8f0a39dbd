import type { Instant } from '../../calendar/instant.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { detainedIn } from './checks.ts'
import { bailKind, chargeKind, detentionKind, timeLimitKind, underInvestigationKind } from './duty-kinds.ts'
import type { Acted } from './suspect-commands.ts'
import type { Suspect, SuspectDuty } from './suspect-state.ts'

/** What sort of duty a key names. */
export function kindOfDuty(key: string): string {
  if (key.startsWith('detention-')) return detentionKind
  if (key.startsWith('bail-')) return bailKind
  if (key.startsWith('under-investigation-')) return underInvestigationKind
  if (key.startsWith('time-limit-')) return timeLimitKind
  return key.startsWith('tell-victim-') ? victimNoticeKind : chargeKind
}

/** The state with one more line on its timeline. */
export const happened = (
  state: Suspect,
  { at, by }: Acted,
  event: string,
  detail: CaseHappening['detail'] = [],
): Suspect => ({ ...state, happenings: [...state.happenings, { at, by, event, detail }] })

type Owed = Pick<SuspectDuty, 'key' | 'what' | 'owedTo' | 'due'>

/** The state with a duty that now runs. One with the same key takes its new date, and keeps what happened to it. */
export function owe(state: Suspect, { at, by }: Acted, owed: Owed, event: string): Suspect {
  const before = state.duties.find(({ key }) => key === owed.key)
  const line = { at, account: by, event, detail: owed.due.working.steps.join('\n') }
  const duty: SuspectDuty = { ...owed, metAt: null, waived: null, history: [...(before?.history ?? []), line] }
  const others = state.duties.filter(({ key }) => key !== owed.key)
  return { ...state, duties: [...others, duty] }
}

const isOpen = ({ metAt, waived }: SuspectDuty): boolean => metAt === null && waived === null

/** `keys` is the key of one duty, or ends with a hyphen and names all whose keys begin so. */
function change(state: Suspect, keys: string, changed: (duty: SuspectDuty) => SuspectDuty): Suspect {
  const isMeant = ({ key }: SuspectDuty): boolean => (keys.endsWith('-') ? key.startsWith(keys) : key === keys)
  return { ...state, duties: state.duties.map((duty) => (isMeant(duty) && isOpen(duty) ? changed(duty) : duty)) }
}

/** Open duties with these keys are met at a moment. */
export const meet = (state: Suspect, { at, by }: Acted, keys: string, metAt: Instant, event: string): Suspect =>
  change(state, keys, (duty) => ({ ...duty, metAt, history: [...duty.history, { at, account: by, event }] }))

/** Open duties with these keys are owed no longer. `reason` is read beyond the case: it names nobody. */
export const waive = (state: Suspect, { at, by }: Acted, keys: string, reason: string): Suspect =>
  change(state, keys, (duty) => ({
    ...duty,
    waived: { at, reason },
    history: [...duty.history, { at, account: by, event: 'Waived', detail: reason }],
  }))

/**
 * No review is due any longer. One that was due before, and never held, is not forgiven by that: it counts as late, met
 * only by the end of what was to be reviewed.
 */
function endReviews(state: Suspect, acted: Acted, keys: string, endedAt: Instant, reason: string): Suspect {
  const missed = state.duties.filter((duty) => duty.key.startsWith(keys) && isOpen(duty) && duty.due.dueAt < endedAt)
  const kept = missed.reduce((next, { key }) => meet(next, acted, key, endedAt, 'Never held'), state)
  return waive(kept, acted, keys, reason)
}

/** The detention ends, if there is one: its end is met, and no review is due any longer. */
export function endDetention(state: Suspect, acted: Acted, endedAt: Instant, why: string): Suspect {
  const detained = detainedIn(state)
  if (!detained) return state
  const ended = { ...detained.arrest, detention: { ...detained.detention, ended: { at: endedAt, why } } }
  const arrests = state.arrests.map((arrest) => (arrest === detained.arrest ? ended : arrest))
  const met = meet({ ...state, arrests }, acted, 'detention-end-', endedAt, why)
  return endReviews(met, acted, 'detention-review-', endedAt, 'The detention ended.')
}

/** Bail ends with what took its place: it is met when that came in time. */
export const endBail = (state: Suspect, acted: Acted, endedAt: Instant, why: string): Suspect =>
  state.bail ? meet({ ...state, bail: null }, acted, 'bail-', endedAt, why) : state

export const endUnderInvestigation = (state: Suspect, acted: Acted, reason: string): Suspect =>
  state.underInvestigation
    ? endReviews({ ...state, underInvestigation: null }, acted, 'under-investigation-', acted.at, reason)
    : state
