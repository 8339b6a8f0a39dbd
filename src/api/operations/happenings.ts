import { z } from 'zod'
import { type Instant, addSeconds, isInstant, parseInstant } from '../../calendar/instant.ts'
import { type HappeningPlace, readHappeningsAfter } from '../../casework/happenings/read-happenings.ts'
import { Invalid } from '../../platform/web/failures.ts'
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
 * Happenings are ordered by the moment at which they were asked for, and one may be written a little after a later
 * one. So a reader who has caught up is sent back by as long as a request can take at most, and gets some twice.
 */
const overlapSeconds = 120

const beginning: HappeningPlace = { at: parseInstant('1000-01-01T00:00:00.000Z'), caseId: '', source: '', number: 0 }

export const readHappenings: Reading = {
  id: 'readHappenings',
  method: 'GET',
  path: '/happenings',
  summary: 'Follow what happens',
  about:
    'Each happening is given at least once. Ask with the “next” of the answer before; who has caught up is given the last two minutes again, so that nothing is missed. It says what happened and where, and nothing personal: read the case for more.',
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
    const after = query['after'] === undefined ? beginning : placeIn(query['after'])
    const { found, references } = await request.read(async (tx) => {
      const found = await readHappeningsAfter(tx, after, perPage + 1)
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
      next: written(more ? (shown.at(-1) ?? after) : caughtUp(shown.at(-1) ?? after, request.at)),
    }
  },
}

function caughtUp(last: HappeningPlace, at: Instant): HappeningPlace {
  const safe = addSeconds(at, -overlapSeconds)
  return last.at < safe ? last : { ...beginning, at: safe }
}

const written = ({ at, caseId: id, source, number }: HappeningPlace): string =>
  Buffer.from(JSON.stringify([at, id, source, number])).toString('base64url')

const place = z.tuple([z.string().refine(isInstant), z.string(), z.string(), z.int()])

function placeIn(cursor: string): HappeningPlace {
  try {
    const [at, id, source, number] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at: parseInstant(at), caseId: id, source, number }
  } catch {
    throw new Invalid('“after” is no “next” that was answered here.')
  }
}
