import { formatDate } from '../../calendar/local-date.ts'
import type { DutyRule } from '../../duties/rules.ts'
import { type DeadlineKey, type DeadlineRule, type Given, under } from '../deadlines/deadline.ts'
import { findOffence, offenceList } from '../offences/offence-list.ts'
import { refuseTimeLimit } from './refusals.ts'
import { specialLimits, timeLimitOf } from './special-limits.ts'
import {
  animalWelfare,
  communications,
  domesticAbuseAssault,
  roadTraffic,
  summaryOffence,
  vehicleTaking,
} from './time-limit-rules.ts'
import { type LongerLimit, workOutLongerLimit, workOutSummaryLimit } from './time-limit.ts'

const group = 'Time limits for starting proceedings'
const offenceDay = {
  kind: 'day',
  label: 'Date of the offence',
  hint: 'Of an offence over several days the first, which is the safe one.',
} as const
const offence: DeadlineKey = {
  name: 'offence',
  kind: 'offence',
  label: 'Offence code',
  hint: 'A CJS code such as CJ88116, to check that the limit applies.',
}

const summary: DeadlineRule = {
  rule: summaryOffence,
  group,
  from: offenceDay,
  keys: [offence],
  workOut: (given) => under(summaryOffence, workOutSummaryLimit(given.day, aboutOffence(given))),
}

/** Refuses an offence that the limit does not apply to; names another rule that may give more time. */
function aboutOffence(given: Given): readonly string[] {
  const code = given.offenceOf('offence')
  if (!code) return []
  const found = findOffence(code)
  if (!found) throw refuseTimeLimit('time-limit.unknown-offence', { code, knownOn: formatDate(offenceList().knownOn) })
  if (!found.modeOfTrial) throw refuseTimeLimit('time-limit.no-offence', { code })
  const limit = timeLimitOf(found)
  if (limit.kind === 'none') throw refuseTimeLimit('time-limit.none', { code })
  const summaryOnly = `${code} is a summary offence: ${found.title}`
  if (!limit.longer) return [summaryOnly]
  return [summaryOnly, `a longer limit may apply, ${specialLimits[limit.longer]} (${limit.longer})`]
}

function longer(rule: DutyRule, key: Omit<DeadlineKey, 'kind' | 'required'>, limit: LongerLimit): DeadlineRule {
  return {
    rule,
    group,
    from: offenceDay,
    keys: [{ name: key.name, label: key.label, ...(key.hint && { hint: key.hint }), kind: 'day', required: true }],
    workOut: (given) => under(rule, workOutLongerLimit(given.day, given.dayOf(key.name) ?? given.day, limit)),
  }
}

const evidence = {
  name: 'evidence',
  label: 'Date when sufficient evidence was known',
  hint: 'To the prosecutor, as the prosecutor’s certificate says.',
}
const beginningWith = { capMonths: 36, counting: 'beginning with', starts: 'sufficient evidence known' } as const

/** The limits for starting proceedings, for the catalogue. */
export const timeLimitDeadlines: readonly DeadlineRule[] = [
  summary,
  longer(
    domesticAbuseAssault,
    {
      name: 'statement',
      label: 'Date of the first statement or recorded interview',
      hint: 'The day the complainant gave police a witness statement, or was interviewed on video, for use in the proceedings.',
    },
    { capMonths: 24, counting: 'from', starts: 'statement or recorded interview' },
  ),
  longer(communications, evidence, beginningWith),
  longer(animalWelfare, evidence, beginningWith),
  longer(vehicleTaking, evidence, beginningWith),
  longer(roadTraffic, evidence, { capMonths: 36, counting: 'from', starts: 'sufficient evidence known' }),
]
