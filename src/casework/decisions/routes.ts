import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import type { Html } from '../../platform/web/html.ts'
import { type FieldError, type Form, formOf } from '../../platform/web/layout/form.ts'
import { allow } from '../../platform/web/routing.ts'
import type { CaseDone } from '../cases/case-page.ts'
import { type CaseFile, isReferenceTaken } from '../cases/read-case.ts'
import { withGroundOfAge } from '../../victims/rights/age.ts'
import { type InvestigationCommand, investigation } from '../investigation/investigation.ts'
import { type CorrectionTyped, correctedPrefix, correctPage, parseCorrection } from '../people/correct-form.ts'
import { correctedMeanwhile, readCorrections } from '../people/corrections.ts'
import { personSent } from '../people/parse-person.ts'
import { person } from '../people/person.ts'
import { type Unsigned, caseFormOf, caseLookedAt, happenedMeanwhile, refusedForm } from './case-form-request.ts'
import { type CrimeTyped, crimePage, parseCrime } from './crime-form.ts'
import { investigatePage, parseInvestigate } from './investigate-form.ts'
import { noticePage, noticeSent, parseNotice } from './notice-form.ts'

type ById = { readonly Params: { readonly id: string } }
type ByNotice = { readonly Params: { readonly id: string; readonly notice: string } }
type ByPerson = { readonly Params: { readonly id: string; readonly person: string } }

const personal = { personal: true }

/** What is decided and recorded on a case. */
export function decisionRoutes(app: FastifyInstance): void {
  crimeRoutes(app)
  investigateRoutes(app)
  noticeRoutes(app)
  correctRoutes(app)
}

function crimeRoutes(app: FastifyInstance): void {
  const shown = (request: FastifyRequest, file: CaseFile, form: Form): Html =>
    crimePage(caseFormOf(request, file, form))

  app.get<ById>('/desk/cases/:id/crime', allow('case.decide', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: crime decision')
    return reply.html(shown(request, file, formOf({})))
  })

  app.post<ById>('/desk/cases/:id/crime', allow('case.decide', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: crime decision')
    const parsed = parseCrime(sentOf(request.body))
    const errors = parsed.ok
      ? [await happenedMeanwhile(request, file), await referenceTaken(request, file, parsed.command)].filter(
          (one) => one !== null,
        )
      : parsed.errors
    if (!parsed.ok || errors.length > 0) return again(request, reply, errors, (form) => shown(request, file, form))
    const refused = await decide(request, file, 'crime', parsed.command)
    return refused ? reply.code(409).html(shown(request, file, refused)) : backTo(reply, file, 'crime')
  })
}

/** A crime has one reference, and a reference one crime. */
async function referenceTaken(
  request: FastifyRequest,
  { summary: { id, force } }: CaseFile,
  typed: CrimeTyped,
): Promise<FieldError | null> {
  if (typed.type !== 'RecordAsCrime') return null
  const { crimeReference } = typed
  if (!(await request.read((tx) => isReferenceTaken(tx, force, crimeReference, id)))) return null
  return { field: 'reference', text: `Crime ${crimeReference} is another case already. Check the reference` }
}

function investigateRoutes(app: FastifyInstance): void {
  app.get<ById>('/desk/cases/:id/investigate', allow('case.decide', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: decision to investigate')
    const holidays = await request.read(readBankHolidays)
    return reply.html(investigatePage(caseFormOf(request, file, formOf({})), holidays))
  })

  app.post<ById>('/desk/cases/:id/investigate', allow('case.decide', personal), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: decision to investigate')
    const holidays = await request.read(readBankHolidays)
    const shown = (form: Form): Html => investigatePage(caseFormOf(request, file, form), holidays)
    const parsed = parseInvestigate(sentOf(request.body))
    const meanwhile = parsed.ok ? await happenedMeanwhile(request, file) : null
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    if (meanwhile) return again(request, reply, [meanwhile], shown)
    const typed = parsed.command
    const command = typed.type === 'DecideToInvestigate' ? typed : { ...typed, holidays }
    const refused = await decide(request, file, 'investigate', command)
    return refused ? reply.code(409).html(shown(refused)) : backTo(reply, file, 'investigate')
  })
}

function noticeRoutes(app: FastifyInstance): void {
  const read = async (request: FastifyRequest<ByNotice>) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: telling a victim')
    const notice = found(file.notices.find(({ key }) => key === request.params.notice))
    const victim = file.people.find(({ id }) => id === notice.person) ?? null
    return { file, notice, shown: (form: Form): Html => noticePage(caseFormOf(request, file, form), notice, victim) }
  }

  app.get<ByNotice>('/desk/cases/:id/notices/:notice', allow('case.record', personal), async (request, reply) => {
    const { shown } = await read(request)
    return reply.html(shown(formOf(noticeSent(request.at))))
  })

  app.post<ByNotice>('/desk/cases/:id/notices/:notice', allow('case.record', personal), async (request, reply) => {
    const { file, notice, shown } = await read(request)
    const parsed = parseNotice(sentOf(request.body))
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    const field = parsed.command.type === 'TellVictim' ? 'on' : 'words'
    const refused = await decide(request, file, field, { ...parsed.command, notice: notice.key })
    if (refused) return reply.code(409).html(shown(refused))
    return backTo(reply, file, parsed.command.type === 'TellVictim' ? 'told' : 'waived')
  })
}

function correctRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/people/:person/correct'
  const read = async (request: FastifyRequest<ByPerson>) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: correcting a person’s details')
    const details = found(file.people.find(({ id }) => id === request.params.person)?.details)
    const corrections = await request.read((tx) => readCorrections(tx, request.params.person))
    const shown = (form: Form): Html => correctPage(caseFormOf(request, file, form), request.params.person, corrections)
    return { file, details, corrections, shown }
  }

  app.get<ByPerson>(address, allow('case.record', personal), async (request, reply) => {
    const { details, shown } = await read(request)
    return reply.html(shown(formOf(personSent(correctedPrefix, details))))
  })

  app.post<ByPerson>(address, allow('case.record', personal), async (request, reply) => {
    const { file, corrections, shown } = await read(request)
    const sent = sentOf(request.body)
    const parsed = parseCorrection(sent, request.at)
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    const meanwhile = correctedMeanwhile(sent, corrections)
    if (meanwhile) return again(request, reply, [meanwhile], shown)
    const orders = await ordersToCorrect(request, file, parsed.command)
    const refused = await refusedForm(sent, `${correctedPrefix}-name`, () => request.record.performAll(orders))
    if (refused) return reply.code(409).html(shown(refused))
    return reply.redirect(`${paths.deskCasePeople(file.summary.id)}?done=corrected`, 303)
  })
}

/** A victim who turns out to have been under 18 has enhanced rights in the case from now on. */
async function ordersToCorrect(
  request: FastifyRequest<ByPerson>,
  { summary, people }: CaseFile,
  typed: CorrectionTyped,
) {
  const id = request.params.person
  const acted = { at: request.at, by: request.viewer.account }
  const correct = { type: 'CorrectPerson', ...typed, caseId: summary.id, ...acted }
  const victim = people.find((one) => one.id === id && one.victimNumber !== null)
  const enhancedBy = victim && withGroundOfAge(victim.enhancedBy, typed.details.dateOfBirth, summary.from)
  const orders = [{ decider: person, id, command: correct }]
  if (!enhancedBy || enhancedBy === victim.enhancedBy) return orders
  const reason = 'Under 18 by the date of birth as it was corrected'
  const holidays = await request.read(readBankHolidays)
  const change = { type: 'ChangeVictimRights', person: id, enhancedBy, reason, holidays, ...acted }
  return [...orders, { decider: investigation, id: summary.id, command: change }]
}

const again = (
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly FieldError[],
  shown: (form: Form) => Html,
): FastifyReply => reply.code(400).html(shown(formOf(sentOf(request.body), errors)))

const decide = (
  request: FastifyRequest,
  { summary }: CaseFile,
  field: string,
  command: Unsigned<InvestigationCommand>,
): Promise<Form | null> =>
  refusedForm(sentOf(request.body), field, () =>
    request.record.perform(investigation, summary.id, { ...command, at: request.at, by: request.viewer.account }),
  )

const backTo = (reply: FastifyReply, { summary }: CaseFile, done: CaseDone): FastifyReply =>
  reply.redirect(`${paths.deskCase(summary.id)}?done=${done}`, 303)
