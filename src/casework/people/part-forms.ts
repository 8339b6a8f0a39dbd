import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { type EnhancedGround, isEnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import { calledIn, countVictims, partOf } from '../cases/case-words.ts'
import type { CasePerson } from '../cases/read-case.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'
import { readWitness, rightsField, witnessFields } from './add-form.ts'

// The part that somebody has in a case: a victim's rights, how a witness stands, and that they have no part after all.

type ReasonTyped = { readonly reason: string }

export function parseReason(sent: Sent): Parsed<ReasonTyped> {
  const reader = formReader(sent)
  const reason = reader.text('reason', 'Enter the reason', longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ reason })
}

export function parseRights(sent: Sent): Parsed<ReasonTyped & { readonly enhancedBy: readonly EnhancedGround[] }> {
  const parsed = parseReason(sent)
  if (!parsed.ok) return parsed
  return accepted({ ...parsed.command, enhancedBy: formOf(sent).choices('rights').values.filter(isEnhancedGround) })
}

export function parseWitness(
  sent: Sent,
): Parsed<ReasonTyped & { readonly willing: boolean; readonly needs: string | null }> {
  const reader = formReader(sent)
  const { willing, needs } = readWitness(sent, true, reader)
  const reason = reader.text('reason', 'Enter the reason', longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ willing, needs, reason })
}

/** What may be done to somebody's part, with the words of its page. */
const partActs = {
  rights: { title: 'Change the victim’s rights', button: 'Change the rights' },
  willing: { title: 'How does the witness stand?', button: 'Record it' },
  withdrawn: { title: 'The witness withdrew', button: 'Record that they withdrew' },
  'not-a-victim': { title: 'Take the victim out of the case', button: 'Take them out' },
  'not-a-witness': { title: 'Take the witness out of the case', button: 'Take them out' },
} as const

export type PartAct = keyof typeof partActs

/** One page for each act: who it is, what is asked besides the reason, and what follows from it. */
export const partPage = (shown: CaseForm, person: CasePerson, act: PartAct): Html =>
  caseFormPage(shown, {
    ...partActs[act],
    action: paths.deskCasePersonAct(shown.file.summary.id, person.id, act),
    cancel: paths.deskCasePeople(shown.file.summary.id),
    account: false,
    fields: [
      html`<p class="govuk-body">
        <strong>${calledIn(person)}</strong>, ${partOf(person, countVictims(shown.file.people)).toLowerCase()}
      </p>`,
      asked(shown.form, act),
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Reason',
        hint: 'It stays on the record of the case',
        ...shown.form.field('reason'),
      }),
    ],
    beside: html`<p class="govuk-body">${follows[act]}</p>`,
  })

const asked = (form: Form, act: PartAct): Content => {
  if (act === 'rights') return rightsField(form, 'Why the victim has enhanced rights')
  return act === 'willing' && witnessFields(form, 'Are they willing to give evidence?')
}

const follows: Readonly<Record<PartAct, string>> = {
  rights:
    'Whoever has no ground selected has standard rights. Notices that are owed later use the new rights; one that is owed already is brought forward where they become enhanced, and never put off.',
  willing: 'A witness who had withdrawn and is willing again is a witness again.',
  withdrawn:
    'What they said before stays in the case’s material. Whether the case still stands is for its next review.',
  'not-a-victim':
    'Their details are no longer seen in this case, and no notice is owed to them in it any longer. That they were in it stays on the record.',
  'not-a-witness': 'Their details are no longer seen in this case. That they were in it stays on the record.',
}
