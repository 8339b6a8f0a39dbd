import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import type { Whose } from '../work-list/work-list-query.ts'
import type { CalendarFeed } from './calendar-token.ts'

const whoseTitles: Readonly<Record<Whose, string>> = {
  mine: 'What is assigned to me',
  unit: 'What my unit owes',
  agency: 'What my agency owes',
}

/** What a viewer may put into a feed: as in the work list, a unit's and an agency's duties need the right to read them. */
export const feedChoices = ({ unit, permissions }: Viewer): readonly Whose[] =>
  permissions.includes('duties.read') ? ['mine', ...(unit ? (['unit'] as const) : []), 'agency'] : ['mine']

type CalendarPage = {
  readonly feed: CalendarFeed | null
  /** The feed's address, known only right after it was made. */
  readonly address: string | null
  readonly viewer: Viewer
  readonly form: Form
  readonly csrf: string
}

/** Where somebody makes, replaces or stops the private feed of their dates. */
export function calendarPage({ feed, address, viewer, form, csrf }: CalendarPage): Page {
  return {
    title: 'Your dates in a calendar',
    breadcrumbs: [{ text: 'Work list', href: paths.desk }, { text: 'Calendar' }],
    errors: form.errors,
    lede: 'Your calendar program can subscribe to a private address and keep the dates of open duties up to date.',
    body: [
      address && newAddress(address),
      feed && !address && standingFeed(feed),
      makeForm(feed, viewer, form, csrf),
      feed && stopForm(csrf),
    ],
  }
}

const newAddress = (address: string): Content => [
  html`<h2 class="govuk-heading-m">Your private address</h2>
    <p class="govuk-body">
      Copy it now and add it in your calendar program as a subscription by address. It is not shown again: we keep only
      what it takes to recognise it.
    </p>`,
  insetText({ html: html`<span class="fp-code">${address}</span>` }),
  html`<p class="govuk-body">
    Whoever has this address sees what is owed and when, and nothing else. If it gets about, make a new one: the old one
    stops at once.
  </p>`,
]

const standingFeed = ({ whose, createdAt }: CalendarFeed): Content =>
  insetText({
    text: `You have a private address since ${formatInstant(createdAt)}. It carries: ${whoseTitles[whose].toLowerCase()}.`,
  })

const makeForm = (feed: CalendarFeed | null, viewer: Viewer, form: Form, csrf: string): Content =>
  html`<form method="post" novalidate>
    ${csrfField(csrf)} <input type="hidden" name="act" value="make" />
    ${radios({
      name: 'whose',
      legend: feed ? 'Make a new address, and end the one you have' : 'What should it carry?',
      items: feedChoices(viewer).map((whose) => ({ value: whose, text: whoseTitles[whose] })),
      ...form.field('whose'),
    })}
    ${button({ text: feed ? 'Make a new address' : 'Make a private address', preventDoubleClick: true })}
  </form>`

const stopForm = (csrf: string): Content =>
  html`<h2 class="govuk-heading-m">Stop the feed</h2>
    <p class="govuk-body">The address stops answering at once. Dates that a calendar has copied may stay in it.</p>
    <form method="post" novalidate>
      ${csrfField(csrf)} <input type="hidden" name="act" value="stop" />
      ${button({ text: 'Stop the feed', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>`
