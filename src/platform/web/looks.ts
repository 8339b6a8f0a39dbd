import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KeepLook } from './identity.ts'
import type { Look } from './routing.ts'

const looked = new WeakSet<FastifyRequest>()

/**
 * The log of who looked. An answer with personal data whose handler did not call `looked` is held back: it is a
 * bug, and nobody sees it but the log.
 */
export function addLooks(app: FastifyInstance, keepLook: KeepLook): void {
  app.decorateRequest('looked', async function ({ subjects, what, purpose }: Look) {
    const { viewer, at, id: requestId } = this
    const route = this.routeOptions.url ?? ''
    if (subjects.length > 0) await keepLook({ viewer, at, subjects, what, purpose, route, requestId })
    looked.add(this)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { personal, permission } = request.routeOptions.config
    if (personal && reply.statusCode < 300 && !looked.has(request)) {
      throw new Error(`${request.method} ${request.routeOptions.url} (${permission}) answered without request.looked`)
    }
    return payload
  })
}
