import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { type DutyFormFacts, mayPublish, otherParties } from './parse-duty-form.ts'
import { type Seen, seenFields } from './seen.ts'

type DutyFormPage = {
  readonly form: Form
  readonly facts: DutyFormFacts
  readonly csrf: string
  /** The duty that is corrected, with what happened to it; null for the form that writes a new one down. */
  readonly corrected: { readonly id: string; readonly seen: Seen } | null
}

/** The form that writes a duty down, and the one that corrects it. */
export function dutyFormPage({ form, facts, csrf, corrected }: DutyFormPage): Page {
  const dutyId = corrected?.id ?? null
  const back = dutyId === null ? paths.desk : paths.duty(dutyId)
  return {
    title: dutyId === null ? 'Add a duty' : 'Correct a duty',
    back: { text: 'Back', href: back },
    errors: form.errors,
    ...(dutyId !== null && {
      lede: 'Another start or another count works the date out again. What stood before stays in the history, with its working and your reason.',
    }),
    body: html`<form method="post" novalidate>
      ${csrfField(csrf)} ${corrected && seenFields(corrected.seen)} ${whatFields(form)}
      ${dutyId === null && owedByFields(form, facts)} ${owedToFields(form, facts)} ${sourceFields(form)}
      ${dateFields(form)} ${publicField(form, facts)} ${dutyId !== null && reasonField(form, facts)}
      ${button({ text: dutyId === null ? 'Add the duty' : 'Correct the duty', preventDoubleClick: true })}
    </form>`,
  }
}

const whatFields = (form: Form): Content => [
  textarea({
    name: 'what',
    rows: 2,
    label: { text: 'What must be done', classes: 'govuk-label--m' },
    hint: 'As an order, such as “Send the panel the delivery plan”. Name no victim, witness or suspect: these words go into calendars.',
    ...form.field('what'),
  }),
  input({
    name: 'about',
    label: 'What it is about (optional)',
    hint: 'Such as a meeting, a plan or a case by its number',
    ...form.field('about'),
  }),
  input({
    name: 'path',
    label: 'Its page on this site (optional)',
    hint: 'Such as /plan',
    classes: 'govuk-input--width-20',
    ...form.field('path'),
  }),
]

function owedByFields(form: Form, { viewer, parties }: DutyFormFacts): Content {
  const own = parties.find(({ code }) => code === viewer.agency)
  const units = (own?.units ?? []).map(({ code, name }) => ({ value: code, text: name }))
  return [
    select({
      name: 'unit',
      label: { text: 'Who owes it', classes: 'govuk-label--m' },
      items: [{ value: '', text: `${own?.name ?? 'My agency'}, no unit in particular` }, ...units],
      ...form.field('unit'),
    }),
    radios({
      name: 'assigned',
      fieldset: { legend: { text: 'Is it assigned to anybody?' } },
      classes: 'govuk-radios--small',
      hint: 'A colleague can be chosen once it is added',
      items: [
        { value: 'nobody', text: 'Nobody in particular' },
        { value: 'me', text: 'Me' },
      ],
      ...form.field('assigned'),
    }),
  ]
}

function owedToFields(form: Form, facts: DutyFormFacts): Content {
  const others = otherParties(facts).map(({ code, name }) => ({ value: code, text: name }))
  return [
    input({
      name: 'to',
      label: { text: 'To whom it is owed', classes: 'govuk-label--m' },
      hint: 'Such as “Police and crime panel”; never a person’s name',
      ...form.field('to'),
    }),
    select({
      name: 'to-agency',
      label: 'If that is an agency of this area, which one?',
      hint: 'Its people can then see this duty',
      items: [{ value: '', text: 'None' }, ...others],
      ...form.field('to-agency'),
    }),
  ]
}

const sourceFields = (form: Form): Content => [
  input({
    name: 'instrument',
    label: { text: 'What it is owed under', classes: 'govuk-label--m' },
    hint: 'The law, decision, minutes or plan',
    ...form.field('instrument'),
  }),
  input({ name: 'section', label: 'Section, paragraph or item (optional)', ...form.field('section') }),
  input({ name: 'edition', label: 'Edition or date of it (optional)', ...form.field('edition') }),
  checkboxes({
    name: 'read',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'I have read it there', hint: 'Otherwise the duty is shown as unconfirmed' }],
    ...form.choices('read'),
  }),
]

const dateFields = (form: Form): Content => [
  dateInput({
    fieldset: { legend: { text: 'Day that starts the clock', classes: 'govuk-fieldset__legend--m' } },
    hint: 'The day it was promised, decided or received',
    ...form.date('started'),
  }),
  // Both fields always stand here: a choice that reveals its field is announced wrongly by some screen readers.
  radios({
    name: 'basis',
    legend: 'How the due date is reached',
    classes: 'govuk-radios--small',
    items: [
      { value: 'fixed-date', text: 'It is a fixed date' },
      { value: 'working-days', text: 'It is a number of working days after the day that starts the clock' },
    ],
    ...form.field('basis'),
  }),
  dateInput({
    fieldset: { legend: { text: 'The fixed date' } },
    hint: 'If it is a fixed date. In time until the end of this day',
    ...form.date('due'),
  }),
  input({
    name: 'days',
    label: 'Number of working days',
    hint: 'If it is a number of working days. In time until the end of the last',
    inputmode: 'numeric',
    classes: 'govuk-input--width-4',
    ...form.field('days'),
  }),
]

function publicField(form: Form, facts: DutyFormFacts): Content {
  if (facts.before?.public || !mayPublish(facts)) return null
  return checkboxes({
    name: 'public',
    legend: 'Is it a promise to the public?',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'Publish it on the public site',
        hint: 'Everybody then sees what is owed, by whom, to whom and by when, and whether it was kept. It stays published.',
      },
    ],
    ...form.choices('public'),
  })
}

const reasonField = (form: Form, { before }: DutyFormFacts): Content =>
  textarea({
    name: 'reason',
    rows: 3,
    label: { text: 'Why it is corrected', classes: 'govuk-label--m' },
    hint: before?.public ? 'Everybody can read it beside the date that it replaces' : 'Kept with the duty',
    ...form.field('reason'),
  })
