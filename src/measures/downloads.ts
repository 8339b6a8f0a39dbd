import type { FastifyReply } from 'fastify'

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' } as const

/** Sends figures as a file with a name of its own. */
export function sendFile(reply: FastifyReply, name: string, content: string | Buffer): FastifyReply {
  return reply
    .type(types[name.endsWith('.csv') ? 'csv' : 'json'])
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content)
}
