import { type Instant, formatInstant } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import type { CasePerson } from './read-case.ts'

/** "Friday 23 October 2026", or "Between Friday 23 and Saturday 24 October 2026" where the day is not known. */
export const whenWords = (from: LocalDate, to: LocalDate): string =>
  from === to ? formatDateLong(from) : `Between ${formatDateLong(from)} and ${formatDateLong(to)}`

export const momentWords = (at: Instant): string => formatInstant(at)

/** The part that somebody has in a case: "Victim 2, who reported it". */
export function partOf({ victimNumber, isReporter }: CasePerson, victims: number): string {
  if (victimNumber === null) return 'Who reported it'
  const victim = victims === 1 ? 'Victim' : `Victim ${victimNumber}`
  return isReporter ? `${victim}, who reported it` : victim
}

/** What somebody is called on the pages of their case. */
export function calledIn({ details }: CasePerson): string {
  if (!details) return 'Erased'
  const { name, organisation } = details
  return [name, organisation].filter(Boolean).join(', ')
}

export const countVictims = (people: readonly CasePerson[]): number =>
  people.filter(({ victimNumber }) => victimNumber !== null).length
