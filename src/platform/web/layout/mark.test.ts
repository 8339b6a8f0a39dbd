import assert from 'node:assert/strict'
import { test } from 'node:test'
import { favicon, mark } from './mark.ts'

test('the mark is ten dots, one of them filled', () => {
  for (const markup of [String(mark()), favicon()]) {
    assert.equal(markup.match(/<circle/g)?.length, 10)
    assert.equal(markup.match(/<circle[^>]*fill="none"/g)?.length, 9)
    assert.doesNotMatch(markup, /style=/)
  }
})
