import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicPermission } from './routing.ts'

/** The same for whoever asks: a public page, asked for by somebody not signed in, that holds no form of theirs. */
function isForEverybody(request: FastifyRequest, reply: FastifyReply): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    reply.statusCode === 200 &&
    request.routeOptions.config.permission === publicPermission &&
    request.viewer.account === '' &&
    request.visit === null &&
    !reply.hasHeader('set-cookie')
  )
}

/**
 * Answers to one person are stored nowhere. Answers to everybody may be stored, but are asked about each time; the
 * answer to that is short while nothing has changed. A handler that sets `cache-control` itself is left alone.
 */
export function addCaching(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.hasHeader('cache-control')) return payload
    if (!isForEverybody(request, reply)) {
      reply.header('cache-control', 'no-store')
      return payload
    }
    reply.header('cache-control', 'public, no-cache').header('vary', 'cookie, accept')
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
    reply.header('etag', etag)
    if (request.headers['if-none-match'] !== etag) return payload
    reply.code(304)
    return null
  })
}
