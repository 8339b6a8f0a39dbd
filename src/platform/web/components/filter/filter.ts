import { html, type Content, type Html } from '../../html.ts'
import { button } from '../button/button.ts'
import type { Options } from '../options.ts'

type SelectedFilter = { readonly text: string; readonly href: string }

type SelectedCategory = { readonly heading: string; readonly items: readonly SelectedFilter[] }

export type Filter = Options<{
  heading?: string
  /** The fields of the form. It is sent by GET, so that a filtered list has an address. */
  options: Content
  action?: string
  submitText?: string
  /** What is chosen now; each link takes one away. */
  selected?: readonly SelectedCategory[]
  clearHref?: string
  /** Unfolded also on a narrow screen: where a field has an error. */
  open?: boolean
}>

function category({ heading, items }: SelectedCategory): Html {
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${heading}</h3>
    <ul class="moj-filter-tags">
      ${items.map(
        ({ text, href }) =>
          html`<li>
            <a class="moj-filter__tag" href="${href}"
              ><span class="govuk-visually-hidden">Remove this filter</span> ${text}</a
            >
          </li>`,
      )}
    </ul>`
}

function selectedFilters({ selected = [], clearHref }: Filter): Content {
  const chosen = selected.filter(({ items }) => items.length > 0)
  if (chosen.length === 0) return null
  return html`<div class="moj-filter__selected">
    ${chosen.map(category)}
    ${clearHref && html`<a class="govuk-link govuk-link--no-visited-state" href="${clearHref}">Clear filters</a>`}
  </div>`
}

/**
 * A form that narrows a list. Simpler than the Ministry of Justice's, and without a script: on a narrow screen the
 * fields are folded so that the list comes first, and where there is room they are always in sight.
 */
export const filter = (options: Filter): Html =>
  html`<form class="moj-filter" method="get" novalidate action="${options.action ?? ''}">
    <div class="moj-filter__header">
      <h2 class="govuk-heading-s">${options.heading ?? 'Filter'}</h2>
    </div>
    <div class="moj-filter__content">
      ${selectedFilters(options)}
      <details class="fp-fold" ${options.open && html`open`}>
        <summary class="fp-fold__summary">Filters</summary>
        <div class="moj-filter__options">
          ${options.options}
          ${button({ text: options.submitText ?? 'Apply filters', classes: 'govuk-button--secondary' })}
        </div>
      </details>
    </div>
  </form>`

/** A list with its filter: side by side where there is room. */
export const filtered = (form: Html, list: Content): Html =>
  html`<div class="fp-filtered">
    <div>${form}</div>
    <div>${list}</div>
  </div>`
