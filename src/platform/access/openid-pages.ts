import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { type Html, html } from '../web/html.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import { enter } from './browser.ts'
import { credentialByEmail } from './credential.ts'
import { nextOf } from './next.ts'
import { type Provider, openProvider } from './openid.ts'
import { readNote, writeNote, noteSeconds } from './sealed-note.ts'
import { sentOf } from './sent.ts'

const purpose = 'openid'
const noteShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() })

/**
 * Sign-in by the organisation's own provider. It opens an account that exists already under the email address that
 * the provider vouches for; none is made on the way in, because an account is given by an administrator, with roles.
 */
export const openIdRoutes =
  (access: Access): Routes =>
  (app) => {
    if (!access.openIdConnect) return
    const provider = openProvider(access.openIdConnect, `${access.publicUrl}${paths.openIdConnectReturn}`)
    app.get(paths.openIdConnectStart, allow('public'), async (request, reply) => {
      const begun = await asking(request, () => provider.begin())
      if (!begun) return reply.code(503).html(failedPage(request.chrome, reasons.unreachable))
      const facts = { ...begun.handshake, next: nextOf(sentOf(request.query)) }
      reply.keep(purpose, writeNote(access.installationKey, purpose, facts, request.at), noteSeconds)
      return reply.header('cache-control', 'no-store').redirect(String(begun.address), 303)
    })
    app.get(paths.openIdConnectReturn, allow('public'), async (request, reply) =>
      comeBack(access, provider, request, reply),
    )
  }

/** What the provider says, or null, and a line in the log, when it cannot be reached: that is no fault of ours. */
async function asking<T>(request: FastifyRequest, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    request.log.error({ err: error }, 'the OpenID Connect provider did not answer')
    return null
  }
}

async function comeBack(access: Access, provider: Provider, request: FastifyRequest, reply: FastifyReply) {
  const note = readNote(access.installationKey, purpose, noteShape, request.kept(purpose), request.at)
  reply.forget(purpose).header('cache-control', 'no-store')
  if (!note) return reply.code(400).html(failedPage(request.chrome, reasons.late))
  const answer = await asking(request, () => provider.finish(new URL(request.url, access.publicUrl), note))
  if (!answer) return reply.code(503).html(failedPage(request.chrome, reasons.unreachable))
  if (answer.outcome !== 'email') return reply.code(403).html(failedPage(request.chrome, reasons[answer.outcome]))
  const credential = await credentialByEmail(access.pool, answer.email)
  if (!credential) return reply.code(403).html(failedPage(request.chrome, reasons['no-account']))
  return enter(access, request, reply, { account: credential.account, method: 'openid', next: note.next })
}

const reasons = {
  late: 'It took longer than ten minutes, or it was begun in another browser.',
  refused: 'Your organisation’s sign-in did not let you through, or its answer was not meant for this browser.',
  unreachable: 'Your organisation’s sign-in does not answer. Try again in a while, or use a password if you have one.',
  'email-not-verified':
    'Your organisation’s sign-in does not vouch for your email address, so it cannot open an account.',
  'no-account': 'Your email address has no open account here. Ask the administrator of your agency for one.',
} as const

const failedPage = (chrome: Chrome, reason: string): Html =>
  page(chrome, {
    title: 'You were not signed in',
    lede: reason,
    body: html`<p class="govuk-body"><a class="govuk-link" href="${paths.signIn}">Try again</a></p>`,
  })
