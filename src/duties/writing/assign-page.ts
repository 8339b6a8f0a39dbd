import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { dueWords } from '../duty-words.ts'
import type { Party, Unit } from '../parties.ts'
import type { SeenDuty } from '../read-duty.ts'
import type { Colleague } from './read-colleagues.ts'
import { type Seen, seenFields } from './seen.ts'

type AssignPage = {
  readonly duty: SeenDuty
  /** The agency that owes the duty, with its units. */
  readonly agency: Party
  /** The unit whose people can be chosen; null for those who are in none. */
  readonly unit: Unit | null
  readonly colleagues: readonly Colleague[]
  readonly viewer: Viewer
  readonly form: Form
  readonly csrf: string
  readonly seen: Seen
}

/** First the unit, then one of its people or nobody in particular: so that no more names are shown than are needed. */
export function assignPage(shown: AssignPage): Page {
  const { duty, agency, form } = shown
  return {
    title: 'Assign a duty',
    back: { text: 'Back', href: paths.duty(duty.id) },
    errors: form.errors,
    body: [
      insetText({ html: html`<strong>${duty.what}</strong><br />Due ${dueWords(duty)}` }),
      agency.units.length > 0 && unitForm(shown),
      colleagueForm(shown),
    ],
  }
}

const noUnit = (agency: Party): string => `${agency.name}, no unit in particular`

const unitForm = ({ agency, unit }: AssignPage): Content =>
  html`<form method="get" novalidate>
    ${select({
      name: 'unit',
      label: { text: 'Which unit?', classes: 'govuk-label--m' },
      items: [
        { value: '', text: noUnit(agency) },
        ...agency.units.map(({ code, name }) => ({ value: code, text: name })),
      ],
      value: unit?.code ?? '',
    })}
    ${button({ text: 'Show its people', classes: 'govuk-button--secondary' })}
  </form>`

function colleagueForm({ agency, unit, colleagues, viewer, form, csrf, seen }: AssignPage): Content {
  const people = colleagues.map(({ account, name }) => ({
    value: account,
    text: account === viewer.account ? `${name} (you)` : name,
  }))
  return html`<form method="post" novalidate>
    ${csrfField(csrf)} ${seenFields(seen)} <input type="hidden" name="unit" value="${unit?.code ?? ''}" />
    ${select({
      name: 'account',
      label: { text: `Who in ${unit?.name ?? agency.name}?`, classes: 'govuk-label--m' },
      hint: people.length === 0 ? 'Nobody of this unit has an account' : 'It then stands on their own work list',
      items: [{ value: '', text: 'Nobody in particular' }, ...people],
      ...form.field('account'),
    })}
    ${button({ text: 'Assign the duty', preventDoubleClick: true })}
  </form>`
}
