import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { warningText } from '../web/components/warning-text/warning-text.ts'
import { found } from '../web/failures.ts'
import { type Html, html } from '../web/html.ts'
import { csrfField } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access, AgencyChoice } from './access.ts'
import { enter } from './browser.ts'
import { sentOf, textOf } from './sent.ts'

/** Somebody whom a visitor of the demonstration can be. */
export type DemonstrationPerson = {
  /** An account of the demonstration, never another one. */
  readonly account: string
  readonly name: string
  readonly role: string
  /** The agency's code. */
  readonly agency: string
  readonly who: string
}

/**
 * The door of the demonstration, without a password. It is given to the server only where the demonstration is what
 * an installation is for; anywhere else there is no such page.
 */
export const demonstrationRoutes =
  (access: Access, people: readonly DemonstrationPerson[]): Routes =>
  (app) => {
    app.get(paths.demonstration, allow('public'), async (request, reply) => {
      const { chrome, csrfToken } = request
      const agencies = await request.read((tx) => access.readAgencies(tx))
      reply.header('cache-control', 'no-store')
      return reply.html(demonstrationPage({ chrome, csrfToken, people, agencies }))
    })
    app.post(paths.demonstration, allow('public'), async (request, reply) => {
      const wanted = textOf(sentOf(request.body), 'account')
      const { account } = found(people.find((person) => person.account === wanted))
      return enter(access, request, reply, { account, method: 'demonstration', next: paths.desk })
    })
  }

type Cast = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly people: readonly DemonstrationPerson[]
  readonly agencies: readonly AgencyChoice[]
}

const demonstrationPage = ({ chrome, csrfToken, people, agencies }: Cast): Html =>
  page(chrome, {
    title: 'Try the demonstration',
    lede: 'Choose whom to be. You will see what that person sees and can do what they can do.',
    body: html`${warningText({
      text: 'This is a demonstration. Every person and case is made up, and anybody who can open this page can do all of this. Never enter anything real.',
      iconFallbackText: 'Warning',
    })}
      <div class="fp-columns fp-columns--half">
        ${people.map((person) => choice(csrfToken, { ...person, agency: agencyName(agencies, person) }))}
      </div>`,
  })

const agencyName = (agencies: readonly AgencyChoice[], { agency }: DemonstrationPerson): string =>
  agencies.find(({ code }) => code === agency)?.name ?? agency

const choice = (csrfToken: string, { account, name, role, agency, who }: DemonstrationPerson): Html =>
  html`<form method="post" action="${paths.demonstration}">
    ${csrfField(csrfToken)}<input type="hidden" name="account" value="${account}" />
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1">${role}</h2>
    <p class="govuk-body govuk-!-margin-bottom-2">${who}<br />${name}, ${agency}</p>
    ${button({ html: html`Be ${name}<span class="govuk-visually-hidden">, ${role}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
  </form>`
