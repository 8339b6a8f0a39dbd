import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { emptyState } from '../web/components/empty-state/empty-state.ts'
import { input } from '../web/components/input/input.ts'
import { pagesOf } from '../web/components/pagination/pagination.ts'
import { wideTable } from '../web/components/table/table.ts'
import { tag } from '../web/components/tag/tag.ts'
import { type Html, html } from '../web/html.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access, AgencyChoice } from './access.ts'
import { placeOf } from './account-page.ts'
import { pageOf } from './paging.ts'
import { type AccountRow, accountsPerPage, readAccounts } from './read-accounts.ts'
import { titlesOf } from './roles.ts'
import { sentOf, textOf } from './sent.ts'

/** Why an administrator sees names and email addresses, for the log of who looked. */
export const administering = 'Administering accounts'

export const accountsRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.deskAccounts, allow('accounts.administer', { personal: true }), async (request, reply) => {
      const query = sentOf(request.query)
      const [search, current] = [textOf(query, 'q'), pageOf(query)]
      const { count, accounts, agencies } = await request.read(async (tx) => ({
        ...(await readAccounts(tx, search, current)),
        agencies: await access.readAgencies(tx),
      }))
      const subjects = accounts.map(({ id }) => `account/${id}`)
      await request.looked({ subjects, what: 'List of accounts', purpose: administering })
      return reply.html(accountsPage(access, { chrome: request.chrome, search, current, count, accounts, agencies }))
    })
  }

type List = {
  readonly chrome: Chrome
  readonly search: string
  readonly current: number
  readonly count: number
  readonly accounts: readonly AccountRow[]
  readonly agencies: readonly AgencyChoice[]
}

function accountsPage(access: Access, list: List): Html {
  const { chrome, search, current, count, accounts } = list
  return page(chrome, {
    title: 'Accounts',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Accounts' },
    ],
    body: html`${button({ text: 'Add an account', href: paths.deskAccountNew })} ${searchForm(search)}
      <p class="govuk-body">${counted(count, search)}</p>
      ${accounts.length > 0 ? accountTable(access, list) : nobody(search)}
      ${pagesOf({ current, last: Math.ceil(count / accountsPerPage), href: (number) => addressOf(search, number) })}`,
  })
}

const addressOf = (search: string, number: number): string =>
  `${paths.deskAccounts}?${String(new URLSearchParams({ ...(search && { q: search }), page: String(number) }))}`

function counted(count: number, search: string): string {
  const some = count === 1 ? '1 account' : `${count.toLocaleString('en-GB')} accounts`
  return search === '' ? some : `${some} with “${search}” in the name or email address`
}

const searchForm = (search: string): Html =>
  html`<form method="get" action="${paths.deskAccounts}" role="search">
    ${input({
      name: 'q',
      label: { text: 'Name or email address' },
      value: search,
      classes: 'govuk-input--width-20',
      spellcheck: false,
      formGroup: {
        afterInput: { html: button({ text: 'Search', classes: 'govuk-button--secondary govuk-!-margin-left-2' }) },
      },
    })}
  </form>`

const nobody = (search: string): Html =>
  search === ''
    ? emptyState({ heading: 'No accounts yet', text: 'The accounts of your agency will stand here once you add them.' })
    : emptyState({
        heading: 'Nobody was found',
        text: html`Try a shorter part of the name, or
          <a class="govuk-link" href="${paths.deskAccounts}">see everybody</a>.`,
      })

const accountTable = (access: Access, { accounts, agencies }: List): Html =>
  wideTable({
    label: 'Accounts',
    head: ['Name and email address', 'Agency and unit', 'Roles', 'State'],
    rows: accounts.map((account) => {
      const { agency, unit } = placeOf(account, agencies)
      return [
        html`<a class="govuk-link" href="${paths.deskAccountOf(account.id)}">${account.name}</a><br />
          <span class="govuk-hint">${account.email}</span>`,
        account.unit === null ? agency : `${agency}, ${unit}`,
        account.roles.length > 0 ? titlesOf(access.roles, account.roles) : 'None',
        account.closedAt ? tag({ text: 'Closed', classes: 'govuk-tag--grey' }) : 'Open',
      ]
    }),
  })
