import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { personFieldNames } from '../people/parse-person.ts'
import { reachFields } from '../people/person-fields.ts'

/** The fields for who a suspect is: a name, or what is known while there is none. */
export function suspectFields(form: Form, prefix: string): Content {
  const names = personFieldNames(prefix)
  return [
    input({
      name: names.name,
      label: 'Name',
      hint: 'Or what is known while there is no name, such as “man in a red coat”. It can be corrected later.',
      autocomplete: 'off',
      spellcheck: false,
      ...form.field(names.name),
    }),
    dateInput({
      fieldset: { legend: { text: 'Date of birth (optional)' } },
      hint: 'For example, 27 3 1984',
      ...form.date(names.dateOfBirth),
    }),
    reachFields(form, prefix),
  ]
}
