import type { FastifyInstance, FastifyRequest } from 'fastify'
import { toLocalDate } from '../../calendar/instant.ts'
import { isLocalMonth, monthOf } from '../../calendar/local-month.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { writeCsv } from '../../measures/sources/csv.ts'
import { sendPdf } from '../../platform/documents/send-pdf.ts'
import { typeset } from '../../platform/documents/typeset.ts'
import { found } from '../../platform/web/failures.ts'
import { allow } from '../../platform/web/routing.ts'
import { caseStream } from '../cases/read-case.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { decisionDocument } from './decision-document.ts'
import { decisionPage } from './decision-page.ts'
import type { OutcomeRow } from './outcome-row.ts'
import { outcomesPage } from './outcomes-page.ts'
import { readDecisionFile } from './read-decision-file.ts'
import { readOutcomes } from './read-outcomes.ts'

type ByDecision = { readonly Params: { readonly id: string; readonly suspect: string; readonly decision: string } }
type ByMonth = { readonly Params: { readonly month: string } }

const personal = { personal: true }
const decisionAddress = '/desk/cases/:id/charging/:suspect(^\\d{1,3}$)/decisions/:decision(^[1-9]\\d{0,3})'

/** The record of a charging decision as a page and as a PDF, and how decisions are counted. */
export function decisionDocumentRoutes(app: FastifyInstance): void {
  app.get<ByDecision>(decisionAddress, allow('case.read', personal), async (request, reply) => {
    const { file, made } = await decisionLookedAt(request, 'Case: charging decision')
    const { chrome, viewer, at } = request
    return reply.html(decisionPage({ chrome, viewer, at }, file, made))
  })

  app.get<ByDecision>(`${decisionAddress}.pdf`, allow('case.read', personal), async (request, reply) => {
    const { made } = await decisionLookedAt(request, 'Case: charging decision as PDF')
    const { caseId, suspect, decision } = made.record
    const pdf = await typeset(decisionDocument(made.record, made.words))
    return sendPdf(reply, `charging-decision-${caseId}-S${suspect}-${decision}.pdf`, pdf)
  })

  outcomeRoutes(app)
}

/** The decision that an address names, as far as the viewer may read it; who looked stays in the log. */
async function decisionLookedAt(request: FastifyRequest<ByDecision>, what: string) {
  const { id, suspect, decision } = request.params
  const file = await caseLookedAt(request, id, what)
  const made = found(await request.read((tx) => readDecisionFile(tx, file, Number(suspect), Number(decision))))
  const subjects = [caseStream(id), `person/${made.record.person}`]
  await request.looked({ subjects, what, purpose: 'Deciding whether to charge' })
  return { file, made }
}

const outcomeColumns = [
  'case_id',
  'suspect',
  'referral',
  'referral_category',
  'referred_on',
  'decision',
  'decided_on',
  'working_days_taken',
  'outcome',
  'cps_letter',
] as const

const csvRow = (row: OutcomeRow): Readonly<Record<(typeof outcomeColumns)[number], string | number | null>> => ({
  case_id: row.caseId,
  suspect: row.suspect,
  referral: row.referral,
  referral_category: row.category,
  referred_on: row.referredOn,
  decision: row.decision,
  decided_on: row.decidedOn,
  working_days_taken: row.workingDays,
  outcome: row.outcome,
  cps_letter: row.letter,
})

function outcomeRoutes(app: FastifyInstance): void {
  const read = (request: FastifyRequest, month: string) =>
    request.read(async (tx) => {
      const asked = isLocalMonth(month) ? month : monthOf(toLocalDate(request.at))
      return { month: asked, rows: await readOutcomes(tx, asked, await readBankHolidays(tx)) }
    })

  app.get('/desk/charging-outcomes', allow('measures.read'), async (request, reply) => {
    const { month, rows } = await read(request, '')
    return reply.html(outcomesPage(request.chrome, month, rows, request.viewer))
  })

  app.get<ByMonth>('/desk/charging-outcomes/:month', allow('measures.read'), async (request, reply) => {
    if (!isLocalMonth(request.params.month)) return found(null)
    const { month, rows } = await read(request, request.params.month)
    return reply.html(outcomesPage(request.chrome, month, rows, request.viewer))
  })

  const file = '/desk/charging-outcomes/:month(^\\d{4}-\\d{2}).csv'
  app.get<ByMonth>(file, allow('measures.read', personal), async (request, reply) => {
    if (!isLocalMonth(request.params.month)) return found(null)
    const { month, rows } = await read(request, request.params.month)
    const subjects = [...new Set(rows.map(({ caseId }) => caseStream(caseId)))]
    await request.looked({ subjects, what: `Charging outcomes of ${month}`, purpose: 'Counting decisions' })
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="charging-outcomes-${month}.csv"`)
      .send(writeCsv(outcomeColumns, rows.map(csvRow)))
  })
}
