import { type LocalMonth, formatMonth, nextMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { chartWithTable } from '../../platform/charts/chart-with-table.ts'
import { monthRuns } from '../../platform/charts/months.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { pagination } from '../../platform/web/components/pagination/pagination.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { withQuery } from '../addresses.ts'
import { missingMonths, monthList } from '../month-list.ts'
import { percentOf } from '../percent.ts'
import { placeSwitch } from '../place-switch.ts'
import { trendChart } from '../trend-chart.ts'
import { type OutcomeArea, national, outcomeAreas } from './outcome-areas.ts'
import { outcomeIntroduction } from './outcome-introduction.ts'
import { notesOn } from './outcome-notes.ts'
import { outcomeTableView } from './outcome-table-view.ts'
import type { OutcomeView, Trend } from './outcome-view.ts'
import type { OutcomeReport } from './read-outcomes.ts'
import { replacedNotice, revisionsView } from './revisions-view.ts'

/** A month's outcomes in the published layout, with how they are counted, how they moved and where they are from. */
export function outcomePage(view: OutcomeView): Page {
  const { report, months, trends } = view
  const { month, area, revision } = report
  const replaced = replacedNotice(view)
  return {
    title: `Case outcomes, ${formatMonth(month)}`,
    caption: area.name,
    lede: inOneSentence(report),
    breadcrumbs: [{ text: 'Performance', href: paths.performance }, { text: `Outcomes, ${formatMonth(month)}` }],
    notice: replaced ? { html: replaced } : undefined,
    body: html`
      ${placeSwitch(outcomeAreas, area, replaced && html`<input type="hidden" name="revision" value="${revision}" />`)}
      ${standing(report)}
      ${outcomeTableView(report, `Defendants by principal offence and outcome`)}
      ${waysOn(report)} ${beside(month, area, months)}
      <h2 class="govuk-heading-m">Over time</h2>
      ${trends.map((trend) => trendOf(trend, area))} ${outcomeIntroduction()} ${revisionsView(view)}
    `,
  }
}

function inOneSentence({ month, area, lines }: OutcomeReport): string {
  const { convictions = 0, unsuccessful = 0 } = lines.find(({ category }) => category === 'total') ?? {}
  const all = convictions + unsuccessful
  const percent = percentOf(convictions, all)
  if (percent === null) return `In ${area.name} no prosecution ended in ${formatMonth(month)}.`
  return (
    `In ${area.name} the prosecution of ${all.toLocaleString('en-GB')} defendants ended in ${formatMonth(month)}. ` +
    `${convictions.toLocaleString('en-GB')} of them (${percent}%) were convicted.`
  )
}

const standing = ({ area, month }: OutcomeReport): Html =>
  insetText({
    html: html`<p class="govuk-body">
        Each number is a count of defendants. The figures are management information, provisional, and not official
        statistics. <a class="govuk-link" href="#how-to-read">How they are counted</a>
      </p>
      ${notesOn(area.rows, month).map(({ note }) => html`<p class="govuk-body">${note}</p>`)}`,
  })

/** From the table to the rows behind it, and out to a file. */
function waysOn({ month, area, revision }: OutcomeReport): Html {
  const query = { area: area.key, revision }
  const link = (address: string, words: string): Html =>
    html`<li><a class="govuk-link" href="${withQuery(address, query)}">${words}</a></li>`
  return html`<h2 class="govuk-heading-m">Check this table</h2>
    <ul class="govuk-list">
      ${link(paths.outcomesRows(month), 'The rows of the source file that it is the sum of')}
      ${link(paths.outcomesDownload(month, 'csv'), 'Download as CSV')}
      ${link(paths.outcomesDownload(month, 'json'), 'Download as JSON')}
      ${link(paths.outcomesDescriptor(month), 'What the columns mean (Frictionless data package)')}
    </ul>`
}

/** The months before and after, and which months between them are not held. */
function beside(month: LocalMonth, area: OutcomeArea, months: readonly LocalMonth[]): Content {
  const before = months.findLast((one) => one < month)
  const after = months.find((one) => one > month)
  const missing = missingMonths(months).filter(
    (one) => (before === undefined || one > before) && (after === undefined || one < after),
  )
  const link = (one: LocalMonth | undefined) =>
    one && { href: withQuery(paths.outcomes(one), { area: area.key }), labelText: formatMonth(one) }
  return [
    pagination({
      previous: before && { ...link(before), text: 'Previous month' + (nextMonth(before) === month ? '' : ' held') },
      next: after && { ...link(after), text: 'Next month' + (nextMonth(month) === after ? '' : ' held') },
      landmarkLabel: 'Months',
    }),
    missing.length > 0 && html`<p class="govuk-body">No table is held for ${monthRuns(missing)}.</p>`,
  ]
}

function trendOf({ measure, own, whole }: Trend, area: OutcomeArea): Html {
  const isShare = measure.denominator !== null
  const places = [{ name: area.name, points: own }]
  if (isShare && area.key !== national.key) places.push({ name: national.name, points: whole })
  return html`${chartWithTable({ kind: 'line', ...trendChart(measure, places) })}
    <p class="govuk-body">
      <a class="govuk-link" href="${withQuery(paths.measure(measure.code), { area: area.key })}"
        >What is counted, and every month<span class="govuk-visually-hidden">: ${measure.title}</span></a
      >
    </p>`
}

/** 404: what the address answers for a month that is not held. It says which are. */
export const noSuchMonthPage = (asked: string, area: OutcomeArea, months: readonly LocalMonth[]): Page => ({
  title: 'There are no outcomes of that month',
  lede:
    months.length > 0
      ? `No table of case outcomes is held for ${asked}. These months are.`
      : `No table of case outcomes is held for ${asked}, nor for any other month yet.`,
  breadcrumbs: [{ text: 'Performance', href: paths.performance }, { text: 'Outcomes' }],
  body: monthList(months, (month) => withQuery(paths.outcomes(month), { area: area.key })),
})
