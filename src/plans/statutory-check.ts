import { html, type Content, type Html } from '../platform/web/html.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { tag } from '../platform/web/components/tag/tag.ts'
import type { ContentShown } from './read-plan.ts'
import { statutoryContents } from './statutory-contents.ts'

/** "2 of 6 are set out", and the letters of those that are missing. */
export function statutorySentence(contents: readonly ContentShown[]): string {
  const missing = contents.filter(({ setOut }) => !setOut).map(({ content }) => `(${content})`)
  const setOut = contents.length - missing.length
  if (missing.length === 0) return `All ${contents.length} are set out.`
  return `${setOut} of ${contents.length} are set out. Missing: ${missing.join(', ')}.`
}

function state({ content, setOut, text, source }: ContentShown): Content {
  if (!setOut) return tag({ text: 'Missing', classes: 'govuk-tag--orange' })
  const words = content === 'a' ? 'By the objectives above.' : text
  return [
    tag({ text: 'Set out', classes: 'govuk-tag--green' }),
    html`<p class="govuk-body govuk-!-margin-top-2">${words}</p>`,
    source && html`<p class="govuk-hint">Source: ${source}</p>`,
  ]
}

/** The six contents that section 7(1) of the 2011 Act demands, each set out or missing. */
export const statutoryCheck = (contents: readonly ContentShown[]): Html =>
  html`<h2 class="govuk-heading-m" id="statutory-contents">What the law says a plan must set out</h2>
    <p class="govuk-body">
      Police Reform and Social Responsibility Act 2011, section 7(1). ${statutorySentence(contents)} Missing means that
      it is not in what is held here.
    </p>
    ${summaryList({
      rows: contents.map((row) => ({
        key: { text: `(${row.content}) ${statutoryContents[row.content]}` },
        value: { html: html`${state(row)}` },
      })),
    })}`
