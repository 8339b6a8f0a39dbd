import { test } from 'node:test'
import fc from 'fast-check'
import { arbitraryOf, checkDeciderOnDatabase, checkDeciderPurely } from '../../../test/support/decider-properties.ts'
import { exampleDeciders, exampleTables, secret, tally } from '../../../test/support/example-deciders.ts'
import type { SecretCommand, TallyCommand } from '../../../test/support/example-deciders.ts'

/** Texts that have broken copying, arrays, JSON or case folding somewhere before. */
const words = fc
  .oneof(
    fc.constantFrom(
      '',
      '\\',
      '\t',
      '\n',
      '\\N',
      '"',
      "'",
      '{a,b}',
      'NULL',
      '\\u0000',
      '-1',
      'ß',
      '😀',
      'a\\\tb\r\n',
      ' x ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .filter((text) => !text.includes('\0'))

const tallies = arbitraryOf(tally, (id) =>
  fc.oneof<fc.Arbitrary<TallyCommand>[]>(
    fc.record({ type: fc.constant('Add'), id: fc.constant(id), amount: fc.integer({ min: -20, max: 50 }) }),
    fc.record({ type: fc.constant('Tag'), id: fc.constant(id), tag: words }),
    fc.record({ type: fc.constant('Untag'), id: fc.constant(id), tag: fc.constantFrom('', '\\', 'NULL') }),
  ),
)
const secrets = arbitraryOf(secret, (id): fc.Arbitrary<SecretCommand> =>
  fc.record({ type: fc.constant('Tell'), id: fc.constant(id), words }),
)

for (const arbitrary of [tallies, secrets]) {
  test(`${arbitrary.decider.kind}: the same events give the same rows`, () => checkDeciderPurely(arbitrary))
  test(`${arbitrary.decider.kind}: rows live, rebuilt and restored are the same`, () =>
    checkDeciderOnDatabase(arbitrary, exampleDeciders, { tables: exampleTables, sequences: 8 }))
}
