import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { paths } from '../../paths.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { type TakenIn, readStored, removeStored, takeIn } from '../../platform/files/file-store.ts'
import { refuseFile } from '../../platform/files/refusals.ts'
import { OutcomeUnknown } from '../../platform/record/transaction.ts'
import { Refusal } from '../../platform/refusal.ts'
import { NotFound, found } from '../../platform/web/failures.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { allowDownload, allowUpload } from '../../platform/web/uploads.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { readDeadlineSettings } from '../deadlines/area-settings.ts'
import { caseFormOf, caseLookedAt, refusedForm } from '../decisions/case-form-request.ts'
import { attachPage, withdrawFilePage } from './file-pages.ts'
import { attachmentHeader, fileName } from './file-words.ts'
import { type SeenItem, readItem } from './read-register.ts'
import { type AttachedFile, materialRegister } from './register.ts'

type ByItem = { readonly Params: { readonly id: string; readonly item: string } }
type ByFile = { readonly Params: { readonly id: string; readonly item: string; readonly file: string } }

const personal = { personal: true }
const settings = readDeadlineSettings(thamesAndChiltern)

/** Attaching files to material, handing them out, and withdrawing them. */
export function fileRoutes(app: FastifyInstance, house: House): void {
  const { configuration } = house.installation
  const { limitBytes } = configuration.uploads
  const address = '/desk/cases/:id/material/:item/attach'

  app.get<ByItem>(address, allow('material.record', personal), async (request, reply) => {
    const { file, item } = await itemOf(request, 'attaching a file')
    if (item.withdrawnAt !== null) return reply.redirect(paths.deskCaseMaterialItem(file.summary.id, item.key), 303)
    return reply.html(attachPage(caseFormOf(request, file, formOf({})), item, limitBytes))
  })

  app.post<ByItem>(address, allowUpload('material.record'), async (request, reply) => {
    const { file, item } = await itemOf(request, 'attaching a file')
    const refused = await attach(request, file.summary.id, item.key)
    if (!refused) return backTo(reply, file, item, 'attached')
    return reply.code(refused.code).html(attachPage(caseFormOf(request, file, refused.form), item, limitBytes))
  })

  /** What was wrong; null once the file is attached. A file that the record does not take is not kept either. */
  async function attach(request: FastifyRequest, caseId: string, item: string) {
    const { sentFile, at, viewer, body } = request
    if (!sentFile) return { code: 400, form: failed(body, refuseFile('file.not-chosen').message) }
    let taken: TakenIn | null = null
    try {
      const name = fileName(sentFile.name)
      taken = await takeIn({ name, content: sentFile.content }, configuration)
      const file: AttachedFile = { name, ...taken }
      const command = { type: 'AttachFile', item, file, settings, at, by: viewer.account } as const
      await request.record.perform(materialRegister, caseId, command)
      return null
    } catch (error) {
      // Where nobody knows whether it was recorded, it stays, and nothing that the record names is lost.
      if (taken && !(error instanceof OutcomeUnknown)) await removeStored(taken.sealed, configuration)
      if (!(error instanceof Refusal)) throw error
      return { code: 409, form: failed(body, error.message) }
    }
  }

  downloadRoutes(app, house)
  withdrawRoutes(app)
}

function downloadRoutes(app: FastifyInstance, { installation }: House): void {
  const { configuration } = installation
  app.get<ByFile>('/desk/cases/:id/material/:item/files/:file', allowDownload('case.read'), async (request, reply) => {
    const { id, item: key, file: number } = request.params
    const { file } = await fileOf(request, 'file opened')
    // The key stands on the sealed record alone: what the viewer may not read was not found in the tables above.
    const { state } = await installation.record.read(materialRegister, id)
    const item = state?.items.find((one) => one.key === key && one.withdrawn === null)
    const stored = found(item?.files.find((one) => one.number === number && one.withdrawn === null))
    const content = await readStored(stored, configuration)
    return reply
      .header('content-disposition', attachmentHeader(file.name))
      .header('content-length', file.bytes)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .type(file.type)
      .send(content)
  })
}

function withdrawRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/material/:item/files/:file/withdraw'

  app.get<ByFile>(address, allow('material.record', personal), async (request, reply) => {
    const { caseFile, item, file } = await fileOf(request, 'withdrawing a file')
    return reply.html(withdrawFilePage(caseFormOf(request, caseFile, formOf({})), item, file))
  })

  app.post<ByFile>(address, allow('material.record', personal), async (request, reply) => {
    const { caseFile, item, file } = await fileOf(request, 'withdrawing a file')
    const { at, viewer } = request
    const sent = sentOf(request.body)
    const acted = { at, by: viewer.account }
    const command = { type: 'WithdrawFile', item: item.key, file: file.number, reason: textOf(sent, 'reason') } as const
    const refused = await refusedForm(sent, 'reason', () =>
      request.record.perform(materialRegister, caseFile.summary.id, { ...command, ...acted }),
    )
    if (!refused) return backTo(reply, caseFile, item, 'file-withdrawn')
    return reply.code(409).html(withdrawFilePage(caseFormOf(request, caseFile, refused), item, file))
  })
}

const failed = (body: unknown, text: string): Form => formOf(sentOf(body), [{ field: 'file', text }])

async function itemOf(request: FastifyRequest<ByItem>, what: string): Promise<{ file: CaseFile; item: SeenItem }> {
  const { id, item: key } = request.params
  const file = await caseLookedAt(request, id, `Case: material, ${what}`)
  const item = found(await request.read((tx) => readItem(tx, id, key)))
  return { file, item }
}

/** A file that was withdrawn, or whose item was, is not handed out any longer: it may be of another case. */
async function fileOf(request: FastifyRequest<ByFile>, what: string) {
  const { file: caseFile, item } = await itemOf(request, `${what} (${request.params.item} ${request.params.file})`)
  const file = found(item.files.find(({ number }) => number === request.params.file))
  if (item.withdrawnAt !== null || file.withdrawnAt !== null) throw new NotFound()
  return { caseFile, item, file }
}

const backTo = (reply: FastifyReply, { summary }: CaseFile, { key }: SeenItem, done: string): FastifyReply =>
  reply.redirect(`${paths.deskCaseMaterialItem(summary.id, key)}?done=${done}`, 303)
