import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { personFieldNames } from './parse-person.ts'

/** The fields for who somebody is and how to reach them. A browser must not offer the officer's own details here. */
export function personFields(form: Form, prefix: string): Content {
  const names = personFieldNames(prefix)
  const off = { autocomplete: 'off' }
  return [
    input({ ...off, name: names.name, label: 'Name', spellcheck: false, ...form.field(names.name) }),
    input({
      ...off,
      name: names.organisation,
      label: 'Organisation (optional)',
      hint: 'If the crime is against a business or other body. The name is then whom to ask for.',
      ...form.field(names.organisation),
    }),
    dateInput({
      fieldset: { legend: { text: 'Date of birth (optional)' } },
      hint: 'For example, 27 3 1984',
      ...form.date(names.dateOfBirth),
    }),
    reachFields(form, prefix),
  ]
}

/** How to reach somebody. */
export function reachFields(form: Form, prefix: string): Content {
  const names = personFieldNames(prefix)
  const off = { autocomplete: 'off' }
  return [
    html`<div class="fp-columns fp-columns--half fp-columns--form">
      ${input({ ...off, name: names.phone, type: 'tel', label: 'Telephone number (optional)', ...form.field(names.phone) })}
      ${input({ ...off, name: names.email, type: 'email', label: 'Email address (optional)', spellcheck: false, ...form.field(names.email) })}
    </div>`,
    textarea({ ...off, name: names.address, rows: 2, label: 'Address (optional)', ...form.field(names.address) }),
    textarea({
      ...off,
      name: names.contactNote,
      rows: 2,
      label: 'How to make contact (optional)',
      hint: 'What is safe, when, and in which language. Such as “only by text, after 6pm; interpreter for Polish”',
      ...form.field(names.contactNote),
    }),
  ]
}
