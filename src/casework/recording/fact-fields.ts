import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import type { Offence } from '../offences/offence.ts'
import { offenceFields } from './offence-choice.ts'

// The fields for what was reported: in the form that records an allegation, and in the one that corrects it.

/** Enter in a field presses the first button of a form, which must not be one that only looks something up. */
export const recordOnEnter = html`<button class="govuk-visually-hidden" type="submit" name="do" value="record" tabindex="-1" aria-hidden="true">
  Record
</button>`

const timeField = (form: Form, name: string, label: string): Content =>
  input({
    name,
    label,
    hint: 'For example, 14:30 or 2:30pm',
    classes: 'govuk-input--width-5',
    ...form.field(name),
  })

export const reportedFields = (form: Form): Content =>
  html`<div class="fp-columns fp-columns--half fp-columns--form">
    ${dateInput({
      fieldset: { legend: { text: 'Day it was reported' } },
      hint: 'The 24 hours to decide whether it is a crime start here',
      ...form.date('reported'),
    })}
    ${timeField(form, 'reported-time', 'Time of day')}
  </div>`

/** What happened, where and when, and the offence that it looks like. `address` is where offences are looked up. */
export const factFields = (form: Form, offences: readonly Offence[], address: string): Content => [
  textarea({
    name: 'what',
    rows: 8,
    label: 'What happened',
    hint: 'In the words of who reported it, as far as you can',
    ...form.field('what'),
  }),
  textarea({
    name: 'where',
    rows: 2,
    label: 'Where',
    hint: 'An address, or a place as people know it',
    ...form.field('where'),
  }),
  html`<div class="fp-columns fp-columns--half fp-columns--form">
    ${dateInput({
      fieldset: { legend: { text: 'Day it happened' } },
      hint: 'Or the first day on which it may have happened',
      ...form.date('from'),
    })}
    ${timeField(form, 'from-time', 'Time of day, if known (optional)')}
  </div>`,
  html`<div class="fp-columns fp-columns--half fp-columns--form">
    ${dateInput({
      fieldset: { legend: { text: 'Last day on which it may have happened (optional)' } },
      hint: 'Where it happened between two days',
      ...form.date('to'),
    })}
    ${timeField(form, 'to-time', 'Time at the latest, if known (optional)')}
  </div>`,
  offenceFields(form, offences, address),
]
