import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { type Authority, authorityOf, dutyKind, dutyRule } from '../../duties/rules.ts'
import { type WorkedDate, dueAfterWorkingDays } from '../../duties/worked-date.ts'
import type { EnhancedGround } from '../rights/enhanced-rights.ts'

export const victimNoticeKind = dutyKind('victim-notice', 'Telling a victim')

export const toldOfNoInvestigation = dutyRule({
  code: 'victims.told-of-no-investigation',
  title: 'Telling a victim that a crime is not investigated',
  instrument: 'Code of Practice for Victims of Crime in England and Wales',
  section: 'Right 6',
  edition: 'published November 2020, in force 1 April 2021; read as a police and crime commissioner reproduces it',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: 'Working days in England and Wales: 5, or 1 for a victim with enhanced rights.',
  boundary:
    'The day of the decision is day 0 and does not count, unless the area’s settings say that it is day 1. In time ' +
    'until the end of the last day. That day 0 does not count is common practice; the Code’s own words have not been read.',
  movedBy:
    'The victim’s rights as they stood at the decision. Rights that become enhanced while the clock runs bring the date ' +
    'forward to 1 working day after that day, where that is sooner; that it is counted from then is our reading. A later ' +
    'decision starts no second clock while one runs.',
  changedBy: 'Nobody here: the Code. How the first day counts is decided by the area, in its settings.',
})

const days = { enhanced: 1, standard: 5 } as const

/**
 * Last day on which the victim must be told, with reasons, that the crime is not investigated or no longer.
 *
 * Unit: working days after the decision, whose day is day 0 and does not count unless the area decided otherwise: 1 for
 * a victim with enhanced rights, 5 for any other. In time until the end of the day returned.
 *
 * Source: Victims' Code (in force 1 April 2021), Right 6; unconfirmed as `toldOfNoInvestigation` says.
 */
export function victimToldBy(
  decidedOn: LocalDate,
  grounds: readonly EnhancedGround[],
  holidays: BankHolidays,
): WorkedDate & { readonly authority: Authority } {
  const rights = rightsBy(grounds)
  const worked = dueAfterWorkingDays(decidedOn, days[rights], holidays)
  const first = `${rights} rights: ${days[rights]} working ${days[rights] === 1 ? 'day' : 'days'} after the decision`
  return {
    ...worked,
    working: { ...worked.working, steps: [first, ...worked.working.steps] },
    authority: authorityOf(toldOfNoInvestigation),
  }
}

const rightsBy = (grounds: readonly EnhancedGround[]): keyof typeof days =>
  grounds.length > 0 ? 'enhanced' : 'standard'

/**
 * The date of a telling that is owed already, brought forward because the victim’s rights became enhanced on
 * `changedOn`; null where that brings nothing forward. The clock still began with the decision.
 *
 * Unit: 1 working day after the change, counted as `victimToldBy` counts.
 *
 * Source: our reading of the Victims' Code (in force 1 April 2021), Right 6: whoever has enhanced rights is told sooner.
 * Unconfirmed, and so is the day from which it is counted.
 */
export function victimToldSooner(
  standing: WorkedDate,
  changedOn: LocalDate,
  grounds: readonly EnhancedGround[],
  holidays: BankHolidays,
): ReturnType<typeof victimToldBy> | null {
  if (rightsBy(grounds) === 'standard') return null
  const worked = dueAfterWorkingDays(changedOn, days.enhanced, holidays)
  if (worked.dueOn >= standing.dueOn) return null
  const why = `enhanced rights since ${formatDateLong(changedOn)}: 1 working day after that, sooner than ${formatDateLong(standing.dueOn)}`
  return {
    ...worked,
    startedOn: standing.startedOn,
    working: { ...worked.working, steps: [why, ...worked.working.steps] },
    authority: authorityOf(toldOfNoInvestigation),
  }
}
