import type { Json } from '../record/decider.ts'

/** What the address names does not exist, or the viewer may not know that it does. Answered with 404. */
export class NotFound extends Error {
  override name = 'NotFound'

  constructor() {
    super('Page not found')
  }
}

/**
 * An address or a form that no page of ours could have sent, such as a month that is not one. Answered with 400 and
 * the sentence. What a person can get wrong in a form is shown beside its field instead.
 */
export class Invalid extends Error {
  override name = 'Invalid'
}

/**
 * What is wrong with one part of a message; `pointer` says where, as in `/victims/0/name` (RFC 6901). Where two systems
 * say different things of it: what stands here, and what was sent.
 */
export type Fault = {
  readonly pointer: string
  readonly detail: string
  readonly here?: Json
  readonly sent?: Json
}

/** What another system must know to put its message right, or to send it again later. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly errors: readonly Fault[]
  /** After how many seconds the same message may go through; null when it never will. */
  readonly retryAfterSeconds: number | null

  constructor(
    { status, code }: { readonly status: number; readonly code: string },
    sentence: string,
    { errors = [], retryAfterSeconds = null }: { errors?: readonly Fault[]; retryAfterSeconds?: number | null } = {},
  ) {
    super(sentence)
    this.status = status
    this.code = code
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** What was read, or 404 when it is not there for this viewer. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
