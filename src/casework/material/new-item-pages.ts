import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { type AskingTyped, askingFields, readAsking } from './asking-fields.ts'
import { longestDescription } from './requirements.ts'
import { detailFields, readDetails } from './detail-fields.ts'
import type { Giver } from './from-whom.ts'
import { type MaterialUse, materialStates, materialUses } from './held-material.ts'
import type { AnsweredState, MaterialDetails } from './register.ts'

export type AddedTyped = {
  readonly details: MaterialDetails
  readonly state: AnsweredState
  readonly reason: string
  readonly use: MaterialUse
  readonly useReason: string
}

const states = ['received', 'missing', 'refused', 'not-reasonable'] as const
const uses = Object.keys(materialUses) as MaterialUse[]

/** The form as it begins: most of what is added is here. */
export const addedSent: Sent = { state: 'received' }

export function parseAdded(sent: Sent, givers: readonly Giver[]): Parsed<AddedTyped> {
  const reader = formReader(sent)
  const details = readDetails(reader, givers)
  const state = reader.choice('state', states, 'Select whether it is here')
  const away = state !== null && state !== 'received'
  const reason = reader.text('reason', away ? 'Enter why it is not here' : undefined, longestDescription)
  const use = reader.choice('use', uses, 'Select what it is used for')
  const missing =
    use === 'unused-sensitive' ? 'Enter why disclosing it would harm an important public interest' : undefined
  const useReason = reader.text('useReason', missing, longestDescription)
  if (reader.errors.length > 0 || !details || !state || !use) return rejected(sent, reader.errors)
  return accepted({ details, state, reason: away ? reason : '', use, useReason })
}

/** Adds an item that police hold. */
export const addPage = (shown: CaseForm, givers: readonly Giver[]): Html =>
  caseFormPage(shown, {
    title: 'Add material',
    action: paths.deskCaseMaterialNew(shown.file.summary.id),
    button: 'Add it',
    account: false,
    fields: [
      detailFields(shown.form, givers),
      radios({
        name: 'state',
        fieldset: { legend: { text: 'Is it here?', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: states.map((state) => ({ value: state, text: materialStates[state] })),
        ...shown.form.field('state'),
      }),
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Why it is not here, if it is not',
        hint: 'What was done to find or get it',
        ...shown.form.field('reason'),
      }),
      radios({
        name: 'use',
        fieldset: { legend: { text: 'What it is used for', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: uses.map((use) => ({ value: use, text: materialUses[use] })),
        ...shown.form.field('use'),
      }),
      textarea({
        name: 'useReason',
        rows: 3,
        label: 'Why it is sensitive, if it is',
        hint: 'Which important public interest disclosing it would harm. The defence does not get this',
        ...shown.form.field('useReason'),
      }),
    ],
    beside: html`<section class="fp-owed" aria-labelledby="what-goes-here">
      <h2 class="govuk-heading-s" id="what-goes-here">What goes here</h2>
      <p class="govuk-body">
        Everything that may be relevant, whether it points towards a suspect or away, and whether it is used or not.
      </p>
      <p class="govuk-body">Files are attached once the item stands on the register.</p>
    </section>`,
  })

type AskedTyped = AskingTyped & { readonly details: MaterialDetails }

export function parseAsked(sent: Sent, givers: readonly Giver[]): Parsed<AskedTyped> {
  const reader = formReader(sent)
  const details = readDetails(reader, givers)
  const asking = readAsking(reader, sent)
  return reader.errors.length > 0 || !details ? rejected(sent, reader.errors) : accepted({ ...asking, details })
}

/** Asks the investigators for something that is not on the register yet. */
export const askPage = (shown: CaseForm, givers: readonly Giver[]): Html =>
  caseFormPage(shown, {
    title: 'Ask for material',
    action: paths.deskCaseMaterialAsk(shown.file.summary.id),
    button: 'Ask for it',
    fields: [detailFields(shown.form, givers), askingFields(shown.form)],
    beside: html`<section class="fp-owed" aria-labelledby="who-answers">
      <h2 class="govuk-heading-s" id="who-answers">Who answers</h2>
      <p class="govuk-body">${shown.file.summary.dealtWithBy}. They send it, or record why it cannot be had.</p>
    </section>`,
  })
