import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { checkUrn, isNationalUrn } from '../identifiers/urn.ts'
import { longestName } from '../investigation/assignment.ts'
import { longestReason } from '../investigation/words.ts'

type UrnTyped = { readonly urn: string; readonly operation: string | null; readonly reason: string }

export function parseUrnForm(sent: Sent): Parsed<UrnTyped> {
  const reader = formReader(sent)
  const urn = textOf(sent, 'urn')
    .replaceAll(/[\s/-]/g, '')
    .toUpperCase()
  if (urn === '') reader.wrong('urn', 'Enter the URN')
  else {
    const checked = checkUrn(urn)
    if (!checked.ok) reader.wrong('urn', `This is no URN: ${checked.reason}`)
    else if (!isNationalUrn(checked.urn)) {
      reader.wrong('urn', 'Enter the whole URN: two figures, two letters or figures, five figures and two for the year')
    }
  }
  const operation = reader.text('operation', undefined, longestName) || null
  const reason = reader.text('reason', undefined, longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ urn, operation, reason })
}

/** Gives the case the number by which courts and prosecutors know it, and the name by which police do. */
export function urnPage(shown: CaseForm): Html {
  const { form, file } = shown
  const { id, urn } = file.summary
  return caseFormPage(shown, {
    title: urn === null ? 'Give the case its URN' : 'Correct the URN or the operation',
    action: paths.deskCaseUrn(id),
    button: 'Record it',
    account: false,
    fields: [
      input({
        name: 'urn',
        label: 'Unique Reference Number (URN)',
        hint: 'As your force registered the case, such as 43AA1234526',
        classes: 'govuk-input--width-20',
        spellcheck: false,
        autocomplete: 'off',
        ...form.field('urn'),
      }),
      input({
        name: 'operation',
        label: 'Operation (optional)',
        hint: 'The name that police use among themselves. It must not describe the case or name anybody',
        classes: 'govuk-input--width-20',
        spellcheck: false,
        autocomplete: 'off',
        ...form.field('operation'),
      }),
      urn !== null &&
        textarea({
          name: 'reason',
          rows: 3,
          label: 'Why the URN is corrected, if it is',
          hint: 'It stays on the record of the case',
          ...form.field('reason'),
        }),
    ],
  })
}
