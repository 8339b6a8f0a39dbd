import { attributes, html, Html, type Content } from '../../html.ts'
import { classNames, given, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type CellOptions = Said &
  Options<{
    /** `numeric` sets figures of one width, aligned to the right. */
    format?: string
    classes?: string
    colspan?: number
    rowspan?: number
    attributes?: Attributes
  }>

/** A cell, or only what stands in it. */
export type Cell = CellOptions | Html | string | number

export type Table = Options<{
  rows: Items<readonly Cell[]>
  head?: readonly Cell[]
  caption?: string
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}>

const optionsOf = (cell: Cell): CellOptions =>
  typeof cell === 'string' || typeof cell === 'number' || cell instanceof Html ? { text: cell } : cell

const spans = ({ colspan, rowspan, attributes }: CellOptions): Attributes => ({
  colspan: colspan || null,
  rowspan: rowspan || null,
  ...attributes,
})

function headCell(some: Cell): Html {
  const cell = optionsOf(some)
  const classes = classNames('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th${attributes({ scope: 'col', class: classes, ...spans(cell) })}>${said(cell)}</th>`
}

function bodyCell(some: Cell, isHeader: boolean): Html {
  const cell = optionsOf(some)
  if (isHeader) {
    const classes = classNames('govuk-table__header', cell.classes)
    return html`<th${attributes({ scope: 'row', class: classes, ...spans(cell) })}>${said(cell)}</th>`
  }
  const classes = classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td${attributes({ class: classes, ...spans(cell) })}>${said(cell)}</td>`
}

function caption(options: Table): Content {
  if (!options.caption) return null
  const classes = classNames('govuk-table__caption', options.captionClasses)
  return html`<caption class="${classes}">
    ${options.caption}
  </caption>`
}

/** For a few short columns, which fit a phone. Others go into a `wideTable`. */
export const table = (options: Table): Html =>
  html`<table${attributes({ class: classNames('govuk-table', options.classes), ...options.attributes })}>
  ${caption(options)}
  ${
    options.head &&
    html`<thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${options.head.map(headCell)}
      </tr>
    </thead>`
  }
  <tbody class="govuk-table__body">
  ${given(options.rows).map(
    (row) =>
      html`<tr class="govuk-table__row">
        ${row.map((cell, column) => bodyCell(cell, column === 0 && options.firstCellIsHeader === true))}
      </tr> `,
  )}
  </tbody>
</table>`

/**
 * A table that may be wider than the screen: it scrolls by itself, by keyboard too, and says what it is. `label` is
 * the caption unless told.
 */
export function wideTable(options: Table & Options<{ label?: string }>): Html {
  const label = options.label ?? options.caption ?? 'Table'
  return html`<div class="fp-scroll" role="region" aria-label="${label}" tabindex="0">${table(options)}</div>`
}
