import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { withGroundOfAge } from './age.ts'

const day = parseLocalDate

test('a victim is under 18 until the day before the eighteenth birthday, on the first day it may have happened', () => {
  for (const [born, from, isChild] of [
    ['2008-04-07', '2026-04-06', true],
    ['2008-04-07', '2026-04-07', false],
    ['2020-01-01', '2026-04-06', true],
  ] as const) {
    assert.deepEqual(withGroundOfAge(['vulnerable'], day(born), day(from)), [
      'vulnerable',
      ...(isChild ? ['under-18'] : []),
    ])
  }
})

test('no date of birth says nothing, and the ground is there once', () => {
  assert.deepEqual(withGroundOfAge([], null, day('2026-04-06')), [])
  assert.deepEqual(withGroundOfAge(['under-18'], day('2020-01-01'), day('2026-04-06')), ['under-18'])
})
