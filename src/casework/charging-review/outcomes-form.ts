import { formReader } from '../../duties/writing/form-reader.ts'
import { textOf } from '../../platform/access/sent.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type ReviewedCharge, stands } from './charging-decision.ts'
import { chargeOutcomeKeys, chargeOutcomes } from './outcomes.ts'
import type { Order } from './section-form.ts'
import type { SuspectForm } from './suspect-forms.ts'
import { longestWords } from './words-required.ts'

const tests = ['full-code-test', 'threshold-test'] as const
const testWords = { 'full-code-test': 'Full Code Test', 'threshold-test': 'Threshold Test' } as const

const pursuedIn = (charges: readonly ReviewedCharge[]): readonly ReviewedCharge[] =>
  charges.filter(({ notPursued }) => notPursued === null)

/** What is to be decided on each charge. All the charges of a suspect are decided together. */
export const outcomesForm: SuspectForm = {
  title: 'What is decided on each charge',
  button: 'Save and check the decision',
  field: 'seen',
  done: 'saved',
  begin: ({ shown }) =>
    Object.fromEntries(
      shown.draft.charges.flatMap(({ charge: { key }, outcome }) => [
        [`outcome-${key}`, outcome?.outcome ?? ''],
        [`test-${key}`, outcome?.test ?? 'full-code-test'],
        [`reasons-${key}`, outcome?.reasons ?? ''],
      ]),
    ),
  parse(sent, { shown }) {
    const reader = formReader(sent)
    const orders = pursuedIn(shown.draft.charges).flatMap(({ charge: { key }, threshold }): Order[] => {
      const reasons = reader.text(`reasons-${key}`, undefined, longestWords)
      if (textOf(sent, `outcome-${key}`) === '' && reasons === '') return []
      const outcome = reader.choice(`outcome-${key}`, chargeOutcomeKeys, `Select what is decided on ${key}`)
      // The Threshold Test is for charging alone: any other decision is by the Full Code Test.
      const test =
        threshold && outcome === 'charge'
          ? reader.choice(`test-${key}`, tests, `Select under which test ${key} is charged`)
          : 'full-code-test'
      return outcome && test ? [{ type: 'ProposeOutcome', charge: key, outcome, test, reasons }] : []
    })
    return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted(orders)
  },
  fields: (form, { shown }) => pursuedIn(shown.draft.charges).map((charge) => chargeFields(form, charge)),
}

function chargeFields(form: Form, charge: ReviewedCharge): Content {
  const { key, offence } = charge.charge
  return html`<section class="fp-form__part" aria-labelledby="charge-${key}">
    <h2 class="govuk-heading-s" id="charge-${key}">${key} ${offence.title}</h2>
    <p class="govuk-body">${concludedOn(charge)}</p>
    ${select({
      name: `outcome-${key}`,
      label: `Decision on ${key}`,
      items: [
        { value: '', text: 'Not decided yet' },
        ...chargeOutcomeKeys.map((value) => ({ value, text: chargeOutcomes[value].words })),
      ],
      ...form.field(`outcome-${key}`),
    })}
    ${
      charge.threshold &&
      radios({
        name: `test-${key}`,
        fieldset: { legend: { text: 'A charge rests on' } },
        classes: 'govuk-radios--inline govuk-radios--small',
        items: tests.map((value) => ({ value, text: testWords[value] })),
        ...form.field(`test-${key}`),
      })
    }
    ${textarea({
      name: `reasons-${key}`,
      rows: 2,
      label: 'Reasons, beyond those of the tests',
      hint: 'Needed for a disposal out of court, and for another outcome',
      ...form.field(`reasons-${key}`),
    })}
  </section>`
}

/** "Realistic prospect of conviction: yes. Public interest: prosecution required." */
function concludedOn({ finding, conclusion, threshold }: ReviewedCharge): string {
  const prospect = stands(finding) ? (finding.realisticProspect ? 'yes' : 'no') : 'not found'
  const interest = stands(conclusion)
    ? conclusion.prosecutionRequired
      ? 'prosecution required'
      : 'prosecution not required'
    : 'not concluded'
  const test = stands(threshold) ? ' Threshold Test: applied.' : ''
  return `Realistic prospect of conviction: ${prospect}. Public interest: ${interest}.${test}`
}
