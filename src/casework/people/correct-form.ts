import type { Instant } from '../../calendar/instant.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Content, Html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { correctionsField } from './corrections.ts'
import { readPerson } from './parse-person.ts'
import { personFields } from './person-fields.ts'
import { type PersonDetails, longestNote } from './person.ts'

export const correctedPrefix = 'person'

export type CorrectionTyped = { readonly details: PersonDetails; readonly reason: string }

export function parseCorrection(sent: Sent, at: Instant): Parsed<CorrectionTyped> {
  const reader = formReader(sent)
  const today = toLocalDate(at)
  const details = readPerson(reader, sent, correctedPrefix, { missing: 'Enter a name or an organisation', today })
  const reason = reader.text('reason', 'Enter why this is corrected', longestNote)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ details, reason })
}

/** Corrects what is recorded of somebody. What stood before stays on the record. */
export const correctPage = (shown: CaseForm, person: string, corrections: readonly string[]): Html =>
  correctPageAt(shown, {
    action: paths.deskCasePersonCorrect(shown.file.summary.id, person),
    corrections,
    fields: personFields(shown.form, correctedPrefix),
  })

/** The same at another address, and with other fields for who somebody is. */
export const correctPageAt = (
  shown: CaseForm,
  {
    action,
    cancel,
    corrections,
    fields,
  }: {
    readonly action: string
    readonly cancel?: string
    readonly corrections: readonly string[]
    readonly fields: Content
  },
): Html =>
  caseFormPage(shown, {
    title: 'Correct a person’s details',
    action,
    ...(cancel !== undefined && { cancel }),
    button: 'Correct the details',
    account: false,
    fields: [
      correctionsField(corrections),
      fields,
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Why this is corrected',
        hint: 'Whoever reads this case reads it. Other cases with this person tell only which details were corrected',
        ...shown.form.field('reason'),
      }),
    ],
  })
