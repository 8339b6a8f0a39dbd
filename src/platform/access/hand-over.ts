import type { FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { insetText } from '../web/components/inset-text/inset-text.ts'
import { type Html, html } from '../web/html.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import type { Access } from './access.ts'
import { administersArea } from './new-account-page.ts'
import { oneTimePasswordDays, setOneTimePassword } from './credential.ts'
import { endSessionsOf } from './session.ts'

/**
 * Makes a one-time password for an account and shows it, this once: it is stored only as a hash. Whatever sessions
 * the account had end. That it was handed over is on the record, because whoever has it could use it.
 */
export async function handOver(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
  name: string,
): Promise<FastifyReply> {
  const { viewer, at } = request
  const facts = { by: viewer.account, byAreaAdministrator: administersArea(viewer), at }
  await request.record.perform(access.account, account, { type: 'HandOverPassword', ...facts })
  const password = await setOneTimePassword(access.pool, account, at)
  await endSessionsOf(access.pool, account)
  await request.looked({
    subjects: [`account/${account}`],
    what: 'One-time password',
    purpose: 'Administering accounts',
  })
  return reply.html(handOverPage(request.chrome, account, name, password))
}

const handOverPage = (chrome: Chrome, account: string, name: string, password: string): Html =>
  page(chrome, {
    title: 'One-time password',
    breadcrumbs: [
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Accounts', href: paths.deskAccounts },
      { text: 'One-time password' },
    ],
    body: html`<p class="govuk-body">Give this to ${name} in person or by telephone. It is shown only now.</p>
      ${insetText({ html: html`<strong class="govuk-heading-m fp-code">${password}</strong>` })}
      <p class="govuk-body">
        It works once, within ${oneTimePasswordDays} days, and opens only the page on which they choose their own.
      </p>
      <p class="govuk-body"><a class="govuk-link" href="${paths.deskAccountOf(account)}">Go to the account</a></p>`,
  })
