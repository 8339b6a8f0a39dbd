import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOffence } from '../offences/offence-list.ts'
import { commonOffences, seededPointsToProve } from './points-to-prove.ts'

test('the seed covers at least forty offences, and every one of them is on the CJS list and can be tried', () => {
  const codes = new Set(commonOffences())
  assert.ok(codes.size >= 40)
  for (const code of codes) assert.ok(findOffence(code)?.modeOfTrial, code)
})

test('every definition names its statute and says that the area’s lawyers must check it', () => {
  for (const code of commonOffences()) {
    const points = seededPointsToProve(code)
    assert.match(points?.source ?? '', /to be checked by the area’s lawyers/)
    assert.equal(points?.confidence, 'unconfirmed')
    assert.match(points?.statute ?? '', /Act \d{4}$|Common law/, code)
  }
})

test('no definition has the same key twice', () => {
  for (const code of commonOffences()) {
    const keys = seededPointsToProve(code)?.elements.map(({ key }) => key) ?? []
    assert.equal(new Set(keys).size, keys.length, code)
  }
})

test('theft from a shop has the five elements of theft; an offence outside the seed has none', () => {
  assert.deepEqual(
    seededPointsToProve('TH68010')?.elements.map(({ key }) => key),
    ['appropriated', 'property', 'belonging-to-another', 'dishonesty', 'permanent-deprivation'],
  )
  assert.equal(seededPointsToProve('AB06001'), null)
})
