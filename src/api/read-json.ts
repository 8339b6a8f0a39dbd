import type { FastifyInstance } from 'fastify'
import { Invalid } from '../platform/web/failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What was sent as text. A byte that is no UTF-8 must not become another sign in somebody's statement. */
function textIn(sent: Buffer): string {
  try {
    return utf8.decode(sent)
  } catch {
    throw new Invalid('The message is not UTF-8.')
  }
}

/** No message has so many levels: what is nested deeper is sent to keep us busy. */
const mostLevels = 20

const isKept = (value: unknown): boolean =>
  typeof value === 'string'
    ? !value.includes('\0') && value.isWellFormed()
    : typeof value !== 'number' || Number.isFinite(value)

/** Whether it can be kept as it is: no NUL, no half of a surrogate pair, no number beyond all, no depth without end. */
function canBeKept(json: unknown): boolean {
  let level: readonly unknown[] = [json]
  for (let left = mostLevels; level.length > 0; left -= 1) {
    if (left === 0 || !level.every(isKept)) return false
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.entries(one).flat() : []))
  }
  return true
}

/** Nothing but JSON is read here, and JSON is read nowhere else. */
export function readJsonOnly(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error')
  api.removeAllContentTypeParsers()
  api.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, sent, done) => {
    try {
      void parse(request, textIn(sent), (error, json) => {
        if (error || canBeKept(json)) done(error, json)
        else done(new Invalid('The message holds a sign or a number that cannot be kept, or is nested too deeply.'))
      })
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable'))
    }
  })
}
