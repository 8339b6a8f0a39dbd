import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Json } from '../platform/record/decider.ts'
import { Refusal } from '../platform/refusal.ts'
import { paths } from '../paths.ts'
import { type Sent, sentOf, textOf } from '../platform/access/sent.ts'
import { Invalid } from '../platform/web/failures.ts'
import { type House, type Routes, allow } from '../platform/web/routing.ts'
import { apiPage } from './api-page.ts'
import { receive } from './messages/receive.ts'
import { refuseMessage } from './messages/refusals.ts'
import { openApiDocument } from './openapi.ts'
import type { Asked, Operation, Telling } from './operation.ts'
import { operations } from './operations/operations.ts'
import { problemOf } from './parse.ts'
import { readJsonOnly } from './read-json.ts'
import { type Pace, pace, throttleBy } from './throttle.ts'

const prefix = '/api/v1'

/** What other systems ask for, by token and in JSON; and what says how, for everybody. */
export const apiRoutes =
  (allowed: Pace = pace): Routes =>
  (app, house) => {
    const url = `${house.installation.configuration.publicUrl}${prefix}`
    const document = openApiDocument(operations, url)
    app.get(paths.openApi, allow('public'), async (_, reply) => reply.send(document))
    app.get(paths.api, allow('public'), async ({ chrome }, reply) => reply.html(apiPage(chrome, operations, url)))
    void app.register(
      async (api) => {
        readJsonOnly(api)
        addThrottle(api, allowed)
        for (const operation of operations) addOperation(api, house, operation)
      },
      { prefix },
    )
  }

function addThrottle(api: FastifyInstance, allowed: Pace): void {
  const throttle = throttleBy(allowed)
  api.addHook('onRequest', async ({ viewer, at }) => {
    const wait = viewer.account === '' ? null : throttle(viewer.account, at)
    if (wait !== null) throw problemOf(refuseMessage('message.too-many'), 429, { retryAfterSeconds: wait })
  })
}

/** `/cases/{case}` as the server writes it: `/cases/:case`. */
const pattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

function addOperation(api: FastifyInstance, house: House, operation: Operation): void {
  const personal = operation.method === 'GET' && operation.personal
  api.route({
    method: operation.method,
    url: pattern(operation.path),
    config: { permission: operation.scope, personal, byToken: true },
    handler: async (request, reply) => {
      const asked = askedBy(request, house, operation)
      if (operation.method === 'GET') return reply.send(await operation.read(asked))
      return tell(asked, reply, operation)
    },
  })
}

function askedBy(request: FastifyRequest, house: House, { parameters }: Operation): Asked {
  const valuesOf = (where: 'path' | 'query', sent: unknown): Record<string, string> =>
    Object.fromEntries(
      parameters
        .filter((one) => one.where === where)
        .map(({ name }): [string, string] => [name, onlyOne(sentOf(sent), name)])
        .filter(([, value]) => value !== ''),
    )
  return { request, house, params: valuesOf('path', request.params), query: valuesOf('query', request.query) }
}

/** Which of two was meant nobody knows, and to take it for none would give another answer than was asked for. */
function onlyOne(sent: Sent, name: string): string {
  if (Array.isArray(sent[name])) throw new Invalid(`“${name}” came more than once.`)
  return textOf(sent, name)
}

async function tell(asked: Asked, reply: FastifyReply, operation: Telling): Promise<FastifyReply> {
  const { request, house, params } = asked
  // What Fastify read from JSON is JSON.
  const sent = request.body as Json
  const received = {
    request,
    record: house.installation.record,
    key: keyOf(request),
    operation: operation.id,
    asked: { params, body: sent },
  }
  try {
    const { status, body } = await receive(received, () => operation.prepare(asked, sent))
    return reply.code(status).send(body)
  } catch (error) {
    throw error instanceof Refusal ? asProblem(error) : error
  }
}

const keyShape = /^[\x21-\x7e]{8,200}$/

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key']
  if (typeof key === 'string' && keyShape.test(key)) return key
  throw problemOf(refuseMessage('message.no-key'), 400)
}

/** What would be refused however often it came, and what may go through at once. */
const neverFits = new Set([
  'message.key-used',
  'message.version-differs',
  'message.in-another-case',
  'message.people-changed',
  'message.no-such-item',
])

function asProblem(refusal: Refusal): Error {
  if (neverFits.has(refusal.code)) return problemOf(refusal, 422)
  if (refusal.code === 'message.overtaken') return problemOf(refusal, 409, { retryAfterSeconds: 1 })
  return refusal
}
