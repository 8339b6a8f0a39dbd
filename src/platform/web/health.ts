import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Installation } from '../installation.ts'
import { publicPermission } from './routing.ts'

const patienceMs = 2000

/** The database answers, and its tables have been made. */
async function isReady({ pool }: Installation): Promise<boolean> {
  const asked = pool.query('select from migration limit 1').then(
    ({ rowCount }) => rowCount === 1,
    () => false,
  )
  return Promise.race([asked, wait(patienceMs, false, { ref: false })])
}

/** `/healthz`: the process is up. `/readyz`: it can also do its work. For whoever watches the server, not for people. */
export function addHealth(app: FastifyInstance, installation: Installation): void {
  const config = { permission: publicPermission, sessionless: true }
  const headers = { 'cache-control': 'no-store' }
  app.get('/healthz', { config }, async (_, reply) => reply.headers(headers).send({ status: 'up' }))
  app.get('/readyz', { config }, async (_, reply) => {
    const ready = await isReady(installation)
    return reply
      .code(ready ? 200 : 503)
      .headers(headers)
      .send({ status: ready ? 'ready' : 'the database does not answer' })
  })
}
