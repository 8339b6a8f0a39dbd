import { button } from '../../platform/web/components/button/button.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { findOffence, offenceList } from '../offences/offence-list.ts'
import { searchOffences } from '../offences/offence-search.ts'
import { type Offence, modeOfTrialNames } from '../offences/offence.ts'
import type { SuspectedOffence } from '../investigation/investigation.ts'

// An offence is chosen without a script: words are sent, the form comes back with offences to choose from, and
// everything else that was typed. Words that are sent with the finished form do the same.

const most = 12
const none = 'none'

/** The offences that the words in the form find. */
export const offencesFound = (sent: Sent): readonly Offence[] => {
  const words = textOf(sent, 'offence-words')
  return words === '' ? [] : searchOffences(offenceList().index, words, most)
}

const suspected = ({ code, title }: Offence): SuspectedOffence => ({ code, title, listed: offenceList().knownOn })

/** The offence that was chosen, or null where it is not clear yet; gathers an error where words were typed and none chosen. */
export function readOffence(reader: FormReader, sent: Sent): SuspectedOffence | null {
  const words = textOf(sent, 'offence-words')
  if (words === '') return null
  // What was chosen comes before a code that was typed: by TH68006 an attempt is found, too.
  const chosen = textOf(sent, 'offence-asked') === words ? textOf(sent, 'offence') : ''
  if (chosen === none) return null
  const offence = findOffence(chosen) ?? findOffence(words.toUpperCase())
  if (offence) return suspected(offence)
  return offencesFound(sent).length > 0
    ? reader.wrong('offence', 'Choose the suspected offence, or “None of these”')
    : reader.wrong('offence-words', 'No offence is found by these words. Use others, or leave this empty')
}

/** Words, the button that looks them up, and what was found. */
export function offenceFields(
  form: Form,
  found: readonly Offence[],
  address: string,
  label = 'Suspected offence (optional)',
): Content {
  const words = form.field('offence-words').value?.trim() ?? ''
  return html`<div id="find-offence">
    ${input({
      name: 'offence-words',
      label,
      hint: 'Words of its title, such as “theft from shop”, or a code such as TH68010',
      autocomplete: 'off',
      ...form.field('offence-words'),
      formGroup: { afterInput: { html: findButton(address) } },
      inputWrapper: { classes: 'fp-find' },
    })}
    ${words !== '' && html`<input type="hidden" name="offence-asked" value="${words}" />`}
    ${found.length > 0 && choices(form, found, words)}
    ${found.length === 0 && words !== '' && html`<p class="govuk-body">${nothingToChoose(words)}</p>`}
  </div>`
}

/** A code is an answer by itself. */
const nothingToChoose = (words: string): string =>
  findOffence(words.toUpperCase())?.title ?? `No offence is found by “${words}”. Try fewer or other words.`

const findButton = (address: string): Content =>
  button({
    text: 'Find offences',
    name: 'do',
    value: 'find-offence',
    classes: 'govuk-button--secondary',
    attributes: { formaction: `${address}#find-offence` },
  })

const choices = (form: Form, found: readonly Offence[], words: string): Content =>
  radios({
    name: 'offence',
    fieldset: {
      legend: {
        text: found.length === most ? `The ${most} offences nearest to “${words}”` : `Offences found by “${words}”`,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    classes: 'govuk-radios--small',
    items: [
      ...found.map(({ code, title, modeOfTrial }) => ({
        value: code,
        text: title,
        hint: [code, modeOfTrial && modeOfTrialNames[modeOfTrial]].filter(Boolean).join(' · '),
      })),
      { value: none, text: 'None of these: it is not clear yet' },
    ],
    ...form.field('offence'),
  })
