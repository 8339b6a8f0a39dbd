import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { roles } from '../../agencies/roles.ts'
import { paths } from '../../paths.ts'
import { caseSite, mayAll, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import type { Browser } from '../../../test/support/web.ts'
import { investigation } from '../investigation/investigation.ts'
import { readSuspects } from './read-suspects.ts'
import { suspect } from './suspect.ts'

const site = await caseSite()
const may = [...mayAll, 'suspect.record', 'charge.police']
const atDesk = (): Browser => site.signedIn(may, officer)
const viewer = { ...officer, permissions: may }

const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const moment = (name: string, date: string, time: string) => ({ ...day(name, date), [`${name}-time`]: time })

/** The token that a form carries of how much had happened, and the id of its new person. */
const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

async function nameOne(browser: Browser, id: string, change: Record<string, string> = {}) {
  const address = paths.deskCaseSuspectNew(id)
  const { body } = await browser.get(address)
  const typed = { person: hidden(body, 'person'), seen: hidden(body, 'seen'), who: 'new', reason: 'Seen on camera' }
  return browser.post(address, { ...typed, 'suspect-name': 'Medlar Example', ...change })
}

/** Sends the form of an act as it begins, with what is typed over it. */
async function act(browser: Browser, id: string, name: string, typed: Record<string, string | string[]>, number = 1) {
  const address = paths.deskCaseSuspectAct(id, number, name)
  const { body, statusCode } = await browser.get(address)
  assert.equal(statusCode, 200, `${address} is not offered`)
  return browser.post(address, { seen: hidden(body, 'seen'), ...typed })
}

const read = (id: string) => site.installation.reading.as(viewer, (tx) => readSuspects(tx, id))

test('an officer takes a suspect from arrest over detention and bail to a charge', async () => {
  const id = 'SSPCT234'
  await recordCase(site.installation, id, { suspectedOffence: null })
  const browser = atDesk()
  assert.match(textOf(await browser.get(paths.deskCaseSuspects(id))), /Nobody is suspected yet/)
  const named = await nameOne(browser, id)
  assert.equal(named.statusCode, 303)
  assert.match(
    textOf(await browser.get(named.headers.location ?? '')),
    /The suspect is added.*Suspect 1 Medlar Example/,
  )

  const arrest = {
    ...moment('arrested', '2026-04-06', '23:00'),
    where: 'Example Road',
    'offence-words': 'TH68010',
    asn: '11/01ZD/01/410836V',
    pnc: '1979/0163001B',
  }
  const wrong = await act(browser, id, 'arrest', { ...arrest, asn: '11/01ZD/01/410836W' })
  assert.equal(wrong.statusCode, 400)
  assert.match(textOf(wrong), /its check letter is W and must be V/)
  assert.match(wrong.body, /value="Example Road"/)
  assert.equal((await act(browser, id, 'arrest', arrest)).statusCode, 303)

  const detained = await act(browser, id, 'detention', {
    ...moment('arrived', '2026-04-06', '23:30'),
    ...moment('authorised', '2026-04-06', '23:50'),
    grounds: 'To obtain evidence by questioning',
  })
  assert.equal(detained.statusCode, 303)
  const held = textOf(await browser.get(paths.deskCaseSuspect(id, 1)))
  assert.match(held, /In police detention/)
  // The clock of the site stands at 10:30 on 7 April: 13 of the 24 hours are left.
  assert.match(held, /13 hours left of police detention/)
  assert.match(held, /Tuesday 7 April 2026 at 11:30pm/)
  assert.doesNotMatch(held, /superintendent’s authority for up to 36 hours/, 'not before the second review')

  const late = await act(browser, id, 'review', moment('held', '2026-04-07', '06:00'))
  assert.equal(late.statusCode, 409)
  assert.match(textOf(late), /held after it was due.*Say why it was postponed/)
  const why = { ...moment('held', '2026-04-07', '06:00'), 'why-late': 'The inspector was called away' }
  assert.equal((await act(browser, id, 'review', why)).statusCode, 303)

  const bail = {
    ...moment('released', '2026-04-07', '10:00'),
    case: 'standard',
    conditions: 'Not to go to Example Road',
  }
  const tooLong = await act(browser, id, 'bail', { ...bail, ...day('ends', '2026-07-07') })
  assert.equal(tooLong.statusCode, 409)
  assert.match(textOf(tooLong), /Custody officer may let bail last until Monday 6 July 2026 and no longer/)
  assert.equal((await act(browser, id, 'bail', { ...bail, ...day('ends', '2026-07-06') })).statusCode, 303)

  const extension = { authoriser: 'inspector', ...day('on', '2026-04-07'), reason: 'Waiting for a forensic report' }
  const beyond = await act(browser, id, 'extend-bail', { ...extension, ...day('ends', '2026-10-07') })
  assert.equal(beyond.statusCode, 409)
  assert.match(textOf(beyond), /Inspector or above may let bail last until Tuesday 6 October 2026 and no longer/)
  assert.equal((await act(browser, id, 'extend-bail', { ...extension, ...day('ends', '2026-10-06') })).statusCode, 303)

  const charge = {
    'offence-words': 'CJ88116',
    ...day('from', '2026-04-06'),
    where: 'Example Road',
    particulars: 'Assaulted another by beating',
  }
  assert.equal((await act(browser, id, 'propose-charge', charge)).statusCode, 303)
  const asked = textOf(await browser.get(paths.deskCaseSuspect(id, 1)))
  assert.match(asked, /The prosecutor decides on this case/)
  assert.match(asked, /Tuesday 6 October 2026/, 'the time limit of the summary offence')
  const put = {
    charges: 'C1',
    ...moment('charged', '2026-04-07', '10:20'),
    how: 'in-person',
    'by-whom': 'Custody sergeant',
  }
  const refused = await act(browser, id, 'charge-by-police', put)
  assert.equal(refused.statusCode, 409)
  assert.match(textOf(refused), /Police may not charge this: the prosecutor must decide/)

  await act(browser, id, 'who-may-charge', { plea: 'not-guilty', suitable: 'yes', longer: 'no' })
  assert.match(textOf(await browser.get(paths.deskCaseSuspect(id, 1))), /Police may charge this case/)
  assert.equal((await act(browser, id, 'charge-by-police', put)).statusCode, 303)

  const [charged] = await read(id)
  assert.equal(charged?.track, 'charged')
  assert.equal(charged?.position, 'not-arrested')
  const duties = (charged?.duties ?? []).map(({ key, metAt, waived }) => [
    key,
    metAt ? 'met' : waived ? 'waived' : 'open',
  ])
  assert.deepEqual(Object.fromEntries(duties), {
    'bail-1': 'met',
    'detention-end-1': 'met',
    'detention-review-1-1': 'met',
    'detention-review-1-2': 'waived',
    'time-limit-C1': 'met',
  })
  const tab = textOf(await browser.get(paths.deskCaseSuspects(id)))
  assert.match(tab, /Charged.*Nobody’s: this track has ended.*Assault by beating charged/)
  const record = textOf(await browser.get(paths.deskCaseRecord(id)))
  assert.match(
    record,
    /Suspect 1 charged[\s\S]*Suspect 1: bail extended[\s\S]*Suspect 1 arrested[\s\S]*Suspect 1 named/,
  )
})

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

test('police who end a case must tell each victim, whose date stands on the stream of the suspect', async () => {
  const id = 'SSPCT239'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  const ended = await act(browser, id, 'no-further-action', {
    ground: 'evidential',
    reason: 'The camera shows another',
  })
  assert.equal(ended.statusCode, 303)
  const page = textOf(await browser.get(paths.deskCaseSuspect(id, 1)))
  assert.match(page, /The victim To be told by Tuesday 14 April 2026/)
  const told = await act(browser, id, 'tell-victim.tell-victim-1', {
    told: 'told',
    ...day('on', '2026-04-07'),
    words: 'By telephone',
  })
  assert.equal(told.statusCode, 303)
  const [one] = await read(id)
  assert.deepEqual(
    one?.duties.map(({ key, metAt }) => [key, metAt !== null]),
    [['tell-victim-1', true]],
  )
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

test('what the prosecutor decided is noted once, and the charge is owed until it is put', async () => {
  const id = 'SSPCT243'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  await act(browser, id, 'propose-charge', {
    'offence-words': 'TH68006',
    ...day('from', '2026-04-06'),
    where: 'Example Road station',
    particulars: 'Stole a bicycle',
  })
  const [before] = await read(id)
  const note = {
    type: 'NoteChargingDecision',
    step: 'charge-authorised',
    charges: (before?.charges ?? []).map(({ facts: _facts, withdrawn: _withdrawn, ...charge }) => charge),
    decision: 1,
    at: parseInstant('2026-04-07T09:00:00.000Z'),
    by: 'prosecutor',
  } as const
  const toldTwice = { actor: 'prosecutor', at: note.at }
  for (let told = 0; told < 2; told += 1) await site.installation.record.perform(suspect, `${id}-S1`, note, toldTwice)
  const page = textOf(await browser.get(paths.deskCaseSuspect(id, 1)))
  assert.match(page, /Waiting for police to charge.*by Thursday 7 May 2026/)
  const put = { charges: 'C1', ...moment('charged', '2026-04-07', '10:15'), how: 'requisition', 'by-whom': 'Officer' }
  assert.equal((await act(browser, id, 'charged', put)).statusCode, 303)
  const [after] = await read(id)
  assert.equal(after?.track, 'charged')
  assert.deepEqual(
    after?.duties.map(({ key, dueOn, metAt }) => [key, dueOn, metAt !== null]),
    [
      ['charge-1-1', '2026-05-07', true],
      ['charge-1-2', '2026-06-07', true],
    ],
  )
})

test('an offence that is chosen comes before the code by which it was found', async () => {
  const id = 'SSPCT244'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  const found = await act(browser, id, 'propose-charge', { do: 'find-offence', 'offence-words': 'TH68006' })
  assert.match(textOf(found), /Attempt theft of pedal cycle/)
  const typed = {
    'offence-words': 'TH68006',
    'offence-asked': 'TH68006',
    ...day('from', '2026-04-06'),
    where: 'Example Road station',
    particulars: 'Tried to steal a bicycle',
  }
  const none = await act(browser, id, 'propose-charge', { ...typed, offence: 'none' })
  assert.match(textOf(none), /Find the offence of the charge/)
  assert.equal((await act(browser, id, 'propose-charge', { ...typed, offence: 'TH68006A' })).statusCode, 303)
  assert.equal((await read(id))[0]?.charges[0]?.offence.code, 'TH68006A')
})

test('an arrest names more than one offence by their codes, and refuses a code that is not listed', async () => {
  const id = 'SSPCT245'
  await recordCase(site.installation, id)
  const browser = atDesk()
  await nameOne(browser, id)
  const arrest = { ...moment('arrested', '2026-04-07', '09:00'), where: 'Example Road', 'offence-words': 'TH68006' }
  const unknown = await act(browser, id, 'arrest', { ...arrest, more: 'CJ88116 XX99999' })
  assert.match(textOf(unknown), /The list of offences does not have XX99999/)
  assert.equal((await act(browser, id, 'arrest', { ...arrest, more: 'CJ88116' })).statusCode, 303)
  assert.deepEqual(
    (await read(id))[0]?.arrests[0]?.offences.map(({ code, indictable }) => [code, indictable]),
    [
      ['TH68006', true],
      ['CJ88116', false],
    ],
  )
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
