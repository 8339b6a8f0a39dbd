import { html, type Content, type Html } from '../platform/web/html.ts'
import { table } from '../platform/web/components/table/table.ts'
import { tag } from '../platform/web/components/tag/tag.ts'
import type { ContentShown } from './read-plan.ts'
import { statutoryContents } from './statutory-contents.ts'

/** "Two of the six are set out", in figures, and the letters of those that are missing. */
export function statutorySentence(contents: readonly ContentShown[]): string {
  const missing = contents.filter(({ setOut }) => !setOut).map(({ content }) => `(${content})`)
  const setOut = contents.length - missing.length
  if (missing.length === 0) return `All ${contents.length} are set out.`
  return `${setOut} of ${contents.length} are set out. Missing: ${missing.join(', ')}.`
}

const evidence = ({ content, text, source }: ContentShown): Content => {
  if (content === 'a') return html`The objectives stand above.`
  return text && [html`<p class="govuk-body">${text}</p>`, source && html`<p class="govuk-hint">Source: ${source}</p>`]
}

/** The six contents that section 7(1) of the 2011 Act demands, each set out or missing. */
export const statutoryCheck = (contents: readonly ContentShown[]): Html =>
  html`<h2 class="govuk-heading-m" id="statutory-contents">What the law says a plan must set out</h2>
    <p class="govuk-body">
      Police Reform and Social Responsibility Act 2011, section 7(1). ${statutorySentence(contents)} Missing means that
      it is not in what is held here.
    </p>
    ${table({
      caption: 'The six statutory contents',
      captionClasses: 'govuk-visually-hidden',
      head: ['Content', 'State', 'What the plan sets out'],
      rows: contents.map((row) => [
        `(${row.content}) ${statutoryContents[row.content]}`,
        tag({
          text: row.setOut ? 'Set out' : 'Missing',
          classes: row.setOut ? 'govuk-tag--green' : 'govuk-tag--orange',
        }),
        html`${row.setOut ? evidence(row) : 'Nothing yet'}`,
      ]),
    })}`
