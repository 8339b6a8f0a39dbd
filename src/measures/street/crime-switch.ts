import { select } from '../../platform/web/components/select/select.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { lastChoice } from '../place-switch.ts'
import type { PlaceAsked } from './place-asked.ts'
import type { StreetArea } from './street-areas.ts'

/** Shows the same page for another area or district. It sends a query, so that a page can be passed on as it is seen. */
export const crimeSwitch = (areas: readonly StreetArea[], { area, district, choices }: PlaceAsked): Html =>
  html`<form method="get">
    ${select({
      id: 'area',
      name: 'area',
      label: { text: 'Area' },
      items: areas.map(({ key, name }) => ({ value: key, text: name })),
      value: area.key,
    })}
    ${lastChoice(
      {
        id: 'district',
        name: 'district',
        label: { text: 'District' },
        items: [{ value: '', text: 'All districts' }, ...choices.map((name) => ({ value: name, text: name }))],
        value: district ?? '',
      },
      'Show',
    )}
  </form>`
