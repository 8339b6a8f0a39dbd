import { toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { accountDetails } from '../investigation/assignment.ts'
import type { CaseFile } from './read-case.ts'
import { type CaseRecord, type RecordLine, type RecordQuery, happeningsPerPage } from './read-record.ts'
import { recordItem, sourceWords } from './record-line.ts'

/** What happened in the case, the latest first, as everybody on it may read. `names` are those of colleagues. */
export function recordTab(file: CaseFile, record: CaseRecord, names: ReadonlyMap<string, string>): Content {
  const { query, pages, lines, total } = record
  const href = (change: Partial<RecordQuery>): string => recordPath(file.summary.id, { ...query, page: 1, ...change })
  const first = (query.page - 1) * happeningsPerPage + 1
  return [
    html`<h2 class="govuk-heading-m" id="what-happened">What happened</h2>`,
    sourceLinks(record, href),
    days(lines).map((day) => [
      html`<h3 class="fp-day">${formatDateLong(day)}</h3>`,
      timeline({
        headingLevel: 4,
        classes: 'fp-record',
        items: lines.filter(({ at }) => toLocalDate(at) === day).map((line) => recordItem(line, file, names)),
      }),
    ]),
    pages > 1 &&
      html`<p class="govuk-body fp-muted">${first} to ${first + lines.length - 1} of ${total}, the latest first.</p>`,
    pagesOf({ current: query.page, last: pages, href: (page) => href({ page }) }),
  ]
}

/** The days of the lines, the latest first. */
const days = (lines: readonly RecordLine[]): readonly LocalDate[] => [
  ...new Set(lines.map(({ at }) => toLocalDate(at))),
]

/** Leads past the head of the case, which stands on every page of it. */
function recordPath(caseId: string, { source, page }: RecordQuery): string {
  const kept = [...(source === null ? [] : [['source', source]]), ...(page > 1 ? [['page', String(page)]] : [])]
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept as Array<[string, string]>).toString()}`
  return `${paths.deskCaseRecord(caseId)}${query}#what-happened`
}

/** How many lines each part of the case tells; each number leads to those alone. */
function sourceLinks({ query, sources }: CaseRecord, href: (change: Partial<RecordQuery>) => string): Content {
  if (sources.size < 2) return null
  const all = [...sources.values()].reduce((sum, count) => sum + count, 0)
  const items = [{ source: null, count: all }, ...[...sources].map(([source, count]) => ({ source, count }))]
  return html`<nav aria-label="By what it is about">
    <ul class="fp-groups">
      ${items.map(
        ({ source, count }) =>
          html`<li class="fp-groups__item">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href="${href({ source })}"
              ${source === query.source && html`aria-current="page"`}
              ><span class="fp-groups__count">${count}</span> ${source === null ? 'All' : sourceWords(source)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

/** The accounts that lines of the record name: who did it, and who was made the officer in the case. */
export const accountsIn = (lines: readonly RecordLine[]): readonly string[] =>
  lines.flatMap(({ account, detail }) => [
    account,
    ...detail.filter(([label]) => accountDetails.has(label)).map(([, text]) => text),
  ])
