import { formatInstant, parseInstant } from '../calendar/instant.ts'
import { paths } from '../paths.ts'
import { details } from '../platform/web/components/details/details.ts'
import { button } from '../platform/web/components/button/button.ts'
import { insetText } from '../platform/web/components/inset-text/inset-text.ts'
import { pagesOf } from '../platform/web/components/pagination/pagination.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Cell, wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Page } from '../platform/web/layout/page.ts'
import { withQuery } from './addresses.ts'
import { measures } from './catalogue.ts'
import type { CsvRecord } from './sources/csv.ts'
import type { FilePage } from './sources/read-page.ts'
import type { Dataset } from './sources/dataset.ts'
import type { SourceFileTable } from './sources/tables.ts'

/** A page of a file's rows, and the number of the last page. */
type RowsShown = FilePage & { readonly last: number }

/** A source file: what it is of, its hash and licence, its rows, and the file itself. */
export function sourceFilePage(file: SourceFileTable, dataset: Dataset, shown: RowsShown | null): Page {
  return {
    title: file.file_name,
    heading: html`<span class="fp-code">${file.file_name}</span>`,
    caption: 'Source file',
    lede: `${dataset.title}: ${dataset.periodName(file.period)}.`,
    breadcrumbs: [{ text: 'Data', href: paths.data }, { text: dataset.periodName(file.period) }],
    body: html`
      ${withdrawnNotice(file, dataset)} ${facts(file, dataset)}
      ${file.withdrawn_at === null && measuresOf(file, dataset)}
      ${button({ text: 'Download this file', href: paths.sourceFileDownload(file.content_sha256) })}
      ${shown ? rowsSection(file, shown) : notHere}
    `,
  }
}

function withdrawnNotice({ period, withdrawn_at: at, withdrawn_reason: reason }: SourceFileTable, dataset: Dataset) {
  if (at === null) return null
  return insetText({
    text: `No figure comes from this file. As that of ${dataset.periodName(period)} it was withdrawn on ${formatInstant(parseInstant(at))}: ${reason}`,
  })
}

function facts(file: SourceFileTable, dataset: Dataset): Html {
  const { period } = file
  const packed = file.file_sha256 !== file.content_sha256
  return summaryList({
    rows: [
      {
        key: { text: 'Figures from it' },
        value: dataset.pageOf
          ? {
              html: html`<a class="govuk-link" href="${dataset.pageOf(period)}"
                >${dataset.title}, ${dataset.periodName(period)}</a
              >`,
            }
          : { text: dataset.periodName(period) },
      },
      { key: { text: 'Published by' }, value: { text: dataset.publisher } },
      {
        key: { text: 'Licence' },
        value: {
          html: html`<a class="govuk-link" href="${dataset.licence.path}" rel="noreferrer"
            >${dataset.licence.title}</a
          >`,
        },
      },
      { key: { text: 'Rows' }, value: { text: file.rows.toLocaleString('en-GB') } },
      { key: { text: 'Size' }, value: { text: `${file.content_bytes.toLocaleString('en-GB')} bytes` } },
      { key: { text: 'SHA-256' }, value: { html: hash(file.content_sha256) } },
      packed && { key: { text: 'SHA-256 as it was given, packed' }, value: { html: hash(file.file_sha256) } },
      { key: { text: 'Imported' }, value: { text: formatInstant(parseInstant(file.imported_at)) } },
    ],
  })
}

/** The way back from a file to every figure that rests on it. */
function measuresOf({ period }: SourceFileTable, dataset: Dataset): Html {
  const { month, place } = dataset.covers(period)
  const links = measures
    .filter((measure) => measure.dataset.key === dataset.key)
    .map(({ code, title }) => {
      const address = withQuery(paths.measureMonth(code, month), { area: place })
      return html`<li><a class="govuk-link" href="${address}">${title}</a></li>`
    })
  return details({
    summaryText: `The ${links.length} measures of ${dataset.periodName(period)} that rest on it`,
    html: html`<ul class="govuk-list">${links}</ul>`,
  })
}

/** With places to break, so that 64 characters fit a phone. */
const hash = (sha256: string): Html =>
  html`<span class="fp-code">${(sha256.match(/.{1,8}/g) ?? []).map((part) => html`${part}<wbr />`)}</span>`

const notHere = html`<div class="fp-empty">
  <p class="govuk-body">
    The file itself is not on this server, as can be after a backup was restored: backups hold the figures, not the
    files. Importing the same file again puts it back.
  </p>
</div>`

function rowsSection(file: SourceFileTable, { headings, records, current, last, line }: RowsShown): Html {
  const [first, final] = [records[0]?.line ?? 0, records.at(-1)?.line ?? 0]
  const address = paths.sourceFile(file.content_sha256)
  return html`<h2 class="govuk-heading-m">Rows</h2>
    <p class="govuk-body">
      As they stand in the file, lines ${first.toLocaleString('en-GB')} to ${final.toLocaleString('en-GB')} of
      ${(file.rows + 1).toLocaleString('en-GB')}; line 1 is the heading.
    </p>
    ${wideTable({
      label: `Rows of ${file.file_name}`,
      head: ['Line', ...headings.map((heading) => (heading === '' ? '(no heading)' : heading))],
      rows: records.map((record) => rowOf(record, line)),
      firstCellIsHeader: true,
    })}
    ${pagesOf({ current, last, href: (page) => withQuery(address, { page }) })}`
}

function rowOf({ line, cells }: CsvRecord, wanted: number | null): readonly Cell[] {
  const isWanted = line === wanted
  const shown = (text: string): Content => (isWanted ? html`<strong>${text}</strong>` : text)
  const marker = isWanted ? html`<mark id="line-${line}">${line}</mark>` : html`<span id="line-${line}">${line}</span>`
  return [{ html: marker }, ...cells.map((text) => ({ text: shown(text) }))]
}
