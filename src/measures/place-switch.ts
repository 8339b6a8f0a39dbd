import { button } from '../platform/web/components/button/button.ts'
import { type Select, select } from '../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Place } from './area.ts'

/** The last choice of a form that shows a page anew, with the button: beside it where there is room, else below. */
export const lastChoice = (choice: Omit<Select, 'classes' | 'formGroup'>, text: string): Html =>
  select({
    ...choice,
    classes: 'govuk-!-margin-right-2 govuk-!-margin-bottom-2',
    formGroup: {
      afterInput: { html: html` ${button({ text, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}` },
    },
  })

/** Shows the same page for another place. It sends a query, so that a page can be passed on as it is seen. */
export const placeSwitch = (places: readonly Place[], chosen: Place, more: Content = null): Html =>
  html`<form method="get">
    ${more}
    ${lastChoice(
      {
        id: 'area',
        name: 'area',
        label: { text: 'Area' },
        items: places.map(({ key, name }) => ({ value: key, text: name })),
        value: chosen.key,
      },
      'Show this area',
    )}
  </form>`
