import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Instant, now } from '../../calendar/instant.ts'
import { thePublic } from '../database/reading.ts'
import { chromeFor } from './chrome.ts'
import { FormNotFromHere, csrfKey, csrfTokenFor, hasToken, keepVisit, newVisit, visitOf } from './csrf.ts'
import { Invalid } from './failures.ts'
import type { Identity } from './identity.ts'
import { checkPermission } from './permission.ts'
import type { Site } from './site.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the server found out about the one who asks. Pages use `viewer`, `at` and `chrome` instead. */
    asked: { readonly at: Instant; readonly identity: Identity | null } | null
    /** The visit that a form on this answer is bound to, when somebody not signed in is shown one. */
    visit: { readonly secret: string; readonly begun: boolean } | null
  }
}

const identityOf = ({ asked }: FastifyRequest): Identity | null => asked?.identity ?? null

/** What forms are bound to: the session of who signed in, or the visit of who did not. */
const secretOf = (request: FastifyRequest): string | null =>
  identityOf(request) ? request.sessionToken : (request.visit?.secret ?? visitOf(request))

/** The secret for a form that is shown now. */
function secretForForm(request: FastifyRequest): string {
  const known = secretOf(request)
  if (identityOf(request) && known !== null) return known
  request.visit ??= { secret: known ?? newVisit(), begun: known === null }
  return request.visit.secret
}

/** Whose request it is, and what they may do, found out before any handler sees it. */
export function addAsking(app: FastifyInstance, site: Site): void {
  const clock = site.now ?? now
  const key = csrfKey(site.installation.installationKey)
  addProperties(app, site, key)

  app.addHook('onRequest', async (request) => {
    const at = clock()
    request.asked = { at, identity: await findIdentity(request, site, at) }
  })
  // After the body was read, so that what somebody typed is not lost when their session ended meanwhile.
  app.addHook('preValidation', async (request) => {
    if (request.is404) return
    checkText(request)
    checkPermission(request)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // No browser adds the token of a system by itself, so that no other site can have one send a message for it.
    if (isRead || request.routeOptions.config.byToken) return
    if (!hasToken(request, secretOf(request), key)) throw new FormNotFromHere()
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.visit?.begun) keepVisit(reply, request.visit.secret)
    return payload
  })
}

/** A session never counts where systems ask, nor a system's token anywhere else. */
async function findIdentity(request: FastifyRequest, site: Site, at: Instant): Promise<Identity | null> {
  const { config } = request.routeOptions
  if (config?.byToken) return (await site.identifySystem?.(request.headers.authorization, at)) ?? null
  const token = config?.sessionless ? null : request.sessionToken
  return token === null ? null : site.identify(token, at)
}

/** PostgreSQL keeps no text with a NUL in it, and nobody can type one. */
function checkText({ url, body }: FastifyRequest): void {
  const fields = body !== null && typeof body === 'object' ? Object.entries(body).flat(2) : []
  const holdsNul = fields.some((text) => typeof text === 'string' && text.includes('\0'))
  if (holdsNul || url.includes('%00')) throw new Invalid('It holds a sign that is part of no text.')
}

function addProperties(app: FastifyInstance, site: Site, key: Buffer): void {
  app.decorateRequest('asked', null)
  app.decorateRequest('visit', null)
  app.decorateRequest('at', {
    getter() {
      return this.asked?.at ?? now()
    },
  })
  app.decorateRequest('viewer', {
    getter() {
      return identityOf(this)?.viewer ?? thePublic
    },
  })
  app.decorateRequest('csrfToken', {
    getter() {
      return csrfTokenFor(secretForForm(this), key)
    },
  })
  app.decorateRequest('chrome', {
    getter() {
      const identity = identityOf(this)
      return chromeFor(site, this, identity, identity ? this.csrfToken : '')
    },
  })
}
