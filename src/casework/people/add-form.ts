import type { Instant } from '../../calendar/instant.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { withGroundOfAge } from '../../victims/rights/age.ts'
import { type EnhancedGround, enhancedGrounds, isEnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'
import type { KnownPerson } from './known-people.ts'
import { readPerson } from './parse-person.ts'
import { chosenField, findPersonButton, findPersonValue, newPerson, personChoice } from './person-choice.ts'
import { personFields } from './person-fields.ts'
import type { PersonDetails } from './person.ts'

export const addedPrefix = 'person'

/** Somebody who comes to the case: known by the id of their stream, or by their details. */
export type AddedTyped = {
  readonly role: 'victim' | 'witness'
  readonly who: { readonly known: string } | { readonly details: PersonDetails }
  readonly enhancedBy: readonly EnhancedGround[]
  readonly willing: boolean
  readonly needs: string | null
  readonly reason: string
}

const roles = ['victim', 'witness'] as const
const willingness = ['yes', 'no'] as const

export const isLookingUp = (sent: Sent): boolean => textOf(sent, 'do') === findPersonValue(addedPrefix)

/** `from` is the first day on which what is alleged may have happened: by it a victim is reckoned a child or not. */
export function parseAdded(
  sent: Sent,
  found: readonly KnownPerson[],
  from: LocalDate,
  at: Instant,
): Parsed<AddedTyped> {
  const reader = formReader(sent)
  const role = reader.choice('role', roles, 'Select what they are in this case')
  const chosen = textOf(sent, chosenField(addedPrefix))
  const known = found.find(({ id }) => id === chosen)
  const missing = 'Enter their name, or the organisation’s'
  const details = known ? null : readPerson(reader, sent, addedPrefix, { missing, today: toLocalDate(at) })
  if (!known && chosen !== '' && chosen !== newPerson) {
    reader.wrong(chosenField(addedPrefix), 'Choose one of the people found, or somebody new')
  }
  const { willing, needs } = readWitness(sent, role === 'witness', reader)
  const reason = reader.text('reason', 'Enter why they are added', longestReason)
  if (reader.errors.length > 0 || role === null) return rejected(sent, reader.errors)
  const who = known ? { known: known.id } : details && { details }
  if (!who) return rejected(sent, reader.errors)
  const chosenGrounds = formOf(sent).choices('rights').values.filter(isEnhancedGround)
  const born = (known ?? details)?.dateOfBirth ?? null
  const enhancedBy = role === 'victim' ? withGroundOfAge(chosenGrounds, born, from) : []
  return accepted({ role, who, enhancedBy, willing, needs, reason })
}

/** Whether a witness is willing, and what they need. Asked of witnesses only. */
export function readWitness(sent: Sent, isWitness: boolean, reader = formReader(sent)) {
  const willing = isWitness ? reader.choice('willing', willingness, 'Select whether they are willing') : 'yes'
  const needs = isWitness ? reader.text('needs', undefined, longestReason) : ''
  return { willing: willing === 'yes', needs: needs || null }
}

/** Adds a victim or a witness to a case: somebody new, or somebody who is in another case already. */
export function addPersonPage(shown: CaseForm, found: readonly KnownPerson[] | null): Html {
  const { form, file } = shown
  const action = paths.deskCasePersonAdd(file.summary.id)
  return caseFormPage(shown, {
    title: 'Add a victim or a witness',
    action,
    button: 'Add them',
    cancel: paths.deskCasePeople(file.summary.id),
    account: false,
    fields: [
      addOnEnter,
      radios({
        name: 'role',
        fieldset: { legend: { text: 'What are they in this case?', classes: 'govuk-fieldset__legend--s' } },
        hint: 'Who is both is added twice, and is one person.',
        classes: 'govuk-radios--small',
        items: [
          { value: 'victim', text: 'A victim' },
          { value: 'witness', text: 'A witness' },
        ],
        ...form.field('role'),
      }),
      personFields(form, addedPrefix),
      findPersonButton(addedPrefix, action),
      personChoice(form, addedPrefix, found),
      rightsField(form, 'If a victim: do they have enhanced rights? (optional)'),
      witnessFields(form, 'If a witness: are they willing to give evidence?'),
      textarea({
        name: 'reason',
        rows: 2,
        label: 'Why they are added',
        hint: 'It stays on the record of the case',
        ...form.field('reason'),
      }),
    ],
    beside: file.summary.investigate === false && toBeTold,
  })
}

/** Enter in a field must not look somebody up. */
const addOnEnter = html`<button class="govuk-visually-hidden" type="submit" name="do" value="add" tabindex="-1" aria-hidden="true">
  Add them
</button>`

const toBeTold = html`<p class="govuk-body">
  It was decided not to investigate. A victim who is added now is to be told of that, too: within 5 working days from
  today, or 1 with enhanced rights.
</p>`

export const rightsField = (form: Form, legend: string): Content =>
  checkboxes({
    name: 'rights',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: 'Select all that apply. They are then told of decisions within 1 working day instead of 5.',
    classes: 'govuk-checkboxes--small',
    items: Object.entries(enhancedGrounds).map(([value, text]) => ({
      value,
      text,
      hint: value === 'under-18' ? 'Added by itself where the date of birth says so' : undefined,
    })),
    ...form.choices('rights'),
  })

export const witnessFields = (form: Form, legend: string): Content => [
  radios({
    name: 'willing',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No, or not sure' },
    ],
    ...form.field('willing'),
  }),
  textarea({
    name: 'needs',
    rows: 2,
    label: 'What a witness needs to give their best evidence (optional)',
    hint: 'Such as “interpreter for Polish”, “afraid of meeting the suspect”, “uses a wheelchair”',
    ...form.field('needs'),
  }),
]
