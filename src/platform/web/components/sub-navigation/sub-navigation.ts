import { attributes, html, type Html } from '../../html.ts'
import { classNames, given, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type SubNavigationItem = Said & Options<{ href: string; active?: boolean; classes?: string; attributes?: Attributes }>

export type SubNavigation = Options<{
  items: Items<SubNavigationItem>
  label?: string
  classes?: string
  attributes?: Attributes
}>

function subNavigationItem(item: SubNavigationItem): Html {
  const link = {
    class: 'moj-sub-navigation__link',
    'aria-current': item.active ? 'page' : null,
    href: item.href,
    ...item.attributes,
  }
  return html`<li class="${classNames('moj-sub-navigation__item', item.classes)}"><a${attributes(link)}>${said(item)}</a></li>`
}

/** Links between the pages of one thing, such as a case. Each is a page of its own, unlike a tab. */
export const subNavigation = (options: SubNavigation): Html =>
  html`<nav${attributes({
    class: classNames('moj-sub-navigation', options.classes),
    'aria-label': options.label ?? 'Secondary navigation region',
    ...options.attributes,
  })}>
  <ul class="moj-sub-navigation__list">
    ${given(options.items).map(subNavigationItem)}
  </ul>
</nav>`
