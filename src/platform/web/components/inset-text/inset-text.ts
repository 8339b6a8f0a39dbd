import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type InsetText = Said & Options<{ id?: string; classes?: string; attributes?: Attributes }>

export const insetText = (options: InsetText): Html =>
  html`<div${attributes({
    id: options.id || null,
    class: classNames('govuk-inset-text', options.classes),
    ...options.attributes,
  })}>
  ${said(options)}
</div>`
