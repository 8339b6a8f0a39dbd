import { type Instant, formatTime, toLocalDate } from '../../calendar/instant.ts'
import { formatDateShort } from '../../calendar/local-date.ts'
import { hasHour, relativeDue } from '../../duties/duty-words.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { filter, filtered } from '../../platform/web/components/filter/filter.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { chargingAct } from './charging-facts.ts'
import { type TriageList, type WaitingRow, triagePerPage } from './read-triage.ts'
import { categories, categoryCodes } from './terms.ts'
import { type TriageQuery, type TriageShown, triagePath } from './triage-query.ts'

type Unit = { readonly code: string; readonly name: string }

/** What police sent to the CPS that nobody has checked yet, what is due first at the top. */
export function triageListPage(
  chrome: Chrome,
  list: TriageList,
  units: readonly Unit[],
  viewer: Viewer,
  at: Instant,
): Html {
  return page(chrome, {
    title: 'Referrals to check',
    lede: 'What police sent and nobody has accepted or sent back yet.',
    body: narrowed(list, units, [partLinks(list), listBody(list, viewer, at)]),
  })
}

/** An Area without units has nothing to narrow by. */
const narrowed = ({ query }: TriageList, units: readonly Unit[], list: Content): Content =>
  units.length > 0 ? filtered(unitFilter(query, units), list) : list

const partNames: Readonly<Record<TriageShown, string>> = {
  all: 'All referrals',
  red: categories.red.title,
  'green-priority': categories['green-priority'].title,
  green: categories.green.title,
  advice: 'Early advice',
}

const unitFilter = ({ shown, unit }: TriageQuery, units: readonly Unit[]): Html =>
  filter({
    heading: 'Show',
    action: paths.deskTriage,
    submitText: 'Show',
    options: [
      shown !== 'all' && html`<input type="hidden" name="show" value="${shown}" />`,
      select({
        name: 'unit',
        label: 'Unit',
        value: unit,
        items: [{ value: '', text: 'Every unit' }, ...units.map(({ code, name }) => ({ value: code, text: name }))],
      }),
    ],
  })

/** How many there are of each; each number leads to those alone. */
const partLinks = ({ query, counts }: TriageList): Content =>
  html`<nav aria-label="By category">
    <ul class="fp-groups">
      ${(['all', ...categoryCodes, 'advice'] as const).map(
        (shown) =>
          html`<li class="fp-groups__item">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href="${triagePath({ ...query, shown, page: 1 })}"
              ${shown === query.shown && html`aria-current="page"`}
              ><span class="fp-groups__count">${counts[shown].toLocaleString('en-GB')}</span> ${partNames[shown]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`

function listBody({ query, counts, pages, rows }: TriageList, viewer: Viewer, at: Instant): Content {
  if (rows.length === 0) return nothingWaits(query)
  const total = counts[query.shown]
  const first = (query.page - 1) * triagePerPage + 1
  const number = (count: number): string => count.toLocaleString('en-GB')
  return [
    table({
      classes: 'fp-stacked',
      caption: 'What waits, what is due first at the top',
      captionClasses: 'govuk-visually-hidden',
      head: ['Case', 'Category', 'Sent', query.shown === 'advice' ? 'Needed by' : 'Decision due', 'Next'],
      rows: rows.map((row) => cells(row, viewer, at)),
    }),
    html`<p class="govuk-body fp-muted">${number(first)} to ${number(first + rows.length - 1)} of ${number(total)}.</p>`,
    pagesOf({ current: query.page, last: pages, href: (wanted) => triagePath({ ...query, page: wanted }) }),
  ]
}

const labelled = (label: string, words: Content, classes = ''): Cell => ({
  html: html`${words}`,
  classes,
  attributes: { 'data-label': label },
})

function cells(row: WaitingRow, { permissions }: Viewer, at: Instant): readonly Cell[] {
  const { caseId, number, category, policeName, receivedAt, offenceTitle, submissions } = row
  const again = submissions > 1 && html`<br /><span class="fp-muted">Sent again after a rejection</span>`
  return [
    labelled(
      'Case',
      html`<a class="govuk-link fp-duty__what" href="${paths.deskCaseCharging(caseId)}"
          >${caseHeading({ ...row, id: caseId })}</a
        >
        <span class="fp-duty__about">${offenceTitle ?? 'Offence not clear yet'}</span>
        <span class="fp-duty__about">${policeName}</span>`,
      'fp-duty__first',
    ),
    labelled('Category', [category === null ? 'Early advice' : categories[category].title, again]),
    labelled('Sent', dayAndTime(receivedAt)),
    labelled('Due', dueCell(row, at)),
    labelled('Next', category === null ? adviceAct(caseId, number, permissions) : checkLink(caseId)),
  ]
}

const dayAndTime = (at: Instant): string => `${formatDateShort(toLocalDate(at))} at ${formatTime(at)}`

/** The date opens its working, and says how far off it is. */
function dueCell({ dueAt, duty }: WaitingRow, at: Instant): Content {
  if (dueAt === null || duty === null) return 'No day named'
  const due = { dueOn: toLocalDate(dueAt), dueAt }
  const words = hasHour(due) ? dayAndTime(dueAt) : formatDateShort(due.dueOn)
  return html`<a class="govuk-link" href="${paths.duty(duty)}">${words}</a><br /><span
      class="${at > dueAt ? 'fp-breach' : 'fp-muted'}"
      >${relativeDue(due, at)}</span
    >`
}

/** What police sent stands on the case, with what can be done about it. */
const checkLink = (caseId: string): Content =>
  html`<a class="govuk-link" href="${paths.deskCaseCharging(caseId)}">Check it</a>`

const adviceAct = (caseId: string, number: number, permissions: readonly string[]): Content =>
  permissions.includes('charging.advise') &&
  html`<a class="govuk-link" href="${chargingAct(caseId, 'advise', { advice: number })}">Answer it</a>`

/** What will stand here, and how it gets here. */
function nothingWaits(query: TriageQuery): Content {
  const narrowed = query.shown !== 'all' || query.unit !== ''
  return emptyState({
    heading: query.shown === 'advice' ? 'No question of police waits' : 'No referral waits to be checked',
    text: html`A referral comes here when police send it, and leaves when it is accepted or sent back.
    ${narrowed && html`<a class="govuk-link" href="${paths.deskTriage}">Show every referral</a>.`}`,
  })
}
