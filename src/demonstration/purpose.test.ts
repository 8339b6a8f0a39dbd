import assert from 'node:assert/strict'
import { test } from 'node:test'
import { installationPurpose } from './purpose.ts'

test('the first start decides what an installation is for', () => {
  assert.deepEqual(installationPurpose.decide({ type: 'DeclarePurpose', purpose: 'work' }, { purpose: null }), [
    { type: 'PurposeDeclared', purpose: 'work' },
  ])
})

test('an installation for work never becomes a demonstration', () => {
  assert.deepEqual(
    installationPurpose.decide({ type: 'DeclarePurpose', purpose: 'demonstration' }, { purpose: 'work' }),
    [],
  )
})

test('real work is refused on top of the demonstration', () => {
  assert.throws(
    () => installationPurpose.decide({ type: 'DeclarePurpose', purpose: 'work' }, { purpose: 'demonstration' }),
    { name: 'Refusal', code: 'installation.is-demonstration' },
  )
})
