import { withHappening, onTheCase } from './happened.ts'
import type { Acted, Investigation } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'
import { requireReason, requireShort } from './words.ts'

// Whether the report is recorded as a crime.

export type CrimeCommand = Acted &
  (
    | { readonly type: 'RecordAsCrime'; readonly crimeReference: string; readonly reason: string }
    | { readonly type: 'RecordAsNoCrime'; readonly reason: string }
  )

export type CrimeEvent = Acted &
  (
    | {
        readonly type: 'RecordedAsCrime'
        readonly crimeReference: string
        /** No other case of the force may have the reference. Left out where nothing saw to that yet. */
        readonly isHeld?: true
        readonly reason: string
      }
    | { readonly type: 'RecordedAsNoCrime'; readonly reason: string }
  )

type Order<Type> = Extract<CrimeCommand, { readonly type: Type }>
type Of<Type> = Extract<CrimeEvent, { readonly type: Type }>

const longestReference = 30

export function recordAsCrime(
  { crimeReference, reason, at, by }: Order<'RecordAsCrime'>,
  { crime }: Investigation,
): CrimeEvent[] {
  if (!crimeReference.trim()) throw refuseInvestigation('investigation.crime-reference-missing')
  requireShort(crimeReference, longestReference)
  requireReason(reason)
  if (crime?.recorded && crime.reference === crimeReference && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'RecordedAsCrime', crimeReference, isHeld: true, reason, at, by }]
}

/** What is being investigated is a crime until the investigation is ended. */
export function recordAsNoCrime(
  { reason, at, by }: Order<'RecordAsNoCrime'>,
  { crime, decision }: Investigation,
): CrimeEvent[] {
  requireReason(reason)
  if (crime?.recorded === false && crime.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  if (decision?.investigate) throw refuseInvestigation('investigation.being-investigated')
  return [{ type: 'RecordedAsNoCrime', reason, at, by }]
}

export function recordedAsCrime(state: Investigation, event: Of<'RecordedAsCrime'>): Investigation {
  const { crimeReference: reference, isHeld = false, reason } = event
  const words = 'Recorded as a crime'
  const next = withHappening(recordingDecided(state, event, words), event, words, [
    ['Crime reference', reference],
    ['Reason', reason],
  ])
  return { ...next, crime: { recorded: true, reference, isHeld, reason } }
}

export function recordedAsNoCrime(state: Investigation, event: Of<'RecordedAsNoCrime'>): Investigation {
  const words = 'Recorded as no crime'
  const next = withHappening(recordingDecided(state, event, words), event, words, [['Reason', event.reason]])
  return { ...next, crime: { recorded: false, reason: event.reason } }
}

/** The first decision meets the duty; a later one is kept in its history. The reason may name people, so it is not. */
function recordingDecided(state: Investigation, { at, by }: Acted, event: string): Investigation {
  return {
    ...state,
    recordingDecidedAt: state.recordingDecidedAt ?? at,
    recordingHistory: [...state.recordingHistory, { at, account: by, event, detail: onTheCase }],
  }
}
