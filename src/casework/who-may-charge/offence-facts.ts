import type { ModeOfTrial, Offence } from '../offences/offence.ts'
import { type SpecialLimit, timeLimitOf } from '../time-limits/special-limits.ts'
import { type Exclusion, exclusionsOf } from './exclusions.ts'

/** What the rules of charging turn on in an offence, as the list of the day has it. Commands carry it. */
export type OffenceFacts = {
  readonly modeOfTrial: ModeOfTrial | null
  /** Theft from a shop or an attempt at it, which police may charge whatever the plea. */
  readonly retailTheft: boolean
  /** A summary offence: proceedings start within six months, or longer under `longerTimeLimit` where it applies. */
  readonly summaryTimeLimit: boolean
  readonly longerTimeLimit: SpecialLimit | null
  /** What follows from the offence itself, without knowing the case. */
  readonly exclusions: readonly Exclusion[]
}

/** The facts of several offences, by the code of each. */
export type FactsByCode = Readonly<Record<string, OffenceFacts>>

const theftFromShop = new Set(['TH68010', 'TH68010A'])

export function offenceFacts(offence: Offence): OffenceFacts {
  const limit = timeLimitOf(offence)
  return {
    modeOfTrial: offence.modeOfTrial,
    retailTheft: theftFromShop.has(offence.code),
    summaryTimeLimit: limit.kind === 'six-months',
    longerTimeLimit: limit.kind === 'six-months' ? limit.longer : null,
    exclusions: exclusionsOf(offence),
  }
}
