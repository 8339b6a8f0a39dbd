import { type Deadline, under } from '../deadlines/deadline.ts'
import { specialLimits } from '../time-limits/special-limits.ts'
import { summaryOffence } from '../time-limits/time-limit-rules.ts'
import { workOutSummaryLimit } from '../time-limits/time-limit.ts'
import type { OffenceFacts } from '../who-may-charge/offence-facts.ts'
import type { ProposedCharge } from './proposed-charge.ts'

/**
 * By when proceedings for a summary offence must start; null for an offence without a limit. Of an offence over
 * several days the first counts, which is the safe one. A longer limit is named and not relied on.
 */
export function proceedingsBy(
  { offence, from }: Omit<ProposedCharge, 'key'>,
  { summaryTimeLimit, longerTimeLimit }: OffenceFacts,
): Deadline | null {
  if (!summaryTimeLimit) return null
  const longer = longerTimeLimit
    ? [`a longer limit may apply, ${specialLimits[longerTimeLimit]} (${longerTimeLimit})`]
    : []
  const about = [`${offence.code} is a summary offence: ${offence.title}`, ...longer]
  return under(summaryOffence, workOutSummaryLimit(from, about))
}
