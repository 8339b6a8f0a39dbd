import fc from 'fast-check'
import { parseLocalMonth } from '../../src/calendar/local-month.ts'
import { outcomeFigures } from '../../src/measures/outcomes/outcome-figures.ts'
import { outcomeMonth } from '../../src/measures/outcomes/outcome-month.ts'
import { sourceFile } from '../../src/measures/sources/source-file.ts'
import { streetMonth } from '../../src/measures/street/street-month.ts'
import { words } from './arbitrary-values.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const at = '2026-04-07T09:30:00.000Z'
const digest = (text: string): string => text.repeat(64).slice(0, 64)
const months = fc.constantFrom('2016-09', '2016-10', '2026-12').map(parseLocalMonth)

/** A file whose content is told by one hexadecimal letter: the same letter is the same file. */
const sourceOf = (letter: string, period: string) => ({
  contentSha256: digest(letter),
  contentBytes: 1000,
  dataset: 'some-figures',
  period,
  fileName: `${letter}.csv`,
  fileSha256: digest(`${letter}0`),
  fileBytes: 100,
  rows: 43,
  licence: 'OGL-UK-3.0',
})

const letters = fc.constantFrom('a', 'b', 'c', 'd')

const sources = arbitraryOf(
  sourceFile,
  (id) =>
    fc
      .constantFrom('2016-09', '2016-10')
      .chain((period) =>
        fc.constantFrom(
          { type: 'ClaimSource' as const, ...sourceOf(id[0] ?? 'a', period), at },
          { type: 'WithdrawSource' as const, period, reason: 'wrong month', at },
        ),
      ),
  letters.map(digest),
)

const figures = arbitraryOf(outcomeFigures, () =>
  fc.record({ type: fc.constantFrom('ClaimFigures' as const, 'WithdrawFigures' as const), month: months }),
)

const counts = fc.array(fc.nat({ max: 500 }), { minLength: 12, maxLength: 12 })
const outcomeMonths = arbitraryOf(
  outcomeMonth,
  (id) =>
    fc.oneof(
      fc
        .record({ letter: letters, convictions: counts, unsuccessful: counts, reinstate: fc.boolean() })
        .map(({ letter, convictions, unsuccessful, reinstate }) => ({
          type: 'ImportOutcomes' as const,
          month: parseLocalMonth(id),
          figures: [{ area: 'thames-valley', line: 2, convictions, unsuccessful: [...unsuccessful, 1] }],
          // The figures of another month are refused by the stream that keeps them apart.
          figuresSha256: digest(letter),
          source: sourceOf(letter, id),
          reinstate,
          at,
        })),
      fc.constantFrom(null, 1, 2).map((revision) => ({
        type: 'WithdrawOutcomes' as const,
        month: parseLocalMonth(id),
        revision,
        reason: 'wrong month',
        at,
      })),
    ),
  fc.constantFrom('2016-09', '2016-10', '2026-12'),
)

const quality = {
  repeatedCrimeIds: 0,
  repeatedRows: 0,
  withoutCrimeId: 0,
  withoutOutcome: 0,
  withoutPlace: 1,
  placeNotUnderstood: 0,
  fallsWithinAnother: 0,
  formerDistricts: { Aylesbury: 1 },
  acceptedCategories: [],
}
const streetMonths = arbitraryOf(
  streetMonth,
  (id) => {
    const [force = '', month = ''] = id.split('/')
    return fc.oneof(
      fc
        .record({ letter: letters, forceName: words, count: fc.integer({ min: 1, max: 9 }), wrong: fc.nat({ max: 5 }) })
        .map(({ letter, forceName, count, wrong }) => ({
          type: 'ImportStreetFile' as const,
          force,
          forceName,
          month: parseLocalMonth(month),
          rows: wrong === 0 ? count : count + 1,
          counts: { Slough: { burglary: { 'Under investigation': count, 'Not given': 1 } } },
          quality,
          source: sourceOf(letter, id),
          at,
        })),
      letters.map((letter) => ({ type: 'ReinstateStreetFile' as const, contentSha256: digest(letter), at })),
    )
  },
  fc.constantFrom('thames-valley/2025-06', 'hertfordshire/2025-06'),
)

export const measureArbitraries: readonly Arbitrary[] = [sources, figures, outcomeMonths, streetMonths]
