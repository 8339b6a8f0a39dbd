import type { ProposedCharge } from './proposed-charge.ts'
import type { Suspect, SuspectPosition } from './suspect-state.ts'
import type { TrackState } from './track.ts'

/** Where the suspect is while the case goes on. Detention comes before bail: somebody on bail may be arrested again. */
export function positionOf({ arrests, bail, underInvestigation }: Suspect): SuspectPosition {
  if (arrests.some(({ detention }) => detention !== null && detention.ended === null)) return 'in-custody'
  if (bail) return 'bailed'
  return underInvestigation ? 'under-investigation' : 'not-arrested'
}

/** What the prosecutor authorised last and police have not put yet. */
export function outstandingCharges({ decision, put }: Pick<Suspect, 'decision' | 'put'>): readonly ProposedCharge[] {
  if (decision?.step !== 'charge-authorised') return []
  const done = new Set(
    put.filter((one) => one.decision === decision.number).flatMap((one) => one.charges.map(({ key }) => key)),
  )
  return decision.charges.filter(({ key }) => !done.has(key))
}

/** Where the suspect stands, worked out from what happened. */
export function trackOf(suspect: Suspect): TrackState {
  const { eliminated, put, noFurtherAction, step } = suspect
  if (step === 'charge-authorised' && outstandingCharges(suspect).length > 0) return step
  if (put.length > 0) return 'charged'
  if (eliminated !== null) return 'eliminated'
  if (noFurtherAction) return 'no-further-action-police'
  if (step) return step
  const position = positionOf(suspect)
  return position === 'not-arrested' ? 'suspected' : position
}

/** Nothing more is recorded of the suspect unless they are brought back, or the prosecutor decides again. */
export const endedTracks: ReadonlySet<TrackState> = new Set([
  'charged',
  'no-further-action-evidential',
  'no-further-action-public-interest',
  'no-further-action-police',
  'out-of-court',
  'eliminated',
])

/** The prosecutor has the suspect's case, so that police do not decide on it meanwhile. */
export const withProsecutor: ReadonlySet<TrackState> = new Set([
  'referred',
  'under-review',
  'action-plan',
  'charge-authorised',
])
