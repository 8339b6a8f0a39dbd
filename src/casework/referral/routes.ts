import type { FastifyInstance } from 'fastify'
import { readNames } from '../../platform/access/read-accounts.ts'
import { allow } from '../../platform/web/routing.ts'
import { casePage, isCaseDone } from '../cases/case-page.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { chargingActRoutes } from './act-routes.ts'
import { readChargingFacts } from './charging-facts.ts'
import { chargingTab } from './charging-tab.ts'
import { reasonActRoutes } from './reason-routes.ts'
import { triageListRoutes } from './triage-list-routes.ts'

type ById = { readonly Params: { readonly id: string }; readonly Querystring: Readonly<Record<string, unknown>> }

/** What police refer to the prosecutor, case by case, and the list of what waits to be checked. */
export function referralRoutes(app: FastifyInstance): void {
  app.get<ById>('/desk/cases/:id/charging', allow('case.read', { personal: true }), async (request, reply) => {
    const { chrome, viewer, at, params, query } = request
    const file = await caseLookedAt(request, params.id, 'Case: charging')
    const view = await request.read(async (tx) => {
      const facts = await readChargingFacts(tx, file)
      const owners = facts.referrals.referrals.map(({ acceptance }) => acceptance?.owner ?? null)
      const names = await readNames(
        tx,
        owners.filter((owner) => owner !== null),
      )
      return { file, facts, viewer, at, names }
    })
    const done = isCaseDone(query['done']) ? query['done'] : null
    return reply.html(casePage({ chrome, viewer, at }, file, 'charging', chargingTab(view), done))
  })
  chargingActRoutes(app)
  reasonActRoutes(app)
  triageListRoutes(app)
}
