import { formatDate, parseLocalDate } from '../calendar/local-date.ts'
import { paths } from '../paths.ts'
import { html, type Content, type Html } from '../platform/web/html.ts'
import { page, type Chrome } from '../platform/web/layout/page.ts'
import type { LatestFigure } from './latest-figures.ts'
import type { ObjectiveShown, PlanShown } from './read-plan.ts'
import { statutoryCheck, statutorySentence } from './statutory-check.ts'
import { objectiveLimbs } from './statutory-contents.ts'

const planningPeriod = ({ startsOn, endsOn }: PlanShown): string =>
  `${formatDate(parseLocalDate(startsOn))} to ${formatDate(parseLocalDate(endsOn))}`

/** What measures an objective, with the latest figure of each; or, in plain words, that nothing does yet. */
function measuredBy(
  { measures, whyNoMeasure }: ObjectiveShown,
  figures: readonly LatestFigure[],
  place: string,
): Content {
  if (measures.length === 0) {
    return html`<p class="govuk-body"><strong>No measure yet.</strong> ${whyNoMeasure ?? 'Nobody has said why.'}</p>`
  }
  const shown = figures.filter(({ code }) => measures.includes(code))
  return html`<ul class="govuk-list govuk-list--bullet">
    ${shown.map(
      ({ code, title, latest }) =>
        html`<li><a class="govuk-link" href="${paths.measure(code, place)}">${title}</a>: ${latest}</li>`,
    )}
  </ul>`
}

const objectiveItem = (objective: ObjectiveShown, figures: readonly LatestFigure[], place: string): Html =>
  html`<li>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href="${paths.objective(objective.code)}">${objective.code}. ${objective.title}</a>
    </h3>
    ${objective.limb && html`<p class="govuk-hint">${objectiveLimbs[objective.limb]}</p>`}
    ${measuredBy(objective, figures, place)}
  </li>`

/** The public page of the area's police and crime plan. */
export const planPage = (chrome: Chrome, plan: PlanShown, bodyName: string, figures: readonly LatestFigure[]): Html =>
  page(chrome, {
    title: 'Police and crime plan',
    caption: bodyName,
    lede: `${plan.title}: ${planningPeriod(plan)}.`,
    body: html` <p class="govuk-body">
        A police and crime plan says what the area wants of its policing, and everything else here is measured against
        it. Of the six things that the law says a plan must set out,
        <a class="govuk-link" href="#statutory-contents">${lowerFirst(statutorySentence(plan.contents))}</a>
      </p>
      <h2 class="govuk-heading-m">Objectives</h2>
      ${
        plan.objectives.length === 0
          ? html`<p class="govuk-body">The plan states no objective yet. The local policing body states them.</p>`
          : html`<ul class="govuk-list">
              ${plan.objectives.map((objective) => objectiveItem(objective, figures, plan.place))}
            </ul>`
      }
      ${statutoryCheck(plan.contents)}
      <h2 class="govuk-heading-m">Where this comes from</h2>
      <p class="govuk-body">${plan.source}</p>
      ${plan.note && html`<p class="govuk-body">${plan.note}</p>`}`,
  })

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** What the address answers while the area has no plan. */
export const noPlanPage = (chrome: Chrome): Html =>
  page(chrome, {
    title: 'Police and crime plan',
    lede: 'No plan has been published here yet.',
    body: html`<p class="govuk-body">
      Each local policing body must issue a police and crime plan within the financial year of each ordinary election
      (Police Reform and Social Responsibility Act 2011, section 5). It will stand here, with its objectives and what
      measures each of them.
    </p>`,
  })

/** One objective, with what measures it and how those stand. */
export const objectivePage = (
  chrome: Chrome,
  plan: PlanShown,
  objective: ObjectiveShown,
  figures: ReadonlyArray<LatestFigure & { readonly chart: Content }>,
): Html =>
  page(chrome, {
    title: objective.title,
    caption: `Objective ${objective.code} of the police and crime plan`,
    breadcrumbs: [{ text: 'Police and crime plan', href: paths.plan }, { text: `Objective ${objective.code}` }],
    body: [
      objective.limb &&
        html`<p class="govuk-body">
          ${objectiveLimbs[objective.limb]} (Police Reform and Social Responsibility Act 2011, section 7(2)).
        </p>`,
      objective.measures.length === 0
        ? measuredBy(objective, [], plan.place)
        : html`<p class="govuk-body">
            What measures it shows how things go, not what caused them. The plan sets no target here, and the law asks
            for none.
          </p>`,
      figures.map(
        ({ code, title, latest, chart }) => html`
          <section>
            <h2 class="govuk-heading-m">${title}</h2>
            <p class="govuk-body">${latest}</p>
            ${chart}
            <p class="govuk-body">
              <a class="govuk-link" href="${paths.measure(code, plan.place)}">
                What is counted, and every month<span class="govuk-visually-hidden"> of ${title}</span>
              </a>
            </p>
          </section>
        `,
      ),
      neighbours(plan, objective),
    ],
  })

function neighbours({ objectives }: PlanShown, { code }: ObjectiveShown): Content {
  const place = objectives.findIndex((objective) => objective.code === code)
  const link = (words: string, objective: ObjectiveShown | undefined): Content =>
    objective &&
    html`<li>
      ${words}:
      <a class="govuk-link" href="${paths.objective(objective.code)}">${objective.code}. ${objective.title}</a>
    </li>`
  return html`<nav aria-label="Other objectives">
    <ul class="govuk-list">
      ${link('Before', objectives[place - 1])} ${link('Next', objectives[place + 1])}
    </ul>
  </nav>`
}
