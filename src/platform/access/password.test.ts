import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword, newOneTimePassword, passwordFault } from './password.ts'

const fault = (password: string): string | null => passwordFault(password, 'ada.byron@office.example')

test('a password of 12 characters will do and one of 11 will not', () => {
  assert.equal(fault('correct hors'), null)
  assert.match(fault('correct hor') ?? '', /at least 12/)
})

test('a password of 200 characters will do and one of 201 will not', () => {
  assert.equal(fault('abcde'.repeat(40)), null)
  assert.match(fault(`${'abcde'.repeat(40)}f`) ?? '', /at most 200/)
})

test('a password with only a few different characters, or with the email address in it, will not do', () => {
  assert.match(fault('aaaaaaaaaaaa1234'.replaceAll(/\d/g, 'b')) ?? '', /different characters/)
  assert.match(fault('I am Ada.Byron, hello') ?? '', /email address/)
})

test('a password is itself and no other, however its characters are composed', async () => {
  const hash = await hashPassword('café with milk')
  assert.match(hash, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  assert.equal(await isPassword('cafe\u0301 with milk', hash), true)
  assert.equal(await isPassword('cafe with milk', hash), false)
  assert.equal(await isPassword('x'.repeat(100_000), hash), false)
})

test('where there is no password no password is the right one', async () => {
  assert.equal(await isPassword('a password that nobody has', null), false)
  assert.equal(await isPassword('', null), false)
})

test('one-time passwords differ and would do as passwords', () => {
  const some = Array.from({ length: 100 }, newOneTimePassword)
  assert.equal(new Set(some).size, 100)
  assert.ok(some.every((one) => fault(one) === null))
})
