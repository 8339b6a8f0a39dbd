import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { type Cell, wideTable } from '../../platform/web/components/table/table.ts'
import { type Html, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { withQuery } from '../addresses.ts'
import { numeric } from '../cells.ts'
import { lastChoice } from '../place-switch.ts'
import { forceTitle } from './dataset.ts'
import { type PlaceAsked, placeName, queryOf } from './place-asked.ts'
import type { StreetRow } from './read-view.ts'

export const rowsOnPage = 25

type CrimeRows = {
  readonly month: LocalMonth
  readonly place: PlaceAsked
  /** All rows of the month and place. */
  readonly rows: readonly StreetRow[]
  /** A crime type that is there, or null for all. */
  readonly type: string | null
  readonly page: number
}

/** The counts that a month's tables are the sum of, each with the file whose rows it counts. */
export function crimeRowsPage({ month, place, rows, type, page }: CrimeRows): Page {
  const shown = rows.filter(({ crimeType }) => type === null || crimeType === type)
  const sum = shown.reduce((total, { count }) => total + count, 0)
  const back = withQuery(paths.crimeMonth(month), queryOf(place))
  const last = Math.max(1, Math.ceil(shown.length / rowsOnPage))
  const current = Math.min(page, last)
  return {
    title: `Counts behind street crime, ${formatMonth(month)}`,
    caption: placeName(place),
    lede: `${sum.toLocaleString('en-GB')} rows${type === null ? '' : ` of the type “${type}”`}, by force, district, crime type and last outcome.`,
    breadcrumbs: [
      { text: 'Performance', href: paths.performance },
      { text: `Street crime, ${formatMonth(month)}`, href: back },
      { text: 'Counts' },
    ],
    body: html`
      ${typeSwitch(rows, place, type)}
      <p class="govuk-body">
        ${shown.length.toLocaleString('en-GB')} counts, page ${current} of ${last}.
        <a class="govuk-link" href="${withQuery(paths.crimeDownload(month, 'csv'), queryOf(place))}"
          >Download all of them as CSV</a
        >
      </p>
      ${rowsTable(shown.slice((current - 1) * rowsOnPage, current * rowsOnPage), place, type)}
      ${pagesOf({
        current,
        last,
        href: (number) => withQuery(paths.crimeRows(month), { ...queryOf(place), type, page: number }),
      })}
      <p class="govuk-body"><a class="govuk-link" href="${back}">Back to the tables</a></p>
    `,
  }
}

const typeSwitch = (rows: readonly StreetRow[], place: PlaceAsked, type: string | null): Html =>
  html`<form method="get">
    ${Object.entries(queryOf(place)).map(
      ([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${lastChoice(
      {
        id: 'type',
        name: 'type',
        label: { text: 'Crime type' },
        items: [
          { value: '', text: 'All crime types' },
          ...[...new Set(rows.map(({ crimeType }) => crimeType))]
            .toSorted()
            .map((name) => ({ value: name, text: name })),
        ],
        value: type ?? '',
      },
      'Show',
    )}
  </form>`

/** Without the columns that say the same on every line, so that the count stands on a phone's screen. */
function rowsTable(rows: readonly StreetRow[], { area }: PlaceAsked, type: string | null): Html {
  const columns: ReadonlyArray<false | { readonly head: Cell; readonly cell: (row: StreetRow) => Cell }> = [
    area.forces.length > 1 && { head: 'Force', cell: ({ force }) => forceTitle(force) },
    { head: 'District', cell: ({ district }) => district },
    type === null && { head: 'Crime type', cell: ({ crimeType }) => crimeType },
    { head: 'Last outcome', cell: ({ lastOutcome }) => lastOutcome },
    { head: numeric('Rows'), cell: ({ count }) => numeric(count.toLocaleString('en-GB')) },
    { head: 'Source file', cell: fileCell },
  ]
  const shown = columns.filter((column) => column !== false)
  return wideTable({
    label: 'Counts of rows',
    head: shown.map(({ head }) => head),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
  })
}

const fileCell = ({ fileName, contentSha256 }: StreetRow): Cell => ({
  html: html`<a class="govuk-link" href="${paths.sourceFile(contentSha256)}">${fileName}</a>`,
})
