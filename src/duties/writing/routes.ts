import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { toLocalDate } from '../../calendar/instant.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { Refusal } from '../../platform/refusal.ts'
import { formOf } from '../../platform/web/layout/form.ts'
import { page } from '../../platform/web/layout/page.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { dutyId } from '../duty.ts'
import { fitsStanding } from '../duty-words.ts'
import type { Done } from '../explain/duty-page.ts'
import type { ReadParties } from '../parties.ts'
import { type Terms, dutyKey } from '../undertaking/undertaking.ts'
import { type Act, actPage, acts, parseActForm } from './act-pages.ts'
import { assignRoutes } from './assign-routes.ts'
import { changing, donePath, perform, seenAgain } from './changing.ts'
import { dutyFormPage } from './duty-form-page.ts'
import { dateParts } from './form-reader.ts'
import { type DutyForm, type DutyFormFacts, dutyFormSent, parseDutyForm } from './parse-duty-form.ts'
import { seenNow } from './seen.ts'

type ById = { readonly Params: { readonly id: string } }

/** Pages that write duties down and record what happened to them. */
export function writingRoutes(app: FastifyInstance, house: House, readParties: ReadParties): void {
  addRoutes(app, readParties)
  correctRoutes(app, house, readParties)
  assignRoutes(app, house, readParties)
  for (const act of acts) actRoutes(app, house, act)
}

function addRoutes(app: FastifyInstance, readParties: ReadParties): void {
  app.get(paths.dutyNew, allow('duties.write'), async (request, reply) => {
    const facts = await factsFor(request, readParties, null)
    const form = formOf(dutyFormSent(facts))
    return reply.html(page(request.chrome, dutyFormPage({ form, facts, csrf: request.csrfToken, corrected: null })))
  })

  app.post(paths.dutyNew, allow('duties.write'), async (request, reply) => {
    const facts = await factsFor(request, readParties, null)
    const parsed = parseDutyForm(sentOf(request.body), facts)
    const id = randomUUID()
    const form = parsed.ok ? await perform(request, id, { type: 'Undertake', id, ...termsIn(parsed.command) }) : parsed
    if (form.ok) return reply.redirect(donePath(dutyId(`undertaking/${id}`, dutyKey), 'written'), 303)
    const again = dutyFormPage({ form, facts, csrf: request.csrfToken, corrected: null })
    return reply.code(400).html(page(request.chrome, again))
  })
}

function correctRoutes(app: FastifyInstance, house: House, readParties: ReadParties): void {
  app.get<ById>('/desk/duties/:id/correct', allow('duties.write'), async (request, reply) => {
    const { duty, state } = await changing(request, house, 'correct')
    if (!fitsStanding('correct', duty)) return reply.redirect(paths.duty(duty.id), 303)
    const facts = await factsFor(request, readParties, state.terms)
    const corrected = { id: duty.id, seen: seenNow(state) }
    const form = formOf(dutyFormSent(facts))
    return reply.html(page(request.chrome, dutyFormPage({ form, facts, csrf: request.csrfToken, corrected })))
  })

  app.post<ById>('/desk/duties/:id/correct', allow('duties.write'), async (request, reply) => {
    const { duty, id, state } = await changing(request, house, 'correct')
    const facts = await factsFor(request, readParties, state.terms)
    const parsed = parseDutyForm(sentOf(request.body), facts)
    const form = parsed.ok
      ? await perform(request, id, { type: 'CorrectDuty', ...termsIn(parsed.command), reason: parsed.command.reason })
      : parsed
    if (form.ok) return reply.redirect(donePath(duty.id, 'corrected'), 303)
    const corrected = { id: duty.id, seen: await seenAgain(request, house, id) }
    const again = dutyFormPage({ form, facts, csrf: request.csrfToken, corrected })
    return reply.code(400).html(page(request.chrome, again))
  })
}

const doneBy: Readonly<Record<Act, Done>> = { met: 'met', waive: 'waived', reopen: 'reopened' }

function actRoutes(app: FastifyInstance, house: House, act: Act): void {
  const address = `/desk/duties/:id/${act}`
  app.get<ById>(address, allow('duties.write'), async (request, reply) => {
    const { duty, state } = await changing(request, house, act)
    if (!fitsStanding(act, duty)) return reply.redirect(paths.duty(duty.id), 303)
    const form = formOf(dateParts('on', toLocalDate(request.at)))
    const csrf = request.csrfToken
    return reply.html(page(request.chrome, actPage(act, { duty, form, csrf, seen: seenNow(state) })))
  })

  app.post<ById>(address, allow('duties.write'), async (request, reply) => {
    const { duty, id } = await changing(request, house, act)
    const parsed = parseActForm(act, sentOf(request.body))
    const form = parsed.ok ? await perform(request, id, parsed.command) : parsed
    if (form.ok) return reply.redirect(donePath(duty.id, doneBy[act]), 303)
    const again = { duty, form, csrf: request.csrfToken, seen: await seenAgain(request, house, id) }
    return reply.code(400).html(page(request.chrome, actPage(act, again)))
  })
}

const termsIn = ({ promised, basis }: DutyForm) => ({ promised, basis })

async function factsFor(
  request: FastifyRequest,
  readParties: ReadParties,
  before: Terms | null,
): Promise<DutyFormFacts> {
  const { viewer, at } = request
  const read = await request.read(async (tx) => ({
    parties: await readParties(tx),
    holidays: await holidaysOrNull(tx),
  }))
  return { viewer, before, today: toLocalDate(at), ...read }
}

/** Without holidays a fixed date can still be written down, so a form is shown all the same. */
async function holidaysOrNull(tx: Tx) {
  try {
    return await readBankHolidays(tx)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar.no-holidays-loaded') return null
    throw error
  }
}
