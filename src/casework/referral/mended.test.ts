import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, commandsOf, fileWith, suspectOf, theft } from '../../../test/support/referrals.ts'
import type { FileSent } from './case-referrals.ts'
import { changesBetween } from './mended.ts'
import { fileOf } from './standing.ts'

const { refer } = commandsOf('CASE2222')

function fileSent(change: Parameters<typeof fileWith>[0] = {}): FileSent {
  const [referral] = after(refer({ file: fileWith(change) }))?.referrals ?? []
  assert.ok(referral)
  return fileOf(referral)
}

test('a file that is sent again as it was has nothing mended', () => {
  assert.deepEqual(changesBetween(fileSent(), fileSent()), [])
})

test('what came, what is no longer lacking and what lacks now are told by their names', () => {
  const before = fileSent()
  const [first, ...rest] = before.gaps
  assert.ok(first)
  const mended = { ...before, gaps: rest, material: [{ key: 'M7', title: 'Statement of the manager' }] }
  const told = [
    'Came onto the register: M7 Statement of the manager.',
    `No longer lacking: ${first.what.toLowerCase()}.`,
  ]
  assert.deepEqual(
    changesBetween(before, mended).map((one) => one.replace('(mg5)', '(MG5)').toLowerCase()),
    told.map((one) => one.toLowerCase()),
  )
  assert.match(changesBetween(mended, before).join(' '), /Lacking now: .* It follows next week\./)
})

test('a file says who joined or left it, and what else was said anew', () => {
  const changed = fileSent({
    suspects: [suspectOf(1, { charges: [theft, { ...theft, key: 'C2' }] }), suspectOf(2)],
    plea: 'guilty',
    supervisorComments: 'The statement is there now.',
  })
  assert.deepEqual(
    changesBetween(fileSent(), changed).filter((one) => !/lacking/i.test(one)),
    [
      'The supervisor’s comments were changed.',
      'Plea expected: Guilty; it was Not guilty.',
      'Suspect 2 is referred, too.',
      'Suspect 1: the proposed charges were changed.',
    ],
  )
  assert.match(changesBetween(changed, fileSent()).join(' '), /Suspect 2 is no longer referred\./)
})
