import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type Badge = Said & Options<{ classes?: string; attributes?: Attributes }>

/** A mark on a thing that does not change as work goes on, such as "Restricted". A status is a tag. */
export const badge = (options: Badge): Html =>
  html`<span${attributes({ class: classNames('moj-badge', options.classes), ...options.attributes })}>${said(options)}</span>`
