import { paths } from '../../paths.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { colleagueItems } from '../decisions/colleagues.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { chargingAct, prosecutorsChoices } from './charging-facts.ts'
import { sentFile } from './sent-file.ts'
import { reasonWords } from './rejection-reasons.ts'
import { caseTypes, reviewTypes } from './terms.ts'
import { materialWords } from './told-lines.ts'
import { type TriageFacts, reasonsOf, reviewTypesOf } from './triage-form.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
const small = (text: string) => ({ text, classes: 'govuk-label--s' })

/** The first look of the CPS at what police sent: take it for review, or send it back with reasons. */
export function triagePage(shown: CaseForm, facts: TriageFacts): Html {
  const { form, file } = shown
  const { referral } = facts
  const choice = form.field('outcome')
  return caseFormPage(shown, {
    title: 'Check what police sent',
    action: chargingAct(file.summary.id, 'triage', { referral: referral.number }),
    button: 'Record the outcome',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: radios({
      name: 'outcome',
      fieldset: { legend: { text: 'Is it complete enough to be reviewed?', classes: 'govuk-fieldset__legend--m' } },
      hint: 'Police see at once what you record.',
      items: [
        {
          value: 'accept',
          text: 'Yes: accept it for review',
          conditional: { html: html`${acceptFields(shown, facts)}` },
        },
        {
          value: 'reject',
          text: 'No: reject it, and say what police must do',
          conditional: { html: html`${rejectFields(shown, facts)}` },
        },
      ],
      ...choice,
    }),
    beside: html`<section class="fp-owed" aria-labelledby="sent">
      <h2 class="govuk-heading-s" id="sent">What police sent</h2>
      ${sentFile(referral, facts.referrals.duties, shown.at)}
      <p class="govuk-body">
        <a class="govuk-link" href="${paths.deskCaseMaterial(file.summary.id)}">The register of material</a>
      </p>
    </section>`,
  })
}

const acceptFields = ({ form }: CaseForm, { referral, areas, colleagues }: TriageFacts): Content => [
  radios({
    name: 'reviewType',
    fieldset: legend('What kind of review?'),
    classes: 'govuk-radios--small',
    items: reviewTypesOf(referral).map((value) => ({ value, text: reviewTypes[value] })),
    ...form.field('reviewType'),
  }),
  radios({
    name: 'caseType',
    fieldset: legend('What kind of case?'),
    classes: 'govuk-radios--small',
    items: Object.entries(caseTypes).map(([value, text]) => ({ value, text })),
    ...form.field('caseType'),
  }),
  select({
    name: 'unit',
    label: small('Which unit reviews it?'),
    items: prosecutorsChoices(areas).map(({ value, owedBy }) => ({ value, text: owedBy.name })),
    ...form.field('unit'),
  }),
  select({
    name: 'owner',
    label: small('Which prosecutor?'),
    hint: 'The decision then stands in their work list',
    items: colleagueItems(colleagues, 'Nobody yet: the unit gives it to somebody'),
    ...form.field('owner'),
  }),
]

function rejectFields({ form }: CaseForm, { referral, material }: TriageFacts): Content {
  const items = [
    { value: '', text: 'No item in particular' },
    ...material.map((one) => ({ value: one.key, text: materialWords(one) })),
  ]
  return [
    checkboxes({
      name: 'reasons',
      fieldset: legend('Why?'),
      hint: 'For each reason, say which item of material or which part of the referral it means.',
      classes: 'govuk-checkboxes--small',
      items: reasonsOf(referral).map((reason) => ({
        value: reason,
        text: reasonWords(reason),
        conditional: {
          html: html`${
            material.length > 0 &&
            select({
              name: `material-${reason}`,
              label: 'Item of material',
              items,
              ...form.field(`material-${reason}`),
            })
          }
          ${input({ name: `about-${reason}`, label: 'What is missing or wrong', ...form.field(`about-${reason}`) })}`,
        },
      })),
      ...form.choices('reasons'),
    }),
    dateInput({ fieldset: legend('By which day do police answer?'), ...form.date('respondBy') }),
    dateInput({
      fieldset: legend('On which day do you look again? (optional)'),
      hint: 'It then stands in the work list of your unit. On the day by which police answer, or later',
      ...form.date('remindOn'),
    }),
  ]
}
