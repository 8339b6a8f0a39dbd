import { type LocalDate, addMonths } from '../../calendar/local-date.ts'
import type { EnhancedGround } from './enhanced-rights.ts'

const monthsToAdult = 18 * 12

/**
 * The grounds of enhanced rights with "under 18" among them, where the date of birth says so. Unit: whole years of life
 * on `from`, the first day on which the offence may have been done; on the eighteenth birthday somebody is an adult.
 *
 * Source: Victims' Code as Nottinghamshire Police set it out; that it is reckoned on the day of the offence is
 * unconfirmed.
 */
export function withGroundOfAge(
  grounds: readonly EnhancedGround[],
  born: LocalDate | null,
  from: LocalDate,
): readonly EnhancedGround[] {
  const isChild = born !== null && addMonths(born, monthsToAdult) > from
  return isChild && !grounds.includes('under-18') ? [...grounds, 'under-18'] : grounds
}
