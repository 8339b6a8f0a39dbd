import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Html, html } from '../platform/web/html.ts'

export type CountingRule = { readonly name: string; readonly rule: string }

/** How figures are made and counted: it belongs to them, and stands on every page that shows them. */
export const countingRules = (heading: string, rules: readonly CountingRule[]): Html =>
  html`<section aria-labelledby="how-to-read">
    <h2 class="govuk-heading-m" id="how-to-read">${heading}</h2>
    ${summaryList({ rows: rules.map(({ name, rule }) => ({ key: { text: name }, value: { text: rule } })) })}
  </section>`
