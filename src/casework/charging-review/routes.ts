import type { FastifyInstance, FastifyReply } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { roles } from '../../agencies/roles.ts'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import { type FieldError, formOf } from '../../platform/web/layout/form.ts'
import { allow } from '../../platform/web/routing.ts'
import { isFindingColleague, listColleagues } from '../decisions/colleagues.ts'
import { parseNotice } from '../decisions/notice-form.ts'
import { readDeadlineSettings } from '../deadlines/area-settings.ts'
import { readPoints } from '../points-to-prove/read-points.ts'
import { victimsToTell } from '../suspects/victims-to-tell.ts'
import { factsOf } from '../who-may-charge/facts-of-offences.ts'
import { chargingReview, reviewId } from './charging-review.ts'
import { looksUpOffence } from './charge-form.ts'
import { chargePage, nextSection, sectionForms } from './charge-page.ts'
import { decidePage } from './decide-page.ts'
import { noticePage, noticeSent } from './notice-page.ts'
import { overviewPage } from './overview-page.ts'
import { type DraftShown, registerIn } from './review-page.ts'
import { type ReviewParams, type ReviewRequest, draftLookedAt, order, reviewLookedAt } from './review-request.ts'
import type { ReviewDone } from './review-words.ts'
import type { Order, SectionShown } from './section-form.ts'
import { type ChargeSection, isChargeSection } from './stages.ts'
import { stepPage } from './step-page.ts'
import { suspectForms, type SuspectShown } from './suspect-forms.ts'

const drafting = allow('charging.decide', { personal: true })
/** A suspect's number, so that other pages of the case's charging keep their addresses. */
const base = '/desk/cases/:id/charging/:suspect(^\\d{1,3}$)'

/** The charging review of a suspect: charge by charge, section by section, to the decision. */
export function reviewRoutes(app: FastifyInstance): void {
  app.get<{ Params: ReviewParams }>(base, allow('case.read', { personal: true }), async (request, reply) =>
    reply.html(overviewPage(await reviewLookedAt(request))),
  )
  sectionRoutes(app)
  decideRoutes(app)
  noticeRoutes(app)
  stepRoutes(app)
}

type OfSection = { readonly Params: ReviewParams & { readonly charge: string; readonly section: string } }

function sectionRoutes(app: FastifyInstance): void {
  const read = async (request: ReviewRequest & { readonly params: OfSection['Params'] }) => {
    const shown = await draftLookedAt(request)
    const charge = found(shown.draft.charges.find((one) => one.charge.key === request.params.charge))
    const at = found(isChargeSection(request.params.section) ? request.params.section : null)
    const points = await request.read((tx) => readPoints(tx, charge.charge.offence.code))
    return { at, section: { shown, charge, points } satisfies SectionShown }
  }

  app.get<OfSection>(`${base}/charges/:charge/:section`, drafting, async (request, reply) => {
    const { at, section } = await read(request)
    return reply.html(chargePage(section, at, formOf(sectionForms[at].begin(section))))
  })

  app.post<OfSection>(`${base}/charges/:charge/:section`, drafting, async (request, reply) => {
    const { at, section } = await read(request)
    const sent = sentOf(request.body)
    const again = (code: number, errors: readonly FieldError[]): FastifyReply =>
      reply.code(code).html(chargePage(section, at, formOf(sent, errors)))
    if (looksUpOffence(sent)) return again(200, [])
    const form = sectionForms[at]
    const parsed = form.parse(sent, section)
    if (!parsed.ok) return again(400, parsed.errors)
    const refused = await order(request, parsed.command, form.field)
    if (refused) return again(409, [refused])
    return reply.redirect(`${afterSection(section, at, parsed.command)}?done=saved`, 303)
  })
}

/** The next section of the test; where the test has ended what is decided; otherwise the whole review. */
function afterSection({ shown, charge }: SectionShown, at: ChargeSection, orders: readonly Order[]): string {
  const { caseId, review } = shown.review
  const failed = orders.some((order) => order.type === 'FindOnEvidence' && !order.realisticProspect)
  if (at === 'conclusion' || failed) return paths.deskCaseReviewStep(caseId, review.number, 'outcomes')
  const next = nextSection[at]
  return next === null
    ? paths.deskCaseReview(caseId, review.number)
    : paths.deskCaseReviewCharge(caseId, review.number, charge.charge.key, next)
}

function decideRoutes(app: FastifyInstance): void {
  const settings = readDeadlineSettings(thamesAndChiltern)

  app.get<{ Params: ReviewParams }>(`${base}/decide`, drafting, async (request, reply) => {
    const shown = await draftLookedAt(request)
    return reply.html(decidePage(shown, formOf({}), roleOf(request.viewer)))
  })

  app.post<{ Params: ReviewParams }>(`${base}/decide`, drafting, async (request, reply) => {
    const shown = await draftLookedAt(request)
    const role = roleOf(request.viewer)
    const position = shown.suspect?.position ?? shown.draft.position
    const victims = victimsToTell(shown.file)
    const holidays = await request.read(readBankHolidays)
    const facts = factsOf(shown.draft.charges.map(({ charge }) => charge.offence.code))
    const known = { material: registerIn(shown), victims, holidays, settings, facts }
    const decide = { type: 'Decide', role, position, ...known } as const
    const refused = await order(request, [decide], 'missing')
    if (refused) return reply.code(409).html(decidePage(shown, formOf({}, [refused]), role))
    return backTo(reply, shown, 'decided')
  })

  app.post<{ Params: ReviewParams }>(`${base}/full-review`, drafting, async (request, reply) => {
    const shown = await draftLookedAt(request)
    const { at, viewer, params } = request
    const command = { type: 'BeginFullReview', at, by: viewer.account } as const
    await request.record.perform(chargingReview, reviewId(params.id, Number(params.suspect)), command)
    return backTo(reply, shown, 'full-review')
  })
}

type OfNotice = { readonly Params: ReviewParams & { readonly notice: string } }

function noticeRoutes(app: FastifyInstance): void {
  const address = `${base}/notices/:notice`
  const read = async (request: ReviewRequest & { readonly params: OfNotice['Params'] }) => {
    const shown = await draftLookedAt(request)
    return { shown, notice: found(shown.draft.notices.find(({ key }) => key === request.params.notice)) }
  }

  app.get<OfNotice>(address, drafting, async (request, reply) => {
    const { shown, notice } = await read(request)
    return reply.html(noticePage(shown, notice, formOf(noticeSent(shown))))
  })

  app.post<OfNotice>(address, drafting, async (request, reply) => {
    const { shown, notice } = await read(request)
    const sent = sentOf(request.body)
    const again = (code: number, errors: readonly FieldError[]): FastifyReply =>
      reply.code(code).html(noticePage(shown, notice, formOf(sent, errors)))
    const parsed = parseNotice(sent)
    if (!parsed.ok) return again(400, parsed.errors)
    const field = parsed.command.type === 'TellVictim' ? 'on' : 'words'
    const refused = await order(request, [{ ...parsed.command, notice: notice.key }], field)
    if (refused) return again(409, [refused])
    return backTo(reply, shown, 'told')
  })
}

/** The role in which somebody decides, as the area calls it: the fullest that they hold of those that may. */
const roleOf = ({ permissions: held }: Viewer): string =>
  Object.values(roles)
    .filter(({ permissions }) => permissions.some((one) => one === 'charging.decide'))
    .filter(({ permissions }) => permissions.every((one) => held.includes(one)))
    .at(-1)?.title ?? 'Prosecutor'

const backTo = (reply: FastifyReply, { review }: DraftShown, done: ReviewDone): FastifyReply =>
  reply.redirect(`${paths.deskCaseReview(review.caseId, review.review.number)}?done=${done}`, 303)

type OfStep = { readonly Params: ReviewParams & { readonly step: string } }

function stepRoutes(app: FastifyInstance): void {
  const read = async (request: ReviewRequest & { readonly params: OfStep['Params'] }) => {
    const form = found(Object.hasOwn(suspectForms, request.params.step) ? suspectForms[request.params.step] : null)
    const shown = await draftLookedAt(request)
    const asked = {
      agency: request.viewer.agency,
      work: 'charging.decide',
      fields: ['owner'],
      standing: [shown.review.review.owner],
    } as const
    const prosecutors = await request.read((tx) => listColleagues(tx, request, asked))
    return { form, suspect: { shown, prosecutors } satisfies SuspectShown }
  }

  app.get<OfStep>(`${base}/:step`, drafting, async (request, reply) => {
    const { form, suspect } = await read(request)
    return reply.html(stepPage(suspect, form, request.params.step, form.begin(suspect), []))
  })

  app.post<OfStep>(`${base}/:step`, drafting, async (request, reply) => {
    const { form, suspect } = await read(request)
    const sent = sentOf(request.body)
    const again = (code: number, errors: readonly FieldError[]): FastifyReply =>
      reply.code(code).html(stepPage(suspect, form, request.params.step, sent, errors))
    if (looksUpOffence(sent) || isFindingColleague(sent)) return again(200, [])
    const parsed = form.parse(sent, suspect)
    if (!parsed.ok) return again(400, parsed.errors)
    const refused = await order(request, parsed.command, form.field)
    if (refused) return again(409, [refused])
    if (request.params.step !== 'outcomes') return backTo(reply, suspect.shown, form.done)
    const { caseId, review } = suspect.shown.review
    return reply.redirect(`${paths.deskCaseReviewStep(caseId, review.number, 'decide')}?done=saved`, 303)
  })
}
