import { type Content, html } from '../../platform/web/html.ts'

/** Text as it was typed, a paragraph for each line; `label` stands before the first. */
export const paragraphs = (text: string, label?: string): Content =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(
      (line, index) =>
        html`<p class="govuk-body">
          ${index === 0 && label !== undefined && html`<span class="fp-muted">${label}:</span> `}${line}
        </p>`,
    )
