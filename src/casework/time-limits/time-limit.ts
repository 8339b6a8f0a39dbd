import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import {
  type Counted,
  dueAfterMonths,
  dueOnDay,
  earlierOf,
  endsInShorterMonth,
  lastDayOfMonthsBeginning,
  lastDayWithinMonths,
} from '../deadlines/periods.ts'
import { refuseTimeLimit } from './refusals.ts'

const summaryMonths = 6

/**
 * Last day on which proceedings for a summary offence may be started.
 *
 * Unit: 6 calendar months. The day of the offence does not count; the last day is the one with the same number, or
 * the last of a shorter month. It is a hard limit: a weekend or bank holiday does not move it. An information is laid
 * when the court office receives it. Of an offence over several days give the first, for the safe date.
 *
 * Source: Magistrates' Courts Act 1980 s.127(1); that the day of the offence is left out, Radcliffe v Bartholomew
 * [1892] 1 QB 161, and receipt, R v Pontypridd Juvenile Court, ex p B (1988) 153 JP 213, both as reported by others.
 */
export function workOutSummaryLimit(committedOn: LocalDate, about: readonly string[]): Counted {
  const counted = dueAfterMonths(committedOn, summaryMonths, 'offence')
  return { ...counted, working: { ...counted.working, steps: [...about, ...counted.working.steps] } }
}

/** How the two periods of a longer limit are counted. */
export type LongerLimit = {
  /** Months from the offence beyond which nothing may be started. */
  readonly capMonths: number
  /** "from" leaves the first day out, "beginning with" counts it. */
  readonly counting: 'from' | 'beginning with'
  /** What starts the six months: "sufficient evidence known". */
  readonly starts: string
}

/**
 * Last day on which proceedings may be started where six months run from a later day than the offence, and never
 * beyond a number of months from the offence: the earlier of the two.
 *
 * Unit: calendar months, counted as the provision words them.
 */
export function workOutLongerLimit(committedOn: LocalDate, startedOn: LocalDate, limit: LongerLimit): Counted {
  if (startedOn < committedOn) throw refuseTimeLimit('time-limit.evidence-before-offence')
  const end = limit.counting === 'from' ? lastDayWithinMonths : lastDayOfMonthsBeginning
  const six = end(startedOn, 6)
  const cap = end(committedOn, limit.capMonths)
  const shorter = six <= cap ? endsInShorterMonth(startedOn, 6) : endsInShorterMonth(committedOn, limit.capMonths)
  const first = limit.counting === 'from' ? 'which does not count' : 'which counts'
  return dueOnDay(
    committedOn,
    earlierOf(six, cap),
    [
      `offence = ${formatDateLong(committedOn)}`,
      `${limit.starts} = ${formatDateLong(startedOn)}, ${first}`,
      `6 months end on ${formatDateLong(six)}`,
      `${limit.capMonths / 12} years from the offence end on ${formatDateLong(cap)}`,
      'the earlier of the two',
      ...(shorter ? ['that month is too short, so the period ends with it (unconfirmed)'] : []),
    ],
    shorter,
  )
}
