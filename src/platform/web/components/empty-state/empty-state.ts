import { html, Html, type Content } from '../../html.ts'
import type { Options } from '../options.ts'

export type EmptyState = Options<{
  /** What is not here: "No duties are due". */
  heading: string
  headingLevel?: 2 | 3
  /** What will be here, and how it gets here. */
  text: Content
}>

/** Stands where a list or table would stand if it had rows. */
export function emptyState({ heading, headingLevel = 2, text }: EmptyState): Html {
  const level = new Html(`h${headingLevel}`)
  return html`<div class="fp-empty">
    <${level} class="govuk-heading-s">${heading}</${level}>
    <p class="govuk-body">${text}</p>
  </div>`
}
