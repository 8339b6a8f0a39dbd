import fc from 'fast-check'
import { apiScopes, apiToken } from '../../src/agencies/api-token.ts'
import { message } from '../../src/api/messages/message.ts'
import { itemKinds, sentItem } from '../../src/api/messages/sent-item.ts'
import { parseInstant } from '../../src/calendar/instant.ts'
import { wordsOrNone } from './arbitrary-values.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const by = 'administrator'
const at = fc.constant(parseInstant('2026-10-25T01:30:00.000Z'))
const agency = fc.oneof(
  { weight: 6, arbitrary: fc.constant('thames-valley-police') },
  { weight: 1, arbitrary: fc.constant('cps-thames-and-chiltern') },
)

const tokens = arbitraryOf(apiToken, (id) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('MakeToken' as const),
        id: fc.constant(id),
        agency,
        agencyKind: fc.constant('police-force'),
        name: wordsOrNone,
        scopes: fc.subarray([...apiScopes, 'charging.decide'].filter((scope) => scope !== 'case.decide')),
        // Each id has a secret of its own: two tokens with one are kept apart by the table.
        secretSha256: fc.constant(Buffer.from(id).toString('hex').padEnd(64, '0')),
        expiresAt: fc.constantFrom('2027-10-25T23:59:59.999Z', '2026-10-25T01:30:00.001Z').map(parseInstant),
        at,
        by: fc.constant(by),
      }),
    },
    fc.record({
      type: fc.constant('EndToken' as const),
      agency,
      reason: wordsOrNone,
      at,
      by: fc.constant(by),
    }),
  ),
)

const sha256 = fc.constantFrom('a'.repeat(64), 'b'.repeat(64))

const messages = arbitraryOf(message, (id) =>
  fc.record({
    type: fc.constant('ReceiveMessage' as const),
    id: fc.constant(id),
    agency,
    token: fc.constant('api:1'),
    operation: fc.constantFrom('recordAllegation', 'decideCrime'),
    bodySha256: sha256,
    answer: fc.record({ status: fc.constantFrom(200, 201), body: fc.record({ case: wordsOrNone }) }),
    at,
    by: fc.constant('api:1'),
  }),
)

const items = arbitraryOf(sentItem, (id) =>
  fc.integer({ min: 1, max: 12 }).chain((next) =>
    fc.record({
      type: fc.constant('TakeInVersion' as const),
      // A thing keeps its name, which is what its id is made from.
      agency: fc.constant('thames-valley-police'),
      kind: fc.constant(itemKinds[0]),
      reference: fc.constant(id),
      caseId: fc.constant('7KQ2M9XD'),
      item: fc.constantFrom('', 'M1'),
      sequence: fc.constant(next),
      bodySha256: sha256,
      said: fc.constantFrom({}, { '/where': 'a'.repeat(64) }),
      expects: fc.constantFrom(null, next - 1, next - 1, next - 2),
      at,
      by: fc.constant('api:1'),
    }),
  ),
)

/** Commands of what other systems use. */
export const apiArbitraries: readonly Arbitrary[] = [tokens, messages, items]
