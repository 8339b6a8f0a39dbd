import { attributes, html, type Html } from '../../html.ts'
import { button } from '../button/button.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type ExitThisPage = Said &
  Options<{
    redirectUrl?: string
    id?: string
    classes?: string
    attributes?: Attributes
    activatedText?: string
    timedOutText?: string
    pressTwoMoreTimesText?: string
    pressOneMoreTimeText?: string
  }>

const usualWords = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`

/** A way out for someone who must not be seen reading this. Pressing shift three times does the same. */
export const exitThisPage = (options: ExitThisPage = {}): Html =>
  html`<div${attributes({
    id: options.id || null,
    class: classNames('govuk-exit-this-page', options.classes),
    'data-module': 'govuk-exit-this-page',
    ...options.attributes,
    'data-i18n.activated': options.activatedText || null,
    'data-i18n.timed-out': options.timedOutText || null,
    'data-i18n.press-two-more-times': options.pressTwoMoreTimesText || null,
    'data-i18n.press-one-more-time': options.pressOneMoreTimeText || null,
  })}>
  ${button({
    text: isEmpty(said(options)) ? usualWords : said(options),
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })}
</div>`
