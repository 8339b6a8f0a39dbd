import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { accountDetails } from '../investigation/assignment.ts'
import { countVictims, partOf } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile } from './read-case.ts'
import { type CaseRecord, type RecordLine, type RecordQuery, corrections } from './read-record.ts'

/** What happened in the case, the latest first, as everybody on it may read. `names` are those of colleagues. */
export function recordTab(file: CaseFile, record: CaseRecord, names: ReadonlyMap<string, string>): Content {
  const { query, pages } = record
  const href = (change: Partial<RecordQuery>): string => recordPath(file.summary.id, { ...query, page: 1, ...change })
  return [
    html`<h2 class="govuk-heading-m">What happened</h2>`,
    sourceLinks(record, href),
    timeline({ headingLevel: 3, items: record.lines.map((line) => itemOf(line, file, names)) }),
    pagesOf({ current: query.page, last: pages, href: (page) => href({ page }) }),
  ]
}

export function recordPath(caseId: string, { source, page }: RecordQuery): string {
  const kept = [...(source === null ? [] : [['source', source]]), ...(page > 1 ? [['page', String(page)]] : [])]
  return kept.length === 0
    ? paths.deskCaseRecord(caseId)
    : `${paths.deskCaseRecord(caseId)}?${new URLSearchParams(kept as Array<[string, string]>).toString()}`
}

/** What a part of the record is called: "Suspect 1", "Review of suspect 2". */
function sourceWords(source: string): string {
  const [, kind = '', number = ''] = /^(suspect|review)-(\d+)$/.exec(source) ?? []
  if (kind === 'suspect') return `Suspect ${number}`
  if (kind === 'review') return `Review of suspect ${number}`
  return sourceNames[source] ?? source
}

const sourceNames: Readonly<Record<string, string>> = {
  investigation: 'Investigation',
  material: 'Material',
  referral: 'Referral and advice',
  [corrections]: 'Corrected details',
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

function itemOf(line: RecordLine, file: CaseFile, names: ReadonlyMap<string, string>) {
  const { at, account, event, detail, person } = line
  const said = (label: string, text: string): string => (accountDetails.has(label) ? (names.get(text) ?? text) : text)
  return {
    label: { text: person === null ? labelOf(line) : whose(person, file) },
    byline: { text: names.get(account) ?? 'somebody in another agency' },
    datetime: { timestamp: at, text: formatInstant(at) },
    html: [
      person !== null && paragraphs(event),
      ...detail.map(([label, text]) => text && paragraphs(said(label, text), label)),
    ],
  }
}

/** A line of one suspect names which, unless its own words do. */
function labelOf({ source, event }: RecordLine): string {
  const [, number] = /^(?:suspect|review)-(\d+)$/.exec(source) ?? []
  const names = number === undefined || event.toLowerCase().includes(`suspect ${number}`)
  return names ? event : `${sourceWords(source)}: ${event}`
}

function whose(id: string, { people, suspects }: CaseFile): string {
  const found = people.find((one) => one.id === id)
  if (found) return partOf(found, countVictims(people))
  const suspect = suspects.find((one) => one.person === id)
  return suspect ? `Suspect ${suspect.number}` : 'Somebody'
}

/** The accounts that lines of the record name: who did it, and who was made the officer in the case. */
export const accountsIn = (lines: readonly RecordLine[]): readonly string[] =>
  lines.flatMap(({ account, detail }) => [
    account,
    ...detail.filter(([label]) => accountDetails.has(label)).map(([, text]) => text),
  ])
