import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { dutyId } from '../../duties/duty.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Giver, giverWords } from './from-whom.ts'
import { materialKinds, materialStates, materialUses } from './held-material.ts'
import { isNarrowed, materialPath, wholeRegister } from './material-query.ts'
import { type ListedItem, type RegisterPage, itemsPerPage } from './read-register.ts'

/** A register as it is looked at. */
type RegisterView = {
  readonly caseId: string
  /** The agencies that a duty to answer concerns besides who asked: the force that keeps the register. */
  readonly force: string
  readonly register: RegisterPage
  readonly givers: readonly Giver[]
  readonly viewer: Viewer
  readonly at: Instant
}

/** The material of a case: what may be done, how much is in each state, and a page of the items. */
export const registerTab = (view: RegisterView): Content => [
  html`<h2 class="govuk-heading-m">Material</h2>`,
  actions(view),
  viewLinks(view),
  filterForm(view),
  items(view),
]

function actions({ caseId, viewer: { permissions } }: RegisterView): Content {
  const mayRecord = permissions.includes('material.record')
  const mayAsk = permissions.includes('material.request')
  // The one main button of a case stands at its head.
  const secondary = 'govuk-button--secondary'
  const ask = { text: 'Ask for material', href: paths.deskCaseMaterialAsk(caseId) }
  const link = (text: string, href: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
  return html`<div class="fp-actions">
    ${mayRecord && button({ text: 'Add material', href: paths.deskCaseMaterialNew(caseId), classes: secondary })}
    ${mayAsk && (mayRecord ? link(ask.text, ask.href) : button({ ...ask, classes: secondary }))}
    ${link('Unused material (MG6C)', paths.deskCaseSchedule(caseId, 'mg6c'))}
    ${link('Sensitive unused material (MG6D)', paths.deskCaseSchedule(caseId, 'mg6d'))}
  </div>`
}

/** How many there are in each state; each number leads to those alone. What there is none of is left out. */
function viewLinks({ caseId, register: { query, counts } }: RegisterView): Content {
  const all = [
    { text: 'All', view: null, count: counts.all },
    { text: 'Late', view: 'late', count: counts.late },
    ...(['requested', 'received', 'missing', 'refused', 'not-reasonable'] as const).map((view) => ({
      text: materialStates[view],
      view,
      count: counts[view],
    })),
    { text: 'Withdrawn', view: 'withdrawn', count: counts.withdrawn },
  ] as const
  const shown = all.filter(({ view, count }) => count > 0 || view === null || view === query.view)
  if (shown.length === 1 && counts.all === 0) return null
  return html`<nav aria-label="Material by state">
    <ul class="fp-groups">
      ${shown.map(
        ({ text, view, count }) =>
          html`<li class="fp-groups__item">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href="${materialPath(caseId, { ...query, view, page: 1 })}"
              ${view === query.view && html`aria-current="page"`}
              ><span class="fp-groups__count">${count.toLocaleString('en-GB')}</span> ${text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

const choices = <Key extends string>(all: string, list: Readonly<Record<Key, string>>) => [
  { value: '', text: all },
  ...Object.entries<string>(list).map(([value, text]) => ({ value, text })),
]

function filterForm({ caseId, register: { query, counts } }: RegisterView): Content {
  if (counts.all + counts.withdrawn === 0 && !isNarrowed(query)) return null
  const { view, kind, use, words } = query
  return html`<form class="fp-sift" method="get" action="${paths.deskCaseMaterial(caseId)}" novalidate>
    ${view && html`<input type="hidden" name="view" value="${view}" />`}
    ${select({ name: 'kind', label: 'Kind', value: kind ?? '', items: choices('Every kind', materialKinds) })}
    ${select({ name: 'use', label: 'Use', value: use ?? '', items: choices('Every use', materialUses) })}
    ${input({ name: 'words', type: 'search', label: 'Number or words', value: words })}
    ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
    ${isNarrowed(query) && html`<a class="govuk-link" href="${materialPath(caseId, { ...wholeRegister, view })}">Show all</a>`}
  </form>`
}

function items(view: RegisterView): Content {
  const { caseId, register } = view
  const { query, total, pages } = register
  if (register.items.length === 0) return nothingHere(view)
  const first = (query.page - 1) * itemsPerPage + 1
  return [
    table({
      classes: 'fp-stacked fp-material',
      caption: 'Material, in the order of the register',
      captionClasses: 'govuk-visually-hidden',
      head: ['Item', 'State', 'Use', 'Files'],
      rows: register.items.map((item) => cells(view, item)),
    }),
    html`<p class="govuk-body fp-muted">
      ${first} to ${first + register.items.length - 1} of ${total.toLocaleString('en-GB')}
      ${total === 1 ? 'item' : 'items'}.
    </p>`,
    pagesOf({ current: query.page, last: pages, href: (page) => materialPath(caseId, { ...query, page }) }),
  ]
}

const labelled = (label: string, words: Content, classes = ''): Cell => ({
  html: words,
  classes,
  attributes: { 'data-label': label },
})

function cells(view: RegisterView, item: ListedItem): readonly Cell[] {
  const { caseId, givers } = view
  const { key, kind, title, use, files, from, exhibitReference, withdrawnAt } = item
  const about = [exhibitReference && `Marked ${exhibitReference}`, giverWords(givers, from)].filter(Boolean)
  return [
    labelled(
      'Item',
      html`<a class="govuk-link fp-duty__what" href="${paths.deskCaseMaterialItem(caseId, key)}">${key}: ${title}</a>
        <span class="fp-duty__about">${materialKinds[kind]}</span>
        ${about.length > 0 && html`<span class="fp-duty__about">${about.join(' · ')}</span>`}`,
      'fp-duty__first',
    ),
    labelled('State', withdrawnAt ? 'Withdrawn' : stateWords(item, view)),
    labelled('Use', use === 'undecided' ? html`<span class="fp-muted">${materialUses[use]}</span>` : materialUses[use]),
    labelled('Files', files ? String(files) : html`<span class="fp-muted">None</span>`),
  ]
}

type Standing = Pick<ListedItem, 'state' | 'dueAt' | 'asker' | 'askedBy' | 'duty' | 'planDuty'>

/** "Asked for by CPS Thames and Chiltern; due Friday 3 April 2026, 4 days late". */
export function stateWords(
  { state, dueAt, asker, askedBy, duty, planDuty }: Standing,
  { caseId, force, viewer, at }: Pick<RegisterView, 'caseId' | 'force' | 'viewer' | 'at'>,
): Content {
  if (state === 'missing') return html`<span class="fp-attention">${materialStates[state]}</span>`
  if (state !== 'requested') return materialStates[state]
  const by = asker && html`<span class="fp-duty__about">by ${asker}</span>`
  const owed = planDuty ?? (duty && dutyId(`material/${caseId}`, duty))
  if (dueAt === null || !owed) return html`${materialStates.requested}${by}`
  const due = { dueOn: toLocalDate(dueAt), dueAt }
  // A duty is read by who owes it and to whom it is owed. To others the date is told without its working.
  const opens = [force, askedBy].includes(viewer.agency)
  const date = opens ? html`<a class="govuk-link" href="${paths.duty(owed)}">${dueWords(due)}</a>` : dueWords(due)
  return html`${materialStates.requested}${by}
    <span class="fp-duty__about ${dueAt < at && 'fp-breach'}">due ${date}, ${relativeDue(due, at)}</span>`
}

/** What will stand here, and how it gets here. */
function nothingHere({ caseId, register: { query, counts } }: RegisterView): Content {
  if (isNarrowed(query) || query.view !== null || counts.withdrawn > 0) {
    return emptyState({
      heading: 'No material matches',
      text: html`Every filter narrows what the others leave.
        <a class="govuk-link" href="${materialPath(caseId, wholeRegister)}">Show all material</a>.`,
    })
  }
  return emptyState({
    heading: 'There is no material in this case yet',
    text: 'Police add what they hold: statements, exhibits, recordings, forensic and medical evidence, and what is not used. What police or prosecutors ask for stands here from the moment it is asked for.',
  })
}
