import { attributes, html, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

export type ErrorMessage = Said &
  Options<{
    id?: string
    classes?: string
    attributes?: Attributes
    /** Read out before the message. "Error" unless told; empty for none. */
    visuallyHiddenText?: string
  }>

export function errorMessage(options: ErrorMessage): Html {
  const prefix = options.visuallyHiddenText ?? 'Error'
  const spoken = isEmpty(prefix) ? '' : html`<span class="govuk-visually-hidden">${prefix}:</span> `
  return html`<p${attributes({
    id: options.id,
    class: classNames('govuk-error-message', options.classes),
    ...options.attributes,
  })}>
  ${spoken}${said(options)}
</p>`
}
