import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { ProposedCharge } from '../suspects/proposed-charge.ts'
import type { TrackState } from '../suspects/track.ts'

/** Where a suspect is while the prosecutor decides. */
export const suspectPositions = {
  'in-custody': 'In police detention',
  bailed: 'On bail before charge',
  'under-investigation': 'Released under investigation',
  'not-arrested': 'Not arrested',
} as const

export type SuspectPosition = keyof typeof suspectPositions

/** One suspect as police refer them: how they stood, and what is proposed against them, on that day. */
export type ReferredSuspect = {
  /** The number within the case: 1 for "Suspect 1". */
  readonly number: number
  /** The id of the person's own stream. */
  readonly person: string
  readonly position: SuspectPosition
  /** Where their part of the case stood; not there where an older referral did not say. */
  readonly track?: TrackState
  /** When police must charge or release, where the suspect is in detention. */
  readonly detentionEndsAt: Instant | null
  readonly bailEndsOn: LocalDate | null
  readonly asn: string | null
  readonly charges: readonly ProposedCharge[]
}
