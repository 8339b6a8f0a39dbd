import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, csrfField, rejected } from '../../platform/web/layout/form.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import type { Offence } from '../offences/offence.ts'
import { type OwnPoints, longestElement, longestReason } from './own-points.ts'
import type { Element } from './points-to-prove.ts'
import type { PointsHere } from './read-points.ts'

const confidences = ['confirmed', 'unconfirmed'] as const

export const pointsSent = (offence: Offence, points: PointsHere | null): Sent => ({
  title: points?.title ?? offence.title,
  statute: points?.statute ?? '',
  section: points?.section ?? '',
  elements: points?.elements.map(({ words }) => words).join('\n') ?? '',
  confidence: points?.own ? points.confidence : '',
})

export function parsePoints(
  sent: Sent,
  before: PointsHere | null,
): Parsed<{ readonly points: OwnPoints; readonly reason: string }> {
  const reader = formReader(sent)
  const title = reader.text('title', 'Enter what the offence is called', longestElement)
  const statute = reader.text('statute', 'Enter the Act, or “Common law”', longestElement)
  const section = reader.text('section', undefined, longestElement)
  const lines = reader.text('elements', 'Enter what must be proved, one thing on each line', 20_000)
  const confidence = reader.choice('confidence', confidences, 'Select whether the area’s lawyers have checked it')
  const reason = reader.text('reason', 'Enter the reason for the change', longestReason)
  if (reader.errors.length > 0 || !confidence) return rejected(sent, reader.errors)
  const elements = elementsOf(lines, before?.elements ?? [])
  return accepted({ points: { title, statute, section: section || null, elements, confidence }, reason })
}

/** What keeps its words keeps its key, so that what proves it is known again. Others get keys that it does not have. */
function elementsOf(lines: string, before: readonly Element[]): readonly Element[] {
  const kept = new Map(before.map(({ key, words }) => [words, key]))
  const taken = before.map(({ key }) => Number(/^area-(\d+)$/.exec(key)?.[1] ?? 0))
  let next = Math.max(0, ...taken)
  return lines
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((words) => {
      const key = kept.get(words)
      if (key !== undefined) return { key, words }
      next += 1
      return { key: `area-${next}`, words }
    })
}

/** The area's lawyers write what must be proved for one offence. */
export function changePointsPage(
  { chrome, csrfToken }: { readonly chrome: Chrome; readonly csrfToken: string },
  offence: Offence,
  /** The number of the version that the form was made from: 0 for the draft that comes with the software. */
  version: number,
  form: Form,
): Html {
  const { code, title } = offence
  const path = paths.deskPointsToProveOf(code)
  return page(chrome, {
    title: `Change what must be proved: ${title}`,
    heading: 'Change what must be proved',
    caption: `${code} ${title}`,
    breadcrumbs: [
      { text: 'Points to prove', href: paths.deskPointsToProve },
      { text: code, href: path },
      { text: 'Change' },
    ],
    errors: form.errors,
    body: html`<form class="fp-form" method="post" action="${path}/change" novalidate>
      ${csrfField(csrfToken)}
      <input type="hidden" name="version" value="${version}" />
      <p class="govuk-body">
        What you write holds for every review from now on. A review that has taken the points already keeps them until its
        prosecutor takes the new ones.
      </p>
      ${input({ name: 'title', label: 'Offence', ...form.field('title') })}
      ${input({ name: 'statute', label: 'Act', hint: 'Such as Theft Act 1968, or Common law', ...form.field('statute') })}
      ${input({ name: 'section', label: 'Section (optional)', classes: 'govuk-input--width-10', ...form.field('section') })}
      ${textarea({
        name: 'elements',
        rows: 10,
        label: { text: 'What must be proved', classes: 'govuk-label--s' },
        hint: 'One thing on each line, in words that material can be held against',
        ...form.field('elements'),
      })}
      ${radios({
        name: 'confidence',
        fieldset: { legend: { text: 'Have the area’s lawyers checked it?', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: [
          { value: 'confirmed', text: 'Yes, it is checked' },
          { value: 'unconfirmed', text: 'No, it is still to be checked' },
        ],
        ...form.field('confidence'),
      })}
      ${textarea({
        name: 'reason',
        rows: 3,
        label: { text: 'Reason for the change', classes: 'govuk-label--s' },
        hint: 'It stays on the record: a new Act, a judgment, a correction',
        ...form.field('reason'),
      })}
      <div class="govuk-button-group">
        ${button({ text: 'Save what must be proved', preventDoubleClick: true })}
        <a class="govuk-link" href="${path}">Cancel</a>
      </div>
    </form>`,
  })
}
