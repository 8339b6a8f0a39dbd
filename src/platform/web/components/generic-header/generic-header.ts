import { attributes, html, type Content, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options } from '../options.ts'

export type GenericHeader = Options<{
  url?: string
  logoHtml?: Content
  logoText?: string
  containerClasses?: string
  classes?: string
  attributes?: Attributes
  /** Stands at the end of the bar: who is signed in, or where to sign in. Ours; govuk-frontend has no such option. */
  end?: Content
}>

export const genericHeader = (options: GenericHeader): Html =>
  html`<div${attributes({ class: classNames('govuk-generic-header', options.classes), ...options.attributes })}>
  <div class="govuk-generic-header__container ${options.containerClasses || 'govuk-width-container'}">
    <div class="govuk-generic-header__logo">
      <a href="${options.url || '/'}" class="govuk-generic-header__homepage-link">
        ${said({ html: options.logoHtml, text: options.logoText })}
      </a>
    </div>
    ${options.end}
  </div>
</div>`
