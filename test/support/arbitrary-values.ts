import fc from 'fast-check'
import { parseLocalDate } from '../../src/calendar/local-date.ts'

/** Words as people write them, and some that have broken copying, JSON or SQL somewhere before. */
export const words: fc.Arbitrary<string> = fc.constantFrom(
  'A promise',
  'Zoë said "no" \\ then\ttook it back',
  "O'Neill\nand sons",
  '{a,b} 😀 NULL',
)

/** The same, and now and then none, which most rules refuse. */
export const wordsOrNone: fc.Arbitrary<string> = fc.oneof({ weight: 9, arbitrary: words }, fc.constant('  '))

export const holidaysFor = (year: number) =>
  ['01-01', '12-25', '12-26'].map((day) => ({ date: parseLocalDate(`${year}-${day}`), title: 'A holiday', notes: '' }))
