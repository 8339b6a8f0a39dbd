import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { thePublic } from '../database/reading.ts'
import { Refusal } from '../refusal.ts'
import { chromeFor } from './chrome.ts'
import { FormNotFromHere } from './csrf.ts'
import { Invalid, NotFound } from './failures.ts'
import { failedPage, formExpiredPage, notAllowedPage, notFoundPage, refusedPage } from './layout/error-pages.ts'
import { type Page, page } from './layout/page.ts'
import { NotAllowed, NotSignedIn, ownAddress } from './permission.ts'
import { invalidPage, signInAgainPage, tooLargePage, withTypedText } from './more-error-pages.ts'
import { securityHeaders } from './security-headers.ts'
import type { Site } from './site.ts'

/** What is answered when a request came to no good end. `code` is for programs. */
type Answer = { readonly status: number; readonly code: string; readonly page: Page }

/** The page that the reader came from, when it was one of ours; else the address they asked for. */
function backFrom(request: FastifyRequest, publicUrl: string): string {
  const referer = request.headers.referer ?? ''
  const came = referer.startsWith(`${publicUrl}/`) ? ownAddress(referer.slice(publicUrl.length)) : null
  return came ?? ownAddress(request.url.split('?')[0]) ?? '/'
}

/** Mistakes that Fastify finds in a request before any of our code sees it: only those carry a status. */
function malformed(error: unknown, back: string): Answer | null {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return { status, code: 'request.too-large', page: tooLargePage(back) }
  if (status === 404) return { status, code: 'not-found', page: notFoundPage('/') }
  if (status >= 400 && status < 500) {
    return { status, code: 'request.malformed', page: invalidPage('What was sent could not be read.', back) }
  }
  return null
}

function answerTo(error: unknown, request: FastifyRequest, { installation, places }: Site): Answer {
  const back = backFrom(request, installation.configuration.publicUrl)
  const { homeHref } = request.chrome
  if (error instanceof Refusal) return { status: 409, code: error.code, page: refusedPage(error.message, back) }
  if (error instanceof NotFound) return { status: 404, code: 'not-found', page: notFoundPage(homeHref) }
  if (error instanceof Invalid) return { status: 400, code: 'invalid', page: invalidPage(error.message, back) }
  if (error instanceof NotAllowed) return { status: 403, code: 'not-allowed', page: notAllowedPage(homeHref) }
  if (error instanceof FormNotFromHere) {
    return { status: 403, code: 'form-expired', page: withTypedText(formExpiredPage(back), request) }
  }
  if (error instanceof NotSignedIn) {
    const signIn = `${places.signIn}?next=${encodeURIComponent(back)}`
    return { status: 403, code: 'not-signed-in', page: withTypedText(signInAgainPage(signIn), request) }
  }
  return malformed(error, back) ?? { status: 500, code: 'failed', page: failedPage(request.id, homeHref) }
}

/** Programs ask below `/api` or prefer JSON to pages. */
function wantsJson({ url, headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? ''
  return url.startsWith('/api/') || (accept.includes('application/json') && !accept.includes('text/html'))
}

function send(request: FastifyRequest, reply: FastifyReply, { status, code, page: content }: Answer): FastifyReply {
  reply.code(status)
  if (!wantsJson(request)) return reply.html(page(request.chrome, content))
  const message = typeof content.lede === 'string' ? content.lede : content.title
  return reply.send({ error: { code, message, requestId: request.id } })
}

/** One handler for everything thrown: an answer where the reader can do something, else the error page and the log. */
export function addErrorAnswers(app: FastifyInstance, site: Site): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof NotSignedIn && isRead(request) && !wantsJson(request)) {
      return reply.redirect(`${site.places.signIn}?next=${encodeURIComponent(request.url)}`, 303)
    }
    const answer = answerTo(error, request, site)
    if (answer.status >= 500) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'failed')
      site.onBug?.(error, request)
    }
    return send(request, reply, answer)
  })
  app.setNotFoundHandler(async (request, reply) => send(request, reply, answerTo(new NotFound(), request, site)))
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

/** An address that cannot even be read, such as `/%zz`. No hook runs for it, so it gets its headers here. */
export function answerUnreadable(site: Site, reply: FastifyReply): void {
  const { configuration } = site.installation
  const around = chromeFor(site, { url: '/', viewer: thePublic }, null, '')
  const content = page(around, invalidPage('This address cannot be read.', site.places.home))
  void reply
    .code(400)
    .headers({ ...securityHeaders(configuration), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(String(content))
}
