import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type AgencyRow, readAgencyList } from '../../agencies/tables.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Invalid, found } from '../../platform/web/failures.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import type { Html } from '../../platform/web/html.ts'
import { allow } from '../../platform/web/routing.ts'
import { isCaseId } from '../investigation/case-heading.ts'
import { readKnownIn, wasLookedUp } from '../people/looked-up.ts'
import { londonIso } from '../deadlines/london-time.ts'
import { allegationFormPage } from './allegation-form.ts'
import { correctAllegationRoutes } from './correct-allegation.ts'
import { newCaseId } from './new-case-id.ts'
import { offencesFound } from './offence-choice.ts'
import {
  type AllegationTyped,
  type KnownPeople,
  parseAllegation,
  peoplePrefixes,
  victimsIn,
} from './parse-allegation.ts'
import { dealtWithIn } from './dealt-with.ts'
import { type DealtWith, ordersToRecord } from './orders-to-record.ts'

/** Recording an allegation. What is looked up on the way comes back with everything that was typed. */
export function recordingRoutes(app: FastifyInstance): void {
  correctAllegationRoutes(app)

  app.get(paths.deskCaseNew, allow('case.record'), async (request, reply) => {
    const force = await readForce(request)
    const { at, viewer } = request
    const begun = {
      id: newCaseId(),
      unit: viewer.unit,
      'reported-time': londonIso(at).slice(11, 16),
      ...dateParts('reported', toLocalDate(at)),
    }
    return reply.html(formPage(request, force, begun, formOf(begun)))
  })

  app.post(paths.deskCaseNew, allow('case.record', { personal: true }), async (request, reply) => {
    const force = await readForce(request)
    const sent = sentOf(request.body)
    const people = await lookedUp(request, sent)
    const asked = textOf(sent, 'do')
    if (asked === 'add-victim') return reply.html(formPage(request, force, withVictim(sent), formOf(sent), people))
    if (asked.startsWith('find-')) return reply.html(formPage(request, force, sent, formOf(sent), people))
    const id = textOf(sent, 'id')
    if (!isCaseId(id)) throw new Invalid('This form has lost the number of its case. Begin again.')
    const form = parseAllegation(sent, request.at, people)
    if (!form.ok) return reply.code(400).html(formPage(request, force, sent, form, people))
    await recordOnce(request, id, form.command, dealtWithIn(force, textOf(sent, 'unit')))
    return reply.redirect(`${paths.deskCase(id)}?done=recorded`, 303)
  })
}

/** Whom the names may mean that were looked up, now or before. Each is named in the log of who looked. */
async function lookedUp(request: FastifyRequest, sent: Sent): Promise<KnownPeople> {
  const places = peoplePrefixes(sent).filter((prefix) => wasLookedUp(sent, prefix))
  const people = new Map(
    await request.read((tx) =>
      Promise.all(places.map(async (prefix) => [prefix, await readKnownIn(tx, sent, prefix)] as const)),
    ),
  )
  const subjects = [...people.values()].flat().map(({ id }) => `person/${id}`)
  await request.looked({ subjects, what: 'People found by name', purpose: 'Recording an allegation' })
  return people
}

/** The viewer's own agency, whose case it will be. */
async function readForce(request: FastifyRequest): Promise<AgencyRow> {
  const agencies = await request.read(readAgencyList)
  return found(agencies.find(({ code }) => code === request.viewer.agency))
}

const withVictim = (sent: Sent): Sent => ({ ...sent, victims: String(victimsIn(sent) + 1) })

const formPage = (
  { chrome, csrfToken }: FastifyRequest,
  { units }: AgencyRow,
  sent: Sent,
  form: Form,
  people: KnownPeople = new Map(),
): Html => {
  const [victims, offences] = [victimsIn(sent), offencesFound(sent)]
  return allegationFormPage({ chrome, csrfToken, form, units, victims, offences, people })
}

/** A form that is sent twice records once: its case has a number before it is recorded. */
async function recordOnce(
  request: FastifyRequest,
  id: string,
  typed: AllegationTyped,
  place: DealtWith,
): Promise<void> {
  try {
    await request.record.performAll(ordersToRecord(id, typed, place, { at: request.at, by: request.viewer.account }))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'investigation.already-recorded')) throw error
  }
}
