import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { ageOn } from './suspect-lines.ts'

const age = (born: string, day: string): number => ageOn(parseLocalDate(born), parseLocalDate(day))

test('a year is full on the birthday; of 29 February on 1 March where the year has no such day', () => {
  assert.equal(age('2008-11-08', '2026-11-07'), 17)
  assert.equal(age('2008-11-08', '2026-11-08'), 18)
  assert.equal(age('2008-02-29', '2026-02-28'), 17)
  assert.equal(age('2008-02-29', '2026-03-01'), 18)
  assert.equal(age('2008-02-29', '2028-02-29'), 20)
})
