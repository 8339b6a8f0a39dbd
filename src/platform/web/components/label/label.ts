import { attributes, html, nothing, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type Label = Said & Options<{ for?: string; isPageHeading?: boolean; classes?: string; attributes?: Attributes }>

export function label(options: Label): Html {
  const words = said(options)
  if (isEmpty(words)) return nothing
  const element = html`<label${attributes({
    class: classNames('govuk-label', options.classes),
    ...options.attributes,
    for: options.for || null,
  })}>
  ${words}
</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
