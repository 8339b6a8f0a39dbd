import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'

export type WarningText = Said & Options<{ iconFallbackText?: string; classes?: string; attributes?: Attributes }>

export const warningText = (options: WarningText): Html =>
  html`<div${attributes({ class: classNames('govuk-warning-text', options.classes), ...options.attributes })}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
    ${said(options)}
  </strong>
</div>`
