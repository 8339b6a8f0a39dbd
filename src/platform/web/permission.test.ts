import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownAddress } from './permission.ts'

test('an address of ours is kept with its query', () => {
  assert.equal(ownAddress('/desk/duties?kind=notice&page=2'), '/desk/duties?kind=notice&page=2')
})

test('nothing that could lead to another site is an address of ours', () => {
  for (const text of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'desk',
    '',
    null,
    ['/desk'],
  ]) {
    assert.equal(ownAddress(text), null, String(text))
  }
})
