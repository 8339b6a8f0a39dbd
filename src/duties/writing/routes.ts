import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { toLocalDate } from '../../calendar/instant.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import { formOf, rejected } from '../../platform/web/layout/form.ts'
import { page } from '../../platform/web/layout/page.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { dutyId } from '../duty.ts'
import { type DutyAct, mayDo, undertakingIdOf } from '../duty-words.ts'
import type { Done } from '../explain/duty-page.ts'
import type { ReadParties } from '../parties.ts'
import { type SeenDuty, readDuty } from '../read-duty.ts'
import { refuseDuty } from '../refusals.ts'
import { type Terms, type UndertakingCommand, dutyKey, undertaking } from '../undertaking/undertaking.ts'
import { type Act, actPage, acts, parseActForm } from './act-pages.ts'
import { dutyFormPage } from './duty-form-page.ts'
import { dateParts } from './form-reader.ts'
import { type DutyForm, type DutyFormFacts, dutyFormSent, parseDutyForm } from './parse-duty-form.ts'
import { refusedField } from './refused-fields.ts'

type ById = { readonly Params: { readonly id: string } }

/** Pages that write duties down and record what happened to them. */
export function writingRoutes(app: FastifyInstance, house: House, readParties: ReadParties): void {
  addRoutes(app, readParties)
  correctRoutes(app, house, readParties)
  for (const act of acts) actRoutes(app, act)
}

function addRoutes(app: FastifyInstance, readParties: ReadParties): void {
  app.get(paths.dutyNew, allow('duties.write'), async (request, reply) => {
    const facts = await factsFor(request, readParties, null)
    const form = formOf(dutyFormSent(facts))
    return reply.html(page(request.chrome, dutyFormPage(form, facts, request.csrfToken, null)))
  })

  app.post(paths.dutyNew, allow('duties.write'), async (request, reply) => {
    const facts = await factsFor(request, readParties, null)
    const form = parseDutyForm(sentOf(request.body), facts)
    const id = randomUUID()
    const outcome = form.ok ? await perform(request, id, { type: 'Undertake', id, ...termsIn(form.command) }) : form
    if (!outcome.ok) {
      return reply.code(400).html(page(request.chrome, dutyFormPage(outcome, facts, request.csrfToken, null)))
    }
    return reply.redirect(donePath(dutyId(`undertaking/${id}`, dutyKey), 'written'), 303)
  })
}

function correctRoutes(app: FastifyInstance, { installation: { record } }: House, readParties: ReadParties): void {
  const before = async (id: string): Promise<Terms> => found((await record.read(undertaking, id)).state).terms

  app.get<ById>('/desk/duties/:id/correct', allow('duties.write'), async (request, reply) => {
    const { duty, id } = await changeable(request, request.params.id, 'correct')
    const facts = await factsFor(request, readParties, await before(id))
    const form = formOf(dutyFormSent(facts))
    return reply.html(page(request.chrome, dutyFormPage(form, facts, request.csrfToken, duty.id)))
  })

  app.post<ById>('/desk/duties/:id/correct', allow('duties.write'), async (request, reply) => {
    const { duty, id } = await changeable(request, request.params.id, 'correct')
    const facts = await factsFor(request, readParties, await before(id))
    const form = parseDutyForm(sentOf(request.body), facts)
    const outcome = form.ok
      ? await perform(request, id, { type: 'CorrectDuty', ...termsIn(form.command), reason: form.command.reason })
      : form
    if (!outcome.ok) {
      return reply.code(400).html(page(request.chrome, dutyFormPage(outcome, facts, request.csrfToken, duty.id)))
    }
    return reply.redirect(donePath(duty.id, 'corrected'), 303)
  })
}

const doneBy: Readonly<Record<Act, Done>> = { met: 'met', waive: 'waived', reopen: 'reopened' }

function actRoutes(app: FastifyInstance, act: Act): void {
  const address = `/desk/duties/:id/${act}`
  app.get<ById>(address, allow('duties.write'), async (request, reply) => {
    const { duty } = await changeable(request, request.params.id, act)
    const form = formOf(dateParts('on', toLocalDate(request.at)))
    return reply.html(page(request.chrome, actPage(act, duty, form, request.csrfToken)))
  })

  app.post<ById>(address, allow('duties.write'), async (request, reply) => {
    const { duty, id } = await changeable(request, request.params.id, act)
    const form = parseActForm(act, sentOf(request.body))
    const outcome = form.ok ? await perform(request, id, form.command) : form
    if (!outcome.ok) return reply.code(400).html(page(request.chrome, actPage(act, duty, outcome, request.csrfToken)))
    return reply.redirect(donePath(duty.id, doneBy[act]), 303)
  })
}

const donePath = (id: string, done: Done): string => `${paths.duty(id)}?done=${done}`

const termsIn = ({ promised, basis }: DutyForm) => ({ promised, basis })

type Unsigned<Command> = Command extends unknown ? Omit<Command, 'at' | 'by'> : never

/** Performs a command as the viewer. What a field of the form can mend comes back with the form as it was typed. */
async function perform(request: FastifyRequest, id: string, command: Unsigned<UndertakingCommand>) {
  try {
    await request.record.perform(undertaking, id, { ...command, at: request.at, by: request.viewer.account })
    return { ok: true } as const
  } catch (error) {
    return rejected(sentOf(request.body), [refusedField(error)])
  }
}

/** The duty behind an address, when it was written down by hand and the viewer may do this to it. */
async function changeable(
  request: FastifyRequest,
  address: string,
  act: DutyAct,
): Promise<{ duty: SeenDuty; id: string }> {
  const duty = found(await request.read((tx) => readDuty(tx, address)))
  const id = found(undertakingIdOf(duty))
  if (!mayDo(act, duty, request.viewer)) throw refuseDuty('duties.not-yours-to-change')
  return { duty, id }
}

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
