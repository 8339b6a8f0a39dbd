import type { FieldError } from '../../platform/web/layout/form.ts'
import type { DeadlineRule } from './deadline.ts'
import type { GivenFault } from './given.ts'

/** What the address of the calculator carries, field by field. */
export type Query = Readonly<Record<string, unknown>>

const textOf = (query: Query, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** True when the form was sent, and not only the rule chosen. */
export const wasSent = (query: Query): boolean => 'from-day' in query

/** What was given, as `readGiven` takes it: dates and times are put together from their fields. */
export function textsOf({ from, keys }: DeadlineRule, query: Query): Readonly<Record<string, string>> {
  const fields = [{ name: 'from', kind: from.kind }, ...keys]
  return Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      kind === 'day' || kind === 'moment' ? dateOf(query, name, kind) : textOf(query, name),
    ]),
  )
}

/** `2026-4-7` is written out; a date with a part missing stays a wrong one, so that it is told and not passed over. */
function dateOf(query: Query, name: string, kind: 'day' | 'moment'): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(query, `${name}-${part}`))
  const time = kind === 'moment' ? textOf(query, `${name}-time`) : ''
  if (![day, month, year, time].some(Boolean)) return ''
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return time ? `${date}T${timeOf(time)}` : date
}

/** `14:30` from `14:30`, `14.30`, `1430`, `2:30pm` and `2pm`. What is none of these stays as it was typed. */
export function timeOf(text: string): string {
  if (/^\d{4}$/.test(text)) return `${text.slice(0, 2)}:${text.slice(2)}`
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/i.exec(text)
  const [, hours = '', minutes, half] = match ?? []
  if (!match || (minutes === undefined && half === undefined)) return text
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  const isHour = half ? Number(hours) >= 1 && Number(hours) <= 12 : true
  return isHour ? `${String(hour).padStart(2, '0')}:${minutes ?? '00'}` : text
}

/** What is wrong, in words that stand at the top of the page and at the field. */
export function errorsOf(faults: readonly GivenFault[], { from, keys }: DeadlineRule): readonly FieldError[] {
  return faults.map((fault) => {
    const kind = fault.name === 'from' ? from.kind : keys.find(({ name }) => name === fault.name)?.kind
    const isTime = kind === 'moment' && ['not-a-time', 'time-missing', 'skipped-hour'].includes(fault.problem)
    const field = isTime ? `${fault.name}-time` : fault.name
    const isDate = !isTime && (kind === 'day' || kind === 'moment')
    return { field, text: errorText(fault, kind === 'choice'), ...(isDate && { href: `#${fault.name}-day` }) }
  })
}

function errorText({ label, problem }: GivenFault, isChoice: boolean): string {
  const what = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  switch (problem) {
    case 'missing':
      return isChoice ? `Select an answer to “${label}”` : `Enter the ${what}`
    case 'not-a-day':
      return `${label} must be a real date`
    case 'not-a-time':
      return `${label} must be a real time, such as 14:30`
    case 'time-missing':
      return `${label} must include a time, such as 14:30`
    case 'skipped-hour':
      return `${label} did not come: the clocks went forward over it. Give the time that they showed`
    case 'year-out-of-range':
      return `${label} must be in the years 1900 to 2200`
    case 'not-a-choice':
      return `Select one of the answers to “${label}”`
    case 'not-a-number':
      return `${label} must be a whole number`
    case 'not-a-code':
      return `${label} must be a code such as TH68010, and not words`
  }
}
