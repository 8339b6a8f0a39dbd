import { randomUUID } from 'node:crypto'
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import type { Site } from './site.ts'

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id that came from a proxy is kept when it is a UUID, which can hold nothing but an id. */
export function requestIdOf(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && idShape.test(sent) ? sent : randomUUID()
}

/** What the log holds of an error, in the shape that Fastify's own messages use. */
type Logged = { readonly type: string; readonly message: string; readonly stack: string }

/**
 * What the log may hold of an error: its name, its code and where it was thrown, and the same of its causes. Not
 * its message, which may quote what somebody typed.
 */
export function withoutWords(error: unknown): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const cause =
    error.cause === undefined ? [] : [`caused by ${withoutWords(error.cause).type}`, withoutWords(error.cause).stack]
  return {
    type: error.name,
    message: 'code' in error ? String(error.code) : '',
    stack: [...frames, ...cause].join('\n'),
  }
}

/**
 * The log: one JSON object a line, and no personal data. An answer is logged by its route's pattern, so neither
 * addresses nor what follows a `?` get into it; bodies, cookies, names and messages do not either.
 */
export function loggerOptions({ log }: Site): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const logController = new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' })
  if (log === null) return { logger: false, logController }
  const serializers = { err: withoutWords, req: () => ({}), res: () => ({}) }
  return {
    logger: { level: log.level, stream: { write: (line: string) => log.stream.write(line) }, base: null, serializers },
    logController,
  }
}

/** Logs every answer, and tells the metrics of it. */
export function addAnswerLog(app: FastifyInstance, { observe }: Site): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, viewer, routeOptions, log } = request
    const answer = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const line = { ...answer, milliseconds, account: viewer.account || undefined }
    if (answer.status >= 500) log.error(line, 'answered')
    else log.info(line, 'answered')
    observe?.({ ...answer, seconds: reply.elapsedTime / 1000 })
  })
}
