import { paths } from '../paths.ts'
import { button } from '../platform/web/components/button/button.ts'
import { input } from '../platform/web/components/input/input.ts'
import { select } from '../platform/web/components/select/select.ts'
import { summaryList, type SummaryRow } from '../platform/web/components/summary-list/summary-list.ts'
import { textarea } from '../platform/web/components/textarea/textarea.ts'
import { html, type Content, type Html } from '../platform/web/html.ts'
import { csrfField, emptyForm, type Form } from '../platform/web/layout/form.ts'
import { page, type Chrome } from '../platform/web/layout/page.ts'
import type { MeasureNamed } from './latest-figures.ts'
import type { ContentShown, ObjectiveShown, PlanShown } from './read-plan.ts'
import { statutoryContents } from './statutory-contents.ts'

const crumb = { text: 'Plan', href: paths.deskPlan }

/** What every form of these pages needs besides what it shows. */
export type Sending = { readonly chrome: Chrome; readonly csrfToken: string; readonly form?: Form }

const change = (href: string, what: string, text = 'Change') => ({
  items: [{ href, text, visuallyHiddenText: what }],
})

function objectiveRow(objective: ObjectiveShown, titles: ReadonlyMap<string, string>): SummaryRow {
  const measures = objective.measures.map((code) => html`<li>${titles.get(code) ?? code}</li>`)
  return {
    key: { text: `${objective.code}. ${objective.title}` },
    value: {
      html: measures.length
        ? html`<ul class="govuk-list">
            ${measures}
          </ul>`
        : html`No measure yet. ${objective.whyNoMeasure}`,
    },
    actions: change(paths.deskObjective(objective.code), `objective ${objective.code}`),
  }
}

const contentRow = ({ content, setOut, text }: ContentShown): SummaryRow => ({
  key: { text: `(${content}) ${statutoryContents[content]}` },
  value: { text: content === 'a' && setOut ? 'Set out by the objectives' : (text ?? 'Missing') },
  actions: content === 'a' ? undefined : change(paths.deskPlanContent(content), `content ${content}`),
})

/** The plan as its body works on it. `mayWrite` is false for those who only read along. */
export const deskPlanPage = (
  chrome: Chrome,
  plan: PlanShown,
  measures: readonly MeasureNamed[],
  mayWrite: boolean,
): Html => {
  const titles = new Map(measures.map(({ code, title }) => [code, title]))
  const rowsFor = (rows: readonly SummaryRow[]): readonly SummaryRow[] =>
    mayWrite ? rows : rows.map((row) => ({ ...row, actions: undefined }))
  return page(chrome, {
    title: 'Plan',
    lede: plan.title,
    body: html` <p class="govuk-body">
        Every change is published at once, on
        <a class="govuk-link" href="${paths.plan}">the public page of the plan</a>, and stays on the record.
        ${mayWrite ? '' : 'Only the body whose plan this is may change it.'}
      </p>
      <h2 class="govuk-heading-m">Objectives and what measures them</h2>
      ${summaryList({ rows: rowsFor(plan.objectives.map((objective) => objectiveRow(objective, titles))) })}
      <h2 class="govuk-heading-m">Statutory contents</h2>
      <p class="govuk-body">Police Reform and Social Responsibility Act 2011, section 7(1).</p>
      ${summaryList({ rows: rowsFor(plan.contents.map(contentRow)) })}`,
  })
}

/** One objective: link a measure, take one away, or say why there is none. */
export const deskObjectivePage = (
  { chrome, csrfToken, form = emptyForm }: Sending,
  objective: ObjectiveShown,
  measures: readonly MeasureNamed[],
): Html => {
  const free = measures.filter(({ code }) => !objective.measures.includes(code))
  return page(chrome, {
    title: objective.title,
    caption: `Objective ${objective.code}`,
    breadcrumbs: [crumb, { text: `Objective ${objective.code}` }],
    errors: form.errors,
    body: [
      html`<h2 class="govuk-heading-m">What measures it</h2>`,
      linkedMeasures(objective, measures),
      html`<form method="post" action="${paths.deskObjectiveLink(objective.code)}" novalidate>
        ${csrfField(csrfToken)}
        ${select({
          name: 'measure',
          label: { text: 'Measure to link' },
          items: [
            { value: '', text: 'Choose a measure' },
            ...free.map(({ code, title }) => ({ value: code, text: title })),
          ],
          ...form.field('measure'),
        })}
        ${button({ text: 'Link the measure', preventDoubleClick: true })}
      </form>`,
      objective.measures.length === 0 && explainForm(objective, csrfToken, form),
    ],
  })
}

function linkedMeasures(objective: ObjectiveShown, measures: readonly MeasureNamed[]): Content {
  if (objective.measures.length === 0) return html`<p class="govuk-body">Nothing yet.</p>`
  const rows = objective.measures.map((code): SummaryRow => {
    const title = measures.find((measure) => measure.code === code)?.title ?? code
    return {
      key: { html: html`<a class="govuk-link" href="${paths.measure(code)}">${title}</a>` },
      value: { text: '' },
      actions: change(paths.deskObjectiveUnlink(objective.code, code), title, 'Take away'),
    }
  })
  return summaryList({ rows })
}

const explainForm = (objective: ObjectiveShown, csrfToken: string, form: Form): Html =>
  html`<form method="post" action="${paths.deskObjectiveExplain(objective.code)}" novalidate>
    ${csrfField(csrfToken)}
    ${textarea({
      name: 'why',
      label: { text: 'Why nothing measures it yet' },
      hint: { text: 'This stands on the public page. Plain words, one or two sentences.' },
      rows: 3,
      value: objective.whyNoMeasure ?? undefined,
      ...said(form, 'why'),
    })}
    ${button({ text: 'Save', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`

/** What was typed wins over what stands; a form that was not sent leaves what stands. */
function said(form: Form, name: string) {
  const { value, errorMessage } = form.field(name)
  return value === undefined ? { errorMessage } : { value, errorMessage }
}

/** Asks why a measure is taken away from an objective. */
export const unlinkMeasurePage = (
  { chrome, csrfToken, form = emptyForm }: Sending,
  objective: ObjectiveShown,
  measure: MeasureNamed,
): Html =>
  page(chrome, {
    title: 'Take a measure away',
    breadcrumbs: [
      crumb,
      { text: `Objective ${objective.code}`, href: paths.deskObjective(objective.code) },
      { text: 'Take away' },
    ],
    errors: form.errors,
    body: html` <p class="govuk-body">
        “${measure.title}” will no longer measure “${objective.title}”. That it did stays on the record.
      </p>
      <form method="post" action="${paths.deskObjectiveUnlink(objective.code, measure.code)}" novalidate>
        ${csrfField(csrfToken)}
        ${textarea({ name: 'reason', label: { text: 'Reason' }, rows: 3, ...form.field('reason') })}
        ${button({ text: 'Take the measure away', classes: 'govuk-button--warning', preventDoubleClick: true })}
      </form>`,
  })

/** Says what the plan sets out under one letter of section 7(1), or withdraws what was said. */
export const planContentPage = (
  { chrome, csrfToken, form = emptyForm }: Sending,
  { content, setOut, text, source }: ContentShown,
): Html =>
  page(chrome, {
    title: statutoryContents[content],
    caption: `Section 7(1)(${content})`,
    breadcrumbs: [crumb, { text: `Content (${content})` }],
    errors: form.errors,
    body: [
      html`<form method="post" action="${paths.deskPlanContent(content)}" novalidate>
        ${csrfField(csrfToken)}
        ${textarea({
          name: 'text',
          label: { text: 'What the plan sets out' },
          rows: 6,
          value: text ?? undefined,
          ...said(form, 'text'),
        })}
        ${input({
          name: 'source',
          label: { text: 'Where it stands' },
          hint: { text: 'The page or section of the plan, or its address.' },
          value: source ?? undefined,
          ...said(form, 'source'),
        })}
        ${button({ text: 'Save', preventDoubleClick: true })}
      </form>`,
      setOut && withdrawForm(content, csrfToken, form),
    ],
  })

const withdrawForm = (content: ContentShown['content'], csrfToken: string, form: Form): Html =>
  html`<h2 class="govuk-heading-m">Withdraw it</h2>
    <p class="govuk-body">If the plan does not set this out after all. It will be shown as missing.</p>
    <form method="post" action="${paths.deskPlanContentWithdraw(content)}" novalidate>
      ${csrfField(csrfToken)}
      ${textarea({ name: 'reason', label: { text: 'Reason' }, rows: 3, ...form.field('reason') })}
      ${button({ text: 'Withdraw', classes: 'govuk-button--warning', preventDoubleClick: true })}
    </form>`
