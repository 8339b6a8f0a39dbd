import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { addAsking } from './asking.ts'
import { addCaching } from './caching.ts'
import { addCookies } from './cookies.ts'
import { addErrorAnswers, answerUnreadable } from './error-answers.ts'
import { addHealth } from './health.ts'
import { addAnswerLog, loggerOptions, requestIdOf } from './logging.ts'
import { addLooks } from './looks.ts'
import { addPermissions, checkMayOrder } from './permission.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { serveAssets } from './serve-assets.ts'
import type { Site } from './site.ts'
import { addUploads, arrivalMs, fileMs } from './uploads.ts'

/** The largest form but for a file that comes with it: room for a long statement. */
const bodyLimit = 1024 * 1024
/** The longest part of an address, as it is sent: a reference of 100 signs, each perhaps written as three. */
const longestPart = 512
/** How long an answer may take. */
const patienceMs = 30_000
const checkEveryMs = 5000

/** Builds the web server. Throws when a route does not say who may use it. It listens to nothing yet. */
export async function buildServer(site: Site): Promise<FastifyInstance> {
  const { installation } = site
  const { configuration } = installation
  const app = Fastify({
    ...loggerOptions(site),
    bodyLimit,
    requestTimeout: fileMs,
    http: { headersTimeout: arrivalMs, connectionsCheckingInterval: checkEveryMs },
    handlerTimeout: patienceMs,
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    frameworkErrors: (_, request, reply) => answerUnreadable(site, request, reply),
    routerOptions: { maxParamLength: longestPart },
    // Only a proxy on this machine is believed about whom it asks for, and only where there is one.
    trustProxy: isBehindProxy(configuration) ? 'loopback' : false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  addSecurityHeaders(app, configuration)
  addPermissions(app, site.permissions)
  addCookies(app, configuration.publicUrl)
  // What is sent to us is a form and nothing else: no handler meets a body of another shape.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  await app.register(formbody, { bodyLimit })
  addUploads(app)
  addAnswers(app, site)
  addErrorAnswers(app, site)
  addAsking(app, site)
  addLooks(app, site.keepLook)
  addCaching(app)
  addAnswerLog(app, site)
  addHealth(app, installation)
  serveAssets(app, site.assets.files)
  for (const routes of site.routes) routes(app, site)
  await app.ready()
  return app
}

/** The address that people use is not the one we listen on. */
function isBehindProxy({ publicUrl, port }: Site['installation']['configuration']): boolean {
  return publicUrl !== `http://localhost:${port}`
}

/** What a handler reads, performs and replies with. */
function addAnswers(app: FastifyInstance, { installation: { reading, record } }: Site): void {
  app.decorateRequest('read', function (read) {
    return reading.as(this.viewer, read)
  })
  app.decorateRequest('record', {
    getter() {
      const { viewer, at } = this
      const act = { actor: viewer.account || 'public', at }
      return {
        perform: async (decider, id, command) => {
          checkMayOrder(viewer, decider, command)
          return record.perform(decider, id, command, act)
        },
        performAll: async (orders) => {
          for (const { decider, command } of orders) checkMayOrder(viewer, decider, command)
          await record.performAll(orders.map((order) => ({ ...order, act })))
        },
      }
    },
  })
  app.decorateReply('html', function (page) {
    return this.type('text/html; charset=utf-8').send(String(page))
  })
}
