import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Instant } from '../../calendar/instant.ts'
import type { Permission } from '../../agencies/permissions.ts'
import { type Sent, sentOf } from '../../platform/access/sent.ts'
import type { Tx, Viewer } from '../../platform/database/reading.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Html } from '../../platform/web/html.ts'
import { type FieldError, type Form, type Parsed, formOf } from '../../platform/web/layout/form.ts'
import { allow } from '../../platform/web/routing.ts'
import type { CaseDone } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { type InvestigationCommand, investigation } from '../investigation/investigation.ts'
import { type Unsigned, caseFormOf, caseLookedAt, happenedMeanwhile } from './case-form-request.ts'
import type { CaseForm } from './decision-page.ts'

export type CaseParams = Readonly<Record<string, string>> & { readonly id: string }
type Asked = { readonly Params: CaseParams }

/** What stands when a form of a case is shown or comes back. */
export type Standing<Facts> = {
  readonly file: CaseFile
  readonly facts: Facts
  readonly params: CaseParams
  readonly viewer: Viewer
  readonly at: Instant
}

/**
 * Something that is done to a case on a page of its own: one form that is shown, comes back, is checked against what a
 * colleague did meanwhile, and is performed. `facts` are what the page must know besides the case.
 */
type CaseAct<Facts, Typed> = {
  readonly address: string
  readonly permission: Permission
  /** What the log of who looked calls it: "Case: correction of the allegation". */
  readonly what: string
  /** Throws `NotFound` where the address names nothing that could be acted on. */
  facts(tx: Tx, file: CaseFile, request: FastifyRequest<Asked>): Promise<Facts>
  /** How the form begins. */
  begin(standing: Standing<Facts>): Sent
  parse(sent: Sent, standing: Standing<Facts>): Parsed<Typed>
  page(shown: CaseForm, standing: Standing<Facts>): Html
  /** The field beside which a refusal is shown. */
  field(typed: Typed): string
  perform(request: FastifyRequest, typed: Typed, standing: Standing<Facts>): Promise<unknown>
  /** Where the browser goes afterwards, and what it says there. */
  done(file: CaseFile, typed: Typed): { readonly path: string; readonly done: CaseDone }
  /** True for a form that came back only to look something up. */
  asksOnly?(sent: Sent): boolean
}

/** The two routes of an act: its form, and what it sends. */
export function caseAct<Facts, Typed>(app: FastifyInstance, act: CaseAct<Facts, Typed>): void {
  const allowed = allow(act.permission, { personal: true })

  const standingFor = async (request: FastifyRequest<Asked>): Promise<Standing<Facts>> => {
    const { params, viewer, at } = request
    const file = await caseLookedAt(request, params.id, act.what)
    return { file, params, viewer, at, facts: await request.read((tx) => act.facts(tx, file, request)) }
  }
  const shown = (request: FastifyRequest, standing: Standing<Facts>, form: Form): Html =>
    act.page(caseFormOf(request, standing.file, form), standing)

  app.get<Asked>(act.address, allowed, async (request, reply) => {
    const standing = await standingFor(request)
    return reply.html(shown(request, standing, formOf(act.begin(standing))))
  })

  app.post<Asked>(act.address, allowed, async (request, reply) => {
    const standing = await standingFor(request)
    const sent = sentOf(request.body)
    const again = (code: number, errors: readonly FieldError[]) =>
      reply.code(code).html(shown(request, standing, formOf(sent, errors)))
    if (act.asksOnly?.(sent)) return reply.html(shown(request, standing, formOf(sent)))
    const parsed = act.parse(sent, standing)
    if (!parsed.ok) return again(400, parsed.errors)
    const meanwhile = await happenedMeanwhile(request, standing.file)
    if (meanwhile) return again(400, [meanwhile])
    try {
      await act.perform(request, parsed.command, standing)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(409, [{ field: act.field(parsed.command), text: error.message }])
    }
    const { path, done } = act.done(standing.file, parsed.command)
    return reply.redirect(`${path}?done=${done}`, 303)
  })
}

/** Performs a command on the case's investigation as whoever asks, at the moment of the request. */
export const orderOn = (
  { record, at, viewer }: FastifyRequest,
  { summary }: CaseFile,
  command: Unsigned<InvestigationCommand>,
) => record.perform(investigation, summary.id, { ...command, at, by: viewer.account })

export const noFacts = async (): Promise<null> => null
