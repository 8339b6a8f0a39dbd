import { paths } from '../../paths.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { colleagueSelect, findColleague } from '../decisions/colleagues.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { materialKinds } from '../material/held-material.ts'
import { chargingAct, prosecutorsChoices } from './charging-facts.ts'
import { sentFile } from './sent-file.ts'
import { sentBackBefore } from './sent-back-before.ts'
import { sinceSent } from './since-sent.ts'
import { type RejectionReason, allRejectionReasons, concernedBy } from './rejection-reasons.ts'
import { caseTypes, reviewTypes } from './terms.ts'
import { materialStanding } from './told-lines.ts'
import { type TriageFacts, reasonsOf, reviewTypesOf } from './triage-form.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
const small = (text: string) => ({ text, classes: 'govuk-label--s' })

/** The CPS takes what police sent for review. */
export const acceptPage = (shown: CaseForm, facts: TriageFacts): Html =>
  caseFormPage(shown, {
    title: 'Accept for review',
    action: chargingAct(shown.file.summary.id, 'accept', { referral: facts.referral.number }),
    button: 'Accept it',
    cancel: paths.deskCaseCharging(shown.file.summary.id),
    account: false,
    fields: [otherwise(shown, facts, 'reject', 'Send it back to police instead'), acceptFields(shown, facts)],
    beside: whatPoliceSent(shown, facts),
  })

/** The other of the two things that may be done with a referral, before anything is filled in. */
const otherwise = ({ file }: CaseForm, { referral }: TriageFacts, act: 'accept' | 'reject', text: string): Content =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="${chargingAct(file.summary.id, act, { referral: referral.number })}">${text}</a>
  </p>`

/** The CPS sends it back, with reasons that each name what they mean. Police see them at once. */
export const rejectPage = (shown: CaseForm, facts: TriageFacts): Html =>
  caseFormPage(shown, {
    title: 'Send it back to police',
    action: chargingAct(shown.file.summary.id, 'reject', { referral: facts.referral.number }),
    button: 'Send it back',
    cancel: paths.deskCaseCharging(shown.file.summary.id),
    account: false,
    fields: [otherwise(shown, facts, 'accept', 'Accept it for review instead'), rejectFields(shown, facts)],
    beside: whatPoliceSent(shown, facts),
  })

function whatPoliceSent({ file, at }: CaseForm, facts: TriageFacts): Content {
  const { referral, referrals } = facts
  return html`<section class="fp-owed" aria-labelledby="sent">
    <h2 class="govuk-heading-s" id="sent">What police sent</h2>
    ${sinceSent(referral, facts)} ${sentBackBefore(referral)} ${sentFile(referral, referrals.duties, at)}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.deskCaseMaterial(file.summary.id)}">The register of material</a>
    </p>
  </section>`
}

const acceptFields = ({ form }: CaseForm, { referral, areas, prosecutors }: TriageFacts): Content => [
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
  findColleague(form, prosecutors),
  colleagueSelect(form, prosecutors, {
    name: 'owner',
    label: small('Which prosecutor?'),
    hint: 'The decision then stands in their work list',
    nobody: 'Nobody yet: the unit gives it to somebody',
  }),
]

function rejectFields(shown: CaseForm, facts: TriageFacts): Content {
  const { form } = shown
  return [
    checkboxes({
      name: 'reasons',
      fieldset: legend('Why?'),
      hint: 'For each reason, say which item of material or which part of the referral it means.',
      classes: 'govuk-checkboxes--small',
      items: reasonsOf(facts.referral).map((reason) => ({
        value: reason,
        text: allRejectionReasons[reason],
        conditional: { html: groundFields(shown, facts, reason) },
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

/** What a reason means: an item of the register, those of the kinds it is about first, and what is wrong in words. */
function groundFields({ form, file }: CaseForm, { material }: TriageFacts, reason: RejectionReason): Html {
  const { kinds, schedules } = concernedBy(reason)
  const isConcerned = ({ kind }: TriageFacts['material'][number]) => kinds.includes(kind)
  const [concerned, others] = [material.filter(isConcerned), material.filter((one) => !isConcerned(one))]
  const none = kinds.length > 0 && concerned.length === 0
  return html`${none && html`<p class="govuk-hint">Not on the register: ${kinds.map((kind) => materialKinds[kind]).join('; ')}</p>`}
  ${schedules && html`<p class="govuk-hint">${schedulesOf(file.summary.id)}</p>`}
  ${
    material.length > 0 &&
    select({
      name: `material-${reason}`,
      label: 'Item of material',
      items: [
        { value: '', text: 'No item in particular' },
        ...[...concerned, ...others].map((one) => ({ value: one.key, text: materialStanding(one) })),
      ],
      ...form.field(`material-${reason}`),
    })
  }
  ${input({ name: `about-${reason}`, label: 'What is missing or wrong', ...form.field(`about-${reason}`) })}`
}

/** The schedules are no items: they are worked out from the register as it stands. */
const schedulesOf = (caseId: string): Content =>
  html`The schedules follow from the register:
    <a class="govuk-link" href="${paths.deskCaseSchedule(caseId, 'mg6c')}">MG6C</a> and
    <a class="govuk-link" href="${paths.deskCaseSchedule(caseId, 'mg6d')}">MG6D</a>.`
