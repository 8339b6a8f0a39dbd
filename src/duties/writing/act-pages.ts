import { paths } from '../../paths.ts'
import { type Sent } from '../../platform/access/sent.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, csrfField, rejected } from '../../platform/web/layout/form.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { dueWords } from '../duty-words.ts'
import type { SeenDuty } from '../read-duty.ts'
import { formReader } from './form-reader.ts'
import { type Seen, seenFields } from './seen.ts'

/** The small pages that record what happened to a duty. */
export const acts = ['met', 'waive', 'reopen'] as const
export type Act = (typeof acts)[number]

type Words = {
  readonly title: string
  readonly field: 'how' | 'reason'
  readonly label: string
  readonly hint: string
  readonly missing: string
  readonly submit: string
  readonly warns?: true
}

const words: Readonly<Record<Act, Words>> = {
  met: {
    title: 'Mark a duty as met',
    field: 'how',
    label: 'How it was met',
    hint: 'Such as where the report was sent or published. Kept with the duty.',
    missing: 'Enter how it was met',
    submit: 'Mark as met',
  },
  waive: {
    title: 'Waive a duty',
    field: 'reason',
    label: 'Why it need not be met',
    hint: 'Kept with the duty. A duty that is waived is neither kept nor late.',
    missing: 'Enter why it need not be met',
    submit: 'Waive the duty',
    warns: true,
  },
  reopen: {
    title: 'Open a duty again',
    field: 'reason',
    label: 'Why it is open again',
    hint: 'Such as that it was marked as met by mistake. Kept with the duty.',
    missing: 'Enter why it is open again',
    submit: 'Open it again',
  },
}

type ActPage = { readonly duty: SeenDuty; readonly form: Form; readonly csrf: string; readonly seen: Seen }

export function actPage(act: Act, { duty, form, csrf, seen }: ActPage): Page {
  const { title, field, label, hint, submit, warns } = words[act]
  return {
    title,
    back: { text: 'Back', href: paths.duty(duty.id) },
    errors: form.errors,
    body: html`${insetText({ html: html`<strong>${duty.what}</strong><br />Due ${dueWords(duty)}` })}
      <form method="post" novalidate>
        ${csrfField(csrf)} ${seenFields(seen)} ${act === 'met' && metOn(form)}
        ${textarea({ name: field, rows: 3, label: { text: label, classes: 'govuk-label--m' }, hint, ...form.field(field) })}
        ${button({ text: submit, preventDoubleClick: true, ...(warns && { classes: 'govuk-button--warning' }) })}
      </form>`,
  }
}

const metOn = (form: Form): Content =>
  dateInput({
    fieldset: { legend: { text: 'Day on which it was met', classes: 'govuk-fieldset__legend--m' } },
    hint: 'The day it was done, which may be before today',
    ...form.date('on'),
  })

export type ActForm =
  | { readonly type: 'MeetDuty'; readonly on: LocalDate; readonly how: string }
  | { readonly type: 'WaiveDuty'; readonly reason: string }
  | { readonly type: 'ReopenDuty'; readonly reason: string }

export function parseActForm(act: Act, sent: Sent): Parsed<ActForm> {
  const reader = formReader(sent)
  const on = act === 'met' ? reader.date('on', 'the day on which it was met') : null
  const { field, missing } = words[act]
  const said = reader.text(field, missing)
  if (reader.errors.length > 0) return rejected(sent, reader.errors)
  if (act === 'met') return on ? accepted({ type: 'MeetDuty', on, how: said }) : rejected(sent, reader.errors)
  return accepted({ type: act === 'waive' ? 'WaiveDuty' : 'ReopenDuty', reason: said })
}
