import { paths } from '../../paths.ts'
import { type Cell, wideTable } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { withQuery } from '../addresses.ts'
import { fewest } from '../measure.ts'
import { measureOfCategory } from './measures.ts'
import type { OutcomeReport } from './read-outcomes.ts'
import { type ReportLine, categoryName, reportLine } from './report-format.ts'

const number = (count: number): string => count.toLocaleString('en-GB')
const share = (percent: string | null): string => (percent === null ? '–' : `${percent}%`)
const numeric = (text: Content): Cell => ({ text, format: 'numeric' })

/** A line of the report as the published table has it: what is administratively finalised cannot be a conviction. */
function row(line: ReportLine, { area }: OutcomeReport): readonly Cell[] {
  const name = categoryName(line.category)
  const code = measureOfCategory(line.category)
  const label = code
    ? html`<a class="govuk-link" href="${withQuery(paths.measure(code), { area: area.key })}">${name}</a>`
    : name
  const none = html`<span role="img" aria-label="not possible">–</span>`
  const isAdmin = line.category === 'admin'
  const cells = [
    isAdmin ? none : number(line.convictions),
    isAdmin ? none : share(line.convictions_percent),
    number(line.unsuccessful),
    share(line.unsuccessful_percent),
    number(line.convictions + line.unsuccessful),
  ]
  if (line.category !== 'total') return [{ html: html`${label}` }, ...cells.map(numeric)]
  return [{ html: html`<strong>${label}</strong>` }, ...cells.map((cell) => numeric(html`<strong>${cell}</strong>`))]
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

/** The month in the published layout, with a last column that adds up each line. */
export const outcomeTableView = (report: OutcomeReport, heading: string): Html =>
  html`<h2 class="govuk-heading-m">${heading}</h2>
  ${wideTable({
    label: heading,
    head: ['Principal offence', ...heads.map(numeric)],
    rows: report.lines.map((line) => row(reportLine(line), report)),
    firstCellIsHeader: true,
  })}${smallNote(report)}`

const heads = ['Convictions', '% convicted', 'Unsuccessful', '% unsuccessful', 'Defendants']
