import { formatDate } from '../../calendar/local-date.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { type KnownPerson, mostKnownShown } from './known-people.ts'

// Somebody who is in another case already is the same person here: what is corrected in one case then holds in all.
// They are looked up without a script: the form comes back with people to choose from and all that was typed.

export const newPerson = 'new'

export const findPersonValue = (prefix: string): string => `find-${prefix}`
export const chosenField = (prefix: string): string => `${prefix}-is`

/** The button that looks somebody up by the name and the date of birth that were typed. */
export const findPersonButton = (prefix: string, address: string): Content =>
  button({
    text: 'Look for them in your cases',
    name: 'do',
    value: findPersonValue(prefix),
    classes: 'govuk-button--secondary',
    attributes: { formaction: `${address}#${prefix}-found` },
  })

/** Whom the name may mean, to choose from. `found` is null while nobody was looked up. */
export function personChoice(form: Form, prefix: string, found: readonly KnownPerson[] | null): Content {
  if (found === null) return null
  const name = chosenField(prefix)
  if (found.length === 0) {
    return html`<p class="govuk-body" id="${prefix}-found">Nobody in your cases has a name like this. They are recorded as new.</p>`
  }
  const { value = newPerson, errorMessage } = form.field(name)
  return html`<div id="${prefix}-found">
    ${radios({
      name,
      fieldset: {
        legend: {
          text:
            found.length === mostKnownShown
              ? `The ${mostKnownShown} nearest names in your cases`
              : 'Found in your cases',
          classes: 'govuk-fieldset__legend--s',
        },
      },
      hint: 'Choose somebody only if you are sure that it is the same person.',
      classes: 'govuk-radios--small',
      items: [
        ...found.map((one) => ({ value: one.id, text: calledBy(one), hint: toldBy(one) })),
        { value: newPerson, text: 'None of them: somebody new', hint: 'With the details typed above' },
      ],
      value,
      errorMessage,
    })}
  </div>`
}

const calledBy = ({ name, organisation }: KnownPerson): string => [name, organisation].filter(Boolean).join(', ')

const toldBy = ({ dateOfBirth, address }: KnownPerson): string =>
  [dateOfBirth ? `Born ${formatDate(dateOfBirth)}` : 'Date of birth not known', address].filter(Boolean).join(' · ')
