import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, mayAll, officer, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'
import { isCaseId } from '../investigation/case-heading.ts'
import { newCaseId } from './new-case-id.ts'

const site = await caseSite()
const browser = site.signedIn(mayAll, officer)

const typed = {
  'reported-day': '7',
  'reported-month': '4',
  'reported-year': '2026',
  'reported-time': '9:15am',
  unit: 'investigations',
  reporter: 'victim',
  victims: '1',
  'victim-1-name': 'Quince Example',
  'victim-1-phone': '01632 960011',
  what: 'The bicycle was gone and the lock lay cut on the ground.',
  where: 'Example Road station',
  'from-day': '6',
  'from-month': '4',
  'from-year': '2026',
  'offence-words': 'TH68006',
  do: 'record',
}

const send = (change: Record<string, string | readonly string[]> = {}) =>
  browser.post(paths.deskCaseNew, { id: newCaseId(), ...typed, ...change })

test('a number of a case is one that nobody mishears and nobody guesses', () => {
  const ids = Array.from({ length: 500 }, newCaseId)
  assert.ok(ids.every(isCaseId))
  assert.equal(new Set(ids).size, 500)
})

test('the form begins with now, the officer’s own unit and a number for the case', async () => {
  const page = await browser.get(paths.deskCaseNew)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /name="reported-time" type="text" value="10:30"/)
  assert.match(page.body, /<option value="investigations" selected>/)
  assert.match(page.body, /name="id" value="[2-9B-Z]{8}"/)
})

test('an allegation is recorded with its people, and its 24 hours start with the report', async () => {
  const answer = await send()
  assert.equal(answer.statusCode, 303)
  const page = await browser.get(String(answer.headers.location))
  const text = textOf(page)
  assert.match(text, /The allegation is recorded/)
  assert.match(
    text,
    /Ready to decide whether it is a crime Investigations, Thames Valley Police, by Wednesday 8 April 2026 at 9:15am/,
  )
  assert.match(text, /Suspected offence Theft of pedal cycle TH68006/)
  assert.match(text, /Reported by Quince Example/)
  assert.match(text, /When Monday 6 April 2026/)
})

test('a form that is sent twice records once', async () => {
  const id = newCaseId()
  const first = await send({ id })
  const second = await send({ id })
  assert.equal(second.headers.location, first.headers.location)
  const { rows } = await site.installation.pool.query('select count(*) as n from case_person where case_id = $1', [id])
  assert.equal(rows[0].n, 2)
})

test('nothing typed is lost when something is missing, and each error stands at its field', async () => {
  const page = await send({ where: '', 'victim-1-name': '', 'from-day': '', 'from-month': '', 'from-year': '' })
  assert.equal(page.statusCode, 400)
  const text = textOf(page)
  for (const words of [
    'Enter the victim’s name, or say that none can be named',
    'Enter where it happened',
    'Enter the day it happened, or the first day on which it may have',
  ]) {
    assert.equal(text.split(words).length, 3, `“${words}” at the top and at the field`)
  }
  assert.match(page.body, /The bicycle was gone and the lock lay cut on the ground\.<\/textarea>/)
  assert.match(page.body, /value="01632 960011"/)
})

test('times are those of a London clock: none that has not come, and none that the clocks went over', async () => {
  assert.match(textOf(await send({ 'reported-time': '10:31' })), /must not be at a time that has not come yet/)
  assert.match(textOf(await send({ 'reported-time': 'late' })), /Enter a real time/)
  const skipped = { 'reported-day': '29', 'reported-month': '3', 'reported-time': '01:30' }
  assert.match(textOf(await send(skipped)), /the clocks went forward over it/)
  assert.match(textOf(await send({ 'from-day': '8' })), /must not have begun after it was reported/)
  const before = { 'to-day': '5', 'to-month': '4', 'to-year': '2026' }
  assert.match(textOf(await send(before)), /The last day must not be before the first/)
})

test('offences are looked up without a script, and everything typed comes back', async () => {
  const page = await send({ do: 'find-offence', 'offence-words': 'shoplifting' })
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /Offences found by “shoplifting” Theft from a shop TH68010 · Either way/)
  assert.match(page.body, /value="Quince Example"/)
  const nothing = await send({ do: 'find-offence', 'offence-words': 'xyzzy' })
  assert.match(textOf(nothing), /No offence is found by “xyzzy”/)
})

test('words without a choice are asked about; a choice, none of these, or no words are taken', async () => {
  const asked = { 'offence-words': 'shoplifting' }
  const unclear = await send(asked)
  assert.equal(unclear.statusCode, 400)
  assert.match(textOf(unclear), /Choose the suspected offence, or “None of these”/)
  assert.match(unclear.body, /value="TH68010"/)
  for (const [change, offence] of [
    [{ ...asked, 'offence-asked': 'shoplifting', offence: 'TH68010' }, 'Theft from a shop TH68010'],
    [{ ...asked, 'offence-asked': 'shoplifting', offence: 'none' }, 'Not clear yet'],
    [{ 'offence-words': '' }, 'Not clear yet'],
  ] as const) {
    const answer = await send(change)
    assert.equal(answer.statusCode, 303)
    assert.match(textOf(await browser.get(String(answer.headers.location))), new RegExp(`Suspected offence ${offence}`))
  }
})

test('a choice for other words than those that stand there does not count', async () => {
  const stale = { 'offence-words': 'murder', 'offence-asked': 'shoplifting', offence: 'TH68010' }
  assert.equal((await send(stale)).statusCode, 400)
})

test('victims are added one by one, and room that stays empty holds nobody', async () => {
  const page = await send({ do: 'add-victim' })
  assert.equal(page.statusCode, 200)
  assert.match(textOf(page), /Victim 2/)
  const answer = await send({
    victims: '3',
    'victim-2-name': 'Tansy Example',
    'victim-2-born-day': '1',
    'victim-2-born-month': '5',
    'victim-2-born-year': '2008',
    'victim-2-rights': ['intimidated'],
  })
  assert.equal(answer.statusCode, 303)
  const people = textOf(await browser.get(`${String(answer.headers.location).split('?')[0]}/people`))
  assert.match(people, /Victim 1, who reported it .* Quince Example .* Standard/)
  assert.match(people, /Victim 2 .*Tansy Example .*Enhanced Intimidated: .* Under 18/)
  assert.doesNotMatch(people, /Victim 3/)
})

test('who was 18 on the first day on which it may have happened is no child', async () => {
  const born = { 'victim-1-born-day': '6', 'victim-1-born-month': '4', 'victim-1-born-year': '2008' }
  const answer = await send(born)
  const people = textOf(await browser.get(`${String(answer.headers.location).split('?')[0]}/people`))
  assert.doesNotMatch(people, /Under 18/)
})

test('somebody else or nobody may have reported it, with no victim who can be named', async () => {
  const other = { reporter: 'other', 'reporter-name': 'Bracken Example', 'no-victim': 'yes' }
  const page = textOf(await browser.get(String((await send(other)).headers.location)))
  assert.match(page, /Victims None that can be named .*Reported by Bracken Example/)
  const nobody = textOf(await browser.get(String((await send({ reporter: 'nobody' })).headers.location)))
  assert.match(nobody, /Reported by Somebody who gave no name/)
  assert.match(textOf(await send({ 'no-victim': 'yes' })), /there is no victim who can be named/)
})

test('a form that lost the number of its case is not taken', async () => {
  assert.equal((await send({ id: '../../etc' })).statusCode, 400)
})

test('only who may record is let in, and only for a force of the area', async () => {
  assert.equal((await site.browser().get(paths.deskCaseNew)).statusCode, 303)
  const reader = site.signedIn(['case.read'], officer)
  assert.equal((await reader.get(paths.deskCaseNew)).statusCode, 403)
  const nowhere = site.signedIn(mayAll, { ...officer, agency: 'elsewhere' })
  assert.equal((await nowhere.get(paths.deskCaseNew)).statusCode, 404)
})

test('no person’s name stands in the title or the address of a page', async () => {
  const answer = await send()
  const address = String(answer.headers.location)
  for (const page of ['', '/people', '/record', '/crime', '/investigate']) {
    const { body } = await browser.get(address.split('?')[0] + page)
    assert.doesNotMatch(/<title>(.*?)<\/title>/s.exec(body)?.[1] ?? 'Quince', /Quince/)
  }
  assert.doesNotMatch(address, /Quince/i)
})

test('people are in streams of their own, sealed, and the case holds their ids', async () => {
  const { rows } = await site.installation.pool.query(
    `select stream, payload from entry where stream like 'person/%' or stream like 'investigation/%'`,
  )
  assert.ok(rows.some(({ stream }) => stream.startsWith('person/')))
  for (const { payload } of rows) assert.ok(!payload.toString('utf8').includes('Example'))
  assert.equal(force, officer.agency)
})

test('times of day are kept where they are known', async () => {
  const answer = await send({ 'from-time': '2pm', 'to-time': '4:15pm' })
  const text = textOf(await browser.get(String(answer.headers.location)))
  assert.match(text, /When Between Monday 6 April 2026 at 2pm and Monday 6 April 2026 at 4:15pm/)
  for (const [change, error] of [
    [{ 'from-time': '25:00' }, /Enter a real time/],
    [{ 'from-time': '4pm', 'to-time': '3pm' }, /It must not end before it began/],
    [{ 'from-day': '7', 'from-time': '9:16am' }, /It must not have begun after it was reported/],
    [{ 'from-day': '29', 'from-month': '3', 'from-time': '1:30am' }, /the clocks went forward over it/],
  ] as const) {
    const refused = await send(change)
    assert.equal(refused.statusCode, 400)
    assert.match(textOf(refused), error)
  }
})

test('somebody who is in another case is looked up by name and birth, chosen, and is the same person in both', async () => {
  const born = { 'victim-1-born-day': '28', 'victim-1-born-month': '2', 'victim-1-born-year': '1990' }
  await send({ 'victim-1-name': 'Bracken Sampleton', ...born })
  const asked = { do: 'find-victim-1', 'victim-1-name': 'Braken Sampleton' }
  const found = await send(asked)
  assert.equal(found.statusCode, 200)
  assert.match(textOf(found), /Bracken Sampleton Born 28 February 1990 None of them: somebody new/)
  assert.match(found.body, /value="Braken Sampleton"/)
  const known = /name="victim-1-is" type="radio" value="([0-9a-f-]{36})"/.exec(found.body)?.[1] ?? ''
  assert.ok(
    site.looks.some(({ what, subjects }) => what === 'People found by name' && subjects.includes(`person/${known}`)),
  )

  const other = { ...born, 'victim-1-born-year': '1991' }
  assert.match(textOf(await send({ ...asked, ...other })), /Nobody in your cases has a name like this/)

  const answer = await send({ 'victim-1-name': 'Braken Sampleton', 'victim-1-is': known })
  assert.equal(answer.statusCode, 303)
  assert.match(textOf(await browser.get(String(answer.headers.location))), /Victims Bracken Sampleton/)
  const { rows } = await site.installation.pool.query(
    `select count(distinct case_id) as n from case_person where person = $1 and role = 'victim'`,
    [known],
  )
  assert.equal(rows[0].n, 2)
})

test('somebody of another force’s case is not found, and cannot be chosen by their id', async () => {
  const elsewhere = site.signedIn(mayAll, { ...officer, agency: 'hertfordshire-constabulary' })
  const there = { id: newCaseId(), ...typed, unit: '', 'victim-1-name': 'Hawthorn Elsewhere' }
  assert.equal((await elsewhere.post(paths.deskCaseNew, there)).statusCode, 303)
  const { rows } = await site.installation.pool.query(`select id from person where name = 'Hawthorn Elsewhere'`)
  const wanted = { 'victim-1-name': 'Hawthorn Elsewhere' }
  assert.match(textOf(await send({ ...wanted, do: 'find-victim-1' })), /Nobody in your cases has a name like this/)
  await send({ ...wanted, 'victim-1-is': rows[0].id })
  const people = await site.installation.pool.query(`select id from person where name = 'Hawthorn Elsewhere'`)
  assert.equal(people.rows.length, 2, 'somebody new was recorded')
})
