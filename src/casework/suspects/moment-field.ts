import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { type FormReader, dateParts } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { timeOf } from '../deadlines/deadline-query.ts'
import { londonIso, readWritten } from '../deadlines/london-time.ts'

// A moment is typed as a day and a time of a London clock. A time that comes twice when the clocks go back is taken as
// the first, which ends every limit sooner; one that is skipped when they go forward is refused.

const timeName = (name: string): string => `${name}-time`

/**
 * Reads a moment; null, with an error gathered, when it is none, or has not come yet at `now`, which is null where it
 * may lie ahead. `what` is "the arrest".
 */
export function readMoment(
  reader: FormReader,
  sent: Sent,
  name: string,
  what: string,
  now: Instant | null,
): Instant | null {
  const day = reader.date(name, `the day of ${what}`)
  const time = textOf(sent, timeName(name))
  if (time === '') return reader.wrong(timeName(name), `Enter the time of ${what}`)
  if (day === null) return null
  const written = readWritten(`${day}T${timeOf(time)}`)
  if (!written.ok && written.fault === 'skipped-hour') {
    return reader.wrong(timeName(name), 'This time did not come: the clocks went forward over it')
  }
  if (!written.ok || written.moment === null) {
    return reader.wrong(timeName(name), 'Enter a real time, such as 14:30 or 2:30pm')
  }
  if (now !== null && written.moment > now) {
    return reader.wrong(name, `The time of ${what} must not be one that has not come yet`, `#${name}-day`)
  }
  return written.moment
}

/** A day and, beside it, a time. */
export const momentFields = (form: Form, name: string, legend: string, hint?: string): Content =>
  html`<div class="fp-columns fp-columns--half fp-columns--form">
    ${dateInput({ fieldset: { legend: { text: legend } }, hint, ...form.date(name) })}
    ${input({
      name: timeName(name),
      label: 'Time of day',
      hint: 'For example, 14:30 or 2:30pm',
      classes: 'govuk-input--width-5',
      ...form.field(timeName(name)),
    })}
  </div>`

/** A moment as its fields begin filled in. */
export const momentSent = (name: string, at: Instant): Sent => ({
  ...dateParts(name, toLocalDate(at)),
  [timeName(name)]: londonIso(at).slice(11, 16),
})
