import { parseInstant } from '../../calendar/instant.ts'
import { formatInstant } from '../../calendar/instant.ts'
import { formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { withQuery } from '../addresses.ts'
import { outcomeAreaOf } from './outcome-areas.ts'
import type { OutcomeView } from './outcome-view.ts'
import type { NumberChanged, RevisionShown } from './read-revisions.ts'
import { categoryName } from './report-format.ts'

/** Which revision of a month this is, what came before it, and what each changed. */
export function revisionsView(view: OutcomeView): Html {
  const { report, revisions } = view
  const { month } = report
  const only = revisions.length === 1 && revisions[0]
  return html`<section aria-labelledby="revisions">
    <h2 class="govuk-heading-m" id="revisions">Revisions</h2>
    ${
      only
        ? html`<p class="govuk-body">
            One table has been imported for ${formatMonth(month)}: ${fileLink(only)}, on
            ${formatInstant(parseInstant(only.importedAt))}. It has not been revised.
          </p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${revisions.toReversed().map((revision) => revisionItem(view, revision))}
          </ul>`
    }
  </section>`
}

const fileLink = ({ contentSha256, fileName }: RevisionShown): Html =>
  html`<a class="govuk-link" href="${paths.sourceFile(contentSha256)}">${fileName}</a>`

function revisionItem({ report: { month, area, revision: shown }, changes }: OutcomeView, one: RevisionShown): Html {
  const { revision, current, importedAt, reinstatedAt } = one
  const href = withQuery(paths.outcomes(month), { area: area.key, revision: current ? null : revision })
  const name = `Revision ${revision}`
  const own = changes.filter((change) => change.revision === revision)
  return html`<li>
    ${revision === shown ? html`<strong>${name}, shown here</strong>` : html`<a class="govuk-link" href="${href}">${name}</a>`}${
      current ? ', in force' : ', replaced'
    }:
    ${fileLink(one)}, imported on
    ${formatInstant(parseInstant(importedAt))}${
      reinstatedAt !== null && `, and put in force again on ${formatInstant(parseInstant(reinstatedAt))}`
    }.
    ${revision > 1 && changesView(own, revision)}
  </li>`
}

const mostShown = 50

function changesView(changes: readonly NumberChanged[], revision: number): Content {
  const numbers = `${changes.length} published ${changes.length === 1 ? 'number' : 'numbers'}`
  return details({
    summaryText: `It changed ${numbers} of revision ${revision - 1}`,
    html: html`${table({
      head: ['Area', 'Line', { text: 'Before', format: 'numeric' }, { text: 'After', format: 'numeric' }],
      rows: changes
        .slice(0, mostShown)
        .map(({ area, category, outcome, before, after }) => [
          outcomeAreaOf(area)?.name ?? area,
          `${categoryName(category)}, ${outcome}`,
          { text: before.toLocaleString('en-GB'), format: 'numeric' },
          { text: after.toLocaleString('en-GB'), format: 'numeric' },
        ]),
    })}${
      changes.length > mostShown &&
      html`<p class="govuk-body">The first ${mostShown} are shown. Compare the files for the rest.</p>`
    }`,
  })
}

/** What a reader of a replaced revision must know first; null for the one in force. */
export function replacedNotice({ report: { month, area, revision }, revisions }: OutcomeView): Html | null {
  const current = revisions.find((one) => one.current)
  if (!current || current.revision === revision) return null
  return html`<p class="govuk-notification-banner__heading">
    These are the figures of revision ${revision}. Revision ${current.revision} replaced them.
    <a class="govuk-notification-banner__link" href="${withQuery(paths.outcomes(month), { area: area.key })}"
      >See the figures in force</a
    >
  </p>`
}
