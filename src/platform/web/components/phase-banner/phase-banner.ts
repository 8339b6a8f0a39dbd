import { attributes, html, type Html } from '../../html.ts'
import { classNames, said, type Attributes, type Options, type Said } from '../options.ts'
import { tag, type Tag } from '../tag/tag.ts'

export type PhaseBanner = Said & Options<{ tag: Omit<Tag, 'attributes'>; classes?: string; attributes?: Attributes }>

export const phaseBanner = (options: PhaseBanner): Html =>
  html`<div${attributes({
    class: classNames('govuk-phase-banner govuk-width-container', options.classes),
    ...options.attributes,
  })}>
  <p class="govuk-phase-banner__content">
    ${tag({ ...options.tag, classes: classNames('govuk-phase-banner__content__tag', options.tag.classes) })}
    <span class="govuk-phase-banner__text">
      ${said(options)}
    </span>
  </p>
</div>`
