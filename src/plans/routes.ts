import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../paths.ts'
import { found } from '../platform/web/failures.ts'
import { formOf } from '../platform/web/layout/form.ts'
import { allow, type Routes } from '../platform/web/routing.ts'
import { readAgencyList } from '../agencies/tables.ts'
import { readDrawnFigures, readLatestFigures, theMeasures } from './latest-figures.ts'
import { deskObjectivePage, deskPlanPage, planContentPage, unlinkMeasurePage, type Sending } from './desk-plan-page.ts'
import { noPlanPage, objectivePage, planPage } from './plan-page.ts'
import { parsePlanForm } from './plan-forms.ts'
import { planDecider, type PlanCommand } from './plan.ts'
import { readLatestPlan, type PlanShown } from './read-plan.ts'
import { isStatutoryContent } from './statutory-contents.ts'

type ByCode = { readonly Params: { readonly code: string } }
type ByMeasure = { readonly Params: { readonly code: string; readonly measure: string } }
type ByContent = { readonly Params: { readonly content: string } }

export const planRoutes: Routes = (app) => {
  publicRoutes(app)
  deskRoutes(app)
  objectiveForms(app)
  contentForms(app)
}

function publicRoutes(app: FastifyInstance): void {
  app.get(paths.plan, allow('public'), async (request, reply) => {
    const shown = await request.read(async (tx) => {
      const plan = await readLatestPlan(tx)
      if (!plan) return null
      const agencies = await readAgencyList(tx)
      const measures = plan.objectives.flatMap((objective) => objective.measures)
      return { plan, agencies, figures: await readLatestFigures(tx, measures, plan.place) }
    })
    if (!shown) return reply.html(noPlanPage(request.chrome))
    const { plan, agencies, figures } = shown
    const body = agencies.find(({ code }) => code === plan.body)?.name ?? plan.body
    return reply.html(planPage(request.chrome, plan, body, figures))
  })

  app.get<ByCode>('/plan/objectives/:code', allow('public'), async (request, reply) => {
    const { plan, objective, figures } = await request.read(async (tx) => {
      const plan = found(await readLatestPlan(tx))
      const objective = objectiveIn(plan, request.params.code)
      return { plan, objective, figures: await readDrawnFigures(tx, objective.measures, plan.place) }
    })
    return reply.html(objectivePage(request.chrome, plan, objective, figures))
  })
}

function deskRoutes(app: FastifyInstance): void {
  app.get(paths.deskPlan, allow('measures.read'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    return reply.html(deskPlanPage(request.chrome, plan, theMeasures, mayWrite(request, plan)))
  })

  app.get<ByCode>('/desk/plan/objectives/:code', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    return reply.html(deskObjectivePage(sending(request), objectiveIn(plan, request.params.code), theMeasures))
  })

  app.get<ByMeasure>('/desk/plan/objectives/:code/unlink/:measure', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const objective = objectiveIn(plan, request.params.code)
    return reply.html(unlinkMeasurePage(sending(request), objective, measureNamed(request.params.measure)))
  })

  app.get<ByContent>('/desk/plan/contents/:content', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    return reply.html(planContentPage(sending(request), contentIn(plan, request.params.content)))
  })
}

function objectiveForms(app: FastifyInstance): void {
  app.post<ByCode>('/desk/plan/objectives/:code/link', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const objective = objectiveIn(plan, request.params.code)
    const form = parsePlanForm('link', request.body)
    if (!form.ok) return reply.code(400).html(deskObjectivePage(sending(request, form), objective, theMeasures))
    const { code: measure } = measureNamed(form.command.measure)
    await perform(request, plan, { type: 'LinkMeasure', by: request.viewer.agency, objective: objective.code, measure })
    return reply.redirect(paths.deskObjective(objective.code), 303)
  })

  app.post<ByMeasure>('/desk/plan/objectives/:code/unlink/:measure', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const objective = objectiveIn(plan, request.params.code)
    const measure = measureNamed(request.params.measure)
    const form = parsePlanForm('unlink', request.body)
    if (!form.ok) return reply.code(400).html(unlinkMeasurePage(sending(request, form), objective, measure))
    const { reason } = form.command
    const named = { objective: objective.code, measure: measure.code }
    await perform(request, plan, { type: 'UnlinkMeasure', by: request.viewer.agency, ...named, reason })
    return reply.redirect(paths.deskObjective(objective.code), 303)
  })

  app.post<ByCode>('/desk/plan/objectives/:code/explain', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const objective = objectiveIn(plan, request.params.code)
    const form = parsePlanForm('explain', request.body)
    if (!form.ok) return reply.code(400).html(deskObjectivePage(sending(request, form), objective, theMeasures))
    const { why: reason } = form.command
    await perform(request, plan, {
      type: 'ExplainNoMeasure',
      by: request.viewer.agency,
      objective: objective.code,
      reason,
    })
    return reply.redirect(paths.deskPlan, 303)
  })
}

function contentForms(app: FastifyInstance): void {
  app.post<ByContent>('/desk/plan/contents/:content', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const shown = contentIn(plan, request.params.content)
    const form = parsePlanForm('setOut', request.body)
    if (!form.ok) return reply.code(400).html(planContentPage(sending(request, form), shown))
    await perform(request, plan, {
      type: 'SetOutContent',
      by: request.viewer.agency,
      content: shown.content,
      ...form.command,
    })
    return reply.redirect(paths.deskPlan, 303)
  })

  app.post<ByContent>('/desk/plan/contents/:content/withdraw', allow('plan.write'), async (request, reply) => {
    const plan = found(await request.read(readLatestPlan))
    const shown = contentIn(plan, request.params.content)
    const form = parsePlanForm('withdraw', request.body)
    if (!form.ok) return reply.code(400).html(planContentPage(sending(request, form), shown))
    const { reason } = form.command
    await perform(request, plan, { type: 'WithdrawContent', by: request.viewer.agency, content: shown.content, reason })
    return reply.redirect(paths.deskPlan, 303)
  })
}

const perform = (request: FastifyRequest, plan: PlanShown, command: PlanCommand) =>
  request.record.perform(planDecider, plan.code, command)

const mayWrite = ({ viewer }: FastifyRequest, plan: PlanShown): boolean =>
  viewer.permissions.includes('plan.write') && viewer.agency === plan.body

const sending = ({ chrome, csrfToken }: FastifyRequest, form = formOf({})): Sending => ({ chrome, csrfToken, form })

const objectiveIn = ({ objectives }: PlanShown, code: string) =>
  found(objectives.find((objective) => objective.code === code))

const contentIn = ({ contents }: PlanShown, content: string) =>
  found(isStatutoryContent(content) && content !== 'a' ? contents.find((one) => one.content === content) : null)

const measureNamed = (code: string) => found(theMeasures.find((measure) => measure.code === code))
