import { STATUS_CODES } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { thePublic } from '../database/reading.ts'
import { OutcomeUnknown } from '../record/transaction.ts'
import { Refusal } from '../refusal.ts'
import { chromeFor } from './chrome.ts'
import { FormNotFromHere } from './csrf.ts'
import { Invalid, NotFound, Problem } from './failures.ts'
import { failedPage, formExpiredPage, notAllowedPage, notFoundPage, refusedPage } from './layout/error-pages.ts'
import { type Page, page } from './layout/page.ts'
import { NotAllowed, NotSignedIn, ownAddress } from './permission.ts'
import { invalidPage, noTokenPage, signInAgainPage, tooLargePage, withTypedText } from './more-error-pages.ts'
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

/** The same message may go through after so many seconds. */
const retrySeconds = 1

/** What every answer to a failure needs beside its page: whether a program may try again, and what was wrong where. */
function forPrograms(error: unknown): { readonly errors: Problem['errors']; readonly retryAfter: number | null } {
  if (error instanceof Problem) return { errors: error.errors, retryAfter: error.retryAfterSeconds }
  const again = error instanceof OutcomeUnknown || (error instanceof Refusal && error.code === 'record.busy')
  return { errors: [], retryAfter: again ? retrySeconds : null }
}

/** Mistakes that Fastify finds in a request before any of our code sees it: only those carry a status. */
function malformed(error: unknown, back: string): Answer | null {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return { status, code: 'request.too-large', page: tooLargePage(back) }
  if (status === 404) return { status, code: 'not-found', page: notFoundPage('/') }
  if (status === 415) {
    return { status, code: 'request.wrong-type', page: invalidPage('Content of this type is not read here.', back) }
  }
  if (status >= 400 && status < 500) {
    return { status, code: 'request.malformed', page: invalidPage('What was sent could not be read.', back) }
  }
  return null
}

function answerTo(error: unknown, request: FastifyRequest, { installation, places }: Site): Answer {
  const back = backFrom(request, installation.configuration.publicUrl)
  const { homeHref } = request.chrome
  if (error instanceof Refusal) return { status: 409, code: error.code, page: refusedPage(error.message, back) }
  if (error instanceof Problem)
    return { status: error.status, code: error.code, page: invalidPage(error.message, back) }
  if (error instanceof NotFound) return { status: 404, code: 'not-found', page: notFoundPage(homeHref) }
  if (error instanceof Invalid) return { status: 400, code: 'invalid', page: invalidPage(error.message, back) }
  if (error instanceof NotAllowed) return { status: 403, code: 'not-allowed', page: notAllowedPage(homeHref) }
  if (error instanceof FormNotFromHere) {
    return { status: 403, code: 'form-expired', page: withTypedText(formExpiredPage(back), request) }
  }
  if (error instanceof NotSignedIn) {
    if (isForSystems(request)) return { status: 401, code: 'no-token', page: noTokenPage(back) }
    const signIn = `${places.signIn}?next=${encodeURIComponent(back)}`
    return { status: 403, code: 'not-signed-in', page: withTypedText(signInAgainPage(signIn), request) }
  }
  if (error instanceof OutcomeUnknown) {
    return { status: 503, code: 'outcome-unknown', page: failedPage(request.id, homeHref) }
  }
  return malformed(error, back) ?? { status: 500, code: 'failed', page: failedPage(request.id, homeHref) }
}

/** Programs ask below `/api` or prefer JSON to pages. */
function wantsJson({ url, headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? ''
  return url.startsWith('/api/') || (accept.includes('application/json') && !accept.includes('text/html'))
}

const isForSystems = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config?.byToken === true

const notHere = 'There is nothing at this address that you may know of. Check the address.'

/** A page for people; for programs the same as problem details (RFC 9457), which give the request's id as `instance`. */
function send(request: FastifyRequest, reply: FastifyReply, error: unknown, answer: Answer): FastifyReply {
  const { status, code, page: content } = answer
  const { errors, retryAfter } = forPrograms(error)
  reply.code(status)
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
  if (!wantsJson(request)) return reply.html(page(request.chrome, content))
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return sendProblem(request, reply, {
    status,
    code,
    detail: status === 404 ? notHere : typeof content.lede === 'string' ? content.lede : content.title,
    errors,
  })
}

type ProblemFacts = Pick<Answer, 'status' | 'code'> & Pick<Problem, 'errors'> & { readonly detail: string }

function sendProblem(
  { id }: Pick<FastifyRequest, 'id'>,
  reply: FastifyReply,
  { status, code, detail, errors }: ProblemFacts,
): FastifyReply {
  const problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? String(status),
    status,
    detail,
    code,
    ...(errors.length > 0 && { errors }),
    instance: `urn:uuid:${id}`,
  }
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
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
    return send(request, reply, error, answer)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const error = new NotFound()
    return send(request, reply, error, answerTo(error, request, site))
  })
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

/** An address that cannot even be read, such as `/%zz`. No hook runs for it, so it gets its headers here. */
export function answerUnreadable(site: Site, request: FastifyRequest, reply: FastifyReply): void {
  const { configuration } = site.installation
  const detail = 'This address cannot be read.'
  void reply.code(400).headers({ ...securityHeaders(configuration), 'cache-control': 'no-store' })
  if (wantsJson(request)) {
    sendProblem(request, reply, { status: 400, code: 'request.malformed', detail, errors: [] })
    return
  }
  const around = chromeFor(site, { url: '/', viewer: thePublic }, null, '')
  const content = page(around, invalidPage(detail, site.places.home))
  void reply.type('text/html; charset=utf-8').send(String(content))
}
