import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOffence } from '../offences/offence-list.ts'
import { commonOffences, seededPointsToProve } from './points-to-prove.ts'

test('the seed covers at least forty offences, and every one of them is on the CJS list and can be tried', () => {
  const codes = commonOffences()
  assert.ok(codes.length >= 40)
  assert.equal(new Set(codes).size, codes.length)
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

const keysOf = (code: string) => seededPointsToProve(code)?.elements.map(({ key }) => key) ?? []

test('an offence with a state of mind names it', () => {
  for (const [code, key] of [
    ['OF61102', 'mind'],
    ['CA03005', 'mind'],
    ['PK78008', 'mind'],
    ['CJ88115', 'knowledge'],
    ['PU86003', 'mind'],
    ['CD71039', 'mind'],
    ['SX03007', 'no-belief'],
  ] as const) {
    assert.ok(keysOf(code).includes(key), `${code} ${key}`)
  }
})

test('what it is for the suspect to prove is a defence, so that no material need prove the opposite', () => {
  for (const code of commonOffences()) {
    const points = seededPointsToProve(code)
    for (const { words } of points?.elements ?? [])
      assert.doesNotMatch(words, /for the suspect to (?:prove|show)/, code)
  }
  for (const code of ['PC53001', 'CJ88144', 'BA76001', 'PH97004', 'PU86149', 'SC15005', 'MD71210']) {
    assert.notDeepEqual(seededPointsToProve(code)?.defences, [], code)
  }
  assert.deepEqual(seededPointsToProve('TH68010')?.defences, [])
})
