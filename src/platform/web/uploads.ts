import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { SentFile } from '../files/file-store.ts'
import { allow } from './routing.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where a form may bring a file. Everywhere else such a form is not read. */
    upload?: boolean
  }

  interface FastifyRequest {
    /** The file that came with the form, not yet read; null when none was chosen. It must be the form's last field. */
    sentFile: SentFile | null
  }
}

/** How long a file may take to arrive, and to be handed out: a long recording over a slow line. */
export const fileMs = 30 * 60_000
/** How long any other request may take to arrive, so that nobody keeps connections busy by sending slowly. */
export const arrivalMs = 20_000

/** The largest field beside a file, and how many there may be. */
const fieldBytes = 64 * 1024
const mostFields = 50

/** The options of a route whose form may bring a file. */
export const allowUpload = (permission: string): RouteShorthandOptions => ({
  config: { permission, personal: true, upload: true },
  handlerTimeout: fileMs,
})

/** The options of a route that hands a file out. */
export const allowDownload = (permission: string): RouteShorthandOptions => ({
  ...allow(permission, { personal: true }),
  handlerTimeout: fileMs,
})

/**
 * Reads forms that bring a file as far as the file. So the token against forged forms and the permission are checked,
 * as with any other form, before a byte of it is taken; what then refuses the form never sees the file. Must come
 * before those checks are added.
 */
export function addUploads(app: FastifyInstance): void {
  void app.register(multipart, { throwFileSizeLimit: false })
  app.decorateRequest('sentFile', null)
  giveUpOnTheSlow(app)
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return
    if (!request.routeOptions.config.upload) throw new NotAForm()
    await readFields(request)
  })
  // What of a file nobody wanted still has to arrive before the browser looks at the answer.
  app.addHook('onResponse', async ({ raw, routeOptions }) => {
    if (routeOptions.config?.upload) raw.unpipe().resume()
  })
}

/** A form in a shape that the page it was sent to does not send. */
class NotAForm extends Error {
  override name = 'NotAForm'
  readonly statusCode = 415
}

/** The sender went away. It is no failure of ours, and there is nobody to answer. */
class BrokenOff extends Error {
  override name = 'BrokenOff'
  readonly statusCode = 400
}

async function* arriving(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content
  } catch (cause) {
    throw new BrokenOff('The file stopped arriving', { cause })
  }
}

async function readFields(request: FastifyRequest): Promise<void> {
  const limits = { fieldSize: fieldBytes, fields: mostFields, files: 1, fileSize: Number.POSITIVE_INFINITY }
  const parts = request.parts({ limits })
  const fields: Record<string, string> = {}
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') {
      // A browser sends an empty file without a name where none was chosen.
      if (part.filename) request.sentFile = { name: part.filename, content: arriving(part.file) }
      else part.file.resume()
      break
    }
    fields[part.fieldname] = String(part.value)
  }
  request.body = fields
}

/**
 * Node.js gives all requests the same time to arrive, which is that of a file. So here every other one is given up
 * after its own time; a file's has the long one from the moment that its sender is known and may send it.
 */
function giveUpOnTheSlow(app: FastifyInstance): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', async (request) => {
    const { raw } = request
    if (raw.complete || !hasBody(request)) return
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy()
    }, arrivalMs)
    timer.unref()
    raw.once('close', () => clearTimeout(timer))
    waiting.set(request, timer)
  })
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config?.upload) clearTimeout(waiting.get(request))
  })
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
