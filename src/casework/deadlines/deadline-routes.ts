import type { FastifyReply, FastifyRequest } from 'fastify'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { paths } from '../../paths.ts'
import { Refusal } from '../../platform/refusal.ts'
import { found } from '../../platform/web/failures.ts'
import { type FieldError, formOf } from '../../platform/web/layout/form.ts'
import { page } from '../../platform/web/layout/page.ts'
import { type Routes, allow, publicPermission } from '../../platform/web/routing.ts'
import { readDeadlineSettings } from './area-settings.ts'
import { deadlinePage, deadlinesPage } from './deadline-pages.ts'
import { type Query, errorsOf, textsOf, wasSent } from './deadline-query.ts'
import type { DeadlineRule, DeadlineFacts } from './deadline.ts'
import { readGiven } from './given.ts'

/** The public calculator: any rule of the catalogue, worked out from what the address carries. */
export const deadlineRoutes =
  (rules: readonly DeadlineRule[]): Routes =>
  (app) => {
    const settings = readDeadlineSettings(thamesAndChiltern)
    app.get<{ Querystring: Query }>(paths.deadlines, allow(publicPermission), async (request, reply) => {
      const { rule: code } = request.query
      if (code === undefined || code === '') return reply.html(page(request.chrome, deadlinesPage(rules)))
      const rule = found(rules.find((one) => one.rule.code === code))
      if (!wasSent(request.query)) return reply.html(page(request.chrome, deadlinePage(rule, formOf({}), null)))
      const holidays = await request.read(readBankHolidays)
      return answer(request, reply, rule, { holidays, settings })
    })
  }

type Asking = FastifyRequest<{ Querystring: Query }>

function answer(request: Asking, reply: FastifyReply, rule: DeadlineRule, facts: DeadlineFacts): FastifyReply {
  const { query, chrome } = request
  const read = readGiven(rule, textsOf(rule, query))
  if (!read.ok) {
    return reply.code(400).html(page(chrome, deadlinePage(rule, formOf(query, errorsOf(read.faults, rule)), null)))
  }
  try {
    const deadline = rule.workOut(read.given, facts)
    return reply.html(page(chrome, deadlinePage(rule, formOf(query), deadline)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = formOf(query, [refusedAt(query, error.message)])
    return reply.code(409).html(page(chrome, deadlinePage(rule, refused, null)))
  }
}

/** Beside the offence where the sentence is about that, and else beside the date with which everything begins. */
function refusedAt({ offence }: Query, text: string): FieldError {
  const isOffence = typeof offence === 'string' && offence !== '' && text.includes(offence.trim().toUpperCase())
  return isOffence ? { field: 'offence', text } : { field: 'from', text, href: '#from-day' }
}
