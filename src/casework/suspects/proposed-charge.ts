import type { LocalDate } from '../../calendar/local-date.ts'
import type { SuspectedOffence } from '../investigation/investigation.ts'

/** A charge that police propose for one suspect, as the prosecutor is asked to decide on it. */
export type ProposedCharge = {
  /** Tells apart the charges of one suspect: `C1`, `C2`. Never used again, even when the charge is withdrawn. */
  readonly key: string
  readonly offence: SuspectedOffence
  /** The first and the last day on which the offence may have been committed. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly where: string
  /** What the suspect is said to have done, in the words of a charge. */
  readonly particulars: string
}
