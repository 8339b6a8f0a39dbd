import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { checkUrn } from '../identifiers/urn.ts'
import { isCaseId } from '../investigation/case-heading.ts'
import { caseStream, readCaseByUrn } from './read-case.ts'

const ofCases = '/desk/cases/:id'
/** The number in an address, and what comes after it. A URN has no letters that an address would write otherwise. */
const addressOfCase = /^\/desk\/cases\/([A-Za-z0-9]+)(.*)$/

/** Leads from an address with a case's URN to the same page under the case's own id, which it has from the first day. */
export function leadFromUrns(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' || !request.routeOptions.url?.startsWith(ofCases)) return
    const [, written = '', page = ''] = addressOfCase.exec(request.url) ?? []
    const id = await caseWithUrn(request, written)
    return id === null ? undefined : reply.redirect(`${paths.deskCase(id)}${page}`, 303)
  })
}

async function caseWithUrn(request: FastifyRequest, written: string): Promise<string | null> {
  const urn = checkUrn(written.toUpperCase())
  if (!urn.ok || isCaseId(written)) return null
  const id = await request.read((tx) => readCaseByUrn(tx, urn.urn))
  if (id === null) return null
  await request.looked({ subjects: [caseStream(id)], what: 'Case by its URN', purpose: 'Finding a case' })
  return id
}
