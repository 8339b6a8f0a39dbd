import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalised } from './fixtures.ts'

test('order of attributes, entities and white space that is not shown make no difference', () => {
  assert.equal(
    normalised('<p class="a"\n id="b">\n  It&#39;s\n  so\n</p>'),
    normalised(`<p id="b" class="a">It's so</p>`),
  )
})

test('a different attribute, word, element or order makes a difference', () => {
  const base = normalised('<p id="a">One <b>two</b></p>')
  for (const other of [
    '<p id="b">One <b>two</b></p>',
    '<p>One <b>two</b></p>',
    '<p id="a">One <b>three</b></p>',
    '<p id="a">One <i>two</i></p>',
    '<p id="a"><b>two</b> One</p>',
  ]) {
    assert.notEqual(normalised(other), base)
  }
})

test('a space between words and an inline element makes a difference, for it is shown', () => {
  assert.notEqual(normalised('<p>One<b>two</b></p>'), normalised('<p>One <b>two</b></p>'))
})
