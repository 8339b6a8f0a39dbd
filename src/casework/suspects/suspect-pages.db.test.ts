import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../../agencies/roles.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { caseSite, mayAll, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import { act, day, hidden, nameOne } from '../../../test/support/suspect-forms.ts'
import type { Browser } from '../../../test/support/web.ts'
import { investigation } from '../investigation/investigation.ts'
import { readSuspects } from './read-suspects.ts'

const site = await caseSite()
const may = [...mayAll, 'suspect.record', 'charge.police']
const atDesk = (): Browser => site.signedIn(may, officer)
const viewer = { ...officer, permissions: may }
const read = (id: string) => site.installation.reading.as(viewer, (tx) => readSuspects(tx, id))

test('two officers who add a suspect at once both succeed, with different numbers', async () => {
  const id = 'SSPCT235'
  await recordCase(site.installation, id)
  const both = await Promise.all(
    ['Medlar Example', 'Sloe Example'].map((name) => nameOne(atDesk(), id, { 'suspect-name': name })),
  )
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [303, 303],
  )
  const suspects = await read(id)
  assert.deepEqual(
    suspects.map(({ number }) => number),
    [1, 2],
  )
  assert.deepEqual(new Set(suspects.map(({ name }) => name)), new Set(['Medlar Example', 'Sloe Example']))
})

test('a form that is sent twice names one suspect', async () => {
  const id = 'SSPCT236'
  await recordCase(site.installation, id)
  const browser = atDesk()
  const { body } = await browser.get(paths.deskCaseSuspectNew(id))
  const typed = {
    person: hidden(body, 'person'),
    who: 'new',
    'suspect-name': 'Medlar Example',
    reason: 'Seen on camera',
  }
  for (let sent = 0; sent < 2; sent += 1) {
    assert.equal((await browser.post(paths.deskCaseSuspectNew(id), typed)).statusCode, 303)
  }
  assert.equal((await read(id)).length, 1)
})

test('somebody who is in the case already becomes a suspect without a second record of them', async () => {
  const id = 'SSPCT237'
  await recordCase(site.installation, id)
  const browser = atDesk()
  assert.equal((await nameOne(browser, id, { who: `${id}-1`, 'suspect-name': '' })).statusCode, 303)
  const [one] = await read(id)
  assert.equal(one?.person, `${id}-1`)
  assert.equal(one?.name, 'Quince Example')
  assert.doesNotMatch((await browser.get(paths.deskCaseSuspectNew(id))).body, /Quince Example/)
})

test('the second of two officers is told what happened meanwhile and keeps what was typed', async () => {
  const id = 'SSPCT238'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  const address = paths.deskCaseSuspectAct(id, 1, 'eliminate')
  const seen = hidden((await browser.get(address)).body, 'seen')
  await act(browser, id, 'correct', { reason: 'Named by a witness', why: 'It was another camera' })
  const second = await browser.post(address, { seen, reason: 'Was elsewhere that day' })
  assert.equal(second.statusCode, 400)
  assert.match(textOf(second), /While you wrote, this happened in the case: suspect 1: reason for suspicion corrected/)
  assert.match(second.body, /Was elsewhere that day/)
  assert.equal((await act(browser, id, 'eliminate', { reason: 'Was elsewhere that day' })).statusCode, 303)
  assert.equal((await read(id))[0]?.track, 'eliminated')
  const page = await browser.get(paths.deskCaseSuspect(id, 1))
  assert.doesNotMatch(page.body, /suspects\/1\/arrest/, 'nothing more is recorded of somebody eliminated')
  assert.equal((await act(browser, id, 'bring-back', { reason: 'The alibi was false' })).statusCode, 303)
  assert.equal((await read(id))[0]?.track, 'suspected')
})

test('an agency that is not on the case reads neither suspects nor what is owed about them', async () => {
  const id = 'SSPCT240'
  await recordCase(site.installation, id)
  await nameOne(atDesk(), id)
  const elsewhere = { ...officer, agency: 'hertfordshire-constabulary' }
  const stranger = site.signedIn(may, elsewhere)
  assert.equal((await stranger.get(paths.deskCaseSuspects(id))).statusCode, 404)
  assert.deepEqual(
    await site.installation.reading.as({ ...elsewhere, permissions: may }, (tx) => readSuspects(tx, id)),
    [],
  )
})

test('the log of who looked names the suspect and the person', async () => {
  const id = 'SSPCT241'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  await browser.get(paths.deskCaseSuspect(id, 1))
  const [one] = await read(id)
  const subjects = site.looks.at(-1)?.subjects ?? []
  assert.ok(subjects.includes(`suspect/${id}-S1`) && subjects.includes(`person/${one?.person}`))
})

test('who may read only is offered nothing and refused an act', async () => {
  const id = 'SSPCT242'
  await recordCase(site.installation, id)
  await nameOne(atDesk(), id)
  const reader = site.signedIn(['case.read', 'duties.read'], officer)
  const { body } = await reader.get(paths.deskCaseSuspect(id, 1))
  assert.doesNotMatch(body, /suspects\/1\//)
  assert.equal((await reader.get(paths.deskCaseSuspectAct(id, 1, 'arrest'))).statusCode, 403)
  assert.equal((await reader.get(paths.deskCaseSuspectAct(id, 1, 'toString'))).statusCode, 404)
})

test('the prosecutor to whom the case was shared reads the suspect and may record nothing of them', async () => {
  const id = 'SSPCT246'
  await recordCase(site.installation, id)
  await nameOne(atDesk(), id)
  const at = parseInstant('2026-04-07T09:00:00.000Z')
  const prosecutors = 'cps-thames-and-chiltern'
  const share = { type: 'ShareCase', agency: prosecutors, why: 'Referred', at, by: 'officer' } as const
  await site.installation.record.perform(investigation, id, share, { actor: 'officer', at })
  const held = roles.prosecutor.permissions
  const prosecutor = site.signedIn(held, { account: 'prosecutor', agency: prosecutors, unit: 'charging' })
  const page = await prosecutor.get(paths.deskCaseSuspect(id, 1))
  assert.match(textOf(page), /Medlar Example/)
  assert.doesNotMatch(page.body, /suspects\/1\//)
  assert.equal((await prosecutor.get(paths.deskCaseSuspectAct(id, 1, 'arrest'))).statusCode, 403)
  assert.equal((await prosecutor.get(paths.deskCaseSuspectNew(id))).statusCode, 403)
})

test('who a suspect is can be put right with a reason, once the name is known', async () => {
  const id = 'SSPCT247'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id, { 'suspect-name': 'Man in a red coat' })
  const address = paths.deskCaseSuspectAct(id, 1, 'details')
  assert.match((await browser.get(address)).body, /value="Man in a red coat"/)
  const typed = { 'person-name': 'Medlar Example', ...day('person-born', '1991-03-02') }
  const without = await browser.post(address, typed)
  assert.equal(without.statusCode, 400)
  assert.match(textOf(without), /Enter why this is corrected/)
  assert.equal((await browser.post(address, { ...typed, reason: 'Identified' })).statusCode, 303)
  assert.match(textOf(await browser.get(paths.deskCaseSuspect(id, 1))), /Medlar Example.*Date of birth 2 March 1991/)
  const record = textOf(await browser.get(paths.deskCaseRecord(id)))
  assert.match(record, /Corrected: name, date of birth Reason: Identified/)
  assert.doesNotMatch(record, /red coat/, 'what stood before is in the stream of the person, and nowhere else')
})
