import type { Instant } from '../../calendar/instant.ts'
import { startOfDay } from '../../calendar/instant.ts'
import { type LocalDate, yearOf } from '../../calendar/local-date.ts'
import { type OffenceCode, checkOffenceCode } from '../identifiers/offence-code.ts'
import type { DeadlineKey, DeadlineRule, Given } from './deadline.ts'
import { readWritten } from './london-time.ts'

/** What is wrong with one thing that was given, so that the command line and the page can each say it in their way. */
export type GivenFault = {
  /** `from`, or the name of a key. */
  readonly name: string
  readonly label: string
  readonly problem:
    | 'missing'
    | 'not-a-day'
    | 'not-a-time'
    | 'time-missing'
    | 'skipped-hour'
    | 'year-out-of-range'
    | 'not-a-choice'
    | 'not-a-number'
    | 'not-a-code'
}

type Value = { readonly day?: LocalDate; readonly moment?: Instant; readonly number?: number; readonly text?: string }
type Read = { readonly value: Value } | { readonly problem: GivenFault['problem'] }

const [firstYear, lastYear] = [1900, 2200]
const mostNumber = 100_000

/** Checks what was given to a rule, by name; `from` starts the clock. Empty counts as not given. */
export function readGiven(
  rule: DeadlineRule,
  texts: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly given: Given } | { readonly ok: false; readonly faults: readonly GivenFault[] } {
  const faults: GivenFault[] = []
  const values = new Map<string, Value>()
  const from = { name: 'from', required: true, ...rule.from }
  for (const key of [from, ...rule.keys]) {
    const text = texts[key.name]?.trim()
    const read = text ? readValue(key, text) : key.required ? { problem: 'missing' as const } : null
    if (read === null) continue
    if ('problem' in read) faults.push({ name: key.name, label: key.label, problem: read.problem })
    else values.set(key.name, read.value)
  }
  const start = values.get('from')
  if (faults.length > 0 || !start?.day) return { ok: false, faults }
  return { ok: true, given: givenOf(values, start.day) }
}

type Asked = Pick<DeadlineKey, 'kind'> & { readonly choices?: Readonly<Record<string, string>> }

function readValue({ kind, choices = {} }: Asked, text: string): Read {
  switch (kind) {
    case 'day':
    case 'moment':
      return readTime(kind, text)
    case 'number': {
      const number = Number(text)
      const isWhole = /^\d+$/.test(text) && number <= mostNumber
      return isWhole ? { value: { number } } : { problem: 'not-a-number' }
    }
    case 'offence':
      return checkOffenceCode(text.toUpperCase()).ok
        ? { value: { text: text.toUpperCase() } }
        : { problem: 'not-a-code' }
    case 'choice':
      return Object.hasOwn(choices, text.toLowerCase())
        ? { value: { text: text.toLowerCase() } }
        : { problem: 'not-a-choice' }
  }
}

function readTime(kind: 'day' | 'moment', text: string): Read {
  const written = readWritten(text)
  if (!written.ok) return { problem: written.fault }
  const year = yearOf(written.day)
  if (year < firstYear || year > lastYear) return { problem: 'year-out-of-range' }
  if (kind === 'day') return { value: { day: written.day } }
  return written.moment ? { value: { day: written.day, moment: written.moment } } : { problem: 'time-missing' }
}

const givenOf = (values: ReadonlyMap<string, Value>, day: LocalDate): Given => ({
  day,
  moment: values.get('from')?.moment ?? startOfDay(day),
  dayOf: (name) => values.get(name)?.day ?? null,
  momentOf: (name) => values.get(name)?.moment ?? null,
  numberOf: (name) => values.get(name)?.number ?? null,
  offenceOf: (name) => (values.get(name)?.text ?? null) as OffenceCode | null,
  choiceOf: <Choice extends string>(name: string, choices: Readonly<Record<Choice, string>>): Choice =>
    (values.get(name)?.text ?? Object.keys(choices)[0]) as Choice,
})
