import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from './permissions.ts'
import { roles } from './roles.ts'

test('every permission is held by some role', () => {
  const held = new Set<string>(Object.values(roles).flatMap((role) => role.permissions))
  assert.deepEqual(
    Object.keys(permissions).filter((permission) => !held.has(permission)),
    [],
  )
})

test('no role is held both by those who investigate and by those who hold them to account', () => {
  const own = ['data-protection-officer', 'administrator', 'area-administrator', 'performance-analyst']
  for (const [name, { heldIn }] of Object.entries(roles)) {
    if (own.includes(name)) continue
    const kinds: readonly string[] = heldIn
    assert.ok(!(kinds.includes('police-force') && kinds.includes('local-policing-body')), name)
  }
})

test('who administers accounts does not by that see who looked at whose data', () => {
  for (const name of ['administrator', 'area-administrator'] as const) {
    const may: readonly string[] = roles[name].permissions
    assert.ok(!may.includes('looks.read'))
  }
})
