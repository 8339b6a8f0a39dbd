import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addSeconds, parseInstant } from '../../calendar/instant.ts'
import { throttleBy } from '../throttle.ts'
import { digestOf, itemId, messageId } from './digest.ts'
import { mergeOn } from './merge.ts'
import { type MessageCommand, type Receipt, message } from './message.ts'
import { type SentItem, type SentItemCommand, sentItem } from './sent-item.ts'

const at = parseInstant('2026-04-07T09:30:00.000Z')
const by = 'api:t1'

const received: MessageCommand = {
  type: 'ReceiveMessage',
  id: 'force:1',
  agency: 'force',
  token: by,
  operation: 'recordAllegation',
  bodySha256: digestOf({ a: 1 }),
  answer: { status: 201, body: { case: '7KQ2M9XD' } },
  at,
  by,
}

const receiptOf = (command: MessageCommand): Receipt | null =>
  message.decide(command, null).reduce<Receipt | null>((before, event) => message.evolve(before, event), null)

test('a message is received once, and its receipt keeps what was answered', () => {
  const receipt = receiptOf(received)
  assert.deepEqual(receipt?.answer, received.answer)
  const refused = { name: 'Refusal', code: 'message.received-already' }
  assert.throws(
    () => message.decide({ ...received, answer: { status: 201, body: { case: '8KQ2M9XD' } } }, receipt),
    refused,
  )
})

test('a key that came with another message, or for another operation, is refused as such', () => {
  const refused = { name: 'Refusal', code: 'message.key-used' }
  for (const change of [{ bodySha256: digestOf({ a: 2 }) }, { operation: 'decideCrime' }]) {
    assert.throws(() => message.decide({ ...received, ...change }, receiptOf(received)), refused)
  }
})

const version = (sequence: number, expects: number | null): SentItemCommand => ({
  type: 'TakeInVersion',
  agency: 'force',
  kind: 'material',
  reference: 'EX-1',
  sequence,
  bodySha256: digestOf(sequence),
  caseId: '7KQ2M9XD',
  item: 'M1',
  said: {},
  expects,
  at,
  by,
})

const after = (...all: readonly SentItemCommand[]): SentItem | null =>
  all.reduce<SentItem | null>(
    (state, one) => sentItem.decide(one, state).reduce((before, event) => sentItem.evolve(before, event), state),
    null,
  )

test('a version is taken in on top of the one that it was looked at with, and may leave numbers out', () => {
  assert.equal(after(version(1, null), version(2, 1), version(7, 2))?.sequence, 7)
})

test('of a version that was taken in before that was remembered, nothing is known of what it said', () => {
  const [event] = sentItem.decide(version(1, null), null)
  assert.ok(event)
  const { said: _, ...old } = event
  const before = sentItem.evolve(null, old)
  assert.equal(mergeOn(before?.said ?? assert.fail()).take('/where', 'A', null), 'A')
})

test('a version is refused when another came in between, and never goes back', () => {
  const refused = { name: 'Refusal', code: 'message.overtaken' }
  assert.throws(() => after(version(1, null), version(2, null)), refused)
  assert.throws(() => after(version(3, null), version(4, 2)), refused)
  assert.throws(() => after(version(1, 1)), refused)
  assert.throws(() => after(version(3, null), version(3, 3)), refused)
  assert.throws(() => after(version(3, null), version(2, 3)), refused)
})

test('the same content has the same digest however it is laid out, and other content another', () => {
  assert.equal(digestOf({ a: 1, b: [null, 'x'] }), digestOf({ b: [null, 'x'], a: 1 }))
  assert.notEqual(digestOf({ a: 1 }), digestOf({ a: '1' }))
  assert.notEqual(digestOf([1, 2]), digestOf([2, 1]))
})

test('agencies and kinds of thing do not share keys and references', () => {
  assert.notEqual(messageId('force', 'key-1'), messageId('other', 'key-1'))
  assert.notEqual(itemId('force', 'case', '1'), itemId('force', 'suspect', '1'))
  assert.notEqual(itemId('force', 'case', '1'), itemId('other', 'case', '1'))
})

test('a token may send so many at once, then so many a second, and each token by itself', () => {
  const wait = throttleBy({ atOnce: 2, perSecond: 0.5 })
  assert.deepEqual([wait('a', at), wait('a', at), wait('a', at), wait('b', at)], [null, null, 2, null])
  assert.equal(wait('a', addSeconds(at, 1.999)), 1)
  assert.equal(wait('a', addSeconds(at, 2)), null)
  assert.equal(wait('a', addSeconds(at, 2)), 2)
  // However long it was quiet, no more than that many at once.
  const later = addSeconds(at, 3600)
  assert.deepEqual([wait('a', later), wait('a', later), wait('a', later)], [null, null, 2])
})
