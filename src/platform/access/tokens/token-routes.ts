import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { endOfDay } from '../../../calendar/instant.ts'
import { paths } from '../../../paths.ts'
import { found } from '../../web/failures.ts'
import { type Form, emptyForm } from '../../web/layout/form.ts'
import { type Routes, allow } from '../../web/routing.ts'
import type { Access } from '../access.ts'
import { readNames } from '../read-accounts.ts'
import { sentOf, textOf } from '../sent.ts'
import { scopesFor } from './api-token.ts'
import { readTokens } from './read-tokens.ts'
import { parseToken, refusedToken } from './token-form.ts'
import { newSecret, secretHash } from './token-secret.ts'
import { type Tokens, tokensPage } from './tokens-page.ts'

/** The secret stays in the browser of who made it just long enough to be shown once. */
const keptName = 'api-token'
const keptSeconds = 60

/** Where an administrator gives another system of their agency access, and ends it. */
export const tokenRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.apiTokens, allow('api.administer'), async (request, reply) => {
      const secret = request.kept(keptName)
      if (secret !== null) reply.forget(keptName)
      const ended = sentOf(request.query)['done'] === 'ended'
      return answer(access, request, reply, emptyForm, { secret, ended })
    })

    app.post(paths.apiTokens, allow('api.administer'), async (request, reply) => {
      const { viewer, at } = request
      const sent = sentOf(request.body)
      const agencies = await request.read((tx) => access.readAgencies(tx))
      const { kind } = found(agencies.find(({ code }) => code === viewer.agency))
      const form = parseToken(sent)
      if (!form.ok) return answer(access, request, reply.code(400), form)
      const { name, scopes, lastDay } = form.command
      const [id, secret] = [randomUUID(), newSecret()]
      const facts = {
        id,
        agency: viewer.agency,
        agencyKind: kind,
        name,
        scopes,
        secretSha256: secretHash(secret),
        expiresAt: endOfDay(lastDay),
      }
      const refused = await refusedToken(sent, () =>
        request.record.perform(access.token, id, { type: 'MakeToken', ...facts, at, by: viewer.account }),
      )
      if (refused) return answer(access, request, reply.code(400), refused)
      reply.keep(keptName, secret, keptSeconds)
      return reply.redirect(paths.apiTokens, 303)
    })

    type ById = { readonly Params: { readonly token: string } }
    app.post<ById>('/desk/admin/tokens/:token/end', allow('api.administer'), async (request, reply) => {
      const { viewer, at } = request
      const { token } = request.params
      found((await request.read(readTokens)).find(({ id }) => id === token))
      const sent = sentOf(request.body)
      const command = { type: 'EndToken', agency: viewer.agency, reason: textOf(sent, 'reason') } as const
      const refused = await refusedToken({ ...sent, token }, () =>
        request.record.perform(access.token, token, { ...command, at, by: viewer.account }),
      )
      if (refused) return answer(access, request, reply.code(400), refused)
      return reply.redirect(`${paths.apiTokens}?done=ended`, 303)
    })
  }

async function answer(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  form: Form,
  { secret = null, ended = false }: { readonly secret?: string | null; readonly ended?: boolean } = {},
): Promise<FastifyReply> {
  const { viewer, chrome, csrfToken, at } = request
  const read = await request.read(async (tx) => {
    const tokens = await readTokens(tx)
    const people = tokens.flatMap(({ madeBy, endedBy }) => (endedBy === null ? [madeBy] : [madeBy, endedBy]))
    const agencies = await access.readAgencies(tx)
    return {
      tokens,
      names: await readNames(tx, people),
      kind: agencies.find(({ code }) => code === viewer.agency)?.kind,
    }
  })
  const scopes = scopesFor(access.roles, access.apiScopes, read.kind ?? '').map((scope) => ({
    scope,
    text: access.permissions[scope] ?? scope,
  }))
  const shown: Tokens = { chrome, csrfToken, at, form, secret, ended, scopes, tokens: read.tokens, names: read.names }
  return reply.html(tokensPage(shown))
}
