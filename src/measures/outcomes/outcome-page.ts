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
import type { RevisionShown } from './read-revisions.ts'
import { notInForceNotice, revisionsView, withdrawnList } from './revisions-view.ts'

/** A month's outcomes in the published layout, with how they are counted, how they moved and where they are from. */
export function outcomePage(view: OutcomeView): Page {
  const { report, months, trends } = view
  const { month, area, revision } = report
  const notice = notInForceNotice(view)
  return {
    title: `Case outcomes, ${formatMonth(month)}`,
    caption: area.name,
    lede: inOneSentence(report),
    breadcrumbs: [{ text: 'Performance', href: paths.performance }, { text: `Outcomes, ${formatMonth(month)}` }],
    notice: notice ? { html: notice } : undefined,
    body: html`
      ${placeSwitch(outcomeAreas, area, notice && html`<input type="hidden" name="revision" value="${revision}" />`)}
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
        Each number is a count of defendants, with its share of the line. The figures are management information,
        provisional, and not official statistics. <a class="govuk-link" href="#how-to-read">How they are counted</a>
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
  return html`${chartWithTable(trendChart(measure, places))}
    <p class="govuk-body">
      <a class="govuk-link" href="${withQuery(paths.measure(measure.code), { area: area.key })}"
        >What is counted, and every month<span class="govuk-visually-hidden">: ${measure.title}</span></a
      >
    </p>`
}

/** What was asked for and is not there, and what there is. */
type NotThere = {
  readonly month: LocalMonth | null
  /** The month as the address has it. */
  readonly asked: string
  readonly area: OutcomeArea
  readonly revision: number | null
  readonly months: readonly LocalMonth[]
  /** The month's revisions, where every one was withdrawn. */
  readonly withdrawn: readonly RevisionShown[]
}

/** What the address answers for a month that has no figures in force, or not the revision asked for. */
export function noSuchMonthPage({ month, asked, area, revision, months, withdrawn }: NotThere): Page {
  const name = month ? formatMonth(month) : asked
  return {
    title: withdrawn.length > 0 ? `The outcomes of ${name} were withdrawn` : 'There are no such outcomes',
    lede:
      month && months.includes(month)
        ? `${name} has no revision ${revision}. These months have figures in force.`
        : `No table of case outcomes is ${withdrawn.length > 0 ? 'in force' : 'held'} for ${name}${months.length > 0 ? '. These months have one.' : ', nor for any other month yet.'}`,
    breadcrumbs: [{ text: 'Performance', href: paths.performance }, { text: 'Outcomes' }],
    body: html`${month && withdrawn.length > 0 && withdrawnList(month, area, withdrawn)}
    ${monthList(months, (one) => withQuery(paths.outcomes(one), { area: area.key }))}`,
  }
}
