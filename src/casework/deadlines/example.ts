import { keptHolidays } from '../../calendar/kept-lists.ts'
import { deadlineRuleOf } from './catalogue.ts'
import type { Deadline } from './deadline.ts'
import { readGiven } from './given.ts'
import { settingsAsShipped } from './settings.ts'

/** Works a rule out from text, as the command line and the page do; for tests. */
export function workOut(code: string, from: string, keys: Readonly<Record<string, string>> = {}): Deadline {
  const rule = deadlineRuleOf(code)
  if (!rule) throw new Error(`There is no rule ${code}`)
  const read = readGiven(rule, { ...keys, from })
  if (!read.ok) throw new Error(read.faults.map(({ name, problem }) => `${name}: ${problem}`).join('; '))
  return rule.workOut(read.given, { holidays: keptHolidays(), settings: settingsAsShipped })
}
