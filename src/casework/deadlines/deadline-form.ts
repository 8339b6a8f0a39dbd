import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import type { DeadlineKey, DeadlineRule } from './deadline.ts'

type Field = Pick<DeadlineKey, 'name' | 'label' | 'hint' | 'kind'> & {
  readonly choices?: Readonly<Record<string, string>>
  readonly required?: boolean
}

/** The form that asks a rule. It is sent by GET, so an answer has an address of its own. */
export const deadlineForm = ({ rule, from, keys }: DeadlineRule, form: Form): Html =>
  html`<form method="get" action="${paths.deadlines}" novalidate>
    <input type="hidden" name="rule" value="${rule.code}" />
    ${fieldOf({ ...from, name: 'from', required: true }, form)} ${keys.map((key) => fieldOf(key, form))}
    ${button({ text: 'Work out the date' })}
  </form>`

function fieldOf(field: Field, form: Form): Content {
  const { name, kind, choices = {} } = field
  const label = field.required || kind === 'choice' ? field.label : `${field.label} (optional)`
  switch (kind) {
    case 'day':
      return dateField(field, label, form)
    case 'moment':
      return [dateField(field, label, form), timeField(name, label, form)]
    case 'choice':
      return radios({ name, legend: label, hint: field.hint, items: itemsOf(choices), ...chosen(form, name, choices) })
    case 'number':
      return input({
        name,
        label,
        hint: field.hint,
        inputmode: 'numeric',
        classes: 'govuk-input--width-5',
        ...form.field(name),
      })
    case 'offence':
      return input({
        name,
        label,
        hint: field.hint,
        spellcheck: false,
        classes: 'govuk-input--width-10',
        ...form.field(name),
      })
  }
}

const dateField = ({ name, hint }: Field, legend: string, form: Form): Html =>
  dateInput({ ...form.date(name), legend, hint: hint ?? 'For example, 27 3 2026' })

const timeField = (name: string, label: string, form: Form): Html =>
  input({
    name: `${name}-time`,
    label: { html: html`Time of day<span class="govuk-visually-hidden">: ${label}</span>` },
    hint: 'London time, for example 14:30 or 2:30pm',
    classes: 'govuk-input--width-5',
    ...form.field(`${name}-time`),
  })

const itemsOf = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([value, text]) => ({ value, text }))

/** The first choice stands for "nothing said", as it does on the command line. */
function chosen(form: Form, name: string, choices: Readonly<Record<string, string>>) {
  const { value, errorMessage } = form.field(name)
  return { value: value || Object.keys(choices)[0], errorMessage }
}
