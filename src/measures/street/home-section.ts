import { formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { html } from '../../platform/web/html.ts'
import type { HomeSection } from '../../public-pages/home-page.ts'
import { area } from '../area.ts'
import { placeAsked } from './place-asked.ts'
import { wholeMonths } from './read-report.ts'
import { readHeld, readSeries } from './read-view.ts'
import { crimesAndIncidents, typeSeries } from './series.ts'

/** The latest month of recorded crime in a sentence, on the first page. */
export const crimeHomeSection: HomeSection = async (tx) => {
  const held = await readHeld(tx)
  const place = placeAsked({}, held)
  const latest = wholeMonths(place.area, held.months).at(-1)
  if (!latest) return null
  const months = [latest]
  const { crimes, incidents } = crimesAndIncidents(typeSeries(await readSeries(tx, place), months), months)
  const number = (some: typeof crimes): string => (some.at(-1)?.value ?? 0).toLocaleString('en-GB')
  return html`<h2 class="govuk-heading-m">Recorded crime in ${area.name}</h2>
    <p class="govuk-body">
      The police recorded ${number(crimes)} crimes and ${number(incidents)} incidents of anti-social behaviour in
      ${formatMonth(latest)}, the latest month held.
      <a class="govuk-link" href="${paths.crime}">Recorded street crime by type, month and district</a>
    </p>`
}
