import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settable } from './set-text.ts'

test('ordinary words are set as they stand', () => {
  for (const text of ['', 'A bicycle was taken.', 'Łódź, Κόρινθος, Москва, שלום, مرحبا', 'x'.repeat(24)])
    assert.equal(settable(text), text)
})

test('every kind of line end is a line end', () => {
  assert.equal(settable('one\r\ntwo\rthree\u2028four\tfive'), 'one\ntwo\nthree\nfour five')
})

test('a word too long for any line may be broken, and never within what one letter is made of', () => {
  assert.equal(settable('x'.repeat(25)), `${'x'.repeat(12)}\u200B${'x'.repeat(12)}\u200Bx`)
  assert.equal(settable('e\u0301'.repeat(25)).split('\u200B')[0], 'e\u0301'.repeat(12))
})

test('what has no form is shown by its number, and so is what would turn the words that follow it', () => {
  assert.equal(settable('a\u0000b\u001Bc\u202Ed'), 'a[U+0000]b[U+001B]c[U+202E]d')
})

test('half a character becomes the sign for one that is not known', () => {
  assert.equal(settable('\uD800!'), '\uFFFD!')
})
