import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type Breadcrumb = Said & Options<{ href?: string; attributes?: Attributes }>

export type Breadcrumbs = Options<{
  items: readonly Breadcrumb[]
  classes?: string
  collapseOnMobile?: boolean
  attributes?: Attributes
  labelText?: string
}>

function crumb(item: Breadcrumb): Html {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${said(item)}</li>`
  const link = { class: 'govuk-breadcrumbs__link', href: item.href, ...item.attributes }
  return html`<li class="govuk-breadcrumbs__list-item"><a${attributes(link)}>${said(item)}</a></li>`
}

export const breadcrumbs = (options: Breadcrumbs): Html =>
  html`<nav${attributes({
    class: classNames(
      'govuk-breadcrumbs',
      options.classes,
      options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
    ...options.attributes,
    'aria-label': options.labelText ?? 'Breadcrumb',
  })}>
  <ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol>
</nav>`
