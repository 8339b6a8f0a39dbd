import { dateParts, formReader } from '../../duties/writing/form-reader.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, accepted, rejected } from '../../platform/web/layout/form.ts'
import { setAsideNote } from './evidence-forms.ts'
import type { SectionForm } from './section-form.ts'
import { type ThresholdCondition, thresholdConditionKeys, thresholdConditions } from './the-code.ts'
import { longestWords } from './words-required.ts'

const met = ['yes', 'no'] as const

/** The Threshold Test: five conditions, what is expected, and the day of the Full Code Test that must follow. */
export const thresholdForm: SectionForm = {
  button: 'Save the Threshold Test',
  field: 'bailRisk',
  begin({ charge, shown }) {
    // The risk of bail and the dates are mostly those of the suspect's other charge.
    const other = shown.draft.charges.find(({ threshold }) => threshold !== null)?.threshold
    const test = charge.threshold ?? other
    if (!test) return {}
    return {
      bailRisk: test.bailRisk,
      expected: charge.threshold?.expected.join('\n') ?? '',
      ...dateParts('custodyLimit', test.custodyLimit),
      ...dateParts('reviewOn', test.reviewOn),
      ...Object.fromEntries(
        thresholdConditionKeys.flatMap((condition) => {
          const answered = charge.threshold?.conditions[condition]
          return [
            [`met-${condition}`, answered ? (answered.met ? 'yes' : 'no') : ''],
            [`reasons-${condition}`, answered?.reasons ?? ''],
          ]
        }),
      ),
    }
  },
  parse(sent, { charge, shown }) {
    const reader = formReader(sent)
    const bailRisk = reader.text('bailRisk', 'Enter why bail would be a substantial risk', longestWords)
    const answered = (condition: ThresholdCondition) => {
      const number = thresholdConditionKeys.indexOf(condition) + 1
      return {
        met: reader.choice(`met-${condition}`, met, `Select whether condition ${number} is met`) === 'yes',
        reasons: reader.text(`reasons-${condition}`, `Enter the reasons on condition ${number}`, longestWords),
      }
    }
    const conditions = {
      suspicion: answered('suspicion'),
      furtherEvidence: answered('furtherEvidence'),
      seriousness: answered('seriousness'),
      bail: answered('bail'),
      publicInterest: answered('publicInterest'),
    }
    const expected = linesOf(reader.text('expected', 'Enter what evidence is expected', longestWords))
    const custodyLimit = reader.date('custodyLimit', 'the last day of the custody time limit')
    const reviewOn = reader.date('reviewOn', 'the day of the review')
    if (reader.errors.length > 0 || !custodyLimit || !reviewOn) return rejected(sent, reader.errors)
    const position = shown.suspect?.position ?? shown.draft.position
    const test = { bailRisk, conditions, expected, custodyLimit, reviewOn }
    return accepted([{ type: 'ApplyThresholdTest', charge: charge.charge.key, position, ...test }])
  },
  fields: (form, { charge }) => [
    setAsideNote('Threshold Test', charge.threshold),
    html`<p class="govuk-body">
      Only for a suspect who is in custody and whose bail would be a substantial risk, when not all the evidence is there
      before they must be charged or released. All five conditions must be met.
    </p>`,
    textarea({
      name: 'bailRisk',
      rows: 4,
      label: { text: 'Why bail would be a substantial risk, and what cannot be waited for', classes: 'govuk-label--s' },
      ...form.field('bailRisk'),
    }),
    thresholdConditionKeys.map((condition, index) => conditionField(form, condition, index + 1)),
    html`<div class="fp-form__part">
      ${textarea({
        name: 'expected',
        rows: 4,
        label: { text: 'Evidence that is expected', classes: 'govuk-label--s' },
        hint: 'One item on each line, with when it is expected',
        ...form.field('expected'),
      })}
      ${dateInput({
        ...form.date('custodyLimit'),
        fieldset: { legend: { text: 'Last day of the custody time limit', classes: 'govuk-fieldset__legend--s' } },
        hint: 'As it will stand after charge',
      })}
      ${dateInput({
        ...form.date('reviewOn'),
        fieldset: { legend: { text: 'Full Code Test review by', classes: 'govuk-fieldset__legend--s' } },
        hint: 'A day before the custody time limit ends. The Code gives no number of days: it is as soon as the evidence is expected',
      })}
    </div>`,
  ],
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

const conditionField = (form: Form, condition: ThresholdCondition, number: number): Content =>
  html`<div class="fp-form__part">
    ${radios({
      name: `met-${condition}`,
      fieldset: {
        legend: { text: `${number}. ${thresholdConditions[condition]}`, classes: 'govuk-fieldset__legend--s' },
      },
      classes: 'govuk-radios--inline govuk-radios--small',
      items: [
        { value: 'yes', text: 'Met' },
        { value: 'no', text: 'Not met' },
      ],
      ...form.field(`met-${condition}`),
    })}
    ${textarea({ name: `reasons-${condition}`, rows: 3, label: 'Reasons', ...form.field(`reasons-${condition}`) })}
  </div>`
