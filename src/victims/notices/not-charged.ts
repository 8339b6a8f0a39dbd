import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type Authority, authorityOf, dutyRule } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import type { EnhancedGround } from '../rights/enhanced-rights.ts'
import { toldOfNoInvestigation, victimToldBy } from './not-investigated.ts'

export const toldOfNoCharge = dutyRule({
  code: 'victims.told-of-no-charge',
  title: 'Telling a victim that the prosecutor takes no further action against a suspect',
  instrument: 'CPS guidance: Victim Communication and Liaison scheme',
  section: null,
  edition: 'updated 30 January 2020, copy of 15 October 2024, read in summary',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: toldOfNoInvestigation.unit,
  boundary:
    'The day of the decision is day 0 and does not count, unless the area’s settings say that it is day 1. In time ' +
    'until the end of the last day. The days were read; that day 0 does not count is common practice, and that it ' +
    'holds for each charge that is not put, also where others go on, is our reading.',
  movedBy: 'The victim’s rights as they stood at the decision. A later decision starts no second clock while one runs.',
  changedBy: 'Nobody here: the CPS. How the first day counts is decided by the area, in its settings.',
})

/**
 * Last day on which the CPS must tell a victim that nobody is charged, with reasons and how to ask for a review.
 *
 * Unit: working days after the decision, counted as `victimToldBy` counts them: 1 for a victim with enhanced rights, 5
 * for any other.
 *
 * Source: CPS, Victim Communication and Liaison scheme; unconfirmed as `toldOfNoCharge` says.
 */
export const victimToldOfNoCharge = (
  decidedOn: LocalDate,
  grounds: readonly EnhancedGround[],
  holidays: BankHolidays,
): WorkedDate & { readonly authority: Authority } => ({
  ...victimToldBy(decidedOn, grounds, holidays),
  authority: authorityOf(toldOfNoCharge),
})
