import { formatInstant } from '../../calendar/instant.ts'
import { type LocalDate, localDateOf } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { dateInput } from '../web/components/date-input/date-input.ts'
import { details } from '../web/components/details/details.ts'
import { emptyState } from '../web/components/empty-state/empty-state.ts'
import { insetText } from '../web/components/inset-text/inset-text.ts'
import { input } from '../web/components/input/input.ts'
import { pagesOf } from '../web/components/pagination/pagination.ts'
import { wideTable } from '../web/components/table/table.ts'
import { type Html, html } from '../web/html.ts'
import { type FieldError, type Form, formOf } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import { pageOf } from './paging.ts'
import { readNames } from './read-accounts.ts'
import { type LookRow, type LookSearch, accountMeant, looksPerPage, readLooks } from './read-looks.ts'
import { titlesOf } from './roles.ts'
import { type Sent, sentOf, textOf } from './sent.ts'

/** The log of who looked, for the data protection officer. Looking at it is looking: that is logged too. */
export const looksRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.deskLooks, allow('looks.read', { personal: true }), async (request, reply) => {
      const query = sentOf(request.query)
      const { form, search } = parseSearch(query)
      const current = pageOf(query)
      const read = await request.read(async (tx) => {
        const account = search.account === null ? null : await accountMeant(tx, search.account)
        const meant = { ...search, account }
        const { count, looks } = await readLooks(tx, meant, current)
        const people = looks.flatMap((look) => [look.account, ...look.subjects.map(accountIn)])
        return { meant, count, looks, names: await readNames(tx, people) }
      })
      await request.looked({ subjects: subjectsOf(read), what: 'Log of who looked', purpose: checkingUse })
      reply.code(form.errors.length > 0 ? 400 : 200)
      return reply.html(looksPage(access, { chrome: request.chrome, form, query, current, ...read }))
    })
  }

const checkingUse = 'Checking that personal data was looked at lawfully'

const accountIn = (subject: string): string => (subject.startsWith('account/') ? subject.slice('account/'.length) : '')

type Read = { readonly meant: LookSearch; readonly looks: readonly LookRow[] }

/** Whom the page is about: those whose looking it shows, and whom was asked for. */
const subjectsOf = ({ meant, looks }: Read): readonly string[] => [
  ...new Set([
    ...looks.map(({ account }) => `account/${account}`),
    ...(meant.account === null ? [] : [`account/${meant.account}`]),
    ...(meant.subject === null ? [] : [meant.subject]),
  ]),
]

/** A day that was typed into the three fields of `name`, or null when none was; an error when it is no day. */
function dayIn(query: Sent, name: string, errors: FieldError[]): LocalDate | null {
  const parts = ['day', 'month', 'year'].map((part) => textOf(query, `${name}-${part}`))
  if (parts.every((part) => part === '')) return null
  const [day = '', month = '', year = ''] = parts
  const date = parts.every((part) => /^\d{1,4}$/.test(part) && Number(part) < 3000)
    ? localDateOf(Number(year), Number(month), Number(day))
    : null
  const text = 'Enter a real date, such as 27 3 2026'
  if (date === null) errors.push({ field: name, text, href: `#${name}-day` })
  return date
}

/** As long as the name of a stream can be. What is searched for is logged, and an index takes no text of any length. */
const longestSearch = 300

function parseSearch(query: Sent): { readonly form: Form; readonly search: LookSearch } {
  const errors: FieldError[] = []
  const [from, to] = [dayIn(query, 'from', errors), dayIn(query, 'to', errors)]
  if (from && to && to < from) {
    errors.push({ field: 'to', text: 'The last day cannot be before the first', href: '#to-day' })
  }
  const wordsOf = (name: string) => textOf(query, name).slice(0, longestSearch) || null
  const search = { account: wordsOf('account'), subject: wordsOf('subject'), from, to }
  return { form: formOf(query, errors), search }
}

type Shown = Read & {
  readonly chrome: Chrome
  readonly form: Form
  readonly query: Sent
  readonly current: number
  readonly count: number
  readonly names: ReadonlyMap<string, string>
}

const looksPage = (access: Access, shown: Shown): Html =>
  page(shown.chrome, {
    title: 'Who looked',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Who looked' },
    ],
    errors: shown.form.errors,
    body: html`<p class="govuk-body-l">
        Every time somebody in your agency opened a page with personal data: who, when, what and why.
      </p>
      ${permittedUse} ${searchForm(shown.form)}
      <p class="govuk-body">${shown.count === 1 ? '1 look' : `${shown.count.toLocaleString('en-GB')} looks`}</p>
      ${shown.looks.length > 0 ? lookTable(access, shown) : nobodyLooked}
      ${pagesOf({ current: shown.current, last: Math.ceil(shown.count / looksPerPage), href: (number) => addressOf(shown.query, number) })}`,
  })

/** Data Protection Act 2018 s.62(4). */
const permittedUse = insetText({
  html: html`Under section 62(4) of the Data Protection Act 2018 this log may be used only to check that looking was
  lawful, for self-monitoring (internal discipline included), to keep the data whole and secure, and for criminal
  proceedings. Not to measure anybody’s work. Opening this page is itself logged.`,
})

const nobodyLooked = emptyState({
  heading: 'Nobody looked',
  text: 'No look matches. Every view of a page with personal data by somebody in your agency will stand here.',
})

function addressOf(query: Sent, number: number): string {
  const kept = Object.keys(query)
    .filter((name) => name !== 'page')
    .map((name): [string, string] => [name, textOf(query, name)])
    .filter(([, value]) => value !== '')
  return `${paths.deskLooks}?${String(new URLSearchParams([...kept, ['page', String(number)]]))}`
}

const day = (form: Form, name: string, legend: string): Html =>
  dateInput({ fieldset: { legend: { text: legend } }, ...form.date(name) })

const searchForm = (form: Form): Html =>
  html`<form method="get" action="${paths.deskLooks}" novalidate>
    <div class="fp-columns fp-columns--half">
      ${input({
        name: 'account',
        label: { text: 'Who looked' },
        hint: { text: 'The full name of somebody in your agency, or the id of an account.' },
        ...form.field('account'),
      })}
      ${input({
        name: 'subject',
        label: { text: 'At whose data' },
        hint: { text: 'The stream that holds it, such as person/… or account/…' },
        ...form.field('subject'),
      })}
      ${day(form, 'from', 'First day')} ${day(form, 'to', 'Last day')}
    </div>
    <div class="govuk-button-group">
      ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
      <a class="govuk-link" href="${paths.deskLooks}">Clear</a>
    </div>
  </form>`

const lookTable = (access: Access, { looks, names }: Shown): Html =>
  wideTable({
    label: 'Who looked',
    head: ['When', 'Who', 'What', 'Whose data', 'Why', 'Page'],
    rows: looks.map(({ at, account, roles, what, subjects, purpose, route, request_id: requestId }) => [
      formatInstant(at),
      html`${names.get(account) ?? account}<br /><span class="govuk-hint">${titlesOf(access.roles, roles)}</span>`,
      what,
      whose(subjects, names),
      purpose,
      html`<span class="fp-code">${route}</span><br /><span class="govuk-hint fp-code"
          >request ${requestId.slice(0, 8)}</span
        >`,
    ]),
  })

const most = 3

function whose(subjects: readonly string[], names: ReadonlyMap<string, string>): Html {
  const shown = subjects.map((subject) => {
    const search = new URLSearchParams({ subject })
    return html`<li>
      <a class="govuk-link" href="${paths.deskLooks}?${String(search)}">${names.get(accountIn(subject)) ?? subject}</a>
    </li>`
  })
  const list = (items: readonly Html[]): Html =>
    html`<ul class="govuk-list">
      ${items}
    </ul>`
  if (shown.length <= most) return list(shown)
  return details({ summaryText: `${shown.length} people`, html: list(shown) })
}
