import type { FastifyInstance } from 'fastify'
import { readAgencyList } from '../../agencies/tables.ts'
import { paths } from '../../paths.ts'
import { readNames } from '../../platform/access/read-accounts.ts'
import { pageOf } from '../../platform/access/paging.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { allow } from '../../platform/web/routing.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { readWithoutReaders } from '../assigning/read-without-readers.ts'
import { allegationTab } from './allegation-tab.ts'
import { casePage } from './case-page.ts'
import { errorsIn, parseCasesQuery } from './cases-query.ts'
import { casesPage } from './cases-page.ts'
import { leadFromUrns } from './lead-from-urns.ts'
import { type ById, doneIn, looking } from './looking.ts'
import { peopleTab } from './people-tab.ts'
import { caseStream } from './read-case.ts'
import { readCases } from './read-cases.ts'
import { readRecord } from './read-record.ts'
import { accountsIn, recordTab } from './record-tab.ts'

const personal = { personal: true }

/** The list of cases, and what is known of one. */
export function caseRoutes(app: FastifyInstance): void {
  leadFromUrns(app)

  app.get(paths.deskCases, allow('case.read', personal), async (request, reply) => {
    const { chrome, viewer } = request
    const query = parseCasesQuery(sentOf(request.query))
    const { list, agencies, names, withoutReaders } = await request.read(async (tx) => {
      const list = await readCases(tx, query, viewer)
      const officers = list.cases.flatMap(({ officer }) => officer ?? [])
      return {
        list,
        agencies: await readAgencyList(tx),
        names: await readNames(tx, officers),
        withoutReaders: await readWithoutReaders(tx),
      }
    })
    const named = list.cases.flatMap((one) => one.named.map(({ id }) => `person/${id}`))
    const subjects = [...list.cases.map(({ id }) => caseStream(id)), ...new Set(named)]
    await request.looked({ subjects, what: 'List of cases', purpose: 'Finding a case' })
    const own = agencies.find(({ code }) => code === viewer.agency)
    return reply
      .code(errorsIn(query).length > 0 ? 400 : 200)
      .html(casesPage(chrome, list, { own, all: agencies }, names, { viewer, withoutReaders: withoutReaders.length }))
  })

  app.get<ById>('/desk/cases/:id', allow('case.read', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: allegation')
    return reply.html(
      casePage(looking(request), file, 'allegation', allegationTab(file, request.viewer), doneIn(request)),
    )
  })

  app.get<ById>('/desk/cases/:id/people', allow('case.read', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: people')
    return reply.html(casePage(looking(request), file, 'people', peopleTab(file, request.viewer), doneIn(request)))
  })

  app.get<ById>('/desk/cases/:id/record', allow('case.read', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: record')
    const sent = sentOf(request.query)
    const { record, names } = await request.read(async (tx) => {
      const source = textOf(sent, 'source') || null
      const record = await readRecord(tx, file.summary.id, { source, page: pageOf(sent) })
      return { record, names: await readNames(tx, accountsIn(record.lines)) }
    })
    return reply.html(casePage(looking(request), file, 'record', recordTab(file, record, names)))
  })
}
