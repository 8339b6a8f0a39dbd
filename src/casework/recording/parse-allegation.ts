import type { Instant } from '../../calendar/instant.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type FormReader, formReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { withGroundOfAge } from '../../victims/rights/age.ts'
import { type EnhancedGround, isEnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import { timeOf } from '../deadlines/deadline-query.ts'
import { readWritten } from '../deadlines/london-time.ts'
import { longestAccount, longestReason } from '../investigation/words.ts'
import { type ClockTime, isClockTime } from '../investigation/clock-time.ts'
import type { Facts } from '../investigation/investigation.ts'
import { isBlankPerson, readPerson } from '../people/parse-person.ts'
import type { KnownPerson } from '../people/known-people.ts'
import { chosenField } from '../people/person-choice.ts'
import type { PersonDetails } from '../people/person.ts'
import { readOffence } from './offence-choice.ts'

type VictimTyped = {
  readonly details: PersonDetails
  /** The stream of somebody who is in another case already; then nothing of them is recorded anew. */
  readonly known?: string
  readonly enhancedBy: readonly EnhancedGround[]
}

/** An allegation as it was typed: people by their details, who have no ids yet unless they are known. */
export type AllegationTyped = {
  readonly allegation: Facts
  readonly victims: readonly VictimTyped[]
  /** The first victim, somebody else, or nobody who gave a name. */
  readonly reporter: 'victim' | PersonDetails | null
  /** The stream of somebody else who reported it and is in another case already. */
  readonly knownReporter?: string
}

/** Whom the name may mean that was typed in each place of the form, where they were looked up. */
export type KnownPeople = ReadonlyMap<string, readonly KnownPerson[]>

/** Each place of the form in which somebody is named. */
export const peoplePrefixes = (sent: Sent): readonly string[] => [
  reporterPrefix,
  ...Array.from({ length: victimsIn(sent) }, (_, index) => victimPrefix(index + 1)),
]

export const reporterPrefix = 'reporter'
export const mostVictims = 20
const reporters = ['victim', 'other', 'nobody'] as const

/** How many victims the form has room for. */
export function victimsIn(sent: Sent): number {
  const asked = Number(textOf(sent, 'victims'))
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, mostVictims) : 1
}

export const victimPrefix = (number: number): string => `victim-${number}`

export function parseAllegation(sent: Sent, at: Instant, people: KnownPeople = new Map()): Parsed<AllegationTyped> {
  const reader = formReader(sent)
  const today = toLocalDate(at)
  // In the order of the form, so that the errors stand as the fields do.
  const reportedAt = readReported(reader, sent, at)
  const reporterIs = reader.choice('reporter', reporters, 'Select who reported it')
  const missing = 'Enter the name of who reported it'
  const other = reporterIs === 'other' ? readSomebody(reader, sent, reporterPrefix, people, { missing, today }) : null
  const typed = readVictims(reader, sent, people, today)
  if (reporterIs === 'victim' && typed.length === 0) {
    reader.wrong('reporter', 'Select who reported it: there is no victim who can be named')
  }
  const facts = readAlleged(reader, sent, reportedAt)
  if (reader.errors.length > 0 || !facts) return rejected(sent, reader.errors)
  return accepted({
    allegation: facts,
    victims: typed.map((victim) => withAge(victim, facts.from)),
    reporter: reporterIs === 'victim' ? 'victim' : (other?.details ?? null),
    ...(other?.known !== undefined && { knownReporter: other.known }),
  })
}

/** Somebody by what was typed of them, or who was chosen among those found: then by what tells them apart. */
function readSomebody(
  reader: FormReader,
  sent: Sent,
  prefix: string,
  people: KnownPeople,
  wanted: { readonly missing: string; readonly today: LocalDate },
): Pick<VictimTyped, 'details' | 'known'> {
  const chosen = textOf(sent, chosenField(prefix))
  const known = people.get(prefix)?.find(({ id }) => id === chosen)
  if (!known) return { details: readPerson(reader, sent, prefix, wanted) }
  const { id, ...details } = known
  return { details: { phone: null, email: null, contactNote: null, ...details }, known: id }
}

/** What was reported, and when: null where something of it is missing or wrong, with the errors gathered. */
export function readFacts(reader: FormReader, sent: Sent, at: Instant): Facts | null {
  return readAlleged(reader, sent, readReported(reader, sent, at))
}

function readAlleged(reader: FormReader, sent: Sent, reportedAt: Instant | null): Facts | null {
  const what = reader.text('what', 'Enter what is alleged', longestAccount)
  const where = reader.text('where', 'Enter where it happened', longestReason)
  const when = readWhen(reader, sent, reportedAt)
  const suspectedOffence = readOffence(reader, sent)
  if (reader.errors.length > 0 || !reportedAt || !when) return null
  return { reportedAt, what, where, ...when, suspectedOffence }
}

function readReported(reader: FormReader, sent: Sent, at: Instant): Instant | null {
  const day = reader.date('reported', 'the day it was reported')
  const time = textOf(sent, 'reported-time')
  if (time === '') return reader.wrong('reported-time', 'Enter the time it was reported')
  if (day === null) return null
  const written = readWritten(`${day}T${timeOf(time)}`)
  if (!written.ok && written.fault === 'skipped-hour') {
    return reader.wrong('reported-time', 'This time did not come: the clocks went forward over it')
  }
  if (!written.ok || written.moment === null) {
    return reader.wrong('reported-time', 'Enter a real time, such as 14:30 or 2:30pm')
  }
  if (written.moment > at) {
    return reader.wrong('reported', 'The report must not be at a time that has not come yet', '#reported-day')
  }
  return written.moment
}

function readWhen(reader: FormReader, sent: Sent, reportedAt: Instant | null) {
  const from = reader.date('from', 'the day it happened, or the first day on which it may have')
  const isOneDay = ['day', 'month', 'year'].every((part) => textOf(sent, `to-${part}`) === '')
  const to = isOneDay ? from : reader.date('to', 'the last day on which it may have happened')
  const fromTime = readTime(reader, sent, 'from-time', from)
  const toTime = readTime(reader, sent, 'to-time', to)
  if (from && reportedAt && from > toLocalDate(reportedAt)) {
    reader.wrong('from', 'It must not have begun after it was reported', '#from-day')
  } else if (from && fromTime && reportedAt && (momentOf(from, fromTime) ?? reportedAt) > reportedAt) {
    reader.wrong('from-time', 'It must not have begun after it was reported')
  }
  if (from && to && to < from) reader.wrong('to', 'The last day must not be before the first', '#to-day')
  if (from && from === to && fromTime && toTime && toTime < fromTime) {
    reader.wrong('to-time', 'It must not end before it began')
  }
  return from && to ? { from, to, fromTime, toTime } : null
}

const momentOf = (day: LocalDate, time: ClockTime): Instant | null => {
  const written = readWritten(`${day}T${time}`)
  return written.ok ? written.moment : null
}

/** A time of day that may be left out. */
function readTime(reader: FormReader, sent: Sent, name: string, day: LocalDate | null): ClockTime | null {
  const typed = textOf(sent, name)
  if (typed === '') return null
  const time = timeOf(typed)
  if (!isClockTime(time)) return reader.wrong(name, 'Enter a real time, such as 14:30 or 2:30pm')
  if (day && momentOf(day, time) === null) {
    return reader.wrong(name, 'This time did not come: the clocks went forward over it')
  }
  return time
}

/** Room that was left empty holds no victim, but for the first, where it must be said that there is none. */
function readVictims(reader: FormReader, sent: Sent, people: KnownPeople, today: LocalDate): readonly VictimTyped[] {
  if (textOf(sent, 'no-victim') === 'yes') return []
  const numbers = Array.from({ length: victimsIn(sent) }, (_, index) => index + 1)
  const filled = numbers.filter((number) => number === 1 || !isBlankPerson(sent, victimPrefix(number)))
  return filled.map((number) => ({
    ...readSomebody(reader, sent, victimPrefix(number), people, {
      missing:
        number === 1 ? 'Enter the victim’s name, or say that none can be named' : `Enter the name of victim ${number}`,
      today,
    }),
    enhancedBy: formOf(sent)
      .choices(`${victimPrefix(number)}-rights`)
      .values.filter(isEnhancedGround),
  }))
}

/** Adds that a victim was under 18, where the date of birth says so. */
export const withAge = (victim: VictimTyped, from: LocalDate): VictimTyped => ({
  ...victim,
  enhancedBy: withGroundOfAge(victim.enhancedBy, victim.details.dateOfBirth, from),
})
