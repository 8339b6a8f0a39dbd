import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { after, commandsOf, detained, fileWith, suspectOf, theft } from '../../../test/support/referrals.ts'
import { eitherWay } from '../suspects/example.ts'
import type { ReferralCommand } from './commands.ts'
import { changesSince } from './since-sent.ts'

const { refer, accept, decided } = commandsOf('CASE2222')
type Now = Parameters<typeof changesSince>[1]['suspects'][number]
const proposed = { ...theft, facts: eitherWay, withdrawn: null }
const now = (change: Partial<Now> = {}): Now => ({
  number: 1,
  position: 'bailed',
  detentionEndsAt: null,
  charges: [proposed],
  proposed: [proposed],
  ...change,
})
function since(change: Partial<Now>, ...commands: readonly ReferralCommand[]): readonly string[] {
  const [referral] = after(...commands)?.referrals ?? []
  assert.ok(referral)
  return changesSince(referral, { suspects: [now(change)], material: [] })
}

test('while everything stands as it was sent there is nothing to say', () => {
  assert.deepEqual(since({}, refer()), [])
})

test('a charge that police propose or withdraw after they referred is told, until the suspect is decided on', () => {
  const another = { ...proposed, key: 'C2' }
  const change = { charges: [another], proposed: [{ ...proposed, withdrawn: 'No theft' }, another] }
  const told = [
    'Suspect 1: police proposed another charge, C2, Theft of pedal cycle.',
    'Suspect 1: police withdrew charge C1, Theft of pedal cycle.',
  ]
  assert.deepEqual(since(change, refer()), told)
  assert.deepEqual(since(change, refer(), accept()), told)
  assert.deepEqual(since(change, refer(), accept(), decided(1)), [])
})

test('a red referral whose suspect is released says so, and detention that was lengthened says until when', () => {
  const red = refer({
    file: fileWith({ category: 'red', suspects: [detained(1, parseInstant('2026-04-07T12:00:00.000Z'))] }),
  })
  assert.deepEqual(since({ position: 'bailed' }, red), [
    'Nobody in this red referral is in police detention any longer. Red is for a suspect in detention.',
    'Suspect 1: in police detention when it was sent, now on bail before charge.',
  ])
  const longer = { position: 'in-custody', detentionEndsAt: parseInstant('2026-04-07T18:00:00.000Z') } as const
  assert.match(since(longer, red).join(), /detention now ends/)
  assert.deepEqual(since({}, refer({ file: fileWith({ suspects: [suspectOf(1)] }) })), [])
})

test('material that came since it was sent, and what is not there any longer, is told by its number', () => {
  const [sent] = after(refer())?.referrals ?? []
  assert.ok(sent?.submissions[0])
  const material = ['M1', 'M2', 'M3'].map((key) => ({ key, title: 'Statement' }))
  const file = { ...sent.submissions[0].sent, material }
  const referral = { ...sent, submissions: [{ ...sent.submissions[0], sent: file }] }
  const held = (key: string, state: 'received' | 'missing' | 'requested') => ({ key, title: 'Statement', state })
  assert.deepEqual(
    changesSince(referral, {
      suspects: [now()],
      material: [held('M1', 'received'), held('M2', 'missing'), held('M4', 'received'), held('M5', 'requested')],
    }),
    ['M4 Statement: came onto the register.', 'M2 Statement: missing now.', 'M3 Statement: withdrawn now.'],
  )
})
