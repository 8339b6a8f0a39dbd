import { attributes, html, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type Button = Said &
  Options<{
    name?: string
    type?: 'button' | 'submit' | 'reset'
    value?: string
    disabled?: boolean
    /** Makes it a link that looks like a button. */
    href?: string
    classes?: string
    attributes?: Attributes
    preventDoubleClick?: boolean
    isStartButton?: boolean
    id?: string
  }>

const startIcon = html`<svg
  class="govuk-button__start-icon"
  xmlns="http://www.w3.org/2000/svg"
  width="17.5"
  height="19"
  viewBox="0 0 33 40"
  aria-hidden="true"
  focusable="false"
>
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`

export function button(options: Button): Html {
  const common: Attributes = {
    class: classNames('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id || null,
  }
  const wrap = options.isStartButton && !isEmpty(options.html)
  const words = wrap ? html`<span>${options.html}</span>` : said(options)
  const inside = html` ${words} ${options.isStartButton && startIcon} `
  if (options.href) {
    return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false', ...common })}>${inside}</a>`
  }
  const own: Attributes = {
    type: options.type || 'submit',
    value: options.value || null,
    name: options.name || null,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : null,
    'data-prevent-double-click': options.preventDoubleClick?.toString(),
  }
  return html`<button${attributes({ ...own, ...common })}>${inside}</button>`
}
