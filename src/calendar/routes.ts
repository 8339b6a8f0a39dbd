import type { FastifyRequest } from 'fastify'
import { paths } from '../paths.ts'
import { sentOf, textOf } from '../platform/access/sent.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Form, formOf } from '../platform/web/layout/form.ts'
import { page } from '../platform/web/layout/page.ts'
import { type Routes, allow } from '../platform/web/routing.ts'
import { parseBankHolidayFile } from './bank-holiday-file.ts'
import { bankHolidaysPage } from './bank-holidays-page.ts'
import { calendar, calendarId } from './calendar.ts'
import { toLocalDate } from './instant.ts'
import { readBankHolidays } from './read-bank-holidays.ts'

/** Where a later list of bank holidays is loaded, by who administers the area, before the one in force runs out. */
export const calendarRoutes: Routes = (app) => {
  const shown = async (request: FastifyRequest, form: Form) => {
    const holidays = await request.read(readBankHolidays)
    const isDone = sentOf(request.query)['done'] === 'loaded'
    const facts = { holidays, today: toLocalDate(request.at), isDone }
    return page(request.chrome, bankHolidaysPage(facts, request.csrfToken, form))
  }

  app.get(paths.deskBankHolidays, allow('calendar.administer'), async (request, reply) =>
    reply.html(await shown(request, formOf({}))),
  )

  app.post(paths.deskBankHolidays, allow('calendar.administer'), async (request, reply) => {
    const sent = sentOf(request.body)
    const again = async (code: number, text: string) =>
      reply.code(code).html(await shown(request, formOf(sent, [{ field: 'list', text }])))
    const typed = textOf(sent, 'list')
    if (typed === '') return again(400, 'Copy the list into the box')
    try {
      const name = `bank-holidays-${toLocalDate(request.at)}.json`
      const list = parseBankHolidayFile(name, new TextEncoder().encode(typed))
      await request.record.perform(calendar, calendarId, list)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(409, error.message)
    }
    return reply.redirect(`${paths.deskBankHolidays}?done=loaded`, 303)
  })
}
