import { formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { html } from '../../platform/web/html.ts'
import type { HomeSection } from '../../public-pages/home-page.ts'
import { area } from '../area.ts'
import { antiSocialBehaviour } from './categories.ts'
import { wholeMonths } from './read-report.ts'
import { readStreetMonths, readStreetTypes } from './read-street.ts'
import { totalOf } from './report-format.ts'
import { wholeArea } from './street-areas.ts'

/** The latest month of recorded crime in a sentence, on the first page. */
export const crimeHomeSection: HomeSection = async (tx) => {
  const latest = wholeMonths(wholeArea, await readStreetMonths(tx)).at(-1)
  if (!latest) return null
  const types = await readStreetTypes(tx, wholeArea, latest)
  const isIncident = ({ crimeType }: (typeof types)[number]): boolean => crimeType === antiSocialBehaviour
  const [crimes, incidents] = [types.filter((type) => !isIncident(type)), types.filter(isIncident)]
  const number = (some: typeof types): string => totalOf(some).toLocaleString('en-GB')
  return html`<h2 class="govuk-heading-m">Recorded crime in ${area.name}</h2>
    <p class="govuk-body">
      The police recorded ${number(crimes)} crimes and ${number(incidents)} incidents of anti-social behaviour in
      ${formatMonth(latest)}, the latest month held.
      <a class="govuk-link" href="${paths.crime}">Recorded street crime by type, month and district</a>
    </p>`
}
