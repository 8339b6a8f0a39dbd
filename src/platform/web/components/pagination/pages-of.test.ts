import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesOf } from './pagination.ts'

const href = (page: number): string => `?page=${page}`

const labels = (current: number, last: number): readonly (string | undefined)[] =>
  [...String(pagesOf({ current, last, href })).matchAll(/aria-label="Page (\d+)"|(&ctdot;)/g)].map(
    ([, page, gap]) => page ?? gap,
  )

test('a list on one page needs no pagination', () => {
  assert.equal(pagesOf({ current: 1, last: 1, href }), null)
  assert.equal(pagesOf({ current: 1, last: 0, href }), null)
})

test('the ends and the pages beside this one are offered, with a mark where some are left out', () => {
  assert.deepEqual(labels(5, 9), ['1', '&ctdot;', '4', '5', '6', '&ctdot;', '9'])
  assert.deepEqual(labels(1, 3), ['1', '2', '3'])
  assert.deepEqual(labels(2, 4), ['1', '2', '3', '4'])
})

test('there is nothing before the first page and nothing after the last', () => {
  assert.doesNotMatch(String(pagesOf({ current: 1, last: 3, href })), /rel="prev"/)
  assert.doesNotMatch(String(pagesOf({ current: 3, last: 3, href })), /rel="next"/)
})
