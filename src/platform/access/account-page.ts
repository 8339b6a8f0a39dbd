import { type Instant, formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { passwordInput } from '../web/components/password-input/password-input.ts'
import { summaryList } from '../web/components/summary-list/summary-list.ts'
import { wideTable } from '../web/components/table/table.ts'
import { tag } from '../web/components/tag/tag.ts'
import { found } from '../web/failures.ts'
import { type Html, html } from '../web/html.ts'
import { type FieldError, csrfField } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access, AgencyChoice } from './access.ts'
import { isDemonstrationAccount } from './account.ts'
import { type Credential, credentialOf, setPassword } from './credential.ts'
import { choiceErrors, choiceFields } from './new-password-page.ts'
import { type AccountRow, readAccount } from './read-accounts.ts'
import { passwordOf, sentOf } from './sent.ts'
import { type OpenSession, endSessionsOf, idleMinutes, longestHours, sessionsOf } from './session.ts'
import { signIn } from './sign-in.ts'
import { waitSentence } from './sign-in-page.ts'

/**
 * A person's own page. It shows nobody else, so it leaves nothing in the log of who looked: that log is about looking
 * at other people.
 */
export const accountRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.deskAccount, allow('signed-in'), async (request, reply) => {
      const { viewer, chrome, csrfToken, at } = request
      const { account, agencies } = await request.read(async (tx) => ({
        account: found(await readAccount(tx, viewer.account)),
        agencies: await access.readAgencies(tx),
      }))
      const sessions = await sessionsOf(access.pool, viewer.account, request.sessionToken, at)
      const changed = sentOf(request.query)['password'] === 'changed'
      return reply.html(ownPage(access, { chrome, csrfToken, account, agencies, sessions, changed }))
    })
    app.get(paths.deskPassword, allow('signed-in'), async (request, reply) => {
      const credential = await credentialOf(access.pool, request.viewer.account)
      return reply.html(passwordPage(request.chrome, request.csrfToken, credential))
    })
    app.post(paths.deskPassword, allow('signed-in'), async (request, reply) => {
      const credential = found(await credentialOf(access.pool, request.viewer.account))
      const sent = sentOf(request.body)
      const given = { email: credential.email, password: passwordOf(sent, 'old-password'), address: request.ip }
      const old = await oldPasswordErrors(access, given, request.at)
      const chosen = { password: passwordOf(sent, 'password'), again: passwordOf(sent, 'password-again') }
      const errors = old.length > 0 ? old : await choiceErrors(chosen, credential)
      if (errors.length > 0) {
        return reply.code(400).html(passwordPage(request.chrome, request.csrfToken, credential, errors))
      }
      await setPassword(access.pool, credential.account, chosen.password, request.at)
      await endSessionsOf(access.pool, credential.account, request.sessionToken)
      return reply.redirect(`${paths.deskAccount}?password=changed`, 303)
    })
  }

/** The old password is tried as in signing in, so that a session left open is no way to guess it. */
async function oldPasswordErrors(
  { pool, installationKey }: Access,
  given: { readonly email: string; readonly password: string; readonly address: string },
  at: Instant,
): Promise<readonly FieldError[]> {
  if (given.password === '') return [{ field: 'old-password', text: 'Enter the password you have now' }]
  const done = await signIn(pool, installationKey, given, at)
  if (done.outcome === 'wait') return [{ field: 'old-password', text: waitSentence(done.seconds) }]
  return done.outcome === 'wrong' ? [{ field: 'old-password', text: 'That is not the password you have now' }] : []
}

type Own = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly account: AccountRow
  readonly agencies: readonly AgencyChoice[]
  readonly sessions: readonly OpenSession[]
  readonly changed: boolean
}

function ownPage(access: Access, { chrome, csrfToken, account, agencies, sessions, changed }: Own): Html {
  return page(chrome, {
    title: 'Your account',
    breadcrumbs: [{ text: 'Work list', href: paths.desk }, { text: 'Your account' }],
    notice: changed
      ? { type: 'success', text: 'Your password was changed, and your other sessions were ended.' }
      : undefined,
    body: html`${details(access, account, agencies)}
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <p class="govuk-body">
        A session ends after ${idleMinutes} minutes without use, and after ${longestHours} hours in any case. If you do
        not recognise one of these, end them all and change your password.
      </p>
      ${sessionTable(sessions)}
      <form method="post" action="${paths.signOutEverywhere}">
        ${csrfField(csrfToken)} ${button({ text: 'Sign out everywhere', classes: 'govuk-button--secondary' })}
      </form>`,
  })
}

/** The agency and unit by name. */
export function placeOf(
  { agency, unit }: { readonly agency: string; readonly unit: string | null },
  agencies: readonly AgencyChoice[],
): { readonly agency: string; readonly unit: string } {
  const known = agencies.find(({ code }) => code === agency)
  const inUnit = known?.units.find(({ code }) => code === unit)
  return { agency: known?.name ?? agency, unit: inUnit?.name ?? unit ?? 'None' }
}

function details(access: Access, account: AccountRow, agencies: readonly AgencyChoice[]): Html {
  const place = placeOf(account, agencies)
  const change = { href: paths.deskPassword, text: 'Change', visuallyHiddenText: 'password' }
  return summaryList({
    rows: [
      { key: { text: 'Name' }, value: { text: account.name } },
      { key: { text: 'Email address' }, value: { text: account.email } },
      { key: { text: 'Agency' }, value: { text: place.agency } },
      { key: { text: 'Unit' }, value: { text: place.unit } },
      { key: { text: 'Roles' }, value: { html: rolesOf(access, account.roles) } },
      isDemonstrationAccount(account.id)
        ? { key: { text: 'Password' }, value: { text: 'Demonstration accounts have none' } }
        : { key: { text: 'Password' }, value: { text: 'Kept only as a hash' }, actions: { items: [change] } },
    ],
  })
}

function rolesOf({ roles }: Access, held: readonly string[]): Html {
  if (held.length === 0) return html`None yet. Ask the administrator of your agency.`
  return html`<ul class="govuk-list">
      ${held.map((role) => html`<li>${roles[role]?.title ?? role}</li>`)}
    </ul>
    <a class="govuk-link" href="${paths.deskRoles}">What each role may do</a>`
}

const methods = { password: 'Password', openid: 'Organisation’s sign-in', demonstration: 'Demonstration' } as const

const sessionTable = (sessions: readonly OpenSession[]): Html =>
  wideTable({
    label: 'Where you are signed in',
    head: ['Browser', 'Network address', 'Signed in', 'Last used', 'By'],
    rows: sessions.map(({ browser, address, createdAt, lastSeenAt, method, mine }) => [
      html`${shortBrowser(browser)} ${mine && tag({ text: 'This one' })}`,
      address,
      formatInstant(createdAt),
      formatInstant(lastSeenAt),
      methods[method],
    ]),
  })

/** Browsers call themselves by several names; the more particular one comes first here. */
const brands = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

/** A browser as its owner would call it, such as "Firefox on Windows". */
function shortBrowser(browser: string): string {
  const brand = brands.find(([part]) => browser.includes(part))?.[1]
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(browser)?.[0].replace('Mac OS X', 'macOS')
  if (!brand) return 'Unknown browser'
  return system ? `${brand} on ${system}` : brand
}

function passwordPage(
  chrome: Chrome,
  csrfToken: string,
  credential: Credential | null,
  errors: readonly FieldError[] = [],
): Html {
  const hasPassword = Boolean(credential?.passwordHash)
  const none = html`<p class="govuk-body">
    Your account has no password: you sign in another way. An administrator of your agency can give you a one-time
    password, unless this is a demonstration account.
  </p>`
  return page(chrome, {
    title: 'Change your password',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Your account', href: paths.deskAccount },
      { text: 'Change your password' },
    ],
    errors,
    body: hasPassword ? passwordForm(csrfToken, errors) : none,
  })
}

const passwordForm = (csrfToken: string, errors: readonly FieldError[]): Html =>
  html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-one-half">
      <form method="post" action="${paths.deskPassword}" novalidate>
        ${csrfField(csrfToken)}
        ${passwordInput({
          name: 'old-password',
          label: { text: 'The password you have now' },
          errorMessage: errors.find(({ field }) => field === 'old-password'),
        })}
        ${choiceFields(errors)} ${button({ text: 'Change password', preventDoubleClick: true })}
      </form>
    </div>
  </div>`
