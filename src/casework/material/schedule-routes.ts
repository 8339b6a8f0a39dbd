import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readAgencyList } from '../../agencies/tables.ts'
import { sendPdf } from '../../platform/documents/send-pdf.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import { NotFound } from '../../platform/web/failures.ts'
import { allow } from '../../platform/web/routing.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { attachmentHeader } from './file-words.ts'
import { readMaterial } from './read-material.ts'
import { scheduleDocument } from './schedule-document.ts'
import { isSchedule, keptOff, scheduleCsv, scheduleLines, schedules } from './schedule.ts'
import { schedulePage } from './schedule-page.ts'

type BySchedule = { readonly Params: { readonly id: string; readonly schedule: string } }

const personal = { personal: true }

/** The schedules of unused material, as pages, as CSV and as PDF. */
export function scheduleRoutes(app: FastifyInstance): void {
  app.get<BySchedule>('/desk/cases/:id/schedules/:schedule', allow('case.read', personal), async (request, reply) => {
    const { chrome, viewer, at } = request
    const [name = '', ending, ...more] = request.params.schedule.split('.')
    if (!isSchedule(name) || more.length > 0 || (ending !== undefined && ending !== 'csv' && ending !== 'pdf'))
      throw new NotFound()
    const { form } = schedules[name]
    const file = await caseLookedAt(request, request.params.id, `Case: ${form}${ending === undefined ? '' : ', saved'}`)
    await checkMayRead(request)
    const material = await request.read((tx) => readMaterial(tx, file.summary.id))
    const lines = scheduleLines(name, material)
    if (ending === 'csv') {
      return reply
        .header('content-disposition', attachmentHeader(`${form} ${file.summary.id}.csv`))
        .type('text/csv; charset=utf-8')
        .send(scheduleCsv(name, lines))
    }
    if (ending === 'pdf') {
      const pdf = await typeset(scheduleDocument({ heading: caseHeading(file.summary), schedule: name, lines, at }))
      return sendPdf(reply, `${form} ${file.summary.id}.pdf`, pdf)
    }
    const undecided = material.filter(({ state, use }) => state === 'received' && use === 'undecided').length
    return reply.html(
      schedulePage({ chrome, viewer, at, file, schedule: name, lines, undecided, keptOff: keptOff(material) }),
    )
  })
}

/** Whoever else may come to be on a case sees nothing of the register, and is not told that a schedule is empty. */
async function checkMayRead(request: FastifyRequest): Promise<void> {
  const agencies = await request.read(readAgencyList)
  const kind = agencies.find(({ code }) => code === request.viewer.agency)?.kind
  if (kind !== 'police-force' && kind !== 'cps-area') throw new NotFound()
}
