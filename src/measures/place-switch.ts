import { button } from '../platform/web/components/button/button.ts'
import { select } from '../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Place } from './area.ts'

const show = button({
  text: 'Show this area',
  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
})

/** Shows the same page for another place. It sends a query, so that a page can be passed on as it is seen. */
export const placeSwitch = (places: readonly Place[], chosen: Place, more: Content = null): Html =>
  html`<form method="get">
    ${more}
    ${select({
      id: 'area',
      name: 'area',
      label: { text: 'Area' },
      items: places.map(({ key, name }) => ({ value: key, text: name })),
      value: chosen.key,
      classes: 'govuk-!-margin-bottom-1',
      formGroup: { afterInput: { html: html` ${show}` } },
    })}
  </form>`
