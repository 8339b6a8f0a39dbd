import type { FastifyInstance } from 'fastify'
import { holidaysRunningOut } from '../calendar/bank-holidays.ts'
import { toLocalDate } from '../calendar/instant.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { readBankHolidays } from '../calendar/read-bank-holidays.ts'
import { paths } from '../paths.ts'
import type { RoleTable } from '../platform/access/roles.ts'
import type { Tx, Viewer } from '../platform/database/reading.ts'
import { found } from '../platform/web/failures.ts'
import { html } from '../platform/web/html.ts'
import { type Page, page } from '../platform/web/layout/page.ts'
import { type Routes, allow } from '../platform/web/routing.ts'
import { calendarFeedRoutes } from './calendar-feed/routes.ts'
import { doneWords, dutyPage } from './explain/duty-page.ts'
import type { ReadParties } from './parties.ts'
import { promisePage, promisesPage } from './promises/promise-pages.ts'
import { readPromise, readPromises } from './promises/read-promises.ts'
import { readDuty, readDutyHistory } from './read-duty.ts'
import { readWorkList } from './work-list/read-work-list.ts'
import { workListPage } from './work-list/work-list-page.ts'
import { parseWorkListQuery } from './work-list/work-list-query.ts'
import { writingRoutes } from './writing/routes.ts'

type Query = { readonly Querystring: Readonly<Record<string, unknown>> }
type ById = Query & { readonly Params: { readonly id: string } }

/** The pages of duties. `readParties` reads the agencies that may owe one or be owed one; `roles` say who may see what. */
export const dutyRoutes =
  (readParties: ReadParties, roles: RoleTable): Routes =>
  (app, house) => {
    calendarFeedRoutes(app, house, roles)
    deskRoutes(app)
    publicRoutes(app)
    writingRoutes(app, house, readParties)
  }

function deskRoutes(app: FastifyInstance): void {
  app.get<Query>(paths.desk, allow('signed-in'), async (request, reply) => {
    const { viewer, at } = request
    const query = parseWorkListQuery(request.query)
    const list = await request.read((tx) => readWorkList(tx, viewer, query, at))
    const notice = await request.read((tx) => holidayNotice(tx, viewer, toLocalDate(at)))
    return reply.html(page(request.chrome, { ...workListPage(list, viewer, at), ...(notice && { notice }) }))
  })

  app.get<ById>('/desk/duties/:id', allow('signed-in'), async (request, reply) => {
    const { viewer, at } = request
    const { duty, history } = await request.read(async (tx) => {
      const duty = found(await readDuty(tx, request.params.id))
      return { duty, history: await readDutyHistory(tx, duty) }
    })
    const done = doneWords.find(({ done }) => done === request.query['done']) ?? null
    return reply.html(page(request.chrome, dutyPage({ duty, history, viewer, at, done })))
  })
}

/** Tells whoever can load a later list of bank holidays before the one that dates are counted with runs out. */
async function holidayNotice(tx: Tx, { permissions }: Viewer, today: LocalDate): Promise<Page['notice'] | null> {
  if (!permissions.includes('calendar.administer')) return null
  const text = holidaysRunningOut(today, await readBankHolidays(tx))
  return text === null
    ? null
    : {
        html: html`<p class="govuk-notification-banner__heading">
        ${text} <a class="govuk-notification-banner__link" href="${paths.deskBankHolidays}">Bank holidays</a>
      </p>`,
      }
}

function publicRoutes(app: FastifyInstance): void {
  app.get<Query>(paths.promises, allow('public'), async (request, reply) => {
    const { page: wanted } = parseWorkListQuery(request.query)
    const promises = await request.read((tx) => readPromises(tx, request.at, wanted))
    return reply.html(page(request.chrome, promisesPage(promises, request.at)))
  })

  app.get<ById>('/promises/:id', allow('public'), async (request, reply) => {
    const duty = found(await request.read((tx) => readPromise(tx, request.params.id)))
    return reply.html(page(request.chrome, promisePage(duty, request.at)))
  })
}
