import type { ChargingStep } from '../suspects/track.ts'

/** What can be decided on one charge. `letter` is the CPS's own code where a source confirms it. */
export const chargeOutcomes = {
  charge: { words: 'Charge', letter: null },
  'no-further-action-evidential': { words: 'No further action: evidence', letter: 'K' },
  'no-further-action-public-interest': { words: 'No further action: public interest', letter: null },
  'simple-caution': { words: 'Simple caution', letter: 'C' },
  'conditional-caution': { words: 'Conditional caution', letter: null },
  'youth-caution': { words: 'Youth caution', letter: null },
  'youth-conditional-caution': { words: 'Youth conditional caution', letter: null },
  'taken-into-consideration': { words: 'Offence taken into consideration', letter: null },
  other: { words: 'Other outcome', letter: null },
} as const

export type ChargeOutcome = keyof typeof chargeOutcomes
export const chargeOutcomeKeys: readonly ChargeOutcome[] = [
  'charge',
  'no-further-action-evidential',
  'no-further-action-public-interest',
  'simple-caution',
  'conditional-caution',
  'youth-caution',
  'youth-conditional-caution',
  'taken-into-consideration',
  'other',
]

const outOfCourt: ReadonlySet<ChargeOutcome> = new Set([
  'simple-caution',
  'conditional-caution',
  'youth-caution',
  'youth-conditional-caution',
  'taken-into-consideration',
])

export const isOutOfCourt = (outcome: ChargeOutcome): boolean => outOfCourt.has(outcome)

/** How a referral ended for one suspect, as CPS statistics count it. Administrative finalisation is not a decision. */
export const suspectOutcomes = {
  charge: 'Charge',
  'no-further-action-evidential': 'No further action: evidence',
  'no-further-action-public-interest': 'No further action: public interest',
  'out-of-court': 'Dealt with out of court',
  other: 'Other outcome',
} as const

export type SuspectOutcome = keyof typeof suspectOutcomes

export const isNoFurtherAction = (outcome: ChargeOutcome | SuspectOutcome): boolean =>
  outcome === 'no-further-action-evidential' || outcome === 'no-further-action-public-interest'

/**
 * The one final outcome of a suspect who is decided on several charges: a charge before a disposal out of court before
 * no further action, and of the last two the one whose case passed the evidential stage. How the CPS counts a mixed
 * result is not published; this order is ours.
 */
export function suspectOutcomeOf(outcomes: readonly ChargeOutcome[]): SuspectOutcome {
  if (outcomes.includes('charge')) return 'charge'
  if (outcomes.some(isOutOfCourt)) return 'out-of-court'
  if (outcomes.includes('no-further-action-public-interest')) return 'no-further-action-public-interest'
  if (outcomes.includes('no-further-action-evidential')) return 'no-further-action-evidential'
  return 'other'
}

/** What the suspect's track is told. Another outcome ends nothing by itself: what runs about the suspect still runs. */
export const stepOf: Readonly<Record<SuspectOutcome, ChargingStep>> = {
  charge: 'charge-authorised',
  'no-further-action-evidential': 'no-further-action-evidential',
  'no-further-action-public-interest': 'no-further-action-public-interest',
  'out-of-court': 'out-of-court',
  other: 'other-outcome',
}
