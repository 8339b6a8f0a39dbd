import fc from 'fast-check'
import { apiScopes, apiToken } from '../../src/agencies/api-token.ts'
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

/** Commands of what other systems use. */
export const apiArbitraries: readonly Arbitrary[] = [tokens]
