import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'
import type { RoleTable } from '../../platform/access/roles.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import { formOf, rejected } from '../../platform/web/layout/form.ts'
import { page } from '../../platform/web/layout/page.ts'
import { type House, allow } from '../../platform/web/routing.ts'
import { readDutiesForFeed } from '../work-list/read-work-list.ts'
import { calendarFile } from './calendar-file.ts'
import { calendarPage, feedChoices } from './calendar-page.ts'
import { makeFeed, ownerOfFeed, readFeed, stopFeed } from './calendar-token.ts'

/** The new token stays in the owner's browser just long enough to be shown once. */
const keptName = 'calendar-token'
const keptSeconds = 60

export function calendarFeedRoutes(app: FastifyInstance, { installation }: House, roles: RoleTable): void {
  const { pool, reading, configuration } = installation

  app.get(paths.deskCalendar, allow('signed-in'), async (request, reply) => {
    const { viewer, chrome, csrfToken: csrf } = request
    const feed = await readFeed(pool, viewer.account)
    const token = feed && request.kept(keptName)
    const address = token ? `${configuration.publicUrl}${paths.calendarFeed(token)}` : null
    if (token) reply.forget(keptName)
    const form = formOf({ whose: feed?.whose ?? 'mine' })
    return reply.html(page(chrome, calendarPage({ feed, address, viewer, form, csrf })))
  })

  app.post(paths.deskCalendar, allow('signed-in'), async (request, reply) => {
    const { viewer, chrome, csrfToken: csrf, at } = request
    const sent = sentOf(request.body)
    if (sent['act'] === 'stop') {
      await stopFeed(pool, viewer.account)
      return reply.redirect(paths.deskCalendar, 303)
    }
    const whose = feedChoices(viewer).find((one) => one === sent['whose'])
    if (!whose) {
      const form = rejected(sent, [{ field: 'whose', text: 'Choose what the calendar should carry' }])
      const feed = await readFeed(pool, viewer.account)
      return reply.code(400).html(page(chrome, calendarPage({ feed, address: null, viewer, form, csrf })))
    }
    reply.keep(keptName, await makeFeed(pool, viewer.account, whose, at), keptSeconds)
    return reply.redirect(paths.deskCalendar, 303)
  })

  type ByToken = { readonly Params: { readonly token: string } }
  app.get<ByToken>('/calendar/:token(^[\\w-]{43}).ics', allow('public'), async (request, reply) => {
    const { viewer, whose } = found(await ownerOfFeed(pool, roles, request.params.token))
    const duties = await reading.as(viewer, (tx) => readDutiesForFeed(tx, viewer, whose))
    return reply
      .header('cache-control', 'private, no-cache')
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .send(calendarFile(duties, configuration.publicUrl, request.at))
  })
}
