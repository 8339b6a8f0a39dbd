import { summaryList } from '../web/components/summary-list/summary-list.ts'
import { table } from '../web/components/table/table.ts'
import { type Content, html } from '../web/html.ts'
import type { Block } from './printed-document.ts'

/** The same blocks as a page shows them, so that the page and the PDF of one document cannot say different things. */
export const printedHtml = (blocks: readonly Block[]): Content =>
  html`<div class="fp-printed">${blocks.map(blockHtml)}</div>`

function blockHtml(block: Block): Content {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? html`<h2 class="govuk-heading-m">${block.text}</h2>`
        : html`<h3 class="govuk-heading-s">${block.text}</h3>`
    case 'paragraph':
      return linesOf(block.text).map(
        (line, index) =>
          html`<p class="govuk-body">
            ${index === 0 && block.label !== undefined && html`<strong>${block.label}:</strong> `}${line}
          </p>`,
      )
    case 'list':
      return html`<ul class="govuk-list govuk-list--bullet">
        ${block.items.map((item) => html`<li>${stacked(item)}</li>`)}
      </ul>`
    case 'facts':
      return summaryList({
        classes: 'govuk-summary-list--no-border',
        rows: block.rows.map(([name, text]) => ({ key: { text: name }, value: { html: html`${stacked(text)}` } })),
      })
    case 'note':
      return html`<div class="govuk-inset-text">
        ${linesOf(block.text).map((line) => html`<p class="govuk-body">${line}</p>`)}
      </div>`
    case 'table':
      return table({
        classes: 'fp-stacked',
        caption: block.caption,
        captionClasses: 'govuk-visually-hidden',
        head: block.columns.map(({ text }) => text),
        rows: block.rows.map((row) =>
          row.map((text, column) => ({
            html: html`${stacked(text)}`,
            attributes: { 'data-label': block.columns[column]?.text },
          })),
        ),
      })
  }
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')

const stacked = (text: string): Content => linesOf(text).map((line, index) => html`${index > 0 && html`<br />`}${line}`)
