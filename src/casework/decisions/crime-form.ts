import { dueWords, relativeDue, standingTag } from '../../duties/duty-words.ts'
import { type FormReader, formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { longestReason } from '../investigation/words.ts'
import { type CaseForm, caseFormPage } from './decision-page.ts'

export type CrimeTyped =
  | { readonly type: 'RecordAsCrime'; readonly crimeReference: string; readonly reason: string }
  | { readonly type: 'RecordAsNoCrime'; readonly reason: string }

const choices = ['crime', 'no-crime'] as const

export function parseCrime(sent: Sent): Parsed<CrimeTyped> {
  const reader = formReader(sent)
  const crime = reader.choice('crime', choices, 'Select whether it is recorded as a crime')
  const crimeReference = textOf(sent, 'reference').replaceAll(/\s/g, '').toUpperCase()
  if (crime === 'crime') checkReference(crimeReference, reader)
  const reason = reader.text('reason', 'Enter the reason', longestReason)
  if (reader.errors.length > 0 || crime === null) return rejected(sent, reader.errors)
  return crime === 'crime'
    ? accepted({ type: 'RecordAsCrime', crimeReference, reason })
    : accepted({ type: 'RecordAsNoCrime', reason })
}

function checkReference(reference: string, reader: FormReader): void {
  if (reference === '') reader.wrong('reference', 'Enter the crime reference')
  else if (!/^[A-Z0-9/-]{3,30}$/.test(reference)) {
    reader.wrong('reference', 'Crime reference must be 3 to 30 letters, figures, strokes and hyphens')
  }
}

/** Decides whether the report is recorded as a crime, beside the clock that runs. */
export function crimePage(shown: CaseForm): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Is it recorded as a crime?',
    action: paths.deskCaseCrime(file.summary.id),
    button: 'Record the decision',
    fields: [
      radios({
        name: 'crime',
        fieldset: {
          legend: {
            text: 'Is what is described an offence in law, with nothing credible against it?',
            classes: 'govuk-fieldset__legend--s',
          },
        },
        hint: 'On the balance of probabilities, as the victim tells it.',
        classes: 'govuk-radios--small',
        items: [
          { value: 'crime', text: 'Yes: record it as a crime' },
          { value: 'no-crime', text: 'No: record it as no crime' },
        ],
        ...form.field('crime'),
      }),
      input({
        name: 'reference',
        label: 'Crime reference, if it is one',
        hint: 'As your records system gives it, such as 43260123456',
        classes: 'govuk-input--width-20',
        spellcheck: false,
        autocomplete: 'off',
        ...form.field('reference'),
      }),
      textarea({
        name: 'reason',
        rows: 4,
        label: 'Reason',
        hint: 'It stays on the record of the case',
        ...form.field('reason'),
      }),
    ],
    beside: recordingClock(shown),
  })
}

function recordingClock({ file, at }: CaseForm): Content {
  const duty = file.duties.find(({ key }) => key === 'crime-recording')
  if (!duty) return null
  return html`<section class="fp-owed" aria-labelledby="clock">
    <h2 class="govuk-heading-s" id="clock">By when</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a><br />
      ${tag(standingTag(duty, at))}
      ${duty.metAt === null && html`<span class="fp-muted">${relativeDue(duty, at)}</span>`}
    </p>
    <p class="govuk-body">24 hours from the report, under the Home Office Crime Recording Rules.</p>
  </section>`
}
