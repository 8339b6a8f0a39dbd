import type { FastifyRequest } from 'fastify'
import { type CaseDone, type Looking, isCaseDone } from './case-page.ts'

export type ById = {
  readonly Params: { readonly id: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}

export const looking = ({ chrome, viewer, at }: FastifyRequest): Looking => ({ chrome, viewer, at })

/** What was just done, as the address says it. */
export const doneIn = ({ query }: FastifyRequest<ById>): CaseDone | null => {
  const { done } = query
  return isCaseDone(done) ? done : null
}
