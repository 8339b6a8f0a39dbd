import { parseInstant, toLocalDate } from '../calendar/instant.ts'
import { formatDateShort } from '../calendar/local-date.ts'
import { paths } from '../paths.ts'
import { details } from '../platform/web/components/details/details.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Page } from '../platform/web/layout/page.ts'
import type { Dataset } from './sources/dataset.ts'
import type { SourceFileTable } from './sources/tables.ts'

/** Every dataset with its licence, its downloads and the files it was imported from. */
export const dataPage = (datasets: readonly Dataset[], files: readonly SourceFileTable[]): Page => ({
  title: 'Data',
  lede: 'The published data that the figures here come from: whose it is, under which licence, and every file, to check and to use.',
  body: html`
    ${datasets.map((dataset) =>
      datasetSection(
        dataset,
        files.filter((file) => file.dataset === dataset.key),
      ),
    )}
    <h2 class="govuk-heading-m">How to check a figure</h2>
    <p class="govuk-body">
      Every month of a <a class="govuk-link" href="${paths.performance}">measure</a> leads to the rows it is the sum of,
      and each row to its line in a file. A file is kept under the SHA-256 of its content: when you download it,
      <span class="fp-code">sha256sum</span> on your computer gives the same 64 characters, or the file is not the one
      that the figures came from.
    </p>
  `,
})

function datasetSection(dataset: Dataset, files: readonly SourceFileTable[]): Html {
  const { key, title, about, publisher, licence, address, downloads = [] } = dataset
  return html`<section aria-labelledby="${key}">
    <h2 class="govuk-heading-m" id="${key}">${title}</h2>
    <p class="govuk-body">${about}</p>
    ${summaryList({
      rows: [
        {
          key: { text: 'Published by' },
          value: { html: address ? externalLink(address, publisher) : html`${publisher}` },
        },
        { key: { text: 'Licence' }, value: { html: externalLink(licence.path, licence.title) } },
        { key: { text: 'Held here' }, value: { text: heldInWords(files) } },
        downloads.length > 0 && { key: { text: 'Download' }, value: { html: downloadList(downloads) } },
      ],
    })}
    ${files.length > 0 && details({ summaryText: `All ${files.length} source files`, html: fileTable(dataset, files) })}
  </section>`
}

const externalLink = (href: string, text: string): Html =>
  html`<a class="govuk-link" href="${href}" rel="noreferrer">${text}</a>`

function heldInWords(files: readonly SourceFileTable[]): string {
  const held = files.filter((file) => file.withdrawn_at === null)
  if (held.length === 0) return 'nothing yet'
  const rows = held.reduce((sum, file) => sum + file.rows, 0)
  return `${held.length} ${held.length === 1 ? 'file' : 'files'} with ${rows.toLocaleString('en-GB')} rows`
}

const downloadList = (downloads: NonNullable<Dataset['downloads']>): Content =>
  html`<ul class="govuk-list">
    ${downloads.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
  </ul>`

function fileTable(dataset: Dataset, files: readonly SourceFileTable[]): Html {
  return wideTable({
    label: `Source files of ${dataset.title}`,
    head: ['Of', 'File', { text: 'Rows', format: 'numeric' }, 'Imported'],
    rows: files.map((file) => [
      dataset.periodName(file.period),
      { html: html`<a class="govuk-link" href="${paths.sourceFile(file.content_sha256)}">${file.file_name}</a>` },
      { text: file.rows.toLocaleString('en-GB'), format: 'numeric' },
      `${formatDateShort(toLocalDate(parseInstant(file.imported_at)))}${file.withdrawn_at === null ? '' : ', withdrawn'}`,
    ]),
  })
}
