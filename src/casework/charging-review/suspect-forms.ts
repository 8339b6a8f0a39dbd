import { formReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type ColleagueList, colleagueIn, colleagueSelect, findColleague } from '../decisions/colleagues.ts'
import { addChargeForm } from './add-charge-form.ts'
import { outcomesForm } from './outcomes-form.ts'
import type { DraftShown } from './review-page.ts'
import type { ReviewDone } from './review-words.ts'
import type { Order } from './section-form.ts'
import { reconsiderationGrounds, reviewTypes } from './the-code.ts'
import { victimsForm } from './victims-form.ts'
import { longestWords } from './words-required.ts'

/** What a form of the suspect as a whole is made from. */
export type SuspectShown = { readonly shown: DraftShown; readonly prosecutors: ColleagueList }

/** A form of the suspect as a whole, on a page of its own. */
export type SuspectForm = {
  readonly title: string
  readonly button: string
  readonly field: string
  readonly done: ReviewDone
  begin(suspect: SuspectShown): Sent
  parse(sent: Sent, suspect: SuspectShown): Parsed<readonly Order[]>
  fields(form: Form, suspect: SuspectShown): Content
}

const types = ['IR', 'PDA'] as const

/** What goes with the decision, and the declaration on disclosure. */
const notes: SuspectForm = {
  title: 'What goes with the decision',
  button: 'Save',
  field: 'alternatives',
  done: 'saved',
  begin: ({ shown: { draft } }) => ({
    alternatives: draft.notes.alternatives,
    instructions: draft.notes.instructions,
    witnesses: draft.notes.witnesses,
    monitoring: draft.notes.monitoring.join('\n'),
    disclosure: draft.disclosure?.effect ?? '',
    reviewType: draft.reviewType ?? '',
  }),
  parse(sent, { shown }) {
    const reader = formReader(sent)
    const words = (name: string): string => reader.text(name, undefined, longestWords)
    const effect = words('disclosure')
    if (effect === '' && shown.draft.disclosure !== null) {
      reader.wrong(
        'disclosure',
        'Enter the effect of disclosable material: what was declared is changed, not taken out',
      )
    }
    const written = {
      alternatives: words('alternatives'),
      instructions: words('instructions'),
      witnesses: words('witnesses'),
      monitoring: linesOf(words('monitoring')),
    }
    const reviewType = types.find((one) => one === textOf(sent, 'reviewType')) ?? null
    if (reader.errors.length > 0) return rejected(sent, reader.errors)
    return accepted([
      { type: 'WriteNotes', notes: written, reviewType },
      ...(effect === '' ? [] : [{ type: 'DeclareDisclosure', effect } as const]),
    ])
  },
  fields: (form, { shown }) => [
    html`<div class="fp-form__part">
      ${area(form, 'disclosure', 'Disclosure declaration', 'I have considered the effect that disclosable material has on this case. Say what it is, also where there is none.')}
      ${
        shown.draft.disclosure?.setAside
          ? html`<p class="govuk-body fp-attention">To be declared again, because ${shown.draft.disclosure.setAside}.</p>`
          : null
      }
    </div>`,
    shown.review.review.standing === 'open' &&
      shown.draft.reconsidering === null &&
      radios({
        name: 'reviewType',
        fieldset: { legend: { text: 'Which review this is', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: types.map((value) => ({ value, text: reviewTypes[value] })),
        ...form.field('reviewType'),
      }),
    area(
      form,
      'alternatives',
      'Alternatives considered (optional)',
      'Other charges, or a disposal out of court, and why they were not chosen',
    ),
    area(form, 'instructions', 'Instructions to police (optional)', 'What must be done before or with the charge'),
    area(
      form,
      'witnesses',
      'Victims and witnesses (optional)',
      'What is needed for them: special measures, their views, what they are told',
    ),
    area(form, 'monitoring', 'Monitoring markers (optional)', 'One on each line, such as domestic abuse'),
  ],
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

const area = (form: Form, name: string, label: string, hint: string): Content =>
  textarea({ name, rows: 3, label: { text: label, classes: 'govuk-label--s' }, hint, ...form.field(name) })

const grounds = ['wrong-on-review', 'stopped-for-evidence', 'new-evidence', 'inquest-unlawful-killing'] as const

const reconsider: SuspectForm = {
  title: 'Reconsider the decision',
  button: 'Reconsider the decision',
  field: 'ground',
  done: 'reconsidered',
  begin: () => ({}),
  parse(sent) {
    const reader = formReader(sent)
    const ground = reader.choice('ground', grounds, 'Select why the decision is reconsidered')
    const reasons = reader.text('reasons', 'Enter the reasons', longestWords)
    if (reader.errors.length > 0 || !ground) return rejected(sent, reader.errors)
    return accepted([{ type: 'Reconsider', ground, reasons }])
  },
  fields: (form) => [
    html`<p class="govuk-body">
      Normally a decision is final, and people rely on it. It stays on the record as it was made; a new one follows it. Every
      conclusion is then made again.
    </p>`,
    radios({
      name: 'ground',
      fieldset: { legend: { text: 'Why it is reconsidered', classes: 'govuk-fieldset__legend--s' } },
      hint: 'The Code’s four classes, chapter 10. Their wording here is ours and unconfirmed.',
      classes: 'govuk-radios--small',
      items: grounds.map((value) => ({
        value,
        text: reconsiderationGrounds[value],
        ...(value === 'wrong-on-review' && { hint: 'Also after a review that a victim asked for' }),
      })),
      ...form.field('ground'),
    }),
    area(form, 'reasons', 'Reasons', 'Police read them, too'),
  ],
}

const assign: SuspectForm = {
  title: 'Whose review it is',
  button: 'Record it',
  field: 'owner',
  done: 'assigned',
  begin: ({ shown }) => ({ owner: shown.review.review.owner ?? '' }),
  parse(sent, { prosecutors }) {
    const reader = formReader(sent)
    const owner = colleagueIn(prosecutors, textOf(sent, 'owner'))
    if (owner === undefined) reader.wrong('owner', 'Select a prosecutor from the list')
    const reason = reader.text('reason', undefined, longestWords)
    if (reader.errors.length > 0 || owner === undefined) return rejected(sent, reader.errors)
    return accepted([{ type: 'ReassignReview', owner, reason }])
  },
  fields: (form, { prosecutors }) => [
    findColleague(form, prosecutors),
    colleagueSelect(form, prosecutors, {
      name: 'owner',
      label: { text: 'Prosecutor', classes: 'govuk-label--s' },
      nobody: 'Nobody: it is the unit’s',
    }),
    area(form, 'reason', 'Reason (optional)', 'Only prosecutors read it'),
  ],
}

/** The forms of the suspect as a whole, by the last part of their address. */
export const suspectForms: Readonly<Record<string, SuspectForm>> = {
  notes,
  outcomes: outcomesForm,
  victims: victimsForm,
  'add-charge': addChargeForm,
  reconsider,
  assign,
}
