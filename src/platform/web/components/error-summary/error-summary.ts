import { attributes, html, type Html } from '../../html.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

type ErrorItem = Said & Options<{ href?: string; attributes?: Attributes }>

export type ErrorSummary = Options<{
  titleText?: string
  titleHtml?: Html
  descriptionText?: string
  descriptionHtml?: Html
  errorList?: readonly ErrorItem[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

function errorItem(item: ErrorItem): Html {
  if (!item.href) return html`<li>${said(item)}</li>`
  return html`<li><a${attributes({ href: item.href, ...item.attributes })}>${said(item)}</a></li>`
}

/** The component itself. A page passes its errors to the layout, which shows them once, above the heading. */
export function errorSummaryBlock(options: ErrorSummary): Html {
  const description = said({ html: options.descriptionHtml, text: options.descriptionText })
  const errors = options.errorList ?? []
  return html`<div${attributes({
    class: classNames('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  })}>
  <div role="alert">
    <h2 class="govuk-error-summary__title">${said({ html: options.titleHtml, text: options.titleText })}</h2>
    <div class="govuk-error-summary__body">
      ${isEmpty(description) ? '' : html`<p>${description}</p>`}
      ${
        errors.length > 0 &&
        html`<ul class="govuk-list govuk-error-summary__list">
          ${errors.map(errorItem)}
        </ul>`
      }
    </div>
  </div>
</div>`
}
