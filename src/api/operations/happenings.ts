import { z } from 'zod'
import {
  type Feed,
  type HappeningPlace,
  readFeed,
  readHappeningsAfter,
} from '../../casework/happenings/read-happenings.ts'
import { Invalid } from '../../platform/web/failures.ts'
import { readReferences } from '../messages/read-items.ts'
import type { Reading } from '../operation.ts'
import { caseId, moment, named } from '../schemas.ts'

const text = z.string()

const happenings = named(
  'Happenings',
  'What happened in the cases of your agency, in the order in which it was recorded here.',
  z.strictObject({
    happenings: z.array(
      z.strictObject({
        id: text.describe('The same whenever this happening is given.'),
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

export const readHappenings: Reading = {
  id: 'readHappenings',
  method: 'GET',
  path: '/happenings',
  summary: 'Follow what happens',
  about:
    'Ask with the “next” of the answer before, and each happening is given once, in an order that never changes: keep “next” together with what you did, and nothing is missed and nothing comes twice. After a backup was restored here, or another database server took over, everything is given again by the same ids. It says what happened and where, and nothing personal: read the case for more. What was not for your agency when it happened, such as what happened in a case before it was restricted and opened again, may not come later.',
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
    const asked = query['after'] === undefined ? null : placeIn(query['after'])
    const { feed, place, found, references } = await request.read(async (tx) => {
      const feed = await readFeed(tx)
      const place = asked && isWithin(feed, asked) ? asked : { feed: feed.feed, written: '0', place: '0' }
      const found = await readHappeningsAfter(tx, place, perPage + 1)
      const cases = found.map((one) => one.caseId)
      return { feed, place, found, references: await readReferences(tx, 'case', cases) }
    })
    const shown = found.slice(0, perPage)
    const more = found.length > perPage
    // Whoever read to the end goes on from there: what was for others is not looked through again each time.
    const next = more ? { ...place, ...shown.at(-1) } : { feed: feed.feed, written: feed.settled, place: '0' }
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
      next: written(next),
    }
  },
}

/** A place that lies ahead of the order is of a database that an older copy took the place of. */
const isWithin = ({ feed, settled }: Feed, place: HappeningPlace): boolean =>
  place.feed === feed && BigInt(place.written) <= BigInt(settled)

const written = ({ feed, written: by, place }: HappeningPlace): string =>
  Buffer.from(JSON.stringify([feed, by, place])).toString('base64url')

// A place comes from outside: nothing in it may be what the database cannot even compare.
const writtenPlace = z.tuple([
  z.string().regex(/^[\w-]{0,60}$/),
  z.string().regex(/^\d{1,19}$/),
  z.string().regex(/^\d{1,18}$/),
])

function placeIn(after: string): HappeningPlace {
  try {
    const [feed, by, place] = writtenPlace.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
    return { feed, written: by, place }
  } catch {
    throw new Invalid('“after” is no “next” that was answered here. Ask without it to begin anew.')
  }
}
