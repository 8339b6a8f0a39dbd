import { chargingDeadlines } from '../charging/charging-deadlines.ts'
import { custodyDeadlines } from '../custody/custody-deadlines.ts'
import { bailDeadlines } from '../pre-charge-bail/bail-deadlines.ts'
import { timeLimitDeadlines } from '../time-limits/time-limit-deadlines.ts'
import type { DeadlineRule } from './deadline.ts'
import { generalDeadlines } from './general-deadlines.ts'
import { noticeDeadlines } from './notice-deadlines.ts'

/** Every rule that anybody may work out, in the order in which the list and the page show them. */
export const deadlineRules: readonly DeadlineRule[] = [
  ...custodyDeadlines,
  ...bailDeadlines,
  ...timeLimitDeadlines,
  ...chargingDeadlines,
  ...noticeDeadlines,
  ...generalDeadlines,
]

const byCode = new Map(deadlineRules.map((rule) => [rule.rule.code, rule]))

export const deadlineRuleOf = (code: string): DeadlineRule | null => byCode.get(code) ?? null
