import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deciders } from '../src/features.ts'
import { arbitraries } from './support/arbitraries.ts'
import { checkDeciderOnDatabase, checkDeciderPurely } from './support/decider-properties.ts'

test('every decider has random commands to be tried with', () => {
  const tried = new Set(arbitraries.map(({ decider }) => decider.kind))
  const untried = deciders.map(({ kind }) => kind).filter((kind) => !tried.has(kind))
  assert.deepEqual(untried, [], 'add these kinds to test/support/arbitraries.ts')
})

for (const arbitrary of arbitraries) {
  const { kind } = arbitrary.decider
  test(`${kind}: the same events give the same rows`, () => checkDeciderPurely(arbitrary))
  test(`${kind}: rows live, rebuilt and restored are the same`, () => checkDeciderOnDatabase(arbitrary, deciders))
}
