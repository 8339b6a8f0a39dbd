import type { Instant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { filter, filtered } from '../../platform/web/components/filter/filter.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { subNavigation } from '../../platform/web/components/sub-navigation/sub-navigation.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { dutyKindTitle } from '../rules.ts'
import { closedDuties, dutyGroups } from './duty-groups.ts'
import { type WorkList, workListPageSize } from './read-work-list.ts'
import { type WorkListQuery, type Whose, whens, workListPath } from './work-list-query.ts'

const whoseTitles: Readonly<Record<Whose, string>> = {
  mine: 'Assigned to me',
  unit: 'My unit’s',
  agency: 'My agency’s',
}

/** What I owe first: the open duties of a person, a unit or an agency by date. */
export function workListPage(list: WorkList, viewer: Viewer, at: Instant): Page {
  return {
    title: 'Work list',
    caption: whoseTitles[list.query.whose],
    body: [
      tabs(list.query, viewer),
      html`<div class="fp-actions govuk-!-display-none-print">
        ${viewer.permissions.includes('duties.write') && button({ text: 'Add a duty', href: paths.dutyNew })}
        <a class="govuk-link" href="${paths.deskCalendar}">Put these dates in your calendar</a>
      </div>`,
      filtered(listFilter(list), [groupLinks(list), listBody(list, viewer, at)]),
    ],
  }
}

const firstPage = (query: WorkListQuery, change: Partial<WorkListQuery>): string =>
  workListPath({ ...query, page: 1, ...change })

const hasUnit = ({ unit, permissions }: Viewer): boolean => unit !== '' && permissions.includes('duties.read')

function tabs(query: WorkListQuery, viewer: Viewer): Content {
  const shown: readonly Whose[] = viewer.permissions.includes('duties.read')
    ? ['mine', ...(hasUnit(viewer) ? (['unit'] as const) : []), 'agency']
    : ['mine']
  return subNavigation({
    label: 'Whose duties',
    items: shown.map((whose) => ({
      text: whoseTitles[whose],
      href: firstPage(query, { whose, kind: null }),
      active: whose === query.whose,
    })),
  })
}

function listFilter({ query, kinds }: WorkList) {
  const { whose, when, kind, search } = query
  const known = kinds.map((one) => ({ value: one.kind, text: `${dutyKindTitle(one.kind)} (${one.count})` }))
  const lost =
    kind !== null && !kinds.some((one) => one.kind === kind) ? [{ value: kind, text: dutyKindTitle(kind) }] : []
  return filter({
    heading: 'Find a duty',
    action: paths.desk,
    submitText: 'Show',
    selected: [
      {
        heading: 'Shown now',
        items: [
          ...(search ? [{ text: `“${search}”`, href: firstPage(query, { search: '' }) }] : []),
          ...(kind ? [{ text: dutyKindTitle(kind), href: firstPage(query, { kind: null }) }] : []),
        ],
      },
    ],
    clearHref: firstPage(query, { search: '', kind: null, when: null }),
    options: [
      whose !== 'mine' && html`<input type="hidden" name="whose" value="${whose}" />`,
      when && html`<input type="hidden" name="when" value="${when}" />`,
      input({
        name: 'q',
        type: 'search',
        label: 'Words',
        hint: 'In what is owed, what it is about, by whom or to whom',
        value: search,
      }),
      select({
        name: 'kind',
        label: 'Kind of duty',
        value: kind ?? '',
        items: [{ value: '', text: 'All kinds' }, ...known, ...lost],
      }),
    ],
  })
}

/** How many there are of each group; each number leads to that group alone. */
function groupLinks({ query, counts }: WorkList): Content {
  const total = whens.reduce((sum, when) => sum + counts[when], 0)
  const items = [
    { text: 'All', count: total, when: null },
    { text: 'Overdue', count: counts.overdue, when: 'overdue' as const },
    { text: 'Due today', count: counts.today, when: 'today' as const },
    { text: 'This week', count: counts.week, when: 'week' as const },
    { text: 'Later', count: counts.later, when: 'later' as const },
    { text: 'Met or waived', count: null, when: 'closed' as const },
  ]
  return html`<nav aria-label="By date">
    <ul class="fp-groups">
      ${items.map(
        ({ text, count, when }) =>
          html`<li class="fp-groups__item">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href="${firstPage(query, { when })}"
              ${when === query.when && html`aria-current="page"`}
              >${count !== null && html`<span class="fp-groups__count">${count.toLocaleString('en-GB')}</span>`} ${text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

function listBody(list: WorkList, viewer: Viewer, at: Instant): Content {
  const { query, duties, total, page, pages } = list
  if (duties.length === 0) return nothingHere(list, viewer)
  const first = (page - 1) * workListPageSize + 1
  const isClosed = query.when === 'closed'
  return [
    isClosed ? closedDuties(list, at) : dutyGroups(list, viewer, at),
    html`<p class="govuk-body fp-muted">
      ${first.toLocaleString('en-GB')} to ${(first + duties.length - 1).toLocaleString('en-GB')} of
      ${total.toLocaleString('en-GB')} ${isClosed ? 'closed' : 'open'} ${total === 1 ? 'duty' : 'duties'}.
      ${!isClosed && `“This week” ends on ${formatDateLong(list.sunday)}.`}
    </p>`,
    pagesOf({ current: page, last: pages, href: (wanted) => workListPath({ ...query, page: wanted }) }),
  ]
}

/** What will stand here, and how it gets here. */
function nothingHere({ query }: WorkList, viewer: Viewer): Content {
  if (query.when === 'closed' && !query.search && !query.kind) {
    return emptyState({
      heading: 'Nothing was met or waived yet',
      text: 'A duty comes here, the latest first, when it is marked as met or waived.',
    })
  }
  if (query.search || query.kind || query.when) {
    const all = firstPage(query, { search: '', kind: null, when: null })
    return emptyState({
      heading: 'No duty matches',
      text: html`What is done with is under “Met or waived”. <a class="govuk-link" href="${all}">Show all open duties</a>.`,
    })
  }
  const whose = { mine: 'assigned to you', unit: 'owed by your unit', agency: 'owed by your agency' }[query.whose]
  return emptyState({
    heading: `Nothing is ${whose}`,
    text: html`A duty comes here by itself when work starts a clock: a decision, a grant, a step of the plan. What is
    promised elsewhere comes here when somebody adds it.
    ${
      query.whose === 'mine' &&
      hasUnit(viewer) &&
      html`See <a class="govuk-link" href="${firstPage(query, { whose: 'unit' })}">what your unit owes</a>.`
    }
    ${viewer.permissions.includes('duties.write') && html`<a class="govuk-link" href="${paths.dutyNew}">Add a duty</a>.`}`,
  })
}
