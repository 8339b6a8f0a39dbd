import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { type LocalDate, addDays } from '../../calendar/local-date.ts'
import { isWorkingDay } from '../../calendar/working-days.ts'
import { type ChargeOutcome, type SuspectOutcome, chargeOutcomes, isOutOfCourt } from '../charging-review/outcomes.ts'

/**
 * How CPS statistics group the outcomes of referrals (written answer 226517, 4 March 2019). Administrative
 * finalisation, the sixth, is not a decision and has no row here.
 */
export const outcomeCategories = {
  charge: 'CHARGE',
  'no-further-action-evidential': 'NFA_EVIDENTIAL',
  'no-further-action-public-interest': 'NFA_PUBLIC_INTEREST',
  'out-of-court': 'OUT_OF_COURT',
  other: 'OTHER',
} as const satisfies Readonly<Record<SuspectOutcome, string>>

/** What the statistics need of a decision that stands: the last one on a suspect in a referral. */
export type DecidedSuspect = {
  readonly caseId: string
  readonly suspect: number
  readonly referral: number
  readonly decision: number
  readonly category: string
  readonly outcome: SuspectOutcome
  /** Of each charge that was pursued. */
  readonly chargeOutcomes: readonly ChargeOutcome[]
  /** The day police first sent the referral; null where that is not known. */
  readonly referredOn: LocalDate | null
  readonly decidedOn: LocalDate
}

/** One suspect in one referral, as outcomes are counted: never charges, cases or defendants. */
export type OutcomeRow = Omit<DecidedSuspect, 'outcome' | 'chargeOutcomes'> & {
  readonly outcome: (typeof outcomeCategories)[SuspectOutcome]
  /** The CPS's own letter; null where no source confirms one, or where the charges behind the outcome differ. */
  readonly letter: string | null
  readonly workingDays: number | null
}

export function outcomeRow(decided: DecidedSuspect, holidays: BankHolidays): OutcomeRow {
  const { outcome, chargeOutcomes: ofCharges, ...rest } = decided
  const { referredOn, decidedOn } = rest
  return {
    ...rest,
    outcome: outcomeCategories[outcome],
    letter: letterOf(outcome, ofCharges),
    workingDays: referredOn === null ? null : workingDaysTaken(referredOn, decidedOn, holidays),
  }
}

function letterOf(outcome: SuspectOutcome, ofCharges: readonly ChargeOutcome[]): string | null {
  const behind = ofCharges.filter((one) => (outcome === 'out-of-court' ? isOutOfCourt(one) : one === outcome))
  const letters = new Set(behind.map((one) => chargeOutcomes[one].letter))
  return letters.size === 1 ? ([...letters][0] ?? null) : null
}

/**
 * Working days from the day of the referral, which is day 0 and does not count, to the day of the decision, which
 * does when it is a working day. 0 when both are the same day. It is a measure of time taken and no deadline, so the
 * area's setting of how the first day counts does not touch it.
 */
export function workingDaysTaken(referredOn: LocalDate, decidedOn: LocalDate, holidays: BankHolidays): number {
  let taken = 0
  for (let day = referredOn; day < decidedOn;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) taken += 1
  }
  return taken
}
