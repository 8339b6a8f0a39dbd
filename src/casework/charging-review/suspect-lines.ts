import { type LocalDate, formatDate, formatDateLong, yearOf } from '../../calendar/local-date.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { custodyLine } from '../suspects/suspects-tab.ts'
import type { DraftShown, ReviewShown } from './review-page.ts'

// What a prosecutor must not lose sight of while they review: the clock of a suspect in detention, and their age.

/** How much is left of the suspect's detention, while there is something to decide. */
export const clockLine = ({ suspect, review, at }: ReviewShown): Content =>
  (review.review.standing === 'open' || review.review.standing === 'again') &&
  suspect?.position === 'in-custody' &&
  suspect.detentionEndsAt !== null &&
  custodyLine(suspect.detentionEndsAt, at)

/** Full years on a day. Whoever was born on 29 February is a year older on 1 March where the year has no such day. */
export const ageOn = (born: LocalDate, day: LocalDate): number =>
  yearOf(day) - yearOf(born) - (day.slice(5) < born.slice(5) ? 1 : 0)

/** "16 years old on Friday 23 October 2026, the first day of C1", from the day of birth; nothing where it is not known. */
export function ageLine({ suspect }: DraftShown, key: string, from: LocalDate): Content {
  const born = suspect?.details?.dateOfBirth ?? null
  if (born === null) return null
  const age = ageOn(born, from)
  return html`<p class="govuk-body">
    The suspect was <strong>${age} years old</strong> on ${formatDateLong(from)}, the first day of ${key}. Born on
    ${formatDate(born)}.
  </p>`
}
