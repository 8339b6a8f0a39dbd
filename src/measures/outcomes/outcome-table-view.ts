import { paths } from '../../paths.ts'
import { type Cell, wideTable } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { withQuery } from '../addresses.ts'
import { thousands } from '../cells.ts'
import { fewest } from '../measure.ts'
import { measureOfCategory } from './measures.ts'
import type { OutcomeReport } from './read-outcomes.ts'
import { type ReportLine, categoryName, reportLine } from './report-format.ts'

const share = (percent: string | null): string => (percent === null ? '–' : `${percent}%`)
/** Nearer to one another than the columns of other tables, so that a phone shows all of them. */
const close = 'govuk-!-padding-right-2'
const toTheRight = (text: Content, place: number): Cell => ({
  text,
  classes: `${place === 0 ? close : 'govuk-!-padding-right-0'} govuk-!-text-align-right`,
})

/** As wide as a figure. */
const figureSpace = '\u2007'

/** On a phone the share goes below its count; where there is room, figure spaces keep the shares in a column. */
const counted = (count: number, percent: string | null): Html =>
  html`${thousands(count)} ${share(percent).padStart('100.0%'.length, figureSpace)}`

/** A line of the report as the published table has it: what is administratively finalised cannot be a conviction. */
function row(line: ReportLine, { area }: OutcomeReport): readonly Cell[] {
  const { category, convictions, unsuccessful } = line
  const name = categoryName(category)
  const code = measureOfCategory(category)
  const label = code
    ? html`<a class="govuk-link" href="${withQuery(paths.measure(code), { area: area.key })}">${name}</a>`
    : html`${name}`
  const none = html`<span role="img" aria-label="not possible">–</span>`
  const cells = [
    category === 'admin' ? none : counted(convictions, line.convictions_percent),
    counted(unsuccessful, line.unsuccessful_percent),
  ]
  if (category !== 'total')
    return [{ html: label, classes: `${close} govuk-!-font-weight-regular` }, ...cells.map(toTheRight)]
  return [
    { html: label, classes: close },
    ...cells.map((cell, place) => toTheRight(html`<strong>${cell}</strong>`, place)),
  ]
}

/** Lines on which one person's case moves the percentages by several points. */
function smallLines({ lines }: OutcomeReport): readonly string[] {
  return lines
    .filter(({ category }) => category !== 'admin' && category !== 'total')
    .filter(({ convictions, unsuccessful }) => convictions + unsuccessful > 0 && convictions + unsuccessful < fewest)
    .map(({ category }) => categoryName(category).toLowerCase())
}

function smallNote(report: OutcomeReport): Content {
  const small = smallLines(report)
  if (small.length === 0) return null
  const names = new Intl.ListFormat('en-GB').format(small)
  return html`<p class="govuk-body">
    Fewer than ${fewest} defendants stand on the ${small.length === 1 ? 'line' : 'lines'} of ${names}. One person’s case
    moves such a percentage by several points.
  </p>`
}

/** The month in the published layout, but each number and its share in one cell, so that the table stands on a phone. */
export const outcomeTableView = (report: OutcomeReport, heading: string): Html =>
  html`<h2 class="govuk-heading-m">${heading}</h2>
  ${wideTable({
    label: heading,
    head: [{ text: 'Principal offence', classes: close }, ...heads.map(toTheRight)],
    rows: report.lines.map((line) => row(reportLine(line), report)),
    firstCellIsHeader: true,
  })}${smallNote(report)}`

/** With a place to break each word, for a phone. */
const heads = ['Convic\u00ADtions', 'Unsuc\u00ADcessful']
