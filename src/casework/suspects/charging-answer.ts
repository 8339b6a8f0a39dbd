import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { type ChargeAsked, type WhoMayCharge, whoMayCharge } from '../who-may-charge/who-may-charge.ts'
import { chargesAsked } from './decide-charging.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { SeenSuspect } from './read-suspects.ts'
import { endedTracks, outstandingCharges } from './track-of.ts'

/** The charges that are proposed for the other suspects of a case who are still suspects. */
export const othersAsked = (suspect: SeenSuspect, suspects: readonly SeenSuspect[]): readonly ChargeAsked[] =>
  suspects
    .filter(({ number, track }) => number !== suspect.number && !endedTracks.has(track))
    .flatMap(({ charges, assessment }) => chargesAsked(charges, assessment))

/** Who may charge this suspect, with the case as it stands. */
export const whoMayChargeThis = (suspect: SeenSuspect, suspects: readonly SeenSuspect[], at: Instant): WhoMayCharge =>
  whoMayCharge(
    [...chargesAsked(suspect.charges, suspect.assessment), ...othersAsked(suspect, suspects)],
    toLocalDate(at),
  )

/** What the prosecutor authorised and police are still to put. */
export const chargesToPut = (suspect: SeenSuspect): readonly ProposedCharge[] => outstandingCharges(suspect)
