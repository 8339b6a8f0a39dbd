import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { caseSite, mayAll, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import { act, day, moment, nameOne } from '../../../test/support/suspect-forms.ts'
import type { Browser } from '../../../test/support/web.ts'
import { readSuspects } from './read-suspects.ts'
import { suspect } from './suspect.ts'

const site = await caseSite()
const may = [...mayAll, 'suspect.record', 'charge.police']
const atDesk = (): Browser => site.signedIn(may, officer)
const viewer = { ...officer, permissions: may }
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
  assert.match(tab, /Charged.*The case goes on in court.*Assault by beating charged/)
  const record = textOf(await browser.get(paths.deskCaseRecord(id)))
  assert.match(
    record,
    /Suspect 1 charged[\s\S]*Suspect 1: bail extended[\s\S]*Suspect 1 arrested[\s\S]*Suspect 1 named/,
  )
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
