import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { csrfFieldName } from './layout/form.ts'

/** A form without the token of this session: sent too late, or from another site. */
export class FormNotFromHere extends Error {
  override name = 'FormNotFromHere'
}

/** Key of the tokens, drawn from the installation's key, so that a form stays good over a restart. */
export const csrfKey = (installationKey: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', installationKey, '', 'frankpledge form token', 32))

/** The token of every form that one session, or one visit by somebody not signed in, is shown. */
export const csrfTokenFor = (secret: string, key: Buffer): string =>
  createHmac('sha256', key).update(secret).digest('base64url')

const visitCookie = 'visit'
const visitShape = /^[\w-]{32}$/
const visitSeconds = 24 * 60 * 60

/** The secret of a visit by somebody not signed in, or null when their browser shows none. */
export function visitOf(request: FastifyRequest): string | null {
  const kept = request.kept(visitCookie)
  return kept !== null && visitShape.test(kept) ? kept : null
}

export const newVisit = (): string => randomBytes(24).toString('base64url')

export function keepVisit(reply: FastifyReply, visit: string): void {
  reply.keep(visitCookie, visit, visitSeconds)
}

/** The token that came with the form. */
function sentToken({ body }: FastifyRequest): string {
  const sent: unknown = body !== null && typeof body === 'object' ? Reflect.get(body, csrfFieldName) : undefined
  return typeof sent === 'string' ? sent : ''
}

export function hasToken(request: FastifyRequest, secret: string | null, key: Buffer): boolean {
  if (secret === null) return false
  const [wanted, sent] = [Buffer.from(csrfTokenFor(secret, key)), Buffer.from(sentToken(request))]
  return wanted.length === sent.length && timingSafeEqual(wanted, sent)
}
