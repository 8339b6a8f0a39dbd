import { formatTime, toLocalDate } from '../../calendar/instant.ts'
import { formatDateShort } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { filter, filtered } from '../../platform/web/components/filter/filter.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { caseHeading, shownCaseId } from '../investigation/case-heading.ts'
import { type CaseState, caseStates } from '../investigation/case-state.ts'
import { type CasesQuery, casesPath, isFiltered } from './cases-query.ts'
import { type CaseList, type ListedCase, casesPerPage } from './read-cases.ts'

export type Unit = { readonly code: string; readonly name: string }

/** The cases that the viewer's agency is on, the latest report first, with filters that may be combined. */
export function casesPage(chrome: Chrome, list: CaseList, units: readonly Unit[], viewer: Viewer): Html {
  return page(chrome, {
    title: 'Cases',
    body: [
      html`<div class="fp-actions">
        ${viewer.permissions.includes('case.record') && button({ text: 'Record an allegation', href: paths.deskCaseNew })}
      </div>`,
      filtered(listFilter(list, units), [stateLinks(list), listBody(list, viewer)]),
    ],
  })
}

const firstPage = (query: CasesQuery, change: Partial<CasesQuery>): string =>
  casesPath({ ...query, page: 1, ...change })

const none: CasesQuery = { reference: '', offence: '', words: '', state: null, unit: '', page: 1 }

function listFilter({ query }: CaseList, units: readonly Unit[]) {
  const { reference, offence, words, state, unit } = query
  const unitName = units.find(({ code }) => code === unit)?.name ?? unit
  const chosen = [
    { text: reference, href: firstPage(query, { reference: '' }) },
    { text: offence, href: firstPage(query, { offence: '' }) },
    { text: words && `“${words}”`, href: firstPage(query, { words: '' }) },
    { text: unitName, href: firstPage(query, { unit: '' }) },
  ]
  return filter({
    heading: 'Find a case',
    action: paths.deskCases,
    submitText: 'Show',
    selected: [{ heading: 'Shown now', items: chosen.filter(({ text }) => text !== '') }],
    clearHref: casesPath(none),
    options: [
      state && html`<input type="hidden" name="state" value="${state}" />`,
      input({
        name: 'reference',
        type: 'search',
        label: 'Crime or report number',
        value: reference,
        spellcheck: false,
      }),
      input({ name: 'offence', type: 'search', label: 'Offence', hint: 'By words or by code', value: offence }),
      input({ name: 'words', type: 'search', label: 'Words', hint: 'In what is alleged, or where', value: words }),
      units.length > 0 &&
        select({
          name: 'unit',
          label: 'Unit',
          value: unit,
          items: [{ value: '', text: 'All units' }, ...units.map(({ code, name }) => ({ value: code, text: name }))],
        }),
    ],
  })
}

const shortStates: Readonly<Record<CaseState, string>> = {
  'to-record': 'Crime or not?',
  'to-decide': 'Investigate or not?',
  investigating: 'Being investigated',
  'to-tell': 'Victim to be told',
  'not-investigated': 'Not investigated',
  'no-crime': 'No crime',
}

/** How many there are in each state; each number leads to those alone. */
function stateLinks({ query, states }: CaseList): Content {
  const all = [...states.values()].reduce((before, count) => before + count, 0)
  const items = [
    { text: 'All', count: all, state: null },
    ...(Object.keys(caseStates) as CaseState[]).map((state) => ({
      text: shortStates[state],
      count: states.get(state) ?? 0,
      state,
    })),
  ]
  return html`<nav aria-label="By what happens next">
    <ul class="fp-groups">
      ${items.map(
        ({ text, count, state }) =>
          html`<li class="fp-groups__item">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href="${firstPage(query, { state })}"
              ${state === query.state && html`aria-current="page"`}
              ><span class="fp-groups__count">${count.toLocaleString('en-GB')}</span> ${text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

function listBody(list: CaseList, viewer: Viewer): Content {
  const { query, cases, total, pages } = list
  if (cases.length === 0) return nothingHere(query, viewer)
  const first = (query.page - 1) * casesPerPage + 1
  const number = (count: number): string => count.toLocaleString('en-GB')
  return [
    table({
      classes: 'fp-stacked fp-cases',
      caption: 'Cases, the latest report first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Case', 'Reported', 'Dealt with by', 'What happens next'],
      rows: cases.map(caseCells),
    }),
    html`<p class="govuk-body fp-muted">
      ${number(first)} to ${number(first + cases.length - 1)} of ${number(total)} ${total === 1 ? 'case' : 'cases'}.
    </p>`,
    pagesOf({ current: query.page, last: pages, href: (wanted) => casesPath({ ...query, page: wanted }) }),
  ]
}

const labelled = (label: string, words: Content, classes = ''): Cell => ({
  html: words,
  classes,
  attributes: { 'data-label': label },
})

/** States in which somebody must act. They stand out; in the others the case rests where it is. */
const acting: ReadonlySet<CaseState> = new Set(['to-record', 'to-decide', 'to-tell'])

const caseCells = (one: ListedCase): readonly Cell[] => [
  labelled(
    'Case',
    html`<a class="govuk-link fp-duty__what" href="${paths.deskCase(one.id)}">${caseHeading(one)}</a>
      ${one.crimeReference !== null && html`<span class="fp-muted">${shownCaseId(one.id)}</span>`}
      <span class="fp-duty__about">${one.offenceTitle ?? 'Offence not clear yet'}</span>
      <span class="fp-duty__about">${one.place}</span>`,
    'fp-duty__first',
  ),
  labelled('Reported', `${formatDateShort(toLocalDate(one.reportedAt))} at ${formatTime(one.reportedAt)}`),
  labelled('Dealt with by', one.dealtWithBy),
  labelled('Next', html`<span class="${acting.has(one.state) && 'fp-attention'}">${caseStates[one.state]}</span>`),
]

/** What will stand here, and how it gets here. */
function nothingHere(query: CasesQuery, viewer: Viewer): Content {
  if (isFiltered(query)) {
    return emptyState({
      heading: 'No case matches',
      text: html`Every filter narrows what the others leave.
        <a class="govuk-link" href="${casesPath(none)}">Show all cases</a>.`,
    })
  }
  return emptyState({
    heading: 'Your agency is on no case yet',
    text: html`A case comes here when its allegation is recorded.
    ${viewer.permissions.includes('case.record') && html`<a class="govuk-link" href="${paths.deskCaseNew}">Record an allegation</a>.`}`,
  })
}
