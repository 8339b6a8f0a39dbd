import type { LocalDate } from '../../calendar/local-date.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { longestDescription } from './requirements.ts'

/** Why an item is asked for, and by when. */
export const askingFields = (form: Form): Content => [
  textarea({
    name: 'why',
    rows: 4,
    label: 'Why it is needed',
    hint: 'What it may show, and what decision waits for it',
    ...form.field('why'),
  }),
  dateInput({
    fieldset: { legend: { text: 'By which day (optional)' } },
    hint: 'With a day, police owe an answer by then, and it stands on their work list',
    ...form.date('due'),
  }),
]

export type AskingTyped = { readonly why: string; readonly dueOn: LocalDate | null }

export function readAsking(reader: FormReader, sent: Sent): AskingTyped {
  const why = reader.text('why', 'Enter why it is needed', longestDescription)
  const anyDay = ['day', 'month', 'year'].some((part) => textOf(sent, `due-${part}`) !== '')
  return { why, dueOn: anyDay ? reader.date('due', 'the day by which it is needed') : null }
}
