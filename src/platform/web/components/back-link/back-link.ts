import { attributes, html, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type BackLink = Said & Options<{ href?: string; classes?: string; attributes?: Attributes }>

export function backLink(options: BackLink): Html {
  const words = said(options)
  const own = { href: options.href || '#', class: classNames('govuk-back-link', options.classes) }
  return html`<a${attributes({ ...own, ...options.attributes })}>${isEmpty(words) ? 'Back' : words}</a>`
}
