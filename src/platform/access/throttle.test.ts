import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptOf, patienceWithEmail, waitSeconds } from './throttle.ts'

const key = Buffer.alloc(32, 7)
const addressKey = (address: string): string => attemptOf(key, 'a@b.example', address).address.key.toString('hex')

test('the first four failures cost nothing, the fifth half a minute, and each more twice as long up to a quarter hour', () => {
  const waits = [1, 4, 5, 6, 7, 9, 10, 1000].map((failures) => waitSeconds(failures, patienceWithEmail))
  assert.deepEqual(waits, [0, 0, 30, 60, 120, 480, 900, 900])
})

test('an email is the same however it is written', () => {
  const keyOf = (email: string): string => attemptOf(key, email, '192.0.2.1').email.key.toString('hex')
  assert.equal(keyOf('Ada@Office.example '), keyOf('ada@office.example'))
  assert.notEqual(keyOf('ada@office.example'), keyOf('bob@office.example'))
})

test('addresses of one IPv6 network count as one, and an IPv4 address is itself however it is written', () => {
  assert.equal(addressKey('2001:db8:1:2::5'), addressKey('2001:0db8:1:2:ffff::9'))
  assert.notEqual(addressKey('2001:db8:1:2::5'), addressKey('2001:db8:1:3::5'))
  assert.equal(addressKey('::ffff:192.0.2.1'), addressKey('192.0.2.1'))
  assert.notEqual(addressKey('192.0.2.1'), addressKey('192.0.2.2'))
})
