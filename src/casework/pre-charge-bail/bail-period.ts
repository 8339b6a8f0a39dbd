import { type LocalDate, addDays, formatDate, formatDateLong, parseLocalDate } from '../../calendar/local-date.ts'
import {
  type Counted,
  dueOnDay,
  endOfShorterMonth,
  endsInShorterMonth,
  lastDayOfMonthsBeginning,
  lastDayWithinMonths,
} from '../deadlines/periods.ts'
import { refuseBail } from './refusals.ts'

/** Who investigates: it decides how long bail may last at first. Everything but the four is a standard case. */
export const caseKinds = {
  standard: 'Standard case',
  fca: 'Financial Conduct Authority case',
  hmrc: 'HM Revenue and Customs case',
  nca: 'National Crime Agency case',
  sfo: 'Serious Fraud Office case',
} as const
export type CaseKind = keyof typeof caseKinds

/** The limits in force for an arrest: those of today, or those before 28 October 2022. */
export type BailRegime = '2022' | '2017'

const limitsBegan = parseLocalDate('2017-04-03')
const limitsChanged = parseLocalDate('2022-10-28')

/**
 * Which limits of bail before charge apply. The date of arrest decides, not the date of release or of today.
 *
 * Source: Police, Crime, Sentencing and Courts Act 2022 Sch 4, in force for arrests on or after 28 October 2022;
 * Policing and Crime Act 2017 s.63, in force on 3 April 2017. Refuses an arrest before that.
 */
export function bailRegime(arrestedOn: LocalDate): BailRegime {
  if (arrestedOn >= limitsChanged) return '2022'
  if (arrestedOn >= limitsBegan) return '2017'
  throw refuseBail('bail.no-limit-then', { arrested: formatDate(arrestedOn) })
}

/**
 * The day on which bail before charge ends when it may last so many months.
 *
 * Unit: calendar months, beginning with the bail start date, which is the day after the arrest. So 3 months from an
 * arrest on 10 January end on 10 April, and from one on 30 April on 31 July. Over at the end of that day.
 *
 * Source: Police and Criminal Evidence Act 1984 s.47ZB(4)(a) for the start, s.47ZB(1) to s.47ZF for the months.
 * Unconfirmed: the end of the period where its last month has no such day.
 */
export const bailEndsOn = (arrestedOn: LocalDate, months: number): LocalDate =>
  lastDayOfMonthsBeginning(addDays(arrestedOn, 1), months)

/** `bailEndsOn` with its working. */
export function bailForMonths(arrestedOn: LocalDate, months: number, why: string): Counted {
  const start = addDays(arrestedOn, 1)
  const end = bailEndsOn(arrestedOn, months)
  const shorter = endsInShorterMonth(start, months)
  const steps = [
    `arrest = ${formatDateLong(arrestedOn)}`,
    `bail start date = ${formatDateLong(start)}, the day after the arrest`,
    `${months} months beginning with that day: ${why}`,
    ...(shorter ? [`they end on ${formatDateLong(end)}${endOfShorterMonth}`] : []),
  ]
  return dueOnDay(arrestedOn, end, steps, shorter)
}

/** So many months more that a court gives, counted from the last day of bail as it stands. */
export const bailForMonthsMore = (endsOn: LocalDate, months: number): Counted =>
  dueOnDay(endsOn, lastDayWithinMonths(endsOn, months), [
    `bail ends = ${formatDateLong(endsOn)}`,
    `${months} months from the end of that day`,
  ])

/** So many days beginning with the bail start date, as the limits of 2017 had it. */
export function bailForDays(arrestedOn: LocalDate, days: number, why: string): Counted {
  return dueOnDay(arrestedOn, addDays(arrestedOn, days), [
    `arrest = ${formatDateLong(arrestedOn)}`,
    `bail start date = ${formatDateLong(addDays(arrestedOn, 1))}, the day after the arrest, is day 1`,
    `${days} days beginning with that day: ${why}`,
  ])
}
