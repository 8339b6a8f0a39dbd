import { formatInstant, parseInstant } from '../../calendar/instant.ts'
import { formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { CrimeMonth } from './crime-month-page.ts'
import { forceTitle } from './dataset.ts'
import type { FileShown, TypeChanged } from './read-view.ts'

/** Each force's file with its hash, every revision, and what each changed. */
export const filesView = ({ month, files, changes }: Pick<CrimeMonth, 'month' | 'files' | 'changes'>): Html =>
  html`<section aria-labelledby="files">
    <h2 class="govuk-heading-m" id="files">Source files</h2>
    <p class="govuk-body">
      ${
        files.every(({ revision }) => revision === 1)
          ? `One file of each force has been imported for ${formatMonth(month)}. None has been revised.`
          : 'Figures are counted from the file that stands. Those it replaced are kept.'
      }
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${files.map((file) => fileItem(file, files, changes))}
    </ul>
  </section>`

function fileItem(file: FileShown, files: readonly FileShown[], changes: readonly TypeChanged[]): Html {
  const { force, revision, current, fileName, contentSha256, importedAt, rows } = file
  const several = files.filter((one) => one.force === force).length > 1
  return html`<li>
    ${forceTitle(force)}${several && `, revision ${revision}, ${current ? 'which stands' : 'replaced'}`}:
    <a class="govuk-link" href="${paths.sourceFile(contentSha256)}">${fileName}</a>, ${rows.toLocaleString('en-GB')} rows,
    imported on ${formatInstant(parseInstant(importedAt))}.
    <span class="fp-muted">SHA-256 <span class="fp-code">${contentSha256.slice(0, 16)}…</span></span>
    ${changesView(
      revision,
      changes.filter((change) => change.force === force && change.revision === revision),
    )}
  </li>`
}

function changesView(revision: number, changes: readonly TypeChanged[]): Content {
  if (revision === 1) return null
  if (changes.length === 0) return html`It changed no count by type of revision ${revision - 1}.`
  const numeric = (count: number) => ({ text: count.toLocaleString('en-GB'), format: 'numeric' })
  return details({
    summaryText: `It changed ${changes.length} ${changes.length === 1 ? 'count' : 'counts'} by type of revision ${revision - 1}`,
    html: table({
      head: ['Crime type', { text: 'Before', format: 'numeric' }, { text: 'After', format: 'numeric' }],
      rows: changes.map(({ crimeType, before, after }) => [crimeType, numeric(before), numeric(after)]),
      firstCellIsHeader: true,
    }),
  })
}
