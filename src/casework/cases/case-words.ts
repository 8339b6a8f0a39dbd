import { type Instant, formatInstant } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { formatClockTime, isClockTime } from '../investigation/clock-time.ts'
import type { CasePerson, CaseSummary } from './read-case.ts'

/** "Friday 23 October 2026", or "Between Friday 23 and Saturday 24 October 2026" where the day is not known. */
export const whenWords = (from: LocalDate, to: LocalDate): string =>
  happenedWords({ from, to, fromTime: null, toTime: null })

type When = Pick<NonNullable<CaseSummary>, 'from' | 'to' | 'fromTime' | 'toTime'>

/** The same with the times of day, as far as they are known. */
export function happenedWords({ from, to, fromTime, toTime }: When): string {
  const first = pointWords(from, fromTime)
  if (from === to && (toTime === null || toTime === fromTime)) return first
  return `Between ${first} and ${pointWords(to, toTime)}`
}

const pointWords = (day: LocalDate, time: string | null): string =>
  time !== null && isClockTime(time) ? `${formatDateLong(day)} at ${formatClockTime(time)}` : formatDateLong(day)

export const momentWords = (at: Instant): string => formatInstant(at)

/** The part that somebody has in a case: "Victim 2 and witness 1, who reported it". */
export function partOf({ victimNumber, witness, isReporter }: CasePerson, victims: number): string {
  const parts = [
    victimNumber !== null && (victims === 1 ? 'Victim' : `Victim ${victimNumber}`),
    witness && `Witness ${witness.number}`,
  ].filter((part) => part !== false && part !== null)
  const [first, second] = parts
  if (first === undefined) return 'Who reported it'
  const part = second === undefined ? first : `${first} and ${second.toLowerCase()}`
  return isReporter ? `${part}, who reported it` : part
}

/** What somebody is called on the pages of their case. */
export function calledIn({ details }: CasePerson): string {
  if (!details) return 'Erased'
  const { name, organisation } = details
  return [name, organisation].filter(Boolean).join(', ')
}

export const countVictims = (people: readonly CasePerson[]): number =>
  people.filter(({ victimNumber }) => victimNumber !== null).length

/** Words that begin a sentence, within one. */
export const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
