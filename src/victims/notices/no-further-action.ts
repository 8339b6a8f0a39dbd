import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type Authority, authorityOf, dutyRule } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import type { EnhancedGround } from '../rights/enhanced-rights.ts'
import { toldOfNoInvestigation, victimToldBy } from './not-investigated.ts'

export const toldOfNoFurtherAction = dutyRule({
  ...toldOfNoInvestigation,
  code: 'victims.told-of-no-further-action',
  title: 'Telling a victim that police take no further action against a suspect',
  movedBy: 'The victim’s rights as they stood at the decision. A later decision starts no second clock while one runs.',
})

/**
 * Last day on which the victim must be told, with reasons, that police do not charge a suspect.
 *
 * Unit: working days after the decision, counted as `victimToldBy` counts them: 1 for a victim with enhanced rights, 5
 * for any other.
 *
 * Source: Victims' Code (in force 1 April 2021), Right 6; unconfirmed as `toldOfNoInvestigation` says.
 */
export const victimToldOfNoFurtherAction = (
  decidedOn: LocalDate,
  grounds: readonly EnhancedGround[],
  holidays: BankHolidays,
): WorkedDate & { readonly authority: Authority } => ({
  ...victimToldBy(decidedOn, grounds, holidays),
  authority: authorityOf(toldOfNoFurtherAction),
})
