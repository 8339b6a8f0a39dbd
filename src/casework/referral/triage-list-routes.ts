import type { FastifyInstance } from 'fastify'
import { readAgencyList } from '../../agencies/tables.ts'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { allow } from '../../platform/web/routing.ts'
import { referralStream } from './duties.ts'
import { readTriage } from './read-triage.ts'
import { triageListPage } from './triage-list-page.ts'
import { parseTriageQuery } from './triage-query.ts'

export function triageListRoutes(app: FastifyInstance): void {
  app.get(paths.deskTriage, allow('referral.triage', { personal: true }), async (request, reply) => {
    const { chrome, viewer, at } = request
    const query = parseTriageQuery(sentOf(request.query))
    const { list, agencies } = await request.read(async (tx) => ({
      list: await readTriage(tx, viewer.agency, query),
      agencies: await readAgencyList(tx),
    }))
    const subjects = list.rows.map(({ caseId }) => referralStream(caseId))
    await request.looked({ subjects, what: 'Referrals to check', purpose: 'Checking referrals' })
    const units = agencies.find(({ code }) => code === viewer.agency)?.units ?? []
    return reply.html(triageListPage(chrome, list, units, viewer, at))
  })
}
