import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKeys, soundOf, wordsOfName } from './name-keys.ts'
import { farness, misspellings, slipsBetween, soughtIn } from './name-match.ts'

test('a name is taken apart into words without accents or apostrophes', () => {
  assert.deepEqual(wordsOfName('Zoë O’Brien-Müller'), ['zoe', 'obrien', 'muller'])
  assert.deepEqual(wordsOfName(' ?! '), [])
})

test('words that sound alike have one sound', () => {
  for (const [one, other] of [
    ['philip', 'fillip'],
    ['stephen', 'steven'],
    ['knight', 'nite'],
    ['catherine', 'kathryn'],
    ['wright', 'rite'],
    ['schofield', 'skofield'],
    ['jeffrey', 'geoffrey'],
    ['bracken', 'braken'],
    ['teapot', 'teepott'],
    ['xavier', 'savier'],
  ] as const) {
    assert.equal(soundOf(one), soundOf(other), `${one}, ${other}`)
  }
  for (const [one, other] of [
    ['bracken', 'bramble'],
    ['kettle', 'candle'],
    ['teapot', 'toaster'],
  ] as const) {
    assert.notEqual(soundOf(one), soundOf(other), `${one}, ${other}`)
  }
})

test('a name is found by its words and by how they sound, and by no sound that is too short to tell', () => {
  assert.deepEqual(nameKeys(['Bracken Teapot', null]), ['bracken', '~brkn', 'teapot', '~tpt'])
  assert.deepEqual(nameKeys(['Jo Lee']), ['jo', 'lee'])
  assert.deepEqual(nameKeys([null, null]), [])
})

test('every slip of one letter is among the misspellings', () => {
  const all = new Set(misspellings('teapot'))
  for (const slip of ['tepot', 'teappot', 'teaput', 'taepot', 'eapot', 'teapo', 'teapots', 'xteapot']) {
    assert.ok(all.has(slip), slip)
    assert.equal(slipsBetween('teapot', slip), 1, slip)
  }
  assert.ok(!all.has('teapot'))
  assert.equal(slipsBetween('teapot', 'kettle'), 5)
  assert.equal(slipsBetween('', 'abc'), 3)
})

test('a short word is sought as it stands, a longer one also by its beginning', () => {
  assert.deepEqual(soughtIn('Li'), [{ word: 'li', keys: ['li'], begins: null }])
  assert.equal(soughtIn('Bra')[0]?.begins, 'bra')
  assert.ok((soughtIn('Brackin')[0]?.keys ?? []).includes('bracken'))
})

test('the name itself comes before a name that begins so, and that before a misspelling', () => {
  const far = (typed: string, name: string): number => farness(soughtIn(typed), name)
  assert.equal(far('teapot bracken', 'Bracken Teapot'), 0)
  assert.equal(far('teap', 'Bracken Teapot'), 0.5)
  assert.equal(far('taepot', 'Bracken Teapot'), 1)
  assert.ok(far('brack', 'Bracken Teapot') < far('brocken', 'Bracken Teapot'))
})
