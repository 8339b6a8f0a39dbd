import { button } from '../../platform/web/components/button/button.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { PlaceAsked } from './place-asked.ts'
import type { StreetArea } from './street-areas.ts'

/** Shows the same page for another area or district. */
export const crimeSwitch = (
  areas: readonly StreetArea[],
  { area, district, choices }: PlaceAsked,
  more: Content = null,
): Html =>
  html`<form method="get" class="fp-switch">
    ${select({
      id: 'area',
      name: 'area',
      label: { text: 'Area' },
      items: areas.map(({ key, name }) => ({ value: key, text: name })),
      value: area.key,
    })}
    ${select({
      id: 'district',
      name: 'district',
      label: { text: 'District' },
      items: [{ value: '', text: 'All districts' }, ...choices.map((name) => ({ value: name, text: name }))],
      value: district ?? '',
    })}
    ${more} ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
