import { paths } from '../../paths.ts'
import { accepted } from '../../platform/web/layout/form.ts'
import { parseWorded, reasonsField, wordedFields } from './charge-form.ts'
import type { SuspectForm } from './suspect-forms.ts'

/** A charge that police did not propose. */
export const addChargeForm: SuspectForm = {
  title: 'Add a charge',
  button: 'Add the charge',
  field: 'offence-words',
  done: 'added',
  begin: () => ({}),
  parse(sent) {
    const parsed = parseWorded(sent)
    return parsed.ok ? accepted([{ type: 'AddCharge', ...parsed.command }]) : parsed
  },
  fields: (form, { shown }) => [
    wordedFields(form, paths.deskCaseReviewStep(shown.review.caseId, shown.review.review.number, 'add-charge')),
    reasonsField(form),
  ],
}
