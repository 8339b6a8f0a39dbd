import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LocalMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { NotFound, found } from '../../platform/web/failures.ts'
import { type Page, page } from '../../platform/web/layout/page.ts'
import { type House, type Routes, allow, publicPermission } from '../../platform/web/routing.ts'
import { withQuery } from '../addresses.ts'
import { sendFile } from '../downloads.ts'
import { readFiguresStamp } from '../figures-stamp.ts'
import { keepAnswers } from '../kept-answers.ts'
import { writeCsv } from '../sources/csv.ts'
import { type Asked, type AsksOutcomes, askedArea, askedOutcomes } from './asked.ts'
import { noSuchMonthPage, outcomePage } from './outcome-page.ts'
import { outcomePackage, seriesColumns, seriesPackage } from './outcome-package.ts'
import { outcomeRowsPage } from './outcome-rows-page.ts'
import { readOutcomeView } from './outcome-view.ts'
import { readOutcomeMonths, readOutcomeRows, readOutcomeSeries, readOutcomes } from './read-outcomes.ts'
import { type RevisionShown, readRevisions } from './read-revisions.ts'
import { reportCsv, reportJson } from './report-format.ts'

const everybody = allow(publicPermission)

/** The public pages of case outcomes, and their downloads. */
export const outcomeRoutes: Routes = (app, house) => {
  const keep = keptBodies(house)

  app.get<Pick<AsksOutcomes, 'Querystring'>>(paths.outcomesLatest, everybody, async (request, reply) => {
    const area = askedArea(request.query.area)
    const latest = (await request.read(readOutcomeMonths)).at(-1)
    if (!latest) return reply.redirect(paths.performance, 302)
    return reply.redirect(withQuery(paths.outcomes(latest), request.query.area ? { area: area.key } : {}), 302)
  })
  app.get<AsksOutcomes>('/performance/outcomes/:month', everybody, async (request, reply) => {
    const asked = askedOutcomes(request)
    const shown = asked.month && (await keep(asked.month, asked))
    return shown ? reply.html(page(request.chrome, shown)) : answerNoMonth(request, reply, asked)
  })
  app.get<AsksOutcomes>('/performance/outcomes/:month/rows', everybody, async (request, reply) => {
    const { month, area, revision } = askedOutcomes(request)
    if (!month) throw new NotFound()
    const { rows, source } = await request.read(async (tx) => {
      const source = sourceOf(await readRevisions(tx, month), revision)
      return { source, rows: await readOutcomeRows(tx, month, area, source.revision) }
    })
    return reply.html(page(request.chrome, outcomeRowsPage(month, area, { ...source, rows })))
  })
  addDownloads(app, house)
  addSeries(app, house)
}

const readStamp = ({ installation: { reading } }: House) =>
  reading.as(thePublic, (tx) => readFiguresStamp(tx, 'outcome_revision'))

/** The revision asked for, or else the one in force; 404 when there is none. */
const sourceOf = (revisions: readonly RevisionShown[], asked: number | null): RevisionShown =>
  found(revisions.find(({ revision, current }) => (asked === null ? current : revision === asked)))

/** A month's page without what stands round it, worked out once for each state of the figures. */
function keptBodies(house: House) {
  const { reading } = house.installation
  const keep = keepAnswers<Page | null>(() => readStamp(house))
  return (month: LocalMonth, { area, revision }: Asked): Promise<Page | null> =>
    keep(`${month} ${area.key} ${revision ?? ''}`, async () => {
      const view = await reading.as(thePublic, (tx) => readOutcomeView(tx, month, area, revision))
      return view && outcomePage(view)
    })
}

async function answerNoMonth(
  request: FastifyRequest<AsksOutcomes>,
  reply: FastifyReply,
  { month, area, revision }: Asked,
): Promise<FastifyReply> {
  const { months, revisions } = await request.read(async (tx) => ({
    months: await readOutcomeMonths(tx),
    revisions: month ? await readRevisions(tx, month) : [],
  }))
  // A revision that is not there, of a month that has figures, is only not found.
  const withdrawn = revisions.some(({ current }) => current) ? [] : revisions
  const shown = noSuchMonthPage({ month, asked: request.params.month, area, revision, months, withdrawn })
  return reply.code(withdrawn.length > 0 ? 410 : 404).html(page(request.chrome, shown))
}

function addDownloads(app: Parameters<Routes>[0], { installation: { configuration } }: House): void {
  const read = (request: FastifyRequest<AsksOutcomes>) => {
    const { month, area, revision } = askedOutcomes(request)
    if (!month) throw new NotFound()
    return request.read(async (tx) => ({
      report: found(await readOutcomes(tx, month, area, revision)),
      source: sourceOf(await readRevisions(tx, month), revision),
    }))
  }
  for (const [format, write] of [
    ['csv', reportCsv],
    ['json', reportJson],
  ] as const) {
    app.get<AsksOutcomes>(`/performance/outcomes/:month/outcomes.${format}`, everybody, async (request, reply) => {
      const { report } = await read(request)
      return sendFile(reply, `case-outcomes-${report.area.key}-${report.month}.${format}`, write(report))
    })
  }
  app.get<AsksOutcomes>('/performance/outcomes/:month/datapackage.json', everybody, async (request) => {
    const { report, source } = await read(request)
    return outcomePackage(report, source, configuration.publicUrl)
  })
}

/** Every month and area is a megabyte: it is written once for each state of the figures, and described with it. */
function addSeries(app: Parameters<Routes>[0], house: House): void {
  const { reading, configuration } = house.installation
  const keep = keepAnswers<{ readonly csv: Buffer; readonly descriptor: string }>(() => readStamp(house))
  const series = () =>
    keep('', () =>
      reading.as(thePublic, async (tx) => {
        const csv = writeCsv(seriesColumns, await readOutcomeSeries(tx))
        const descriptor = seriesPackage(csv, await readOutcomeMonths(tx), configuration.publicUrl)
        return { csv: Buffer.from(csv), descriptor: JSON.stringify(descriptor) }
      }),
    )
  app.get(paths.outcomesSeries, everybody, async (_, reply) =>
    sendFile(reply, 'case-outcomes.csv', (await series()).csv),
  )
  app.get(paths.outcomesSeriesDescriptor, everybody, async (_, reply) =>
    reply.type('application/json; charset=utf-8').send((await series()).descriptor),
  )
}
