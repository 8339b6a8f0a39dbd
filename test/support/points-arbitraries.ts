import fc from 'fast-check'
import { parseInstant } from '../../src/calendar/instant.ts'
import { type PointsCommand, ownPoints } from '../../src/casework/points-to-prove/own-points.ts'
import { wordsOrNone } from './arbitrary-values.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const pointsCommand = (code: string): fc.Arbitrary<PointsCommand> =>
  fc.record({
    type: fc.constant('ChangePoints' as const),
    code: fc.constant(code),
    points: fc.record({
      title: wordsOrNone,
      statute: fc.constant('Theft Act 1968'),
      section: fc.constantFrom(null, '1(1)'),
      elements: fc.tuple(
        fc.record({ key: fc.constant('one'), words: wordsOrNone }),
        fc.record({ key: fc.constantFrom('two', 'two', 'two', 'one'), words: fc.constant('Dishonestly') }),
      ),
      confidence: fc.constantFrom('confirmed' as const, 'unconfirmed' as const),
    }),
    reason: wordsOrNone,
    at: fc.constant(parseInstant('2026-10-24T22:30:00.000Z')),
    by: fc.constantFrom('lawyer', 'another-lawyer'),
  })

/** Commands of an area's own points to prove. */
export const pointsArbitraries: readonly Arbitrary[] = [arbitraryOf(ownPoints, pointsCommand)]
