import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type Hint = Said & Options<{ id?: string; classes?: string; attributes?: Attributes }>

export const hint = (options: Hint): Html =>
  html`<div${attributes({ id: options.id, class: classNames('govuk-hint', options.classes), ...options.attributes })}>
  ${said(options)}
</div>`
