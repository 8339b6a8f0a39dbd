import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ApiScope } from '../agencies/api-token.ts'
import type { House } from '../platform/web/routing.ts'
import type { Prepared } from './messages/receive.ts'
import type { Json } from '../platform/record/decider.ts'
import { parseMessage } from './parse.ts'
import { acknowledged } from './schemas.ts'

/** A part of the address, or what follows its `?`. */
export type Parameter = {
  readonly name: string
  readonly where: 'path' | 'query'
  readonly about: string
  readonly schema: z.ZodType
}

/** A request as an operation sees it. */
export type Asked = {
  readonly request: FastifyRequest
  readonly house: House
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

type Described = {
  /** Its name in the OpenAPI document and on receipts: `recordAllegation`. */
  readonly id: string
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: string
  readonly summary: string
  readonly about: string
  readonly scope: ApiScope
  readonly parameters: readonly Parameter[]
  /** The shape of what is answered. */
  readonly answer: z.ZodType
}

/** Reads something. */
export type Reading = Described & {
  readonly method: 'GET'
  /** True when the answer holds personal data: then it must be logged who looked. */
  readonly personal: boolean
  readonly read: (asked: Asked) => Promise<Json>
}

/** Tells of a version of something. */
export type Telling = Described & {
  readonly method: 'POST'
  readonly body: z.ZodType
  /** True when the first version makes something, so that it is answered with 201. */
  readonly creates: boolean
  /** Checks the body, says which version of what it is, and how to plan it on what stands. Throws what is wrong. */
  readonly prepare: (asked: Asked, sent: Json) => Promise<Prepared>
}

export type Operation = Reading | Telling

/** An operation whose body is read by `body` before `prepare` sees it; `sent` is the body as it came. */
export const telling = <Body>(
  described: Omit<Telling, 'method' | 'body' | 'prepare' | 'answer'>,
  body: z.ZodType<Body>,
  prepare: (asked: Asked, told: Body, sent: Json) => Promise<Prepared>,
): Telling => ({
  ...described,
  method: 'POST',
  answer: acknowledged,
  body,
  prepare: (asked, sent) => prepare(asked, parseMessage(body, sent), sent),
})
