import { formatTime, toLocalDate } from '../../calendar/instant.ts'
import { formatDateShort } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { filtered } from '../../platform/web/components/filter/filter.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { caseHeading, shownCaseId } from '../investigation/case-heading.ts'
import { type ListedAgencies, casesFilter } from './cases-filter.ts'
import { type CasesQuery, caseOrders, casesPath, changedPath, errorsIn, everyCase, isFiltered } from './cases-query.ts'
import { type ListState, listStates, shortStates, statesByMove } from './list-states.ts'
import { mostPeople } from './people-named.ts'
import { type CaseList, type ListedCase, casesPerPage } from './read-cases.ts'

/** The cases that the viewer's agency is on, with filters that may be combined, and how many stand where. */
export function casesPage(
  chrome: Chrome,
  list: CaseList,
  agencies: ListedAgencies,
  names: ReadonlyMap<string, string>,
  { viewer, withoutReaders }: { readonly viewer: Viewer; readonly withoutReaders: number },
): Html {
  const isPolice = agencies.own?.kind === 'police-force'
  const own = isPolice ? ({ officer: 'me' } as const) : ({ prosecutor: 'me' } as const)
  // Whoever reviews no case, such as a casework assistant, has none that is theirs.
  const mayOwn = isPolice || viewer.permissions.includes('charging.decide')
  return page(chrome, {
    title: 'Cases',
    errors: errorsIn(list.query),
    body: [
      html`<div class="fp-actions">
        ${viewer.permissions.includes('case.record') && button({ text: 'Record an allegation', href: paths.deskCaseNew })}
        ${mayOwn && html`<a class="govuk-link" href="${casesPath({ ...everyCase, ...own })}">Cases that are mine</a>`}
        ${
          viewer.permissions.includes('measures.read') &&
          html`<a class="govuk-link" href="${paths.deskChargingOutcomes}">Charging outcomes by month</a>`
        }
      </div>`,
      withoutReaders > 0 &&
        html`<p class="govuk-body fp-attention">
          <a class="govuk-link" href="${paths.deskCasesWithoutReaders}"
            >${withoutReaders === 1 ? 'A restricted case' : `${withoutReaders} restricted cases`} that nobody can open</a
          >: everybody who was named has left.
        </p>`,
      filtered(casesFilter(list.query, agencies), [standing(list), listBody(list, names, viewer)]),
    ],
  })
}

const number = (count: number): string => count.toLocaleString('en-GB')

/** How many there are in each state, by whose move it is; each number leads to those alone. */
function standing({ query, states, everyState }: CaseList): Content {
  if (everyState === 0) return null
  const link = (text: string, count: number, state: ListState | null): Html =>
    html`<li class="fp-groups__item">
      <a
        class="govuk-link govuk-link--no-visited-state"
        href="${changedPath(query, { state })}"
        ${state === query.state && html`aria-current="page"`}
        ><span class="fp-groups__count">${number(count)}</span> ${text}</a
      >
    </li>`
  const groups = statesByMove.map(({ move, states: among }) => ({
    move,
    links: among
      .filter((state) => states.has(state) || state === query.state)
      .map((state) => link(shortStates[state], states.get(state) ?? 0, state)),
  }))
  return html`<nav class="fp-moves" aria-label="By where they stand">
    <ul class="fp-groups">
      ${link('All', everyState, null)}
    </ul>
    ${groups.map(
      ({ move, links }) =>
        links.length > 0 &&
        html`<div class="fp-moves__group">
          <p class="fp-moves__whose">${move}</p>
          <ul class="fp-groups">
            ${links}
          </ul>
        </div>`,
    )}
  </nav>`
}

function listBody(list: CaseList, names: ReadonlyMap<string, string>, viewer: Viewer): Content {
  const { query, cases, total, pages, morePeople } = list
  const more =
    morePeople &&
    html`${insetText({
      text: `More than ${number(mostPeople)} people have a name like this. Only the nearest of them were looked at: add another name or a filter.`,
    })}`
  if (errorsIn(query).length > 0) return null
  if (cases.length === 0) return [more, nothingHere(query, viewer)]
  const first = (query.page - 1) * casesPerPage + 1
  return [
    more,
    orders(query),
    table({
      classes: 'fp-stacked fp-cases',
      caption: `Cases, ${query.name ? 'the nearest name' : caseOrders[query.order].toLowerCase()}`,
      captionClasses: 'govuk-visually-hidden',
      head: ['Case', 'Reported', 'Dealt with by', 'Where it stands'],
      rows: cases.map((one) => caseCells(one, names)),
    }),
    html`<p class="govuk-body fp-muted">
      ${number(first)} to ${number(first + cases.length - 1)} of ${number(total)} ${total === 1 ? 'case' : 'cases'}.
    </p>`,
    pagesOf({ current: query.page, last: pages, href: (wanted) => casesPath({ ...query, page: wanted }) }),
  ]
}

function orders(query: CasesQuery): Content {
  if (query.name) return html`<p class="govuk-body-s fp-muted">The nearest name first</p>`
  const other = query.order === 'latest' ? 'earliest' : 'latest'
  return html`<p class="govuk-body-s fp-muted">
    ${caseOrders[query.order]} ·
    <a class="govuk-link" href="${changedPath(query, { order: other })}">${caseOrders[other]}</a>
  </p>`
}

const labelled = (label: string, words: Content, classes = ''): Cell => ({
  html: words,
  classes,
  attributes: { 'data-label': label },
})

const caseCells = (one: ListedCase, names: ReadonlyMap<string, string>): readonly Cell[] => [
  labelled('Case', caseCell(one), 'fp-duty__first'),
  labelled('Reported', `${formatDateShort(toLocalDate(one.reportedAt))} at ${formatTime(one.reportedAt)}`),
  labelled('Dealt with by', [
    one.dealtWithBy,
    one.officer !== null && html` <span class="fp-duty__about">${names.get(one.officer)}</span>`,
  ]),
  labelled('Where it stands', stands(one)),
]

const caseCell = (one: ListedCase): Content => {
  const { id, urn, crimeReference, operation, offenceTitle, place, restricted, named } = one
  const other = urn !== null && crimeReference !== null ? `Crime\u00A0${crimeReference}` : shownCaseId(id)
  return html`<a class="govuk-link fp-duty__what" href="${paths.deskCase(id)}">${caseHeading(one)}</a>
    ${(urn !== null || crimeReference !== null) && html`<span class="fp-muted">${other}</span>`}
    ${restricted && tag({ text: 'Restricted', classes: 'govuk-tag--red' })}
    <span class="fp-duty__about">${[operation, offenceTitle ?? 'Offence not clear yet'].filter(Boolean).join(', ')}</span>
    <span class="fp-duty__about">${place}</span>
    ${named.length > 0 && html`<span class="fp-duty__about"><strong>${named.map(({ name }) => name).join('; ')}</strong></span>`}`
}

/** States in which somebody must act. They stand out; in the others the case rests or goes on by itself. */
const acting: ReadonlySet<ListState> = new Set([
  'to-record',
  'to-decide',
  'to-tell',
  'in-custody',
  'referral-rejected',
  'charge-authorised',
  'referred',
])

const stateLine = (state: ListState, whose: string): Content =>
  html`<span class="fp-stands ${acting.has(state) && 'fp-attention'}"
    >${whose && html`<span class="fp-muted">${whose}:</span> `}${listStates[state]}</span
  >`

/** One line for each suspect: a case has no state of its own once it has any. */
const stands = ({ state, suspects }: ListedCase): Content =>
  suspects.length === 0
    ? stateLine(state, '')
    : suspects.map((one) => stateLine(one.track, suspects.length > 1 ? `Suspect ${one.number}` : ''))

/** What will stand here, and how it gets here. */
function nothingHere(query: CasesQuery, viewer: Viewer): Content {
  if (isFiltered(query)) {
    return emptyState({
      heading: 'No case matches',
      text: html`Every filter narrows what the others leave.
        <a class="govuk-link" href="${casesPath(everyCase)}">Show all cases</a>.`,
    })
  }
  return emptyState({
    heading: 'Your agency is on no case yet',
    text: html`A case comes here when its allegation is recorded, and to prosecutors when police refer it.
    ${viewer.permissions.includes('case.record') && html`<a class="govuk-link" href="${paths.deskCaseNew}">Record an allegation</a>.`}`,
  })
}
