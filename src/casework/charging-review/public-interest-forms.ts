import { formReader } from '../../duties/writing/form-reader.ts'
import { textOf } from '../../platform/access/sent.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, accepted, rejected } from '../../platform/web/layout/form.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { PublicInterestAnswered, ReviewedCharge } from './charging-decision.ts'
import { setAsideNote } from './evidence-forms.ts'
import type { SectionForm } from './section-form.ts'
import { ageLine } from './suspect-lines.ts'
import {
  publicInterestAnswers,
  publicInterestKeys,
  type PublicInterestQuestion,
  publicInterestQuestions,
} from './the-code.ts'
import { passedEvidentialStage } from './what-is-missing.ts'
import { longestWords } from './words-required.ts'

export const stageTwoIsOpen = (charge: ReviewedCharge): boolean =>
  passedEvidentialStage(charge) || charge.publicInterestFirst !== null

const answers = ['for', 'against', 'not-relevant'] as const

/** The seven questions of 4.14 where stage two is open; else how, exceptionally, it is opened first. */
export const publicInterestForm: SectionForm = {
  button: 'Save and go on',
  field: 'first',
  begin: ({ charge }) =>
    Object.fromEntries(
      publicInterestKeys.flatMap((question) => [
        [`answer-${question}`, charge.publicInterest[question]?.answer ?? ''],
        [`reasons-${question}`, charge.publicInterest[question]?.reasons ?? ''],
      ]),
    ),
  parse(sent, { charge }) {
    const reader = formReader(sent)
    if (!stageTwoIsOpen(charge)) {
      const reasons = reader.text('first', 'Enter why the public interest is taken first', longestWords)
      if (reader.errors.length > 0) return rejected(sent, reader.errors)
      return accepted([{ type: 'TakePublicInterestFirst', charge: charge.charge.key, reasons }])
    }
    const weighed = (question: PublicInterestQuestion): PublicInterestAnswered | null => {
      const reasons = reader.text(`reasons-${question}`, undefined, longestWords)
      if (textOf(sent, `answer-${question}`) === '' && reasons === '') return null
      const answer = reader.choice(`answer-${question}`, answers, `Select an answer to 4.14 (${question})`)
      return answer && { answer, reasons }
    }
    const all = {
      a: weighed('a'),
      b: weighed('b'),
      c: weighed('c'),
      d: weighed('d'),
      e: weighed('e'),
      f: weighed('f'),
      g: weighed('g'),
    }
    if (reader.errors.length > 0) return rejected(sent, reader.errors)
    return accepted([{ type: 'WeighPublicInterest', charge: charge.charge.key, answers: all }])
  },
  fields: (form, { charge, shown }) =>
    stageTwoIsOpen(charge)
      ? [
          firstNote(charge),
          ageLine(shown, charge.charge.key, charge.charge.from),
          publicInterestKeys.map((question) => questionField(form, question)),
        ]
      : firstFields(form),
}

const firstNote = ({ publicInterestFirst }: ReviewedCharge): Content =>
  publicInterestFirst &&
  insetText({
    html: html`<p class="govuk-body">
        The public interest was exceptionally taken first. While the evidential stage is open, it can only be a reason not
        to prosecute.
      </p>
      ${paragraphs(publicInterestFirst.reasons, 'Why')}`,
  })

const firstFields = (form: Form): Content => [
  html`<p class="govuk-body">
    The public interest is weighed once there is a realistic prospect of conviction on this charge. Whatever the evidence,
    exceptionally it may be taken first where the broad extent of the criminality is known. Only a decision not to
    prosecute can then rest on it.
  </p>`,
  textarea({
    name: 'first',
    rows: 4,
    label: { text: 'Why it is exceptionally taken first', classes: 'govuk-label--s' },
    ...form.field('first'),
  }),
]

const questionField = (form: Form, question: PublicInterestQuestion): Content =>
  html`<div class="fp-form__part">
    ${radios({
      name: `answer-${question}`,
      fieldset: {
        legend: {
          text: `(${question}) ${publicInterestQuestions[question].question}`,
          classes: 'govuk-fieldset__legend--s',
        },
      },
      hint: publicInterestQuestions[question].prompt,
      classes: 'govuk-radios--inline govuk-radios--small',
      items: answers.map((value) => ({ value, text: publicInterestAnswers[value] })),
      ...form.field(`answer-${question}`),
    })}
    ${textarea({ name: `reasons-${question}`, rows: 3, label: 'Reasons', ...form.field(`reasons-${question}`) })}
  </div>`

const choices = ['yes', 'no'] as const

/** Whether the public interest requires a prosecution: a judgement on all seven answers, which nothing adds up. */
export const conclusionForm: SectionForm = {
  button: 'Record the conclusion',
  field: 'required',
  begin: ({ charge: { conclusion } }) =>
    conclusion ? { required: conclusion.prosecutionRequired ? 'yes' : 'no', reasons: conclusion.reasons } : {},
  parse(sent, { charge }) {
    const reader = formReader(sent)
    const required = reader.choice('required', choices, 'Select whether the public interest requires a prosecution')
    const reasons = reader.text('reasons', 'Enter the reasons for the conclusion', longestWords)
    if (reader.errors.length > 0 || !required) return rejected(sent, reader.errors)
    const prosecutionRequired = required === 'yes'
    return accepted([{ type: 'ConcludeOnPublicInterest', charge: charge.charge.key, prosecutionRequired, reasons }])
  },
  fields: (form, { charge }) => [
    setAsideNote('conclusion', charge.conclusion),
    html`<p class="govuk-body">
      A prosecution usually follows, unless the factors against it outweigh those for it. It is a judgement on the whole:
      one factor may outweigh all others, and nothing here is counted.
    </p>`,
    summaryList({
      rows: publicInterestKeys.map((question) => ({
        key: { text: `(${question}) ${publicInterestQuestions[question].question}` },
        value: { html: answerWords(charge.publicInterest[question]) },
      })),
    }),
    radios({
      name: 'required',
      fieldset: {
        legend: { text: 'Does the public interest require a prosecution?', classes: 'govuk-fieldset__legend--s' },
      },
      classes: 'govuk-radios--small',
      items: [
        { value: 'yes', text: 'Yes, a prosecution is required' },
        { value: 'no', text: 'No, it is not', hint: 'Also where a caution or another disposal out of court serves it' },
      ],
      ...form.field('required'),
    }),
    textarea({
      name: 'reasons',
      rows: 6,
      label: { text: 'Reasons', classes: 'govuk-label--s' },
      ...form.field('reasons'),
    }),
  ],
}

export const answerWords = (given: PublicInterestAnswered | null) =>
  given
    ? html`<strong>${publicInterestAnswers[given.answer]}</strong> ${paragraphs(given.reasons)}`
    : html`<span class="fp-muted">Not answered yet</span>`
