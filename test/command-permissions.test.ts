import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgencyKind, agencyKinds } from '../src/agencies/agency.ts'
import { permissions } from '../src/agencies/permissions.ts'
import { roles } from '../src/agencies/roles.ts'
import { deciders } from '../src/features.ts'
import { byReaction } from '../src/platform/record/decider.ts'
import { NotAllowed, checkMayOrder } from '../src/platform/web/permission.ts'

// Who may order what, over every command of every kind of stream that a case is made of. The server asks the same
// function before it performs any command, whatever page or message it came by.

/** Whose work the permission is. What is not here is nobody's to order on a case. */
const worksOf: Readonly<Record<string, readonly AgencyKind[]>> = {
  'case.record': ['police-force'],
  'case.decide': ['police-force'],
  'suspect.record': ['police-force'],
  'material.record': ['police-force'],
  'case.refer': ['police-force'],
  'charge.police': ['police-force'],
  'case.restrict': ['police-force', 'cps-area'],
  'material.request': ['police-force', 'cps-area'],
  'referral.triage': ['cps-area'],
  'charging.advise': ['cps-area'],
  'charging.decide': ['cps-area'],
  'charging.points': ['cps-area'],
  'api.administer': agencyKinds,
}

const ofCases = deciders.filter(({ permissions: needed }) => needed !== undefined)
const commands = ofCases.flatMap((decider) =>
  Object.entries(decider.permissions ?? {}).map(([type, permission]) => ({ decider, type, permission })),
)

test('every kind of stream that a case is made of says who may order each of its commands', () => {
  const kinds = ofCases.map(({ kind }) => kind)
  for (const kind of ['investigation', 'person']) assert.ok(kinds.includes(kind), kind)
  for (const { decider, type, permission } of commands) {
    if (permission === byReaction) continue
    assert.ok(Object.hasOwn(permissions, permission), `${decider.kind} ${type}: ${permission} is no permission`)
    assert.ok(Object.hasOwn(worksOf, permission), `${decider.kind} ${type}: whose work is ${permission}?`)
  }
})

/** True when the server would let somebody in this role order the command. */
function mayOrder(held: readonly string[], { decider, type }: (typeof commands)[number]): boolean {
  try {
    checkMayOrder({ permissions: held }, decider, { type })
    return true
  } catch (error) {
    assert.ok(error instanceof NotAllowed)
    return false
  }
}

for (const [name, role] of Object.entries(roles)) {
  test(`${role.title}: orders what is the work of the agency, and nothing else`, () => {
    const kinds: readonly AgencyKind[] = role.heldIn
    for (const command of commands) {
      const { decider, type, permission } = command
      const theirs = kinds.every((kind) => worksOf[permission]?.includes(kind))
      if (mayOrder(role.permissions, command)) assert.ok(theirs, `${name} may order ${decider.kind} ${type}`)
    }
  })
}

test('no role of the CPS may order an investigative step', () => {
  const investigative = commands.filter(({ permission }) => worksOf[permission]?.join() === 'police-force')
  assert.ok(investigative.length >= 8)
  const ofTheCps = Object.entries(roles).filter(([, { heldIn }]) => heldIn.some((kind) => kind === 'cps-area'))
  assert.ok(ofTheCps.length >= 4)
  for (const [name, { permissions: held }] of ofTheCps) {
    for (const command of investigative) {
      assert.ok(!mayOrder(held, command), `${name} may order ${command.decider.kind} ${command.type}`)
    }
  }
})

test('every command that is not a reaction can be ordered by some role, and a reaction by none', () => {
  for (const command of commands) {
    const byWhom = Object.values(roles).filter(({ permissions: held }) => mayOrder(held, command))
    if (command.permission === byReaction) assert.equal(byWhom.length, 0, command.type)
    else assert.ok(byWhom.length > 0, `nobody may order ${command.type}`)
  }
})

test('a command that its kind does not list is refused to everybody', () => {
  const all = Object.keys(permissions)
  for (const decider of ofCases) assert.ok(!mayOrder(all, { decider, type: 'toString', permission: '' }), decider.kind)
})
