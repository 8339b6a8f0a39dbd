import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type Tag = Said & Options<{ classes?: string; attributes?: Attributes }>

export const tag = (options: Tag): Html =>
  html`<strong${attributes({ class: classNames('govuk-tag', options.classes), ...options.attributes })}>
  ${said(options)}
</strong>`
