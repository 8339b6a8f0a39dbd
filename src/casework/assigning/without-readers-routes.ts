import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { allow } from '../../platform/web/routing.ts'
import { caseStream } from '../cases/read-case.ts'
import { refusedForm } from '../decisions/case-form-request.ts'
import { isFindingColleague, listColleagues } from '../decisions/colleagues.ts'
import { investigation } from '../investigation/investigation.ts'
import { readWithoutReaders } from './read-without-readers.ts'
import { parseRestrict } from './restrict-form.ts'
import { readersAnewPage, withoutReadersPage } from './without-readers-page.ts'

type ById = { readonly Params: { readonly id: string } }

const allowed = allow('case.restrict', { personal: true })
const address = '/desk/cases/:id/readers-anew'

/** Restricted cases whose readers have all left: nobody can open one, and somebody must be able to name others. */
export function withoutReadersRoutes(app: FastifyInstance): void {
  app.get(paths.deskCasesWithoutReaders, allowed, async (request, reply) => {
    const cases = await request.read(readWithoutReaders)
    await looked(
      request,
      cases.map(({ caseId }) => caseId),
    )
    return reply.html(withoutReadersPage(request.chrome, cases, sentOf(request.query)['done'] === 'named'))
  })

  app.get<ById>(address, allowed, async (request, reply) => {
    const { shown } = await standing(request)
    return reply.html(shown(formOf({})))
  })

  app.post<ById>(address, allowed, async (request, reply): Promise<FastifyReply> => {
    const { one, colleagues, shown } = await standing(request)
    const sent = sentOf(request.body)
    if (isFindingColleague(sent)) return reply.html(shown(formOf(sent)))
    const parsed = parseRestrict(sent, colleagues, 'Enter why they are named')
    if (!parsed.ok) return reply.code(400).html(shown(parsed))
    const { at, viewer, record } = request
    const { agency, account: by } = viewer
    const command = { type: 'NameReadersAnew', agency, left: one.left, ...parsed.command, at, by } as const
    const refused = await refusedForm(sent, 'people', () => record.perform(investigation, one.caseId, command))
    if (refused) return reply.code(409).html(shown(refused))
    return reply.redirect(`${paths.deskCasesWithoutReaders}?done=named`, 303)
  })
}

async function standing(request: FastifyRequest<ById>) {
  const { chrome, csrfToken, viewer } = request
  const one = found((await request.read(readWithoutReaders)).find(({ caseId }) => caseId === request.params.id))
  const asked = { agency: viewer.agency, work: 'case.read', fields: ['people'], standing: [] } as const
  const colleagues = await request.read((tx) => listColleagues(tx, request, asked))
  await looked(request, [one.caseId])
  return { one, colleagues, shown: (form: Form) => readersAnewPage(chrome, csrfToken, one, colleagues, form) }
}

const looked = (request: FastifyRequest, cases: readonly string[]): Promise<void> =>
  request.looked({
    subjects: cases.map(caseStream),
    what: 'Restricted cases that nobody can open: their numbers',
    purpose: 'Naming who reads a case whose readers have left',
  })
