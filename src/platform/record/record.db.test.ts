import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import type { Decider } from './decider.ts'

type Counter = { readonly total: number }
type Add = { readonly type: 'Add'; readonly amount: number }
type Added = { readonly type: 'Added'; readonly amount: number }

const counter: Decider<Counter, Add, Added> = {
  kind: 'counter',
  initial: { total: 0 },
  decide: ({ amount }) => [{ type: 'Added', amount }],
  evolve: ({ total }, { amount }) => ({ total: total + amount }),
  rows: () => ({}),
}

const act = { actor: 'test', at: '2026-04-07T09:30:00.000Z' }

test('two writers racing on one stream lose nothing', async () => {
  const { record } = await testInstallation([counter])
  await Promise.all(Array.from({ length: 40 }, () => record.perform(counter, 'a', { type: 'Add', amount: 1 }, act)))
  const { state, version } = await record.read(counter, 'a')
  assert.deepEqual({ state, version }, { state: { total: 40 }, version: 40 })
})
