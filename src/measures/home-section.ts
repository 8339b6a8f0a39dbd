import { formatMonth } from '../calendar/local-month.ts'
import { paths } from '../paths.ts'
import { figures } from '../platform/web/components/figures/figures.ts'
import { html } from '../platform/web/html.ts'
import type { HomeSection } from '../public-pages/home-page.ts'
import { area } from './area.ts'
import { measures } from './catalogue.ts'
import { readOutcomeMonths } from './outcomes/read-outcomes.ts'
import { headlineCodes, headlineFigures } from './performance-page.ts'
import { readListed } from './read-measures.ts'

/** The latest month's outcomes in three numbers, on the first page. */
export const outcomesHomeSection: HomeSection = async (tx) => {
  const latest = (await readOutcomeMonths(tx)).at(-1)
  if (!latest) return null
  const shown = measures.filter(({ code }) => headlineCodes.includes(code))
  return html`<h2 class="govuk-heading-m">How prosecutions ended in ${area.name}</h2>
    ${figures(headlineFigures(await readListed(tx, shown)))}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.outcomes(latest)}">Case outcomes, ${formatMonth(latest)}</a>, the latest month
      held. The figures count defendants, are provisional, and are not official statistics.
    </p>`
}
