import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Invalid, found } from '../../platform/web/failures.ts'
import type { Html } from '../../platform/web/html.ts'
import { type FieldError, type Form, formOf } from '../../platform/web/layout/form.ts'
import { NotAllowed } from '../../platform/web/permission.ts'
import { allow } from '../../platform/web/routing.ts'
import { type CaseDone, type Looking, casePage, isCaseDone } from '../cases/case-page.ts'
import { type CaseFile, caseStream } from '../cases/read-case.ts'
import { caseFormOf, caseLookedAt, happenedMeanwhile, refusedForm } from '../decisions/case-form-request.ts'
import { readDeadlineSettings } from '../deadlines/area-settings.ts'
import { correctPageAt, correctedPrefix, parseCorrection } from '../people/correct-form.ts'
import { correctedMeanwhile, readCorrections } from '../people/corrections.ts'
import { personSent } from '../people/parse-person.ts'
import { person } from '../people/person.ts'
import { type SuspectTyped, mayBeSuspected, newSuspectPage, parseNewSuspect, personOfForm } from './new-suspect-form.ts'
import { suspectFields } from './person-fields.ts'
import { type SeenSuspect, readSuspects } from './read-suspects.ts'
import { suspectStreamId } from './rows.ts'
import type { About, SuspectForm } from './suspect-form.ts'
import { readAct, suspectForms } from './suspect-forms.ts'
import { suspectFormPage, suspectPage } from './suspect-page.ts'
import { suspect } from './suspect.ts'
import { suspectsTab } from './suspects-tab.ts'

type ById = { readonly Params: { readonly id: string }; readonly Querystring: Readonly<Record<string, unknown>> }
type BySuspect = {
  readonly Params: { readonly id: string; readonly suspect: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}
type ByAct = { readonly Params: { readonly id: string; readonly suspect: string; readonly act: string } }

const personal = { personal: true }
const settings = readDeadlineSettings(thamesAndChiltern)

/** The suspects of a case: who they are, where each stands, and what is recorded of them. */
export function suspectRoutes(app: FastifyInstance): void {
  lookingRoutes(app)
  namingRoutes(app)
  detailsRoutes(app)
  actRoutes(app)
}

const looking = ({ chrome, viewer, at }: FastifyRequest): Looking => ({ chrome, viewer, at })

const doneIn = (query: Readonly<Record<string, unknown>>): CaseDone | null =>
  isCaseDone(query['done']) ? query['done'] : null

/** The case with its suspects, whose personal data the log of who looked then names. */
async function readAll(request: FastifyRequest, id: string, what: string) {
  const file = await caseLookedAt(request, id, what)
  const suspects = await request.read((tx) => readSuspects(tx, file.summary.id))
  const subjects = suspects.flatMap((one) => [`suspect/${suspectStreamId(id, one.number)}`, `person/${one.person}`])
  if (subjects.length > 0) {
    await request.looked({ subjects: [caseStream(id), ...subjects], what, purpose: 'Investigating an allegation' })
  }
  return { file, suspects }
}

const suspectIn = (suspects: readonly SeenSuspect[], number: string): SeenSuspect =>
  found(suspects.find((one) => String(one.number) === number))

function lookingRoutes(app: FastifyInstance): void {
  app.get<ById>('/desk/cases/:id/suspects', allow('case.read', personal), async (request, reply) => {
    const { file, suspects } = await readAll(request, request.params.id, 'Case: suspects')
    const tab = suspectsTab(file, suspects, looking(request))
    return reply.html(casePage(looking(request), file, 'suspects', tab, doneIn(request.query)))
  })

  app.get<BySuspect>('/desk/cases/:id/suspects/:suspect', allow('case.read', personal), async (request, reply) => {
    const { file, suspects } = await readAll(request, request.params.id, 'Case: one suspect')
    const one = suspectIn(suspects, request.params.suspect)
    return reply.html(suspectPage(looking(request), file, one, suspects, doneIn(request.query)))
  })
}

function namingRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/suspects/new'
  const read = async (request: FastifyRequest<ById>) => {
    const { file, suspects } = await readAll(request, request.params.id, 'Case: naming a suspect')
    const people = mayBeSuspected(file, suspects)
    const shown = (form: Form): Html => newSuspectPage(caseFormOf(request, file, form), people)
    return { file, suspects, people, shown }
  }

  app.get<ById>(address, allow('suspect.record', personal), async (request, reply) => {
    const { shown } = await read(request)
    return reply.html(shown(formOf({ person: randomUUID(), who: 'new' })))
  })

  app.post<ById>(address, allow('suspect.record', personal), async (request, reply) => {
    const { file, suspects, people, shown } = await read(request)
    const sent = sentOf(request.body)
    const parsed = parseNewSuspect(sent, people, request.at)
    if (!parsed.ok) return reply.code(400).html(shown(parsed))
    const newPerson = personOfForm(sent)
    if (!/^[0-9a-f-]{36}$/.test(newPerson)) throw new Invalid('This form has lost its number. Begin again.')
    const refused = await refusedForm(sent, 'reason', () =>
      nameSuspect(request, file, suspects.length + 1, newPerson, parsed.command),
    )
    if (refused) return reply.code(409).html(shown(refused))
    return reply.redirect(`${paths.deskCaseSuspects(file.summary.id)}?done=suspect-named`, 303)
  })
}

const mostTries = 50

/**
 * Names a suspect under the first number that is free. Two officers who add one at once each get a number, and a form
 * that is sent twice names one suspect: its new person has an id before it is recorded.
 */
async function nameSuspect(
  request: FastifyRequest,
  { summary }: CaseFile,
  first: number,
  newPerson: string,
  { who, reason }: SuspectTyped,
): Promise<void> {
  const { at, viewer } = request
  const acted = { at, by: viewer.account }
  const { id: caseId, force, unit, dealtWithBy, crimeReference, officer } = summary
  const isKnown = 'person' in who
  const record = {
    id: newPerson,
    decider: person,
    command: { type: 'RecordPerson', id: newPerson, details: who, ...acted },
  }
  for (let number = first; number < first + mostTries; number += 1) {
    const inCase = { force, unit, dealtWithBy, crimeReference, officer }
    const place = { caseId, number, person: isKnown ? who.person : newPerson, ...inCase }
    const name = {
      id: suspectStreamId(caseId, number),
      decider: suspect,
      command: { type: 'NameSuspect', ...place, reason, ...acted },
    }
    try {
      await request.record.performAll(isKnown ? [name] : [record, name])
      return
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'person.already-recorded') return
      if (error.code !== 'suspect.already-named') throw error
      const now = await request.read((tx) => readSuspects(tx, caseId))
      if (now.some((one) => one.person === place.person)) return
    }
  }
  throw new Invalid('Too many suspects were added at the same moment. Try again.')
}

/** Who the suspect is, and how to reach them, is put right in the person's own stream. */
function detailsRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/suspects/:suspect/details'
  const read = async (request: FastifyRequest<BySuspect>) => {
    const { file, suspects } = await readAll(request, request.params.id, 'Case: correcting a suspect’s details')
    const one = suspectIn(suspects, request.params.suspect)
    const corrections = await request.read((tx) => readCorrections(tx, one.person))
    const shown = (form: Form): Html =>
      correctPageAt(caseFormOf(request, file, form), {
        action: paths.deskCaseSuspectAct(file.summary.id, one.number, 'details'),
        cancel: paths.deskCaseSuspect(file.summary.id, one.number),
        corrections,
        fields: suspectFields(form, correctedPrefix),
      })
    return { file, one, details: found(one.details), corrections, shown }
  }

  app.get<BySuspect>(address, allow('case.record', personal), async (request, reply) => {
    const { details, shown } = await read(request)
    return reply.html(shown(formOf(personSent(correctedPrefix, details))))
  })

  app.post<BySuspect>(address, allow('case.record', personal), async (request, reply) => {
    const { file, one, details: before, corrections, shown } = await read(request)
    const sent = sentOf(request.body)
    const parsed = parseCorrection(sent, request.at)
    if (!parsed.ok) return reply.code(400).html(shown(parsed))
    const meanwhile = correctedMeanwhile(sent, corrections)
    if (meanwhile) return reply.code(400).html(shown(formOf(sent, [meanwhile])))
    const { details, reason } = parsed.command
    const command = {
      type: 'CorrectPerson',
      details: { ...details, organisation: before.organisation },
      reason,
      caseId: file.summary.id,
      at: request.at,
      by: request.viewer.account,
    } as const
    const refused = await refusedForm(sent, `${correctedPrefix}-name`, () =>
      request.record.perform(person, one.person, command),
    )
    if (refused) return reply.code(409).html(shown(refused))
    return reply.redirect(`${paths.deskCaseSuspect(file.summary.id, one.number)}?done=corrected`, 303)
  })
}

function actRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/suspects/:suspect/:act'
  const read = async (request: FastifyRequest<ByAct>) => {
    const asked = found(readAct(request.params.act))
    const form = suspectForms[asked.act]
    if (!request.viewer.permissions.includes(form.permission)) throw new NotAllowed()
    const { file, suspects } = await readAll(request, request.params.id, `Case: ${form.title.toLowerCase()}`)
    const one = suspectIn(suspects, request.params.suspect)
    const holidays = await request.read(readBankHolidays)
    const about: About = { file, suspect: one, suspects, at: request.at, holidays, settings, key: asked.key }
    const shown = (typed: Form, sent = sentOf(request.body)): Html =>
      suspectFormPage(caseFormOf(request, file, typed), form, request.params.act, about, sent)
    return { form, about, shown }
  }

  app.get<ByAct>(address, allow('case.read', personal), async (request, reply) => {
    const { form, about, shown } = await read(request)
    if (!form.offered(about.suspect, request.at)) return backTo(reply, about, null)
    const begun = form.start?.(about) ?? {}
    return reply.html(shown(formOf(begun), begun))
  })

  app.post<ByAct>(address, allow('case.read', personal), async (request, reply) => {
    const { form, about, shown } = await read(request)
    const sent = sentOf(request.body)
    if (textOf(sent, 'do') === 'find-offence') return reply.html(shown(formOf(sent)))
    const { command, errors } = await parsedCommand(request, form, about)
    if (!command || errors.length > 0) return reply.code(400).html(shown(formOf(sent, errors)))
    const { file, suspect: one } = about
    const refused = await refusedForm(sent, form.field, () =>
      request.record.perform(suspect, suspectStreamId(file.summary.id, one.number), {
        ...command,
        at: request.at,
        by: request.viewer.account,
      }),
    )
    return refused ? reply.code(409).html(shown(refused)) : backTo(reply, about, form.done)
  })
}

/** What was typed, checked by itself first, and then against what a colleague did meanwhile. */
async function parsedCommand(request: FastifyRequest, form: SuspectForm, about: About) {
  const sent = sentOf(request.body)
  const reader = formReader(sent)
  const command = form.parse(reader, sent, about)
  const meanwhile = command && reader.errors.length === 0 ? await happenedMeanwhile(request, about.file) : null
  const errors: readonly FieldError[] = meanwhile ? [meanwhile] : reader.errors
  return { command, errors }
}

const backTo = (reply: FastifyReply, { file, suspect: one }: About, done: CaseDone | null): FastifyReply =>
  reply.redirect(`${paths.deskCaseSuspect(file.summary.id, one.number)}${done ? `?done=${done}` : ''}`, 303)
