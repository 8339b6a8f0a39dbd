import fc from 'fast-check'
import { type EraseStream, erasure } from '../../src/platform/record/erasure.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const at = '2026-04-07T09:30:00.000Z'

const erasures = arbitraryOf(
  erasure,
  (stream): fc.Arbitrary<EraseStream> =>
    fc.constantFrom(' ', 'asked for it').map((reason) => ({ type: 'EraseStream', stream, reason, by: 'test', at })),
  fc.constantFrom('person/a', 'person/b'),
)

/**
 * Random commands for each kind of stream, made with `arbitraryOf`. Add one when you add a decider: the test of all
 * deciders fails for a kind that has none.
 */
export const arbitraries: readonly Arbitrary[] = [erasures]
