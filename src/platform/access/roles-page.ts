import { paths } from '../../paths.ts'
import { wideTable } from '../web/components/table/table.ts'
import { type Html, html } from '../web/html.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import type { Role } from './roles.ts'

/** Who may do what, for everybody who signs in to read. */
export const rolesRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.deskRoles, allow('signed-in'), async (request, reply) =>
      reply.html(rolesPage(access, request.chrome)),
    )
  }

const rolesPage = (access: Access, chrome: Chrome): Html =>
  page(chrome, {
    title: 'Roles and what they may do',
    lede: 'Every role, where it can be held, and everything it may do. What is not in this table, nobody may do.',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Roles' },
    ],
    body: wideTable({
      label: 'Roles and what they may do',
      head: ['Role', 'May'],
      firstCellIsHeader: true,
      rows: Object.values(access.roles).map((role) => roleRow(access, role)),
    }),
  })

function roleRow({ agencyKinds, permissions }: Access, { title, who, heldIn, permissions: held }: Role) {
  const everywhere = heldIn.length === Object.keys(agencyKinds).length
  const where = everywhere ? 'every kind of agency' : heldIn.map((kind) => agencyKinds[kind] ?? kind).join(', ')
  return [
    html`${title}
      <p class="govuk-hint govuk-!-margin-bottom-0">${who}<br />Held in: ${where}.</p>`,
    list(held.map((permission) => permissions[permission] ?? permission)),
  ]
}

const list = (words: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-!-margin-bottom-0">
    ${words.map((word) => html`<li>${word}</li>`)}
  </ul>`
