import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import { type Form, formOf, rejected } from '../../platform/web/layout/form.ts'
import { page } from '../../platform/web/layout/page.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { fitsStanding } from '../duty-words.ts'
import type { Party, ReadParties, Unit } from '../parties.ts'
import type { SeenDuty } from '../read-duty.ts'
import type { Assignee } from '../undertaking/undertaking.ts'
import { assignPage } from './assign-page.ts'
import { type Outcome, changing, donePath, perform, seenAgain } from './changing.ts'
import { owedByName } from './parse-duty-form.ts'
import { type Colleague, readColleagues } from './read-colleagues.ts'
import { type Seen, seenNow } from './seen.ts'

type Query = Readonly<Record<string, unknown>>
type ById = { readonly Params: { readonly id: string }; readonly Querystring: Query }

const address = '/desk/duties/:id/assign'
/** The page names colleagues, so each look at it is kept. */
const allowed = allow('duties.write', { personal: true })

/** The page on which an agency gives a duty to one of its units or people. */
export function assignRoutes(app: FastifyInstance, house: House, readParties: ReadParties): void {
  app.get<ById>(address, allowed, async (request, reply) => {
    const { duty, state } = await changing(request, house, 'assign')
    if (!fitsStanding('assign', duty)) return reply.redirect(paths.duty(duty.id), 303)
    const { unit, account = '' } = duty.owedBy
    const asked = 'unit' in request.query ? textOf(request.query, 'unit') : unit
    const choice = await choiceOf(request, readParties, asked)
    const form = formOf({ account: asked === unit ? account : '' })
    return reply.html(await shown(request, duty, choice, form, seenNow(state)))
  })

  app.post<ById>(address, allowed, async (request, reply) => {
    const { duty, id } = await changing(request, house, 'assign')
    const sent = sentOf(request.body)
    const choice = await choiceOf(request, readParties, textOf(sent, 'unit'))
    const to = assigneeIn(textOf(sent, 'account'), choice, request)
    const form: Outcome = to
      ? await perform(request, id, { type: 'AssignDuty', to })
      : rejected(sent, [{ field: 'account', text: 'Choose somebody of this unit, or nobody in particular' }])
    if (form.ok) return reply.redirect(donePath(duty.id, 'assigned'), 303)
    return reply.code(400).html(await shown(request, duty, choice, form, await seenAgain(request, house, id)))
  })
}

type Choice = {
  readonly agency: Party
  readonly unit: Unit | null
  readonly colleagues: readonly Colleague[]
}

/** What can be chosen once a unit is: `mayDo` lets only the agency that owes the duty assign it, so it is the viewer's. */
function choiceOf(request: Asking, readParties: ReadParties, unitCode = ''): Promise<Choice> {
  return request.read(async (tx) => {
    const agency = found((await readParties(tx)).find(({ code }) => code === request.viewer.agency))
    const unit = agency.units.find(({ code }) => code === unitCode) ?? null
    return { agency, unit, colleagues: await readColleagues(tx, agency.code, unit?.code ?? null) }
  })
}

type Asking = Pick<FastifyRequest<ById>, 'viewer' | 'read'>

/** Null when the account is none of those that could be chosen. */
function assigneeIn(account: string, { agency, unit, colleagues }: Choice, { viewer }: Asking): Assignee | null {
  const colleague = colleagues.find((one) => one.account === account)
  if (account !== '' && !colleague) return null
  const name = owedByName(unit ?? undefined, agency, viewer)
  return { name, ...(unit && { unit: unit.code }), ...(colleague && { colleague }) }
}

async function shown(request: FastifyRequest<ById>, duty: SeenDuty, choice: Choice, form: Form, seen: Seen) {
  await request.looked({
    subjects: choice.colleagues.map(({ account }) => `account/${account}`),
    what: 'Colleagues to whom a duty may be assigned',
    purpose: 'Assigning a duty',
  })
  const { viewer, csrfToken: csrf } = request
  return page(request.chrome, assignPage({ ...choice, duty, viewer, form, csrf, seen }))
}
