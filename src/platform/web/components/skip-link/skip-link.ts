import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type SkipLink = Said & Options<{ href?: string; classes?: string; attributes?: Attributes }>

export const skipLink = (options: SkipLink): Html =>
  html`<a${attributes({
    href: options.href || '#content',
    class: classNames('govuk-skip-link', options.classes),
    ...options.attributes,
    'data-module': 'govuk-skip-link',
  })}>${said(options)}</a>`
