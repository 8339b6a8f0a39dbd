import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { readAgencyList } from '../../agencies/tables.ts'
import { paths } from '../../paths.ts'
import { readNames } from '../../platform/access/read-accounts.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import type { Html } from '../../platform/web/html.ts'
import { type FieldError, type Form, formOf } from '../../platform/web/layout/form.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { casePage } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { readDeadlineSettings } from '../deadlines/area-settings.ts'
import {
  type Unsigned,
  caseFormOf,
  caseLookedAt,
  happenedMeanwhile,
  refusedForm,
} from '../decisions/case-form-request.ts'
import { caseFormPage } from '../decisions/decision-page.ts'
import type { AskingTyped } from './asking-fields.ts'
import { fileRoutes } from './file-routes.ts'
import { readGivers } from './from-whom.ts'
import { type ActFacts, type ItemAct, actsFor, itemActs } from './item-acts.ts'
import { itemPage } from './item-page.ts'
import { parseMaterialQuery } from './material-query.ts'
import { addPage, addedSent, askPage, parseAdded, parseAsked } from './new-item-pages.ts'
import { readItem, readRegisterPage } from './read-register.ts'
import { type Asking, type MaterialCommand, materialRegister } from './register.ts'
import { registerTab } from './register-tab.ts'
import { scheduleRoutes } from './schedule-routes.ts'

type ById = { readonly Params: { readonly id: string } }
type ByItem = { readonly Params: { readonly id: string; readonly item: string } }

const personal = { personal: true }
const settings = readDeadlineSettings(thamesAndChiltern)

/** The register of a case's material: its tab, its items, what is done to them, their files, and the schedules. */
export function materialRoutes(app: FastifyInstance, house: House): void {
  app.get<ById>('/desk/cases/:id/material', allow('case.read', personal), async (request, reply) => {
    const { chrome, viewer, at } = request
    const file = await caseLookedAt(request, request.params.id, 'Case: material')
    const { id: caseId, force } = file.summary
    const { register, givers } = await request.read(async (tx) => ({
      register: await readRegisterPage(tx, caseId, parseMaterialQuery(sentOf(request.query)), at),
      givers: await readGivers(tx, file),
    }))
    const body = registerTab({ caseId, force, register, givers, viewer, at })
    return reply.html(casePage({ chrome, viewer, at }, file, 'material', body))
  })
  newItemRoutes(app)
  app.get<ByItem>('/desk/cases/:id/material/:item', allow('case.read', personal), async (request, reply) => {
    const { chrome, viewer, at } = request
    const { file, facts } = await actOn(request, 'item of material')
    const names = await request.read((tx) => readNames(tx, accountsOf(facts.item)))
    const done = doneWords(textOf(sentOf(request.query), 'done'))
    return reply.html(itemPage({ chrome, viewer, at, file, item: facts.item, givers: facts.givers, names, done }))
  })
  for (const act of itemActs) actRoutes(app, act)
  fileRoutes(app, house)
  scheduleRoutes(app)
}

const accountsOf = ({ files, requests, happenings }: ActFacts['item']): readonly string[] => [
  ...files.map(({ account }) => account),
  ...requests.flatMap(({ account, answeredBy }) => (answeredBy === null ? [account] : [account, answeredBy])),
  ...happenings.map(({ account }) => account),
]

const otherDone: Readonly<Record<string, string>> = {
  added: 'The material is on the register',
  asked: 'The material is asked for',
  attached: 'The file is attached',
  'file-withdrawn': 'The file is withdrawn',
}

/** What was just done, by what the address says; null for anything else. */
const doneWords = (act: string): string | null =>
  itemActs.find((one) => one.act === act)?.done ?? (Object.hasOwn(otherDone, act) ? (otherDone[act] ?? null) : null)

function newItemRoutes(app: FastifyInstance): void {
  const read = async (request: FastifyRequest<ById>, what: string) => {
    const file = await caseLookedAt(request, request.params.id, `Case: ${what}`)
    return { file, givers: await request.read((tx) => readGivers(tx, file)) }
  }

  app.get<ById>('/desk/cases/:id/material/new', allow('material.record', personal), async (request, reply) => {
    const { file, givers } = await read(request, 'adding material')
    return reply.html(addPage(caseFormOf(request, file, formOf(addedSent)), givers))
  })

  app.post<ById>('/desk/cases/:id/material/new', allow('material.record', personal), async (request, reply) => {
    const { file, givers } = await read(request, 'adding material')
    const shown = (form: Form): Html => addPage(caseFormOf(request, file, form), givers)
    const parsed = parseAdded(sentOf(request.body), givers)
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    const command = {
      type: 'AddMaterial',
      caseId: file.summary.id,
      ...parsed.command,
    } as const
    return addOrShow(request, reply, file, command, shown, 'added')
  })

  app.get<ById>('/desk/cases/:id/material/ask', allow('material.request', personal), async (request, reply) => {
    const { file, givers } = await read(request, 'asking for material')
    return reply.html(askPage(caseFormOf(request, file, formOf({})), givers))
  })

  app.post<ById>('/desk/cases/:id/material/ask', allow('material.request', personal), async (request, reply) => {
    const { file, givers } = await read(request, 'asking for material')
    const shown = (form: Form): Html => askPage(caseFormOf(request, file, form), givers)
    const parsed = parseAsked(sentOf(request.body), givers)
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    const { details, ...typed } = parsed.command
    const asking = await askingBy(request, file)
    const command = { type: 'RequestMaterial', caseId: file.summary.id, details, request: asking(typed) } as const
    return addOrShow(request, reply, file, command, shown, 'asked')
  })
}

/** Performs what makes a new item, and goes on to it. Its number is the last of the register as it then stands. */
async function addOrShow(
  request: FastifyRequest,
  reply: FastifyReply,
  { summary: { id } }: CaseFile,
  command: Unsigned<MaterialCommand>,
  shown: (form: Form) => Html,
  done: string,
): Promise<FastifyReply> {
  let key = ''
  const refused = await refusedForm(sentOf(request.body), 'title', async () => {
    const { state } = await request.record.perform(materialRegister, id, signed(request, command))
    key = state?.items.at(-1)?.key ?? ''
  })
  if (refused) return reply.code(409).html(shown(refused))
  return reply.redirect(`${paths.deskCaseMaterialItem(id, key)}?done=${done}`, 303)
}

const signed = ({ at, viewer }: FastifyRequest, command: Unsigned<MaterialCommand>): MaterialCommand => ({
  ...command,
  at,
  by: viewer.account,
})

/** How the viewer's agency asks the unit that keeps the register. */
async function askingBy(request: FastifyRequest, { summary }: CaseFile): Promise<(typed: AskingTyped) => Asking> {
  const { agency } = request.viewer
  const agencies = await request.read(readAgencyList)
  const asker = { agency, name: agencies.find(({ code }) => code === agency)?.name ?? agency }
  const { force, unit, dealtWithBy } = summary
  const police = { agency: force, name: dealtWithBy, ...(unit !== null && { unit }) }
  return (typed) => ({ ...typed, asker, police })
}

/** The case and the item that an address names, with what its acts may need. */
async function actOn(request: FastifyRequest<ByItem>, what: string): Promise<{ file: CaseFile; facts: ActFacts }> {
  const { id, item: key } = request.params
  const file = await caseLookedAt(request, id, `Case: ${what}`)
  const { item, givers } = await request.read(async (tx) => ({
    item: found(await readItem(tx, id, key)),
    givers: await readGivers(tx, file),
  }))
  return { file, facts: { item, givers, settings, asking: await askingBy(request, file), viewer: request.viewer } }
}

function actRoutes(app: FastifyInstance, act: ItemAct): void {
  const address = `/desk/cases/:id/material/:item/${act.act}`
  const shownOn = (request: FastifyRequest, file: CaseFile, facts: ActFacts) => (form: Form) => {
    const { key, title } = facts.item
    return caseFormPage(caseFormOf(request, file, form), {
      title: act.title,
      action: paths.deskCaseMaterialAct(file.summary.id, key, act.act),
      button: act.button,
      cancel: paths.deskCaseMaterialItem(file.summary.id, key),
      account: false,
      about: `${key}: ${title}`,
      fields: act.fields(form, facts),
    })
  }
  const log = `material, ${act.title.toLowerCase()}`

  app.get<ByItem>(address, allow(act.permission, personal), async (request, reply) => {
    const { file, facts } = await actOn(request, log)
    // What was done meanwhile by a colleague is shown on the item, and not a form that could only be refused.
    if (!actsFor(facts.item, request.viewer).includes(act)) return backTo(reply, file, facts)
    return reply.html(shownOn(request, file, facts)(formOf(act.sent?.(facts.item) ?? {})))
  })

  app.post<ByItem>(address, allow(act.permission, personal), async (request, reply) => {
    const { file, facts } = await actOn(request, log)
    const shown = shownOn(request, file, facts)
    const parsed = act.parse(sentOf(request.body), facts)
    if (!parsed.ok) return again(request, reply, parsed.errors, shown)
    const meanwhile = await happenedMeanwhile(request, file)
    if (meanwhile) return again(request, reply, [meanwhile], shown)
    const refused = await refusedForm(sentOf(request.body), act.field, () =>
      request.record.perform(materialRegister, file.summary.id, signed(request, parsed.command)),
    )
    return refused ? reply.code(409).html(shown(refused)) : backTo(reply, file, facts, act.act)
  })
}

const backTo = (reply: FastifyReply, { summary }: CaseFile, { item }: ActFacts, done?: string): FastifyReply =>
  reply.redirect(`${paths.deskCaseMaterialItem(summary.id, item.key)}${done === undefined ? '' : `?done=${done}`}`, 303)

const again = (
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly FieldError[],
  shown: (form: Form) => Html,
): FastifyReply => reply.code(400).html(shown(formOf(sentOf(request.body), errors)))
