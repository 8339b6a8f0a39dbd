import { addMonths } from '../../calendar/local-date.ts'
import { type LocalMonth, firstDayOf, formatMonth, monthOf, nextMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { suspectOutcomes } from '../charging-review/outcomes.ts'
import { countingCaveats } from './outcome-caveats.ts'
import { type OutcomeRow, outcomeCategories } from './outcome-row.ts'

/** How the referrals of a month's decisions ended, in numbers of suspects, and the rows behind them as a file. */
export const outcomesPage = (
  chrome: Chrome,
  month: LocalMonth,
  rows: readonly OutcomeRow[],
  { permissions }: Viewer,
): Html =>
  page(chrome, {
    title: `Charging outcomes in ${formatMonth(month)}`,
    breadcrumbs: permissions.includes('case.read')
      ? [{ text: 'Cases', href: paths.deskCases }, { text: 'Charging outcomes' }]
      : [],
    lede: 'How charging decisions of this month ended, for each suspect, in the cases that you may read.',
    body: [
      monthLinks(month),
      rows.length === 0
        ? nothingCounted(permissions.includes('case.read'))
        : [
            table({ head: ['Outcome', numeric('Suspects'), numeric('Median working days')], rows: tableRows(rows) }),
            html`<div class="fp-actions">
              ${button({ text: 'Download the rows (CSV)', href: paths.deskChargingOutcomesFile(month) })}
            </div>`,
          ],
      html`<h2 class="govuk-heading-m">How this is counted</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${countingCaveats.map((text) => html`<li>${text}</li>`)}
        </ul>`,
    ],
  })

const nothingCounted = (readsCases: boolean): Content =>
  readsCases
    ? emptyState({
        heading: 'Nothing was decided in this month',
        text: 'A suspect is counted here once a prosecutor has decided. Only cases that you may read are counted.',
      })
    : emptyState({
        heading: 'Nothing can be counted for you here',
        text: 'Only cases that you may read are counted, and your role reads none.',
      })

const numeric = (text: string | number): Cell => ({ text, format: 'numeric' })

function tableRows(rows: readonly OutcomeRow[]): ReadonlyArray<readonly Cell[]> {
  const lines = Object.entries(outcomeCategories).map(([outcome, category]) => {
    const of = rows.filter((row) => row.outcome === category)
    return [outcomeWords(outcome), numeric(of.length), numeric(medianDays(of))]
  })
  return [...lines, ['All', numeric(rows.length), numeric(medianDays(rows))]]
}

const outcomeWords = (outcome: string): string =>
  Object.entries(suspectOutcomes).find(([key]) => key === outcome)?.[1] ?? outcome

/** In the middle, half a day where two stand there; a dash where there is nobody. */
function medianDays(rows: readonly OutcomeRow[]): string {
  const days = rows.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays])).toSorted((a, b) => a - b)
  const lower = days[Math.floor((days.length - 1) / 2)]
  const upper = days[Math.floor(days.length / 2)]
  if (rows.length === 0) return '–'
  return lower === undefined || upper === undefined ? 'Not known' : String((lower + upper) / 2)
}

function monthLinks(month: LocalMonth): Content {
  const before = monthOf(addMonths(firstDayOf(month), -1))
  const link = (to: LocalMonth) =>
    html`<a class="govuk-link" href="${paths.deskChargingOutcomesOf(to)}">${formatMonth(to)}</a>`
  return html`<nav class="fp-actions" aria-label="Months">${link(before)} ${link(nextMonth(month))}</nav>`
}
