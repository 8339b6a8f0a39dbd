import { formatMonth, isLocalMonth } from '../calendar/local-month.ts'
import { paths } from '../paths.ts'
import { thePublic } from '../platform/database/reading.ts'
import { type Page, page } from '../platform/web/layout/page.ts'
import { type House, type Routes, allow, publicPermission } from '../platform/web/routing.ts'
import { readObjectivesOfMeasure } from '../plans/read-plan.ts'
import { measures } from './catalogue.ts'
import { sendFile } from './downloads.ts'
import { readFiguresStamp } from './figures-stamp.ts'
import { keepAnswers } from './kept-answers.ts'
import { measureMonthPage, noSuchFigurePage } from './measure-month-page.ts'
import { measurePage } from './measure-page.ts'
import { readOutcomeMonths } from './outcomes/read-outcomes.ts'
import { percentOf } from './percent.ts'
import { performancePage } from './performance-page.ts'
import { readAsked, readListed } from './read-measures.ts'
import { writeCsv } from './sources/csv.ts'

const everybody = allow(publicPermission)

type ByCode = { readonly Params: { readonly code: string }; readonly Querystring: { readonly area?: unknown } }
type ByMonth = ByCode & { readonly Params: { readonly code: string; readonly month: string } }

const columns = ['month', 'numerator', 'denominator', 'percent'] as const

/** The overview of performance, and every measure with its months and the rows behind each. */
export const measureRoutes: Routes = (app, house) => {
  const overview = keptOverview(house)
  app.get(paths.performance, everybody, async (request, reply) => {
    return reply.html(page(request.chrome, await overview()))
  })
  app.get<ByCode>('/performance/measures/:code', everybody, async (request, reply) => {
    const view = await request.read(async (tx) => {
      const asked = await readAsked(tx, request.params.code, request.query.area)
      return {
        ...asked,
        points: await asked.measure.read(tx, asked.place.key),
        objectives: await readObjectivesOfMeasure(tx, asked.measure.code),
      }
    })
    return reply.html(page(request.chrome, measurePage(view)))
  })
  app.get<ByCode>('/performance/measures/:code/measure.csv', everybody, async (request, reply) => {
    const { measure, place, points } = await request.read(async (tx) => {
      const asked = await readAsked(tx, request.params.code, request.query.area)
      return { ...asked, points: await asked.measure.read(tx, asked.place.key) }
    })
    const rows = points.map((point) => ({ ...point, percent: percentOf(point.numerator, point.denominator ?? 0) }))
    const wanted = measure.denominator === null ? columns.slice(0, 2) : columns
    return sendFile(reply, `${measure.code}-${place.key}.csv`, writeCsv(wanted, rows))
  })
  app.get<ByMonth>('/performance/measures/:code/:month', everybody, async (request, reply) => {
    const { month } = request.params
    const { measure, place, points, rows } = await request.read(async (tx) => {
      const asked = await readAsked(tx, request.params.code, request.query.area)
      const points = await asked.measure.read(tx, asked.place.key)
      return {
        ...asked,
        points,
        rows: isLocalMonth(month) ? await asked.measure.readRows(tx, asked.place.key, month) : [],
      }
    })
    const point = points.find((one) => one.month === month)
    if (point) return reply.html(page(request.chrome, measureMonthPage(measure, place, point, rows)))
    const name = isLocalMonth(month) ? formatMonth(month) : month
    return reply.code(404).html(page(request.chrome, noSuchFigurePage(measure, place, name, points)))
  })
}

/** The overview reads every measure, so it is worked out once for each state of the figures. */
function keptOverview({ installation: { reading } }: House): () => Promise<Page> {
  const stamp = () => reading.as(thePublic, (tx) => readFiguresStamp(tx, 'outcome_revision', 'street_revision'))
  const keep = keepAnswers<Page>(stamp)
  return () =>
    keep('', () =>
      reading.as(thePublic, async (tx) => {
        const months = await readOutcomeMonths(tx)
        return performancePage({ months, listed: await readListed(tx, measures) })
      }),
    )
}
