import { attributes, html, type Content, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type Legend = Said & Options<{ classes?: string; isPageHeading?: boolean }>

export type Fieldset = Options<{
  describedBy?: string
  legend?: Legend
  classes?: string
  role?: string
  attributes?: Attributes
  html?: Content
}>

function legendElement(legend: Legend | undefined): Content {
  const words = said(legend)
  if (isEmpty(words)) return null
  const inside = legend?.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words
  return html`<legend class="${classNames('govuk-fieldset__legend', legend?.classes)}">${inside}</legend>`
}

export const fieldset = (options: Fieldset): Html =>
  html`<fieldset${attributes({
    class: classNames('govuk-fieldset', options.classes),
    role: options.role,
    'aria-describedby': options.describedBy || null,
    ...options.attributes,
  })}>
  ${legendElement(options.legend)}
  ${options.html}
</fieldset>`
