import { test } from 'node:test'
import fc from 'fast-check'
import { arbitraryOf, checkDeciderOnDatabase, checkDeciderPurely } from '../../../test/support/decider-properties.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { sourceFile } from '../sources/source-file.ts'
import { type ImportStreetFile, type ReinstateStreetFile, streetMonth } from './street-month.ts'

const at = '2026-04-07T09:30:00.000Z'
const words = fc.constantFrom('Oxford', "King's Lynn", 'Not stated', '__proto__', 'a\tb\\')
const few = fc.nat({ max: 3 })

const counts = fc.dictionary(
  words,
  fc.dictionary(words, fc.dictionary(words, fc.integer({ min: 1, max: 9 }), { minKeys: 1, maxKeys: 2 }), {
    minKeys: 1,
    maxKeys: 2,
  }),
  { minKeys: 1, maxKeys: 3 },
)

const sumOf = (tree: unknown): number =>
  typeof tree === 'number' ? tree : Object.values(tree ?? {}).reduce<number>((sum, part) => sum + sumOf(part), 0)

/** Few contents, so that some come again, in another month too; now and then with a row that was not counted. */
const contents = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(64))

const imports = (id: string): fc.Arbitrary<ImportStreetFile> =>
  fc.record({ counts, contentSha256: contents, few, lost: fc.constantFrom(0, 0, 0, 1) }).map((one) => {
    const [force = '', month = ''] = id.split('/')
    const rows = sumOf(one.counts) + one.lost
    return {
      type: 'ImportStreetFile',
      force,
      forceName: 'Thames Valley Police',
      month: parseLocalMonth(month),
      rows,
      counts: one.counts,
      quality: {
        repeatedCrimeIds: one.few,
        repeatedRows: 0,
        withoutCrimeId: 0,
        withoutOutcome: 0,
        withoutPlace: one.few,
        placeNotUnderstood: 0,
        fallsWithinAnother: 0,
        formerDistricts: one.few > 1 ? { Wycombe: one.few, Chiltern: 1 } : {},
        acceptedCategories: one.few > 2 ? ['Knife crime'] : [],
      },
      source: {
        contentSha256: one.contentSha256,
        contentBytes: 100,
        dataset: 'street-crime',
        period: id,
        fileName: 'street.csv',
        fileSha256: 'f'.repeat(64),
        fileBytes: 50,
        rows,
        licence: 'OGL-UK-3.0',
      },
      at,
    }
  })

const reinstates = contents.map((contentSha256): ReinstateStreetFile => ({
  type: 'ReinstateStreetFile',
  contentSha256,
  at,
}))

const months = arbitraryOf(
  streetMonth,
  (id) => fc.oneof<fc.Arbitrary<ImportStreetFile | ReinstateStreetFile>[]>(imports(id), imports(id), reinstates),
  fc.constantFrom('thames-valley/2025-06', 'thames-valley/2025-08', 'bedfordshire/2025-06'),
)

test('the same street files give the same rows', () => checkDeciderPurely(months))

test('rows of street crime are the same live, rebuilt and restored', () =>
  checkDeciderOnDatabase(months, [streetMonth, sourceFile], { sequences: 6 }))
