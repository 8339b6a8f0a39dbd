import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailFault, nameFault } from './name-and-email.ts'

test('a name is of any alphabet, at most 100 characters, and shows all that is in it', () => {
  for (const name of ['Zoë O’Brien-Şahin', '李明', 'a'.repeat(100)]) assert.equal(nameFault(name), null, name)
  for (const name of ['', 'a'.repeat(101), 'Ada\u001B[31m', 'Ada\nBob', 'Ada\u202Ereganam']) {
    assert.notEqual(nameFault(name), null, JSON.stringify(name))
  }
})

test('an email address has something on both sides of one @, and no sign that looks like another', () => {
  for (const email of ['ada@office.example', "o'brien@office.example", 'a+b@c']) {
    assert.equal(emailFault(email), null, email)
  }
  for (const email of [
    '',
    'ada',
    'ada@',
    '@office',
    'a@b@c',
    'a b@c',
    'аda@office.example',
    'ada@\u0130ffice',
    'a\u0000@b',
  ]) {
    assert.notEqual(emailFault(email), null, JSON.stringify(email))
  }
})
