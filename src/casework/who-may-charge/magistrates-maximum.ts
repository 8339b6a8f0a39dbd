import { type LocalDate, formatDate, parseLocalDate } from '../../calendar/local-date.ts'

type MagistratesMaximum = { readonly from: LocalDate; readonly months: 6 | 12 }

/**
 * The longest sentence of imprisonment that a magistrates' court could pass for one either-way offence, by the day
 * from which. Police may not charge where the court is likely to think that more is needed.
 *
 * Unconfirmed: the dates are general knowledge and were not read in the instruments that moved the limit.
 */
const maxima: readonly MagistratesMaximum[] = [
  { from: parseLocalDate('1980-08-01'), months: 6 },
  { from: parseLocalDate('2022-05-02'), months: 12 },
  { from: parseLocalDate('2023-03-30'), months: 6 },
  { from: parseLocalDate('2024-11-18'), months: 12 },
]

/** What applied on a day; on the day of a change the new one. */
export const magistratesMaximumOn = (day: LocalDate): MagistratesMaximum =>
  maxima.findLast(({ from }) => from <= day) ?? { from: day, months: 6 }

export const magistratesMaximumWords = ({ from, months }: MagistratesMaximum): string =>
  `${months} months, since ${formatDate(from)} (unconfirmed)`
