import { attributes, html, Html, type Content } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type NotificationBanner = Said &
  Options<{
    titleText?: string
    titleHtml?: Html
    titleHeadingLevel?: string | number
    type?: string
    role?: string
    titleId?: string
    disableAutoFocus?: boolean
    classes?: string
    attributes?: Attributes
  }>

function bannerTitle(options: NotificationBanner): Content {
  const words = said({ html: options.titleHtml, text: options.titleText })
  if (!isEmpty(words)) return words
  return options.type === 'success' ? 'Success' : 'Important'
}

function bannerBody(options: NotificationBanner): Content {
  if (!isEmpty(options.html)) return options.html
  if (isEmpty(options.text)) return null
  return html`<p class="govuk-notification-banner__heading">${options.text}</p>`
}

export function notificationBanner(options: NotificationBanner): Html {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const heading = new Html(`h${Number(options.titleHeadingLevel || 2)}`)
  return html`<div${attributes({
    class: classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', options.classes),
    role: options.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
  })}>
  <div class="govuk-notification-banner__header">
    <${heading} class="govuk-notification-banner__title" id="${titleId}">
      ${bannerTitle(options)}
    </${heading}>
  </div>
  <div class="govuk-notification-banner__content">
    ${bannerBody(options)}
  </div>
</div>`
}
