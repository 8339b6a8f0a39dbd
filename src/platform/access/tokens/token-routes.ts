import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { endOfDay } from '../../../calendar/instant.ts'
import { type LocalDate, localDateOf } from '../../../calendar/local-date.ts'
import { paths } from '../../../paths.ts'
import { Refusal } from '../../refusal.ts'
import { found } from '../../web/failures.ts'
import { type FieldError, type Form, emptyForm, formOf } from '../../web/layout/form.ts'
import { type Routes, allow } from '../../web/routing.ts'
import type { Access } from '../access.ts'
import { readNames } from '../read-accounts.ts'
import { type Sent, sentOf, textOf } from '../sent.ts'
import { scopesFor } from './api-token.ts'
import { readTokens } from './read-tokens.ts'
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
      const expires = lastDayIn(sent)
      if (expires.day === null) return answer(access, request, reply.code(400), formOf(sent, [expires.error]))
      const [id, secret] = [randomUUID(), newSecret()]
      const facts = {
        id,
        agency: viewer.agency,
        agencyKind: kind,
        name: textOf(sent, 'name'),
        scopes: formOf(sent).choices('scopes').values,
        secretSha256: secretHash(secret),
        expiresAt: endOfDay(expires.day),
      }
      const refused = await refusal(sent, () =>
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
      const refused = await refusal({ ...sent, token }, () =>
        request.record.perform(access.token, token, { ...command, at, by: viewer.account }),
      )
      if (refused) return answer(access, request, reply.code(400), refused)
      return reply.redirect(`${paths.apiTokens}?done=ended`, 303)
    })
  }

/** The field that each refusal is about. */
const fieldOf: Readonly<Record<string, string>> = {
  'api-token.name-missing': 'name',
  'api-token.no-scope': 'scopes',
  'api-token.scope-not-for-agency': 'scopes',
  'api-token.expired-from-start': 'expires',
  'api-token.expires-too-late': 'expires',
  'api-token.reason-missing': 'reason',
}

/** The form with what was typed and what a rule said no to, or null once the command was performed. */
async function refusal(sent: Sent, perform: () => Promise<unknown>): Promise<Form | null> {
  try {
    await perform()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const tooLong = 'reason' in sent ? 'reason' : 'name'
    const field = fieldOf[error.code] ?? tooLong
    // Every token has a field for the reason of its end, so that the link must say which one is meant.
    const href =
      field === 'reason' ? `#reason-${textOf(sent, 'token')}` : field === 'expires' ? '#expires-day' : undefined
    return formOf(sent, [{ field, text: error.message, ...(href && { href }) }])
  }
}

function lastDayIn(sent: Sent): { readonly day: LocalDate } | { readonly day: null; readonly error: FieldError } {
  const parts = ['year', 'month', 'day'].map((part) => textOf(sent, `expires-${part}`))
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts.map((part) =>
    /^\d{1,4}$/.test(part) ? Number(part) : Number.NaN,
  )
  const date = parts.every((part) => /^\d{1,4}$/.test(part)) ? localDateOf(year, month, day) : null
  if (date) return { day: date }
  const text = parts.every((part) => part === '')
    ? 'Enter the last day on which the token works'
    : 'The last day must be a real date, such as 31 3 2027'
  return { day: null, error: { field: 'expires', text, href: '#expires-day' } }
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
