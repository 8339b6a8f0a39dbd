import { formReader } from '../../duties/writing/form-reader.ts'
import { textOf } from '../../platform/access/sent.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, accepted, rejected } from '../../platform/web/layout/form.ts'
import type { PointsHere } from '../points-to-prove/read-points.ts'
import type { QuestionAnswered, ReviewedCharge } from './charging-decision.ts'
import type { SectionForm } from './section-form.ts'
import {
  type EvidentialQuestion,
  evidentialQuestionKeys,
  evidentialQuestions,
  type QuestionAnswer,
  questionAnswers,
  testTimings,
} from './the-code.ts'
import { missingEvidence, unproved } from './what-is-missing.ts'
import { longestWords } from './words-required.ts'

const answersTo = (question: EvidentialQuestion): readonly QuestionAnswer[] =>
  question === 'otherMaterial' ? ['yes', 'no'] : ['yes', 'in-part', 'no']

/** The four questions about the evidence, and the likely defence. */
export const questionsForm: SectionForm = {
  button: 'Save and go on',
  field: 'likelyDefence',
  begin: ({ charge }) => ({
    likelyDefence: charge.likelyDefence,
    ...Object.fromEntries(
      evidentialQuestionKeys.flatMap((question) => [
        [`answer-${question}`, charge.questions[question]?.answer ?? ''],
        [`note-${question}`, charge.questions[question]?.note ?? ''],
      ]),
    ),
  }),
  parse(sent, { charge }) {
    const reader = formReader(sent)
    const answered = (question: EvidentialQuestion): QuestionAnswered | null => {
      const note = reader.text(`note-${question}`, undefined, longestWords)
      if (textOf(sent, `answer-${question}`) === '' && note === '') return null
      const missing = `Select an answer to “${evidentialQuestions[question].question}”`
      const answer = reader.choice(`answer-${question}`, answersTo(question), missing)
      return answer && { answer, note }
    }
    const questions = {
      canBeUsed: answered('canBeUsed'),
      reliable: answered('reliable'),
      credible: answered('credible'),
      otherMaterial: answered('otherMaterial'),
    }
    const likelyDefence = reader.text('likelyDefence', undefined, longestWords)
    if (reader.errors.length > 0) return rejected(sent, reader.errors)
    return accepted([{ type: 'AnswerQuestions', charge: charge.charge.key, questions, likelyDefence }])
  },
  fields: (form, { points }) => [
    evidentialQuestionKeys.map((question) => questionField(form, question)),
    html`<div class="fp-form__part">
      ${points && points.defences.length > 0 && defencesOf(points)}
      ${textarea({
        name: 'likelyDefence',
        rows: 3,
        label: { text: 'Likely defence', classes: 'govuk-label--s' },
        hint: 'What the suspect said, or is likely to say, and how the evidence meets it',
        ...form.field('likelyDefence'),
      })}
    </div>`,
  ],
}

/** What the statute itself lets the suspect prove or raise, beside what they are likely to say. */
const defencesOf = ({ defences, confidence }: PointsHere): Content =>
  insetText({
    html: html`<p class="govuk-body">
        Defences in the statute ${confidence === 'unconfirmed' && tag({ text: 'Unconfirmed', classes: 'govuk-tag--orange' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${defences.map((words) => html`<li>${words}</li>`)}
      </ul>`,
  })

const questionField = (form: Form, question: EvidentialQuestion): Content =>
  html`<div class="fp-form__part">
    ${radios({
      name: `answer-${question}`,
      fieldset: {
        legend: { text: evidentialQuestions[question].question, classes: 'govuk-fieldset__legend--s' },
      },
      hint: evidentialQuestions[question].prompt,
      classes: 'govuk-radios--inline govuk-radios--small',
      items: answersTo(question).map((value) => ({ value, text: questionAnswers[value] })),
      ...form.field(`answer-${question}`),
    })}
    ${textarea({ name: `note-${question}`, rows: 3, label: 'Note', ...form.field(`note-${question}`) })}
  </div>`

const prospects = ['yes', 'no'] as const
const timings = ['lines-pursued', 'unlikely-to-change'] as const

/** Whether there is a realistic prospect of conviction on this charge. */
export const findingForm: SectionForm = {
  button: 'Record the finding',
  field: 'prospect',
  begin: ({ charge: { finding } }) =>
    finding
      ? { prospect: finding.realisticProspect ? 'yes' : 'no', timing: finding.timing, reasons: finding.reasons }
      : {},
  parse(sent, { charge }) {
    const reader = formReader(sent)
    const prospect = reader.choice('prospect', prospects, 'Select whether there is a realistic prospect of conviction')
    const timing = reader.choice('timing', timings, 'Select why the Full Code Test is applied now')
    const reasons = reader.text('reasons', 'Enter the reasons for the finding', longestWords)
    if (reader.errors.length > 0 || !prospect || !timing) return rejected(sent, reader.errors)
    const realisticProspect = prospect === 'yes'
    return accepted([{ type: 'FindOnEvidence', charge: charge.charge.key, realisticProspect, timing, reasons }])
  },
  fields: (form, { charge }) => [
    setAsideNote('finding', charge.finding),
    openBefore(charge),
    radios({
      name: 'prospect',
      fieldset: {
        legend: { text: 'Is there a realistic prospect of conviction?', classes: 'govuk-fieldset__legend--s' },
      },
      hint: 'Whether an impartial court, properly directed, is more likely than not to convict this suspect on this charge. A case that fails here does not go on, however serious it is.',
      classes: 'govuk-radios--small',
      items: [
        { value: 'yes', text: 'Yes, there is' },
        { value: 'no', text: 'No, there is not' },
      ],
      ...form.field('prospect'),
    }),
    radios({
      name: 'timing',
      fieldset: { legend: { text: 'Why the test is applied now', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: timings.map((value) => ({ value, text: testTimings[value] })),
      ...form.field('timing'),
    }),
    textarea({
      name: 'reasons',
      rows: 6,
      label: { text: 'Reasons', classes: 'govuk-label--s' },
      hint: 'For this charge, on all the evidence, for and against',
      ...form.field('reasons'),
    }),
  ],
}

/** That an earlier conclusion has to be made again, and why. Its words stand in the form, to be kept or changed. */
export const setAsideNote = (what: string, made: { readonly setAside: string | null } | null): Content =>
  made?.setAside &&
  insetText({
    text: `The ${what} that was made fell, because ${made.setAside}. Its words stand below: make it again, or change it.`,
  })

function openBefore(charge: ReviewedCharge): Content {
  const open = missingEvidence(charge)
  const none = unproved(charge)
  if (open.length === 0 && none.length === 0) return null
  return insetText({
    html: html`<p class="govuk-body">A realistic prospect of conviction cannot be found yet:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${open.map(({ words }) => html`<li>missing: ${words}</li>`)}
        ${none.map((words) => html`<li>nothing proves “${words}”</li>`)}
      </ul>`,
  })
}
