import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, mayAll, officer, recordCase, reportedAt, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'
import { investigation } from '../investigation/investigation.ts'

const site = await caseSite()
const { installation } = site
const browser = site.signedIn(mayAll, officer)

let made = 0
/** A new case with everything that its pages need. */
async function newCase(): Promise<string> {
  made += 1
  const id = `DCD22${String(made + 222)}`
  await recordCase(installation, id)
  return id
}

/** Sends a form as a browser does that has the page before it, hidden fields and all. */
async function send(address: string, fields: Record<string, string>) {
  const seen = /name="seen" value="(\d+)"/.exec((await browser.get(address)).body)?.[1] ?? ''
  return browser.post(address, { seen, ...fields })
}

const asCrime = (id: string, reference: string) =>
  send(paths.deskCaseCrime(id), { crime: 'crime', reference, reason: 'What is described is theft' })
const decline = (id: string) =>
  send(paths.deskCaseInvestigate(id), { investigate: 'no', reason: 'No line of inquiry is left' })

test('recorded as a crime, the case goes by its crime reference and the duty is met', async () => {
  const id = await newCase()
  const answer = await asCrime(id, '43 2609 00201')
  assert.equal(answer.statusCode, 303)
  const text = textOf(await browser.get(String(answer.headers.location)))
  assert.match(text, /The decision is recorded|The crime decision is recorded/)
  assert.match(text, /Report DCD2-2223 Crime 43260900201/)
  assert.match(text, /Ready to decide whether to investigate/)
  assert.match(text, /Met in time/)
})

test('a crime needs its reference, one that no other case of the force has', async () => {
  const id = await newCase()
  assert.match(textOf(await asCrime(id, '')), /Enter the crime reference/)
  assert.match(textOf(await asCrime(id, '?!')), /Crime reference must be 3 to 30 letters/)
  assert.match(textOf(await asCrime(id, '43260900201')), /is another case already/)
  assert.equal((await asCrime(id, '43260900202')).statusCode, 303)
})

test('a crime reference that two officers give at once is one case’s, and of the other nothing is written', async () => {
  const ids = [await newCase(), await newCase()]
  const answers = await Promise.all(ids.map((id) => asCrime(id, '43260900777')))
  const [late = ''] = ids.filter((_, index) => answers[index]?.statusCode !== 303)
  assert.ok(late, 'one of them is refused')
  const [refused] = answers.filter(({ statusCode }) => statusCode !== 303)
  assert.match(refused ? textOf(refused) : '', /has this crime reference already|is another case already/)
  assert.match(refused?.body ?? '', /value="43260900777"/)
  const order = (id: string, type: 'RecordAsCrime' | 'RecordAsNoCrime') =>
    installation.record.perform(
      investigation,
      id,
      { type, crimeReference: '43260900777', reason: 'Said so', at: reportedAt, by: 'officer' },
      { actor: 'officer', at: reportedAt },
    )
  await assert.rejects(order(late, 'RecordAsCrime'), { code: 'investigation.crime-reference-taken' })
  const entries = await installation.pool.query('select type from entry where stream = $1', [`investigation/${late}`])
  assert.deepEqual(entries.rows, [{ type: 'AllegationRecorded' }])
  await order(ids.find((id) => id !== late) ?? '', 'RecordAsNoCrime')
  await order(late, 'RecordAsCrime')
})

test('the page of a decision names whom it would start a clock for, and not who is to be told already', async () => {
  const id = await newCase()
  const page = async () => textOf(await browser.get(paths.deskCaseInvestigate(id)))
  assert.match(await page(), /Victim must be told, with the reason, by Tuesday 14 April 2026/)
  assert.equal((await decline(id)).statusCode, 303)
  assert.doesNotMatch(await page(), /must be told, with the reason, by/)
})

test('recorded as no crime, there is nothing to investigate until it is decided again', async () => {
  const id = await newCase()
  await send(paths.deskCaseCrime(id), { crime: 'no-crime', reason: 'The bicycle was found' })
  assert.match(textOf(await browser.get(paths.deskCase(id))), /Recorded as no crime/)
  const refused = await send(paths.deskCaseInvestigate(id), { investigate: 'yes', how: 'CCTV', reason: 'A camera' })
  assert.equal(refused.statusCode, 409)
  assert.match(textOf(refused), /This was recorded as no crime/)
  assert.match(refused.body, />CCTV<\/textarea>/)
})

test('a decision asks for what it needs and keeps what was typed', async () => {
  const id = await newCase()
  const nothing = textOf(await send(paths.deskCaseInvestigate(id), {}))
  assert.match(nothing, /Select whether it is investigated .*Enter the reason/)
  const half = await send(paths.deskCaseInvestigate(id), { investigate: 'yes', how: '', reason: 'A camera' })
  assert.equal(half.statusCode, 400)
  assert.match(textOf(half), /Enter how it will be investigated/)
  assert.match(half.body, />A camera<\/textarea>/)
})

test('to investigate is recorded with how and why', async () => {
  const id = await newCase()
  await asCrime(id, '43260900203')
  await send(paths.deskCaseInvestigate(id), { investigate: 'yes', how: 'CCTV of the forecourt', reason: 'A camera' })
  const text = textOf(await browser.get(paths.deskCase(id)))
  assert.match(text, /Being investigated/)
  assert.match(text, /Is it investigated\? Yes How: CCTV of the forecourt Reason: A camera/)
})

test('before a decision not to investigate the page says whom to tell by when; after it each telling is owed', async () => {
  const id = await newCase()
  await asCrime(id, '43260900204')
  const before = textOf(await browser.get(paths.deskCaseInvestigate(id)))
  assert.match(before, /Victim must be told, with the reason, by Tuesday 14 April 2026 \(standard rights\)/)
  await decline(id)
  const page = await browser.get(paths.deskCase(id))
  assert.match(textOf(page), /Waiting for a victim to be told Investigations, by Tuesday 14 April 2026/)
  const owed = [...page.body.matchAll(/\/desk\/duties\/[0-9a-f]{20}/g)].map(([address]) => address)
  const worked = textOf(await browser.get(owed[0] ?? ''))
  assert.match(worked, /Standard rights: 5 working days after the decision Day 0 = Tuesday 7 April 2026/)
  assert.match(worked, /Code of Practice for Victims of Crime .*Right 6/)
})

test('that the victim was told meets the duty', async () => {
  const id = await newCase()
  await asCrime(id, '43260900205')
  await decline(id)
  const address = paths.deskCaseNotice(id, 'tell-victim-1')
  const form = textOf(await browser.get(address))
  assert.match(form, /Victim Quince Example .*Telephone 01632 960011 .*Reason to give No line of inquiry is left/)
  assert.match(textOf(await send(address, {})), /Select whether the victim was told/)
  const on = { 'on-day': '8', 'on-month': '4', 'on-year': '2026' }
  const early = await send(address, { told: 'told', words: 'By telephone', ...on })
  assert.equal(early.statusCode, 409)
  assert.match(textOf(early), /on a day that has not come yet/)
  const told = await send(address, { told: 'told', words: 'By telephone', ...on, 'on-day': '7' })
  assert.equal(told.statusCode, 303)
  const text = textOf(await browser.get(paths.deskCase(id)))
  assert.match(text, /Told on Tuesday 7 April 2026 How: By telephone/)
  assert.match(text, /Not investigated/)
})

test('why a victim could not be told is kept on the case', async () => {
  const id = await newCase()
  await asCrime(id, '43260900206')
  await decline(id)
  const address = paths.deskCaseNotice(id, 'tell-victim-1')
  assert.match(textOf(await send(address, { told: 'not-told' })), /Enter why nobody can tell the victim/)
  await send(address, { told: 'not-told', words: 'Asked not to be told' })
  const text = textOf(await browser.get(paths.deskCase(id)))
  assert.match(text, /Not told Reason: Asked not to be told/)
  assert.match(text, /Waived/)
  assert.equal((await browser.get(paths.deskCaseNotice(id, 'tell-victim-9'))).statusCode, 404)
})

test('who decides after a colleague is told what happened, keeps what they typed, and may send it again', async () => {
  const id = await newCase()
  const address = paths.deskCaseCrime(id)
  const mine = { crime: 'no-crime', reason: 'It was found' }
  const seen = /name="seen" value="(\d+)"/.exec((await browser.get(address)).body)?.[1] ?? ''
  await asCrime(id, '43260900207')
  const answer = await browser.post(address, { seen, ...mine })
  assert.equal(answer.statusCode, 400)
  assert.match(textOf(answer), /While you wrote, this happened in the case: recorded as a crime/)
  assert.match(answer.body, />It was found<\/textarea>/)
  assert.equal((await send(address, mine)).statusCode, 303)
})

test('a person’s details are corrected with a reason, and the record says which without saying what', async () => {
  const id = await newCase()
  const address = paths.deskCasePersonCorrect(id, `${id}-1`)
  const form = await browser.get(address)
  assert.match(form.body, /name="person-name"[^>]*value="Quince Example"/)
  const fields = { 'person-name': 'Quince Example', 'person-phone': '01632 960099' }
  assert.match(textOf(await send(address, { ...fields, reason: '' })), /Enter why this is corrected/)
  const same = await send(address, { ...fields, 'person-phone': '01632 960011', reason: 'None' })
  assert.equal(same.statusCode, 409)
  assert.match(textOf(same), /Nothing was changed/)
  assert.equal((await send(address, { ...fields, reason: 'Misheard' })).statusCode, 303)
  assert.match(textOf(await browser.get(paths.deskCasePeople(id))), /01632 960099/)
  const record = textOf(await browser.get(paths.deskCaseRecord(id)))
  assert.match(record, /Corrected: telephone number Reason: Misheard/)
  assert.doesNotMatch(record, /01632/)
})

test('the second of two who correct a person is told what the first corrected, and keeps what was typed', async () => {
  const id = await newCase()
  const address = paths.deskCasePersonCorrect(id, `${id}-1`)
  const corrections = /name="corrections" value="(\d+)"/.exec((await browser.get(address)).body)?.[1] ?? ''
  const first = { 'person-name': 'Quince Example', 'person-phone': '01632 960098', reason: 'Misheard' }
  assert.equal((await browser.post(address, { corrections, ...first })).statusCode, 303)
  const mine = { 'person-name': 'Quince Sample', 'person-phone': '01632 960011', reason: 'Misspelt' }
  const second = await browser.post(address, { corrections, ...mine })
  assert.equal(second.statusCode, 400)
  assert.match(textOf(second), /a colleague changed these details: corrected: telephone number/)
  assert.match(second.body, /value="Quince Sample"/)
  assert.match(textOf(await browser.get(paths.deskCasePeople(id))), /01632 960098/)
  const again = /name="corrections" value="(\d+)"/.exec(second.body)?.[1] ?? ''
  assert.equal((await browser.post(address, { corrections: again, ...mine })).statusCode, 303)
})

test('a person is corrected only through a case that they are in', async () => {
  const [one, other] = [await newCase(), await newCase()]
  assert.equal((await browser.get(paths.deskCasePersonCorrect(one, `${other}-1`))).statusCode, 404)
})
