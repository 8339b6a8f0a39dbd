import { formatDateLong } from '../../calendar/local-date.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'
import type { Advice, NamedMaterial, Parties } from './case-referrals.ts'
import { type ChargingFacts, chargingAct, namedMaterial, prosecutorsChoices } from './charging-facts.ts'
import { longestQuestion } from './decide-advice.ts'
import { type AdviceStage, adviceStages } from './terms.ts'
import { materialWords } from './told-lines.ts'

type AskTyped = {
  readonly stage: AdviceStage
  readonly question: string
  readonly material: readonly NamedMaterial[]
  readonly neededBy: LocalDate | null
  readonly prosecutors: Parties['prosecutors']
}

const stages = Object.keys(adviceStages) as AdviceStage[]
const small = (text: string) => ({ text, classes: 'govuk-label--s' })
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
const dateParts = ['day', 'month', 'year'] as const

export function parseAsk(sent: Sent, { areas, material }: ChargingFacts): Parsed<AskTyped> {
  const reader = formReader(sent)
  const stage = reader.choice('stage', stages, 'Select at what point the investigation is')
  const question = reader.text('question', 'Enter what you ask the prosecutor', longestQuestion)
  const chosen = formOf(sent).choices('material').values
  const prosecutors = prosecutorsChoices(areas).find(({ value }) => value === textOf(sent, 'prosecutors'))?.owedBy
  if (!prosecutors) reader.wrong('prosecutors', 'Choose which unit of the CPS you ask')
  const named = dateParts.some((part) => textOf(sent, `neededBy-${part}`) !== '')
  const neededBy = named ? reader.date('neededBy', 'the day by which you need it') : null
  if (reader.errors.length > 0 || !stage || !prosecutors) return rejected(sent, reader.errors)
  const items = material.filter(({ key }) => chosen.includes(key)).map(namedMaterial)
  return accepted({ stage, question, material: items, neededBy, prosecutors })
}

/** Police ask the prosecutor for advice before they refer the case. */
export function askPage(shown: CaseForm, { areas, material }: ChargingFacts): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Ask for early advice',
    action: chargingAct(file.summary.id, 'advice'),
    button: 'Send the question',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      radios({
        name: 'stage',
        fieldset: legend('At what point is the investigation?'),
        classes: 'govuk-radios--small',
        items: stages.map((value) => ({ value, text: adviceStages[value] })),
        ...form.field('stage'),
      }),
      textarea({
        name: 'question',
        rows: 8,
        label: small('What do you ask the prosecutor?'),
        hint: 'Such as which lines of inquiry, which expert, or which evidence a charge would need',
        ...form.field('question'),
      }),
      material.length > 0 &&
        checkboxes({
          name: 'material',
          fieldset: legend('Which material is it about?'),
          classes: 'govuk-checkboxes--small',
          items: material.map((one) => ({ value: one.key, text: materialWords(one) })),
          ...form.choices('material'),
        }),
      select({
        name: 'prosecutors',
        label: small('Whom in the CPS do you ask?'),
        items: [
          { value: '', text: 'Choose a unit' },
          ...prosecutorsChoices(areas).map(({ value, owedBy }) => ({ value, text: owedBy.name })),
        ],
        ...form.field('prosecutors'),
      }),
      dateInput({
        fieldset: legend('By which day do you need it? (optional)'),
        hint: 'No rule that we know sets a time for early advice',
        ...form.date('neededBy'),
      }),
    ],
    beside: html`<p class="govuk-body">
        The prosecutor sees the case from the moment you ask. You stay in charge of the investigation: advice is advice.
      </p>
      <p class="govuk-body">When you refer the case you will say, point by point, whether the file followed it.</p>`,
  })
}

type AdviseTyped = { readonly points: readonly string[]; readonly reasons: string }

const mostPoints = 8

export function parseAdvise(sent: Sent): Parsed<AdviseTyped> {
  const reader = formReader(sent)
  const points = pointNumbers.map((number) => reader.text(`point-${number}`, undefined, longestReason)).filter(Boolean)
  if (points.length === 0 && reader.errors.length === 0) reader.wrong('point-1', 'Enter at least one point of advice')
  const reasons = reader.text('reasons', undefined, longestQuestion)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ points, reasons })
}

const pointNumbers = Array.from({ length: mostPoints }, (_, index) => index + 1)

/** The prosecutor answers, point by point. */
export function advisePage(shown: CaseForm, advice: Advice): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Answer the question of police',
    action: chargingAct(file.summary.id, 'advise', { advice: advice.number }),
    button: 'Send the advice',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      html`<p class="govuk-body">
        Give one piece of advice in each box, and leave the others empty. When police refer the case, they say for each
        whether the file followed it.
      </p>`,
      pointNumbers.map((number) =>
        textarea({
          name: `point-${number}`,
          rows: 2,
          label: number === 1 ? 'Point 1' : `Point ${number} (optional)`,
          ...form.field(`point-${number}`),
        }),
      ),
      textarea({ name: 'reasons', rows: 4, label: 'Reasons (optional)', ...form.field('reasons') }),
    ],
    beside: questionAsked(advice),
  })
}

const questionAsked = ({ question, stage, material, at }: Advice): Content =>
  html`<section class="fp-owed" aria-labelledby="asked">
    <h2 class="govuk-heading-s" id="asked">What police ask</h2>
    ${paragraphs(question)}
    <p class="govuk-body">
      <span class="fp-muted">${adviceStages[stage]}, asked on ${formatDateLong(toLocalDate(at))}</span>
    </p>
    ${
      material.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">
        ${material.map((one) => html`<li>${materialWords(one)}</li>`)}
      </ul>`
    }
  </section>`
