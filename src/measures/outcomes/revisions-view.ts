import { formatInstant, parseInstant } from '../../calendar/instant.ts'
import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { withQuery } from '../addresses.ts'
import { type OutcomeArea, outcomeAreaOf } from './outcome-areas.ts'
import type { OutcomeView } from './outcome-view.ts'
import type { NumberChanged, RevisionShown } from './read-revisions.ts'
import { categoryName } from './report-format.ts'

/** Which revision of a month this is, what came before it, and what each changed. */
export function revisionsView(view: OutcomeView): Html {
  const { report, revisions } = view
  const { month } = report
  const [first] = revisions
  const only = revisions.length === 1 && first?.withdrawnAt === null && first
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

function revisionItem(view: OutcomeView, one: RevisionShown): Html {
  const { report, changes, revisions } = view
  const { month, area, revision: shown } = report
  const { revision, current, importedAt, reinstatedAt } = one
  // What was withdrawn were not figures of the month: what "changed" against them says nothing.
  const comparable = [one, revisions.find((other) => other.revision === revision - 1)].every(
    (either) => either?.withdrawnAt === null,
  )
  const href = withQuery(paths.outcomes(month), { area: area.key, revision: current ? null : revision })
  const name = `Revision ${revision}`
  const own = changes.filter((change) => change.revision === revision)
  return html`<li>
    ${revision === shown ? html`<strong>${name}, shown here</strong>` : html`<a class="govuk-link" href="${href}">${name}</a>`}${standingOf(
      one,
    )}:
    ${fileLink(one)}, imported on
    ${formatInstant(parseInstant(importedAt))}${
      reinstatedAt !== null && `, and put in force again on ${formatInstant(parseInstant(reinstatedAt))}`
    }.
    ${withdrawnSentence(one)} ${comparable && changesView(own, revision)}
  </li>`
}

function standingOf({ current, withdrawnAt }: RevisionShown): string {
  if (current) return ', in force'
  return withdrawnAt === null ? ', replaced' : ', withdrawn'
}

const withdrawnSentence = ({ withdrawnAt, withdrawnReason }: RevisionShown): Content =>
  withdrawnAt !== null && `Withdrawn on ${formatInstant(parseInstant(withdrawnAt))}: ${withdrawnReason}`

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

/** What a reader of a replaced or withdrawn revision must know first; null for the one in force. */
export function notInForceNotice({ report: { month, area, revision }, revisions }: OutcomeView): Html | null {
  const current = revisions.find((one) => one.current)
  const shown = revisions.find((one) => one.revision === revision)
  if (!shown || shown.current) return null
  return html`<p class="govuk-notification-banner__heading">
    These are the figures of revision ${revision}.
    ${shown.withdrawnAt === null ? current && `Revision ${current.revision} replaced them.` : withdrawnSentence(shown)}
    ${
      current
        ? html`<a class="govuk-notification-banner__link" href="${withQuery(paths.outcomes(month), { area: area.key })}"
            >See the figures in force</a
          >`
        : html`No figures of ${formatMonth(month)} are in force.`
    }
  </p>`
}

/** The revisions of a month none of which is in force, each with the reason. */
export const withdrawnList = (month: LocalMonth, area: OutcomeArea, revisions: readonly RevisionShown[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${revisions.map(
      (one) =>
        html`<li>
          <a
            class="govuk-link"
            href="${withQuery(paths.outcomes(month), { area: area.key, revision: one.revision })}"
            >Revision ${one.revision}</a
          >: ${fileLink(one)}. ${withdrawnSentence(one)}
        </li>`,
    )}
  </ul>`
