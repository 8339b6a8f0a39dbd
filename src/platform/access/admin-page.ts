import { paths } from '../../paths.ts'
import { html } from '../web/html.ts'
import { page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'

const parts = [
  {
    href: paths.deskAccounts,
    text: 'Accounts',
    about: 'Who can sign in, and what they may do.',
    permission: 'accounts.administer',
  },
  {
    href: paths.apiTokens,
    text: 'Other systems',
    about: 'Which other systems of your agency use the API, by which token, and what they may do.',
    permission: 'api.administer',
  },
  { href: paths.deskRoles, text: 'Roles', about: 'What each role may do.', permission: null },
  {
    href: paths.deskBankHolidays,
    text: 'Bank holidays',
    about: 'Which list working days are counted with, until when it reaches, and a later one.',
    permission: 'calendar.administer',
  },
  {
    href: paths.deskLooks,
    text: 'Who looked',
    about: 'Who in your agency looked at whose personal data, and why.',
    permission: 'looks.read',
  },
] as const

/** What there is to administer, as far as the viewer may. */
export const adminRoutes: Routes = (app) => {
  app.get(paths.deskAdmin, allow('signed-in'), async (request, reply) => {
    const { chrome, viewer } = request
    const open = parts.filter(({ permission }) => permission === null || viewer.permissions.includes(permission))
    const body = html`<ul class="govuk-list govuk-list--spaced">
      ${open.map(({ href, text, about }) => html`<li><a class="govuk-link" href="${href}">${text}</a><br />${about}</li>`)}
    </ul>`
    const breadcrumbs = [{ text: 'Work list', href: paths.desk }, { text: 'Administration' }]
    return reply.html(page(chrome, { title: 'Administration', breadcrumbs, body }))
  })
}
