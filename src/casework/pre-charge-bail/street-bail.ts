import type { LocalDate } from '../../calendar/local-date.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { bailForDays, bailForMonths, bailRegime } from './bail-period.ts'
import { streetBail } from './bail-rules.ts'

/**
 * Last day on which somebody who was arrested away from a police station, and bailed there, may be told to attend one.
 *
 * Unit: 3 calendar months, or 28 days for an arrest before 28 October 2022, beginning with the day after the arrest.
 *
 * Source: Police and Criminal Evidence Act 1984 s.30B(8); Police, Crime, Sentencing and Courts Act 2022 Sch 4 para 25
 * for the length. Unconfirmed: the day with which it begins. Refuses an arrest before 3 April 2017.
 */
export function streetBailUntil(arrestedOn: LocalDate): Deadline {
  const worked =
    bailRegime(arrestedOn) === '2022'
      ? bailForMonths(arrestedOn, 3, 'street bail')
      : bailForDays(arrestedOn, 28, 'street bail, arrest before 28 October 2022')
  return under(streetBail, worked, { authorisedBy: 'The constable who grants it' })
}
