import { attributes, html, Html, type Content } from '../../html.ts'
import { classNames, given, isEmpty, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

export type NavigationItem = Said &
  Options<{
    href?: string
    /** This very page. */
    current?: boolean
    /** A page that this page stands under. */
    active?: boolean
    attributes?: Attributes
  }>

type Slots = Options<{
  start?: Content
  end?: Html | Options<{ html: Content; align?: string }>
  navigationStart?: Content
  navigationEnd?: Content
}>

export type ServiceNavigation = Options<{
  navigation?: Items<NavigationItem>
  serviceName?: string
  serviceUrl?: string
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  ariaLabel?: string
  slots?: Slots
  classes?: string
  attributes?: Attributes
}>

function serviceNameOf({ serviceName, serviceUrl }: ServiceNavigation): Content {
  if (!serviceName) return null
  const inside = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

function linkTo(item: NavigationItem, here: boolean): Content {
  const words = said(item)
  const inside = here ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>` : words
  const current = here ? (item.current ? 'page' : 'true') : null
  if (item.href) {
    const own = { class: 'govuk-service-navigation__link', href: item.href, 'aria-current': current }
    return html`<a${attributes({ ...own, ...item.attributes })}>${inside}</a>`
  }
  if (isEmpty(words)) return null
  return html`<span${attributes({ class: 'govuk-service-navigation__text', 'aria-current': current })}>${inside}</span>`
}

function navigationItem(item: NavigationItem): Html {
  const here = Boolean(item.active || item.current)
  const classes = classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')
  return html`<li class="${classes}">${linkTo(item, here)}</li>`
}

/** Shown by JavaScript only, where the list has been folded away. */
function menuButton(options: ServiceNavigation, text: string, id: string): Html {
  const label = options.menuButtonLabel === text ? null : options.menuButtonLabel || null
  return html`<button${attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': id,
    'aria-label': label,
    hidden: true,
    'aria-hidden': 'true',
  })}>${text}</button>`
}

function navigation(options: ServiceNavigation): Content {
  const items = given(options.navigation)
  const { navigationStart, navigationEnd } = options.slots ?? {}
  if (items.length === 0 && isEmpty(navigationStart) && isEmpty(navigationEnd)) return null
  const text = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const collapse = options.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav${attributes({
    'aria-label': options.navigationLabel || text,
    class: classNames('govuk-service-navigation__wrapper', options.navigationClasses),
  })}>
    ${collapse && menuButton(options, text, id)}
    <ul class="govuk-service-navigation__list" id="${id}">
      ${navigationStart}
      ${items.map(navigationItem)}
      ${navigationEnd}
    </ul>
  </nav>`
}

function endSlot(slots: Slots | undefined): { readonly markup: Content; readonly inline: boolean } {
  const end = slots?.end
  if (end === undefined || end instanceof Html) return { markup: end, inline: false }
  return { markup: end.html, inline: end.align === 'inline' }
}

export function serviceNavigation(options: ServiceNavigation): Html {
  const end = endSlot(options.slots)
  const common = attributes({
    class: classNames('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  })
  const inside = html`
    <div class="${classNames('govuk-width-container', end.inline && 'govuk-service-navigation__inlining-container')}">
      ${options.slots?.start}
      <div class="govuk-service-navigation__container">${serviceNameOf(options)} ${navigation(options)}</div>
      ${end.markup}
    </div>
  `
  const isRegion = options.serviceName || !isEmpty(options.slots?.start) || !isEmpty(end.markup)
  return isRegion
    ? html`<section${attributes({ 'aria-label': options.ariaLabel ?? 'Service information' })}${common}>${inside}</section>`
    : html`<div${common}>${inside}</div>`
}
