import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, officer, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'
import { findOffence } from '../offences/offence-list.ts'
import { readPoints } from './read-points.ts'

const site = await caseSite()
const cps = { account: 'lawyer', agency: 'cps-thames-and-chiltern', unit: 'charging' }
const reader = site.signedIn(['case.read', 'charging.decide'], cps)
const lawyer = site.signedIn(['case.read', 'charging.points'], cps)
const theft = paths.deskPointsToProveOf('TH68010')
const fields = {
  version: '0',
  title: 'Theft',
  statute: 'Theft Act 1968',
  section: '1(1)',
  elements: 'The suspect appropriated something\nIt was the suspect who did it',
  confidence: 'confirmed',
  reason: 'Identity was left out',
}

test('without words the list has the offences that are written down; with words any that these find', async () => {
  const all = textOf(await reader.get(paths.deskPointsToProve))
  assert.match(all, /103 offences have their points to prove written down/)
  assert.match(all, /Here are 1 to 25\. .*Affray/)
  assert.match(textOf(await reader.get(`${paths.deskPointsToProve}?page=99`)), /Here are 101 to 103\./)
  const found = textOf(await reader.get(`${paths.deskPointsToProve}?words=threaten+damage`))
  assert.match(found, /offences? found by “threaten damage”/)
  assert.match(textOf(await reader.get(`${paths.deskPointsToProve}?words=xqzv`)), /No offence is found/)
})

test('an offence says what must be proved, from where, and that it is unconfirmed', async () => {
  const text = textOf(await reader.get(theft))
  assert.match(text, /Theft, Theft Act 1968, section 1\(1\) Unconfirmed/)
  assert.match(text, /Source: drafted from the statute; to be checked by the area’s lawyers/)
  assert.doesNotMatch(text, /Change/)
})

test('an offence that nobody wrote down says so', async () => {
  assert.equal(findOffence('AB06001') !== null, true)
  assert.match(textOf(await reader.get(paths.deskPointsToProveOf('AB06001'))), /Nobody has written them yet/)
  assert.equal((await reader.get(paths.deskPointsToProveOf('ZZ99999'))).statusCode, 404)
})

test('only who may change points reaches the form', async () => {
  assert.equal((await reader.get(`${theft}/change`)).statusCode, 403)
  assert.equal((await site.signedIn(['case.read'], officer).get(`${theft}/change`)).statusCode, 403)
})

test('a wrong form keeps what was typed', async () => {
  const answer = await lawyer.post(`${theft}/change`, { ...fields, reason: '' })
  assert.equal(answer.statusCode, 400)
  assert.match(textOf(answer), /Enter the reason for the change/)
  assert.match(answer.body, /It was the suspect who did it/)
  const twice = await lawyer.post(`${theft}/change`, { ...fields, elements: 'The same\nThe same' })
  assert.equal(twice.statusCode, 409)
  assert.match(textOf(twice), /The same thing is to be proved twice/)
})

test('the area’s own points take the place of the draft, keep the keys of what is unchanged, and show their history', async () => {
  assert.equal((await lawyer.post(`${theft}/change`, fields)).statusCode, 303)
  const text = textOf(await lawyer.get(theft))
  assert.match(text, /Checked by lawyers .*It was the suspect who did it .*Version 1 .*Identity was left out/)
  const points = await site.installation.reading.as({ ...cps, permissions: ['case.read'] }, (tx) =>
    readPoints(tx, 'TH68010'),
  )
  assert.deepEqual(
    points?.elements.map(({ key }) => key),
    ['appropriated', 'area-1'],
  )
  const seen = { ...fields, version: '1' }
  const same = await lawyer.post(`${theft}/change`, seen)
  assert.match(textOf(same), /Nothing was changed/)
  assert.equal((await lawyer.post(`${theft}/change`, { ...seen, confidence: 'unconfirmed' })).statusCode, 303)
  assert.match(textOf(await lawyer.get(theft)), /Version 2 .*Version 1/)
})

test('the second of two lawyers is told that another version was saved, keeps what they typed, and may send it again', async () => {
  const mine = { ...fields, elements: 'My own words\nAnd more', reason: 'Mine' }
  const told = await lawyer.post(`${theft}/change`, mine)
  assert.equal(told.statusCode, 400)
  assert.match(textOf(told), /While you wrote, a colleague saved another version/)
  assert.match(told.body, /My own words/)
  const version = /name="version" value="(\d+)"/.exec(told.body)?.[1] ?? ''
  assert.equal((await lawyer.post(`${theft}/change`, { ...mine, version })).statusCode, 303)
})

test('defences in the statute stand apart from what must be proved', async () => {
  const text = textOf(await reader.get(paths.deskPointsToProveOf('PC53001')))
  assert.match(text, /The article was made or adapted .*Defences in the statute Lawful authority or reasonable excuse/)
})

test('who may not read cases reads no points', async () => {
  const rows = await site.installation.reading.as({ ...cps, permissions: ['duties.read'] }, (tx) =>
    tx.selectFrom('points_to_prove').select('code').execute(),
  )
  assert.deepEqual(rows, [])
})
