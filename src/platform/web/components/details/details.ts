import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type Details = Said &
  Options<{
    summaryText?: string
    summaryHtml?: Html
    id?: string
    open?: boolean
    classes?: string
    attributes?: Attributes
  }>

export const details = (options: Details): Html =>
  html`<details${attributes({
    id: options.id || null,
    class: classNames('govuk-details', options.classes),
    ...options.attributes,
    open: options.open,
  })}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">
      ${said({ html: options.summaryHtml, text: options.summaryText })}
    </span>
  </summary>
  <div class="govuk-details__text">
    ${said(options)}
  </div>
</details>`
