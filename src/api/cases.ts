import type { FastifyRequest } from 'fastify'
import { readAgencyList } from '../agencies/tables.ts'
import { type CaseFile, caseStream, readCase } from '../casework/cases/read-case.ts'
import { isCaseId } from '../casework/investigation/case-heading.ts'
import { Problem, found } from '../platform/web/failures.ts'
import { z } from 'zod'
import type { DealtWith } from '../casework/recording/orders-to-record.ts'
import { readCaseIdOf } from './messages/read-items.ts'
import type { Asked, Parameter } from './operation.ts'
import { notHereYet } from './parse.ts'

const byReference = 'reference:'

/** The part of an address that names a case. */
export const caseParameter: Parameter = {
  name: 'case',
  where: 'path',
  about: `The case: what we call it, or what your system calls it after “${byReference}”.`,
  schema: z.string().meta({ examples: ['7KQ2M9XD', 'reference:OCC-2026-000417'] }),
}

/** Which case an address names: 404 where there is none, 409 where a reference may still come. */
async function caseIdIn({ request, params }: Asked): Promise<string> {
  const { case: written = '' } = params
  if (!written.startsWith(byReference)) return found(isCaseId(written) ? written : null)
  const reference = written.slice(byReference.length)
  const id = await request.read((tx) => readCaseIdOf(tx, request.viewer.agency, reference))
  if (id === null) throw notHereYet('case', reference)
  return id
}

/** The case that an address names, as far as the viewer may see it. */
export async function caseIn(asked: Asked): Promise<CaseFile> {
  const id = await caseIdIn(asked)
  return found(await asked.request.read((tx) => readCase(tx, id)))
}

/** The same for a message that tells of something in it. What the case holds is looked at by nobody. */
export const caseToldOf = async (asked: Asked): Promise<string> => (await caseIn(asked)).summary.id

/** Leaves in the log that a system of the agency read the case, and everybody in it. */
export async function caseLookedAtBySystem(asked: Asked, what: string): Promise<CaseFile> {
  const file = await caseIn(asked)
  await keepLook(asked.request, file, what)
  return file
}

function keepLook(request: FastifyRequest, { summary, people }: CaseFile, what: string): Promise<void> {
  const subjects = [caseStream(summary.id), ...people.map(({ id }) => `person/${id}`)]
  return request.looked({ subjects, what, purpose: 'Read by another system of the agency' })
}

/**
 * What stands here, where both systems changed it, is told to a system that may read cases, and is a look at the case.
 * Any other is told where it is and what was sent.
 */
export async function withWhatStands(request: FastifyRequest, caseId: string, problem: Problem): Promise<Problem> {
  const mayRead = request.viewer.permissions.includes('case.read')
  const file = mayRead ? await request.read((tx) => readCase(tx, caseId)) : null
  if (!file) {
    const errors = problem.errors.map(({ here: _, ...told }) => told)
    return new Problem(problem, problem.message, { errors })
  }
  await keepLook(request, file, 'Case: what was changed in both systems, by the API')
  return problem
}

/** Where a case of the viewer's agency falls to: one of its units, or the agency as a whole. */
export async function dealtWithIn({ request }: Asked, unit: string | null): Promise<DealtWith | null> {
  const agencies = await request.read(readAgencyList)
  const { code, name, units } = found(agencies.find((one) => one.code === request.viewer.agency))
  if (unit === null) return { force: code, dealtWithBy: name }
  const known = units.find((one) => one.code === unit)
  return known ? { force: code, unit, dealtWithBy: `${known.name}, ${name}` } : null
}
