import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson } from '../../../test/support/accounts.ts'
import { caseSite, mayAll, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import { nameSuspect } from '../../../test/support/suspects.ts'
import type { Browser } from '../../../test/support/web.ts'
import { roles } from '../../agencies/roles.ts'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { paths } from '../../paths.ts'
import { readFileContents } from '../file-check/file-contents.ts'
import { chargingAct } from './charging-facts.ts'
import { readReferral } from './read-referral.ts'

const site = await caseSite()
const { installation } = site
const cps = 'cps-thames-and-chiltern'
const mayRefer = [...mayAll, 'case.refer']
const police = site.signedIn(mayRefer, officer)
const prosecutor = { account: 'prosecutor', agency: cps, unit: '' }
const cpsDesk = site.signedIn(roles.prosecutor.permissions, prosecutor)
const assistant = site.signedIn(roles['casework-assistant'].permissions, { ...prosecutor, account: 'assistant' })

await addPerson(installation, 'prosecutor', { roles: ['prosecutor'] })
await addPerson(installation, 'assistant', { roles: ['casework-assistant'] })

const tab = async (browser: Browser, id: string): Promise<string> =>
  textOf(await browser.get(paths.deskCaseCharging(id)))

/** Sends a form as a browser does that has the page before it. */
async function send(browser: Browser, address: string, fields: Record<string, string | readonly string[]>) {
  const page = await browser.get(address)
  assert.equal(page.statusCode, 200, address)
  const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? ''
  return browser.post(address, { seen, ...fields })
}

/** The same, and it must go through. Gives the page on which it is confirmed. */
async function done(browser: Browser, address: string, fields: Record<string, string | readonly string[]>) {
  const answer = await send(browser, address, fields)
  assert.equal(answer.statusCode, 303, `${address}: ${textOf(answer).slice(0, 1500)}`)
  return textOf(await browser.get(String(answer.headers.location)))
}

const gapReasons = Object.fromEntries(
  readFileContents(thamesAndChiltern).requirements.map(({ code }) => [`gap-${code}`, 'It follows next week']),
)
const file = {
  suspects: '1',
  prosecutors: cps,
  category: 'green',
  categoryReason: '',
  plea: 'not-guilty',
  fileType: 'pre-charge',
  comments: 'Ready for a decision',
  ...gapReasons,
}
const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const of = (id: string, act: string, query: Record<string, string | number> = { referral: 1 }) =>
  chargingAct(id, act, query)

let made = 0
/** A new case with one suspect against whom a charge is proposed. */
async function newCase(): Promise<string> {
  made += 1
  const id = `RFR22${String(made + 222)}`
  await recordCase(installation, id)
  await nameSuspect(installation, id, 1, 'Medlar Example')
  return id
}

const rejection = {
  reasons: ['R06', 'R13'],
  'about-R06': 'The statement of the station manager',
  'about-R13': 'No telephone number',
  ...day('respondBy', '2026-04-14'),
}

test('police and the prosecutor take a case from referral over rejection and action plan to review', async () => {
  const id = await newCase()
  assert.match(await tab(police, id), /Nothing is with the prosecutor yet .*can be referred/)
  assert.equal((await cpsDesk.get(paths.deskCaseCharging(id))).statusCode, 404)

  const referred = await done(police, of(id, 'refer', {}), file)
  assert.match(
    referred,
    /The case is with the prosecutor .*Ready for the prosecutor to check .*5 May 2026 : how this date was worked out \(in 28 days\)/,
  )
  assert.match(await tab(cpsDesk, id), /Suspect 1 Medlar Example Theft of pedal cycle/)
  const list = textOf(await assistant.get(paths.deskTriage))
  assert.match(list, /1 All referrals 0 Red 0 Green priority 1 Green/)
  assert.match(list, /Report RFR2-2223 .*5 May 2026 in 28 days Check it/)

  assert.match(await done(assistant, of(id, 'reject'), rejection), /The referral is rejected\. Police see the reasons/)
  const seen = await tab(police, id)
  assert.match(seen, /Waiting for police to send the referral again Investigations, by Tuesday 14 April 2026/)
  assert.match(seen, /MG11 statements missing: The statement of the station manager/)
  assert.match(textOf(await assistant.get(paths.deskTriage)), /No referral waits to be checked/)

  const half = await send(police, of(id, 'send-again'), { ...file, 'ground-0': 'M1', 'ground-1': '' })
  assert.equal(half.statusCode, 400)
  assert.match(textOf(half), /Answer reason 2 of the rejection/)
  await done(police, of(id, 'send-again'), { ...file, 'ground-0': 'It is M1', 'ground-1': '01632 960011' })
  assert.match(await tab(cpsDesk, id), /It was rejected once before .*Answer of police: It is M1/)

  const accept = { reviewType: 'twenty-eight-days', caseType: 'magistrates', unit: cps, owner: '' }
  const offered = (await assistant.get(of(id, 'accept'))).body
  assert.match(offered, /value="prosecutor"/)
  assert.doesNotMatch(offered, /value="assistant"/)
  const unable = await send(assistant, of(id, 'accept'), { ...accept, owner: 'assistant' })
  assert.match(textOf(unable), /Choose the prosecutor from the list/)
  await done(assistant, of(id, 'accept'), accept)
  assert.match(await tab(police, id), /Waiting for the prosecutor to decide .*Open the review/)

  const plan = {
    items: '2',
    'what-1': 'The recording',
    'why-1': 'To identify him',
    'asks-1': 'recording',
    'what-2': 'The receipt',
    'why-2': 'Who owns it',
    'asks-2': 'none',
  }
  await done(cpsDesk, of(id, 'action-plan'), plan)
  assert.match(await tab(police, id), /Waiting for police to answer A1, A2 Investigations, by Tuesday 5 May 2026/)
  for (const browser of [police, cpsDesk]) {
    assert.match(await tab(browser, id), /First chaser Thursday 7 May 2026 .*Second chaser Sunday 7 June 2026/)
  }
  await done(police, of(id, 'item', { referral: 1, item: 'A1' }), { answer: 'question', words: 'Which camera?' })
  await done(police, of(id, 'item', { referral: 1, item: 'A2' }), { answer: 'cannot', words: 'She has none' })
  assert.match(await tab(cpsDesk, id), /Waiting for the prosecutor to answer a question about A1/)
  await done(cpsDesk, of(id, 'reply', { referral: 1, item: 'A1' }), { reply: 'The one at the gate' })
  await done(police, of(id, 'item', { referral: 1, item: 'A1' }), { answer: 'done', words: 'It is on a disc' })
  const answered = await tab(cpsDesk, id)
  assert.match(answered, /Waiting for the prosecutor to decide/)
  assert.match(answered, /Which camera\? .*The prosecutor answered: The one at the gate/)
})

test('what an action plan asks for is on the register of both sides, and what comes there answers the plan', async () => {
  const id = await newCase()
  await done(police, of(id, 'refer', {}), file)
  const accept = { reviewType: 'twenty-eight-days', caseType: 'magistrates', unit: cps, owner: '' }
  await done(assistant, of(id, 'accept'), accept)
  const unsaid = { items: '1', 'what-1': 'The recording', 'why-1': 'To identify him' }
  assert.match(textOf(await send(cpsDesk, of(id, 'action-plan'), unsaid)), /Select whether item 1 asks for material/)
  await done(cpsDesk, of(id, 'action-plan'), { ...unsaid, 'asks-1': 'recording' })
  const address = paths.deskCaseMaterialItem(id, 'M1')
  for (const browser of [police, cpsDesk]) {
    assert.match(await tab(browser, id), /On the register M1 The recording Asked for/)
    const item = textOf(await browser.get(address))
    assert.match(item, /Asked for by CPS .* due Tuesday 5 May 2026.*Action plan A1 of referral 1/)
    assert.doesNotMatch(item, /Take the request back/)
    assert.match(textOf(await browser.get(paths.deskCaseMaterial(id))), /M1: The recording .*due Tuesday 5 May 2026/)
  }
  const form = textOf(await police.get(of(id, 'item', { referral: 1, item: 'A1' })))
  assert.match(form, /It is here It is missing .*What answers it, if it is here\? .*M1 The recording/)
  await done(police, of(id, 'item', { referral: 1, item: 'A1' }), { answer: 'done', words: '' })
  assert.match(
    await tab(cpsDesk, id),
    /Waiting for the prosecutor to decide .*On the register M1 The recording Received/,
  )
  assert.match(textOf(await police.get(address)), /State Received/)
})

test('both sides read the same facts, and each finds only its own acts', async () => {
  const id = await newCase()
  await done(police, of(id, 'refer', {}), file)
  const [ours, theirs] = [await tab(police, id), await tab(cpsDesk, id)]
  for (const fact of [/Not guilty/, /Ready for a decision/, /It follows next week/]) {
    assert.match(ours, fact)
    assert.match(theirs, fact)
  }
  assert.match(ours, /Correct it : referral 1 Withdraw it/)
  assert.doesNotMatch(ours, /Accept it for review/)
  assert.match(theirs, /Accept it for review/)
  assert.doesNotMatch(theirs, /Correct it|Refer to the prosecutor/)
  assert.equal((await police.get(of(id, 'reject'))).statusCode, 403)
  assert.equal((await cpsDesk.get(of(id, 'refer', {}))).statusCode, 403)
  assert.equal((await assistant.get(of(id, 'action-plan'))).statusCode, 403)
})

test('who is on the case neither as its force nor as its prosecutor sees nothing', async () => {
  const id = await newCase()
  await done(police, of(id, 'refer', {}), file)
  for (const agency of ['hertfordshire-constabulary', 'pcc-thames-valley', 'hmcts']) {
    const other = site.signedIn([...mayRefer, 'referral.triage'], { account: 'other', agency, unit: '' })
    assert.equal((await other.get(paths.deskCaseCharging(id))).statusCode, 404, agency)
    assert.doesNotMatch(textOf(await other.get(paths.deskTriage)), /RFR2/)
    const seen = await installation.reading.as(
      { account: 'other', agency, unit: '', permissions: Object.keys(roles) },
      (tx) => readReferral(tx, id),
    )
    assert.deepEqual(seen, { advice: [], referrals: [], open: [], duties: [] })
  }
})

test('what the file lacks is asked for by name, and what was typed stays', async () => {
  const id = await newCase()
  const without = { ...file, ...Object.fromEntries(Object.keys(gapReasons).map((name) => [name, ''])) }
  const answer = await send(police, of(id, 'refer', {}), without)
  assert.equal(answer.statusCode, 400)
  assert.match(textOf(answer), /Enter why the file goes without: case summary/)
  assert.match(answer.body, />Ready for a decision<\/textarea>/)
  const empty = textOf(await send(police, of(id, 'refer', {}), {}))
  assert.match(empty, /Select at least one suspect .*Choose which unit .*Select how fast .*Select which plea/)
})

test('red is refused for a suspect who is not in detention', async () => {
  const id = await newCase()
  const answer = await send(police, of(id, 'refer', {}), { ...file, category: 'red' })
  assert.equal(answer.statusCode, 409)
  assert.match(textOf(answer), /only be red while a suspect in it is in police detention/)
})

test('the second of two who check a referral is told what the first did, and keeps what they typed', async () => {
  const id = await newCase()
  await done(police, of(id, 'refer', {}), file)
  const seen = /name="seen" value="(\d+)"/.exec((await assistant.get(of(id, 'reject'))).body)?.[1] ?? ''
  await done(cpsDesk, of(id, 'reject'), rejection)
  const second = await assistant.post(of(id, 'reject'), { seen, ...rejection, 'about-R06': 'Of the second' })
  assert.equal(second.statusCode, 400)
  assert.match(textOf(second), /While you wrote, this happened in the case: referral rejected/)
  assert.match(second.body, /value="Of the second"/)
  const again = await send(assistant, of(id, 'reject'), rejection)
  assert.equal(again.statusCode, 409)
  assert.match(textOf(again), /This referral was accepted or rejected already/)
})

test('advice is asked, given, and accounted for point by point when the case is referred', async () => {
  const id = await newCase()
  const ask = {
    stage: 'after-arrest',
    question: 'Is one camera enough?',
    prosecutors: cps,
    ...day('neededBy', '2026-04-10'),
  }
  assert.match(await done(police, of(id, 'advice', {}), ask), /Waiting for the prosecutor .*Is one camera enough\?/)
  assert.match(textOf(await cpsDesk.get(`${paths.deskTriage}?show=advice`)), /1 Early advice .*10 Apr 2026.*Answer it/)
  const advice = { 'point-1': 'Ask for the second camera', 'point-3': 'Take a statement' }
  await done(cpsDesk, of(id, 'advise', { advice: 1 }), advice)
  const form = textOf(await police.get(of(id, 'refer', {})))
  assert.match(form, /Did the file follow point 2 of the prosecutor’s advice\? Take a statement/)
  const unsaid = await send(police, of(id, 'refer', {}), { ...file, 'point-1-1': 'yes', 'point-1-2': 'no' })
  assert.match(textOf(unsaid), /Enter why the file did not follow it/)
  const said = { 'point-1-1': 'yes', 'point-1-2': 'no', 'point-1-2-why': 'The manager has moved abroad' }
  await done(police, of(id, 'refer', {}), { ...file, ...said })
  for (const browser of [police, cpsDesk]) {
    assert.match(await tab(browser, id), /second camera Followed Take a statement Not followed : The manager has moved/)
  }

  const rejection = { reasons: 'R06', 'about-R06': 'The manager', ...day('respondBy', '2026-04-14') }
  await done(assistant, of(id, 'reject'), rejection)
  const again = await police.get(of(id, 'send-again'))
  assert.match(again.body, />The manager has moved abroad<\/textarea>/)
  assert.doesNotMatch(textOf(again), /Did the file follow point 1/)
  await done(police, of(id, 'send-again'), { ...file, 'ground-0': 'By video link', 'point-1-2': 'yes' })
  assert.match(await tab(cpsDesk, id), /second camera Followed Take a statement Followed/)
})

test('a referral may be corrected before triage and withdrawn, with a reason that the prosecutor reads', async () => {
  const id = await newCase()
  await done(police, of(id, 'refer', {}), file)
  const form = await police.get(of(id, 'correct'))
  assert.match(form.body, />Ready for a decision<\/textarea>/)
  await done(police, of(id, 'correct'), { ...file, plea: 'guilty', reason: 'He admitted it' })
  assert.match(await tab(cpsDesk, id), /Plea expected Guilty/)
  await done(police, of(id, 'withdraw'), { words: 'Police charge him themselves' })
  assert.match(await tab(cpsDesk, id), /Withdrawn by police Reason: Police charge him themselves/)
})

test('the list is paged, narrowed by category and unit, and what is due first stands at the top', async () => {
  for (let number = 0; number < 26; number += 1) {
    const id = await newCase()
    const urgent = { category: 'green-priority', categoryReason: 'He threatened her' }
    await done(police, of(id, 'refer', {}), { ...file, ...(number === 25 && urgent) })
  }
  const first = textOf(await assistant.get(paths.deskTriage))
  assert.match(first, /1 to 25 of \d+/)
  const soonest = first.indexOf('12 Apr 2026')
  assert.ok(soonest > 0 && soonest < first.indexOf('5 May 2026'))
  assert.match(textOf(await assistant.get(`${paths.deskTriage}?page=2`)), /26 to \d+ of \d+/)
  const priority = textOf(await assistant.get(`${paths.deskTriage}?show=green-priority`))
  assert.match(priority, /1 to 1 of 1\./)
  assert.match(textOf(await assistant.get(`${paths.deskTriage}?unit=no-such-unit`)), /No referral waits to be checked/)
  assert.equal((await police.get(paths.deskTriage)).statusCode, 403)
})

test('what the address names is there, or the page is not', async () => {
  const id = await newCase()
  for (const address of [
    of(id, 'reject'),
    of(id, 'chase', { referral: 1, plan: 1 }),
    of(id, 'advise', { advice: 1 }),
  ]) {
    const all = site.signedIn([...roles['prosecution-manager'].permissions, ...mayRefer], officer)
    assert.equal((await all.get(address)).statusCode, 404, address)
  }
})
