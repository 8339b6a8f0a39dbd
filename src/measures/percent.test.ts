import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agrees, percentOf } from './percent.ts'

test('a percentage has one decimal and a half is rounded up', () => {
  assert.equal(percentOf(73, 82), '89.0')
  assert.equal(percentOf(1, 16), '6.3')
  assert.equal(percentOf(15, 16), '93.8')
  assert.equal(percentOf(0, 5), '0.0')
  assert.equal(percentOf(5, 5), '100.0')
  assert.equal(percentOf(1, 2000), '0.1')
  assert.equal(percentOf(1, 2001), '0.0')
})

test('a share of nothing is not a number', () => {
  assert.equal(percentOf(0, 0), null)
})

test('a published share agrees when a half was rounded either way, and not when it is a tenth off', () => {
  assert.ok(agrees(63, 1, 16))
  assert.ok(agrees(62, 1, 16))
  assert.ok(!agrees(64, 1, 16))
  assert.ok(!agrees(61, 1, 16))
})
