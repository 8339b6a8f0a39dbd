import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Access } from './access.ts'
import { type Browser, type SignInMethod, endSession, startSession } from './session.ts'

const browserOf = ({ ip, headers }: FastifyRequest): Browser => ({ address: ip, browser: headers['user-agent'] ?? '' })

/** Signs a browser in as an account: its old session ends, a new token begins, and it goes on to `next`. */
export async function enter(
  { pool }: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  { account, method, next }: { readonly account: string; readonly method: SignInMethod; readonly next: string },
): Promise<FastifyReply> {
  if (request.sessionToken !== null) await endSession(pool, request.sessionToken)
  reply.startSession(await startSession(pool, account, method, browserOf(request), request.at))
  return reply.redirect(next, 303)
}
