import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { details } from '../web/components/details/details.ts'
import { input } from '../web/components/input/input.ts'
import { select } from '../web/components/select/select.ts'
import { summaryList } from '../web/components/summary-list/summary-list.ts'
import { tag } from '../web/components/tag/tag.ts'
import { timeline } from '../web/components/timeline/timeline.ts'
import { type Content, type Html, html } from '../web/html.ts'
import { type Form, csrfField, emptyForm } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import type { Access, AgencyChoice } from './access.ts'
import { placeOf } from './account-page.ts'
import type { AccountRow, readAccountChanges } from './read-accounts.ts'

/** What was read for the page of one account that somebody else administers. */
export type Administered = {
  readonly account: AccountRow
  readonly agencies: readonly AgencyChoice[]
  readonly changes: Awaited<ReturnType<typeof readAccountChanges>>
  /** Names by account, of those who made the changes. */
  readonly names: ReadonlyMap<string, string>
  /** True for the viewer's own account, which they cannot change. */
  readonly own: boolean
}

type Around = { readonly chrome: Chrome; readonly csrfToken: string; readonly notice?: string | undefined }

/** `act` says which of the page's forms was sent and not accepted. */
export type Refused = { readonly act: string; readonly form: Form }

export function administerAccountPage(access: Access, around: Around, read: Administered, refused?: Refused): Html {
  const { account, own } = read
  return page(around.chrome, {
    title: 'Account',
    heading: account.name,
    caption: 'Account',
    breadcrumbs: [
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Accounts', href: paths.deskAccounts },
      { text: 'Account' },
    ],
    errors: refused?.form.errors,
    notice: around.notice ? { type: 'success', text: around.notice } : undefined,
    body: html`${about(read)} ${own ? ownNote : acts(access, around.csrfToken, read, refused)}
      <h2 class="govuk-heading-m">What happened to this account</h2>
      ${history(access, read)}`,
  })
}

const ownNote = html`<p class="govuk-body">
  This is your own account. Nobody changes their own, but for its password: ask another administrator.
</p>`

function about({ account, agencies }: Administered): Html {
  const place = placeOf(account, agencies)
  return summaryList({
    rows: [
      { key: { text: 'Email address' }, value: { text: account.email } },
      { key: { text: 'Agency' }, value: { text: place.agency } },
      { key: { text: 'Unit' }, value: { text: place.unit } },
      account.closedAt
        ? {
            key: { text: 'State' },
            value: { html: html`${tag({ text: 'Closed' })} ${formatInstant(account.closedAt)}` },
          }
        : { key: { text: 'State' }, value: { text: 'Open' } },
    ],
  })
}

type Place = { readonly csrfToken: string; readonly account: AccountRow; readonly refused: Refused | undefined }

function acts(access: Access, csrfToken: string, read: Administered, refused?: Refused): Content {
  const { account, agencies } = read
  const place = { csrfToken, account, refused }
  if (account.closedAt) {
    return html`<h2 class="govuk-heading-m">Open it again</h2>
      ${reasonForm(place, 'reopen', { button: 'Reopen account', hint: 'The account gets back the roles it had.' })}`
  }
  return html`<h2 class="govuk-heading-m">Roles</h2>
    ${heldRoles(access, place)} ${giveRole(access, place, agencies)}
    <h2 class="govuk-heading-m">Name and email address</h2>
    ${correct(place)}
    <h2 class="govuk-heading-m">Move to another unit</h2>
    ${moveToUnit(place, agencies)}
    <h2 class="govuk-heading-m">Password</h2>
    <p class="govuk-body">A one-time password replaces the one they have, and signs them out everywhere.</p>
    ${actForm(place, 'one-time-password', button({ text: 'Make a one-time password', classes: 'govuk-button--secondary' }))}
    <h2 class="govuk-heading-m">Close the account</h2>
    ${reasonForm(place, 'close', {
      button: 'Close account',
      classes: 'govuk-button--warning',
      hint: 'They are signed out at once. What they did stays on the record.',
    })}`
}

const actForm = ({ csrfToken, account }: Place, act: string, fields: Content): Html =>
  html`<form method="post" action="${paths.deskAccountAct(account.id, act)}" novalidate>
    ${csrfField(csrfToken)} ${fields}
  </form>`

const formFor = ({ refused }: Place, act: string): Form => (refused?.act === act ? refused.form : emptyForm)

type Reason = { readonly button: string; readonly classes?: string; readonly hint?: string; readonly before?: Content }

/** `id` tells apart the reasons of several forms on one page. */
function reasonForm(place: Place, act: string, { button: text, classes, hint, before }: Reason, id = act): Html {
  const { value, errorMessage } = formFor(place, id).field('reason')
  const field = input({
    id: `reason-${id}`,
    name: 'reason',
    label: { text: 'Reason' },
    hint: hint ? { text: hint } : undefined,
    classes: 'govuk-input--width-30',
    value,
    errorMessage,
  })
  return actForm(place, act, [before, field, button({ text, classes: classes ?? 'govuk-button--secondary' })])
}

function heldRoles(access: Access, place: Place): Content {
  const { roles } = place.account
  if (roles.length === 0) return html`<p class="govuk-body">None: they can see their own account and nothing else.</p>`
  return roles.map((role) => {
    const known = access.roles[role]
    const id = `take-role-${role}`
    const take = reasonForm(
      place,
      'take-role',
      { button: 'Take this role away', before: html`<input type="hidden" name="role" value="${role}" />` },
      id,
    )
    return html`<p class="govuk-body"><strong>${known?.title ?? role}</strong>. ${known?.who}</p>
      ${details({ summaryText: `Take away the role ${known?.title ?? role}`, html: take, open: place.refused?.act === id })}`
  })
}

function giveRole(access: Access, place: Place, agencies: readonly AgencyChoice[]): Content {
  const { account } = place
  const kind = agencies.find(({ code }) => code === account.agency)?.kind ?? ''
  const open = Object.entries(access.roles).filter(
    ([role, { heldIn }]) => heldIn.includes(kind) && !account.roles.includes(role),
  )
  if (open.length === 0) return null
  const choice = select({
    name: 'role',
    label: { text: 'Give a role' },
    items: [{ value: '', text: 'Select a role' }, ...open.map(([value, { title }]) => ({ value, text: title }))],
    ...formFor(place, 'give-role').field('role'),
  })
  return reasonForm(place, 'give-role', { button: 'Give role', before: choice })
}

function correct(place: Place): Html {
  const { account, refused } = place
  const form = formFor(place, 'correct')
  const short = { classes: 'govuk-input--width-20', autocomplete: 'off', spellcheck: false }
  const name = form.field('name')
  const email = form.field('email')
  const fields = [
    input({ name: 'name', label: { text: 'Name' }, ...short, ...name, value: name.value ?? account.name }),
    input({
      name: 'email',
      label: { text: 'Work email address' },
      type: 'email',
      ...short,
      ...email,
      value: email.value ?? account.email,
    }),
  ]
  const hint = 'A new email address signs them out. What stood before stays on the record.'
  const html = reasonForm(place, 'correct', { button: 'Put right', hint, before: fields })
  return details({ summaryText: 'Put right the name or email address', html, open: refused?.act === 'correct' })
}

function moveToUnit(place: Place, agencies: readonly AgencyChoice[]): Content {
  const units = agencies.find(({ code }) => code === place.account.agency)?.units ?? []
  if (units.length === 0) return html`<p class="govuk-body">This agency has no units.</p>`
  const choice = select({
    name: 'unit',
    label: { text: 'Unit' },
    items: [{ value: '', text: 'No unit' }, ...units.map(({ code, name }) => ({ value: code, text: name }))],
    value: place.account.unit ?? '',
  })
  return actForm(place, 'unit', [choice, button({ text: 'Move to this unit', classes: 'govuk-button--secondary' })])
}

const happened: Readonly<Record<string, string>> = {
  AccountAdded: 'Account added',
  RoleGiven: 'Role given',
  RoleTaken: 'Role taken away',
  NameCorrected: 'Name put right',
  EmailChanged: 'Email address put right',
  MovedToUnit: 'Moved to another unit',
  PasswordHandedOver: 'One-time password handed over',
  AccountClosed: 'Account closed',
  AccountReopened: 'Account reopened',
}

const doers: Readonly<Record<string, string>> = {
  'command-line': 'the command line',
  demonstration: 'the demonstration',
}

const history = (access: Access, { account, agencies, changes, names }: Administered): Html =>
  timeline({
    headingLevel: 3,
    items: changes.map(({ what, role, unit, reason, by, at }) => {
      const about = role
        ? (access.roles[role]?.title ?? role)
        : what === 'MovedToUnit'
          ? unitName(account, unit, agencies)
          : null
      return {
        label: { text: [happened[what] ?? what, about && `: ${about}`] },
        byline: { text: doers[by] ?? names.get(by) ?? 'an administrator of another agency' },
        datetime: { timestamp: at, text: formatInstant(at) },
        text: reason,
      }
    }),
  })

const unitName = ({ agency }: AccountRow, unit: string | null, agencies: readonly AgencyChoice[]): string =>
  placeOf({ agency, unit }, agencies).unit
