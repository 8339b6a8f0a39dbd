import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type FieldError, type Form, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { calledIn, partOf } from '../cases/case-words.ts'
import type { CasePerson } from '../cases/read-case.ts'
import type { DraftShown } from './review-page.ts'
import type { Order } from './section-form.ts'
import type { SuspectForm } from './suspect-forms.ts'

const none = 'none'
const fieldOf = (charge: string): string => `victims-${charge}`

const victimsIn = ({ file }: DraftShown): readonly CasePerson[] =>
  file.people.filter(({ victimNumber }) => victimNumber !== null)

/** Which victims of the case each charge concerns, also the charges that are not pursued. */
export const victimsForm: SuspectForm = {
  title: 'Whom each charge concerns',
  button: 'Save',
  field: 'seen',
  done: 'saved',
  begin({ shown }) {
    const all = victimsIn(shown).map(({ id }) => id)
    // The only victim is offered; of several, nobody is.
    const offered = all.length === 1 ? all : []
    return Object.fromEntries(
      shown.draft.charges.map(({ charge: { key }, victims }) => [
        fieldOf(key),
        victims === null ? offered : victims.length === 0 ? [none] : [...victims],
      ]),
    )
  },
  parse(sent, { shown }) {
    const errors: FieldError[] = []
    const known = victimsIn(shown).map(({ id }) => id)
    const orders = shown.draft.charges.flatMap(({ charge: { key }, victims: before }): readonly Order[] => {
      const chosen = formOf(sent).choices(fieldOf(key)).values
      const victims = chosen.filter((id) => known.includes(id))
      if (chosen.length === 0 && before === null) return []
      if (chosen.includes(none) === victims.length > 0) {
        errors.push({ field: fieldOf(key), text: `Choose the victims of ${key}, or that it has none, and not both` })
      }
      return [{ type: 'NameVictims', charge: key, victims, known }]
    })
    return errors.length > 0 ? rejected(sent, errors) : accepted(orders)
  },
  fields(form, { shown }) {
    const victims = victimsIn(shown)
    if (victims.length === 0) {
      return html`<p class="govuk-body">The case has no victim, so there is nobody to name.</p>`
    }
    return [
      introduction,
      shown.draft.charges.map((charge) => chargeField(charge, victims, form.choices(fieldOf(charge.charge.key)))),
    ]
  },
}

const introduction = html`<p class="govuk-body">
  Each victim is told of a decision not to charge what was done to them, also where something else is charged. A letter to
  one victim says nothing of charges that concern only another.
</p>`

const chargeField = (
  { charge: { key, offence, particulars }, notPursued }: DraftShown['draft']['charges'][number],
  victims: readonly CasePerson[],
  choices: ReturnType<Form['choices']>,
): Content =>
  checkboxes({
    name: fieldOf(key),
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: {
        text: `${key} ${offence.title}${notPursued ? ' (not pursued)' : ''}`,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    hint: particulars,
    items: [
      ...victims.map((victim) => ({
        value: victim.id,
        text: `${partOf({ ...victim, witness: null, isReporter: false }, victims.length)}, ${calledIn(victim)}`,
      })),
      { divider: 'or' },
      { value: none, text: 'It has no victim', behaviour: 'exclusive' },
    ],
    ...choices,
  })
