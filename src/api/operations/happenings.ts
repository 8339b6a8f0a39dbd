import { z } from 'zod'
import { type Instant, addSeconds, isInstant, parseInstant } from '../../calendar/instant.ts'
import { type HappeningPlace, readHappeningsAfter } from '../../casework/happenings/read-happenings.ts'
import { Invalid } from '../../platform/web/failures.ts'
import { fileMs } from '../../platform/web/uploads.ts'
import { readReferences } from '../messages/read-items.ts'
import type { Reading } from '../operation.ts'
import { caseId, moment, named } from '../schemas.ts'

const text = z.string()

const happenings = named(
  'Happenings',
  'What happened in the cases of your agency, oldest first.',
  z.strictObject({
    happenings: z.array(
      z.strictObject({
        id: text.describe('The same whenever this happening is given: drop one that you know.'),
        at: moment,
        case: caseId,
        reference: text.nullable().describe('What your system calls the case, if it told of it.'),
        part: text.describe('The part of the case: investigation, suspect-1, material, referral, review-1.'),
        event: text,
      }),
    ),
    more: z.boolean().describe('True when there is more at once: ask again with “next”.'),
    next: text.describe('Ask after this the next time.'),
  }),
)

const perPage = 200

/**
 * Happenings are ordered by the moment at which they were asked for, and one may be written after a later one: a file
 * may arrive for half an hour, and then wait. What is older than this has been written. So a reader who has caught up
 * is sent back by it, and gets some twice.
 */
const overlapSeconds = fileMs / 1000 + 600

/** Where to go on reading, and from when on to begin again once the reader has caught up. */
type Cursor = { readonly place: HappeningPlace; readonly settled: Instant | null }

const placeAt = (at: Instant): HappeningPlace => ({ at, caseId: '', source: '', number: 0 })
const beginning: Cursor = { place: placeAt(parseInstant('1000-01-01T00:00:00.000Z')), settled: null }

export const readHappenings: Reading = {
  id: 'readHappenings',
  method: 'GET',
  path: '/happenings',
  summary: 'Follow what happens',
  about: `Each happening is given at least once. Ask with the “next” of the answer before; who has caught up is given the last ${overlapSeconds / 60} minutes again, so that nothing is missed. It says what happened and where, and nothing personal: read the case for more. What was not for your agency when it happened, such as what happened in a case before it was restricted and opened again, may not come later.`,
  scope: 'case.read',
  parameters: [
    {
      name: 'after',
      where: 'query',
      about: 'The “next” of the answer before. Without it, everything from the beginning.',
      schema: text.optional(),
    },
  ],
  personal: false,
  answer: happenings,
  async read({ request, query }) {
    const cursor = query['after'] === undefined ? beginning : cursorIn(query['after'])
    const { found, references } = await request.read(async (tx) => {
      const found = await readHappeningsAfter(tx, cursor.place, perPage + 1)
      return {
        found,
        references: await readReferences(
          tx,
          'case',
          found.map((one) => one.caseId),
        ),
      }
    })
    const shown = found.slice(0, perPage)
    const more = found.length > perPage
    return {
      happenings: shown.map(({ caseId: id, source, number, at, event }) => ({
        id: `${id}/${source}/${number}`,
        at,
        case: id,
        reference: references.get(id) ?? null,
        part: source,
        event,
      })),
      more,
      next: written(nextOf(cursor, shown.at(-1) ?? cursor.place, more, request.at)),
    }
  },
}

/**
 * What was settled when the first of several pages was read is all in them, however long the reader takes over them;
 * what is newer than that is given again.
 */
function nextOf({ settled: before }: Cursor, last: HappeningPlace, more: boolean, at: Instant): Cursor {
  const settled = before ?? addSeconds(at, -overlapSeconds)
  if (more) return { place: last, settled }
  return { place: last.at < settled ? last : placeAt(settled), settled: null }
}

const written = ({ place: { at, caseId: id, source, number }, settled }: Cursor): string =>
  Buffer.from(JSON.stringify([at, id, source, number, settled])).toString('base64url')

// A cursor comes from outside: nothing in it may be what the database cannot even compare.
const word = z.string().regex(/^[\w-]{0,60}$/)
const instant = z.string().refine(isInstant)
const writtenCursor = z.tuple([instant, word, word, z.int32(), instant.nullable()])

function cursorIn(cursor: string): Cursor {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8')
    const [at, id, source, number, settled] = writtenCursor.parse(JSON.parse(text))
    const place = { at: parseInstant(at), caseId: id, source, number }
    return { place, settled: settled === null ? null : parseInstant(settled) }
  } catch {
    throw new Invalid('“after” is no “next” that was answered here.')
  }
}
