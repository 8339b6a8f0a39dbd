import type { z } from 'zod'
import { type Fault, Problem } from '../platform/web/failures.ts'
import { refuseMessage } from './messages/refusals.ts'
import { Refusal } from '../platform/refusal.ts'

/** A refusal as a problem of another status than 409, with what helps to put it right. */
export const problemOf = (
  { code, message }: Refusal,
  status: number,
  more: { readonly errors?: readonly Fault[]; readonly retryAfterSeconds?: number } = {},
): Problem => new Problem({ status, code }, message, more)

/** A part of a JSON pointer (RFC 6901). */
const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** What a message says, or 422 with everything that does not fit and where. */
export function parseMessage<Body>(schema: z.ZodType<Body>, sent: unknown): Body {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${escaped(part)}`).join(''),
    detail: message,
  }))
  throw problemOf(refuseMessage('message.does-not-fit'), 422, { errors })
}

/** How long to wait for what another message should bring. */
const retryAfterSeconds = 30

/** 409 for a message that refers to what has not come yet. */
export const notHereYet = (kind: string, reference: string): Problem =>
  problemOf(refuseMessage('message.not-here-yet', { kind, reference }), 409, { retryAfterSeconds })
