import { toLocalDate } from '../../calendar/instant.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { calledIn, countVictims, partOf } from '../cases/case-words.ts'
import type { CaseFile, CasePerson } from '../cases/read-case.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { isBlankPerson, readPerson } from '../people/parse-person.ts'
import type { PersonDetails } from '../people/person.ts'
import { longestWords } from './checks.ts'
import { suspectFields } from './person-fields.ts'
import type { SeenSuspect } from './read-suspects.ts'

/** A person who is in the case already, or one to be recorded. */
export type SuspectTyped = { readonly who: { readonly person: string } | PersonDetails; readonly reason: string }

const prefix = 'suspect'
const somebodyNew = 'new'

/** Who is in the case and is no suspect of it yet. */
export const mayBeSuspected = (
  { people }: CaseFile,
  suspects: readonly Pick<SeenSuspect, 'person'>[],
): readonly CasePerson[] =>
  people.filter(({ id, details: known }) => known !== null && !suspects.some(({ person }) => person === id))

export function parseNewSuspect(sent: Sent, people: readonly CasePerson[], at: CaseForm['at']): Parsed<SuspectTyped> {
  const reader = formReader(sent)
  const choices = [somebodyNew, ...people.map(({ id }) => id)]
  const chosen = people.length === 0 ? somebodyNew : reader.choice('who', choices, 'Select who is suspected')
  const isNew = chosen === somebodyNew
  const typed = isNew
    ? readPerson(reader, sent, prefix, {
        missing: 'Enter the name of the suspect, or what is known instead',
        today: toLocalDate(at),
      })
    : null
  if (chosen && !isNew && !isBlankPerson(sent, prefix)) {
    reader.wrong('who', 'You chose somebody in the case and typed details of another. Do one of the two')
  }
  const reason = reader.text('reason', 'Enter why this person is suspected', longestWords)
  if (reader.errors.length > 0 || !chosen) return rejected(sent, reader.errors)
  return accepted({ who: typed ?? { person: chosen }, reason })
}

/** Names a suspect: somebody new, or a person who is in the case in another part. */
export function newSuspectPage(shown: CaseForm, people: readonly CasePerson[]): Html {
  const { form, file } = shown
  const victims = countVictims(file.people)
  const fields = suspectFields(form, prefix)
  const isNew = form.field('who').value === somebodyNew || people.length === 0
  return caseFormPage(shown, {
    title: 'Name a suspect',
    action: paths.deskCaseSuspectNew(file.summary.id),
    button: 'Add the suspect',
    cancel: paths.deskCaseSuspects(file.summary.id),
    fields: [
      html`<input type="hidden" name="person" value="${form.field('person').value ?? ''}" />`,
      people.length > 0 &&
        radios({
          name: 'who',
          fieldset: { legend: { text: 'Who is suspected?' } },
          classes: 'govuk-radios--small',
          items: [
            { value: somebodyNew, text: 'Somebody who is not in the case yet' },
            ...people.map((person) => ({
              value: person.id,
              text: calledIn(person),
              hint: partOf(person, victims),
            })),
          ],
          ...form.field('who'),
        }),
      people.length === 0
        ? fields
        : details({ summaryText: 'Who it is, if not in the case yet', html: html`${fields}`, open: isNew }),
      textarea({
        name: 'reason',
        rows: 4,
        label: 'Why this person is suspected',
        hint: 'What points to them. Everybody on the case reads it; a correction stays visible.',
        ...form.field('reason'),
      }),
    ],
  })
}

export const personOfForm = (sent: Sent): string => textOf(sent, 'person')
