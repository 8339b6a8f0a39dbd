import { formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { wideTable } from '../../platform/web/components/table/table.ts'
import { type Html, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { lineAddress, withQuery } from '../addresses.ts'
import { type OutcomeArea, outcomeAreaOf } from './outcome-areas.ts'
import type { OutcomeRow } from './read-outcomes.ts'
import type { LocalMonth } from '../../calendar/local-month.ts'
import { categoryName } from './report-format.ts'

/** The published rows that a month's table for an area is the sum of, and the lines of the file they stand on. */
export function outcomeRowsPage(
  month: LocalMonth,
  area: OutcomeArea,
  {
    revision,
    rows,
    contentSha256,
    fileName,
  }: {
    readonly revision: number
    readonly rows: readonly OutcomeRow[]
    readonly contentSha256: string
    readonly fileName: string
  },
): Page {
  const back = withQuery(paths.outcomes(month), { area: area.key, revision })
  return {
    title: `Rows behind the outcomes, ${formatMonth(month)}`,
    caption: area.name,
    lede: `The table for ${area.name} in ${formatMonth(month)} is the sum of these published numbers, group by group.`,
    breadcrumbs: [
      { text: 'Performance', href: paths.performance },
      { text: `Outcomes, ${formatMonth(month)}`, href: back },
      { text: 'Rows' },
    ],
    body: html`<p class="govuk-body">
        They stand in <a class="govuk-link" href="${paths.sourceFile(contentSha256)}">${fileName}</a>, revision
        ${revision} of the month. The number before each area is its line in the file.
      </p>
      ${wideTable({
        label: `Published rows, revision ${revision}`,
        head: [
          'Line',
          'Area',
          'Principal offence',
          { text: 'Convictions', format: 'numeric' },
          { text: 'Unsuccessful', format: 'numeric' },
        ],
        rows: rows.map((row) => [
          { html: lineLink(contentSha256, row.line) },
          outcomeAreaOf(row.area)?.name ?? row.area,
          categoryName(row.category),
          { text: row.convictions.toLocaleString('en-GB'), format: 'numeric' },
          { text: row.unsuccessful.toLocaleString('en-GB'), format: 'numeric' },
        ]),
      })}
      <p class="govuk-body"><a class="govuk-link" href="${back}">Back to the table</a></p>`,
  }
}

const lineLink = (sha256: string, line: number): Html =>
  html`<a class="govuk-link" href="${lineAddress(sha256, line)}" aria-label="Line ${line}">${line}</a>`
