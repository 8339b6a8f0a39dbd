import type { FastifyInstance } from 'fastify'
import type { Asset } from './assets.ts'
import { publicPermission } from './routing.ts'

const oneYear = 'public, max-age=31536000, immutable'

/** Each file at its own address; its address changes with its content, so a browser asks for it once. */
export function serveAssets(app: FastifyInstance, files: readonly Asset[]): void {
  const config = { permission: publicPermission, sessionless: true }
  for (const { path, contentType, body } of files) {
    app.get(path, { config }, async (_, reply) => reply.type(contentType).header('cache-control', oneYear).send(body))
  }
}
