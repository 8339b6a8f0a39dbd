import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, mayAll, officer, recordCase, sendSeen, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'

const site = await caseSite()
const browser = site.signedIn(mayAll, officer)
await recordCase(site.installation, 'CRR22222')
const address = paths.deskCaseAllegationCorrect('CRR22222')

/** What stands, as the form holds it. */
const standing = {
  'reported-day': '7',
  'reported-month': '4',
  'reported-year': '2026',
  'reported-time': '09:30',
  what: 'A bicycle was taken.',
  where: 'Example Road station',
  'from-day': '6',
  'from-month': '4',
  'from-year': '2026',
  'offence-words': 'TH68006',
}

test('the form begins with what stands, and corrects nothing that was not changed', async () => {
  const { body } = await browser.get(address)
  for (const [name, value] of Object.entries(standing)) {
    const shown = new RegExp(`name="${name}"[^>]*(?:value="${value}"|>${value}</textarea>)`)
    assert.match(body, shown, name)
  }
  const same = await sendSeen(browser, address, { ...standing, reason: 'None' })
  assert.equal(same.statusCode, 409)
  assert.match(textOf(same), /Nothing was changed/)
})

test('a correction asks for its reason and keeps what was typed', async () => {
  const refused = await sendSeen(browser, address, { ...standing, where: 'Example Lane station', 'from-time': '26:00' })
  assert.equal(refused.statusCode, 400)
  assert.match(textOf(refused), /Enter a real time, such as 14:30 or 2:30pm Enter why it is corrected/)
  assert.match(refused.body, />Example Lane station<\/textarea>/)
})

test('looking up an offence on the way corrects nothing', async () => {
  const found = await sendSeen(browser, address, {
    ...standing,
    'offence-words': 'theft from shop',
    do: 'find-offence',
  })
  assert.equal(found.statusCode, 200)
  assert.match(textOf(found), /Theft from a shop|Theft from the person|offences nearest to/)
  assert.match(textOf(await browser.get(paths.deskCase('CRR22222'))), /Theft of pedal cycle/)
})

test('corrected, the case shows what holds, and its record what stood before', async () => {
  const change = { 'reported-time': '08:45', 'from-time': '11pm', reason: 'The log of the call says so' }
  const answer = await sendSeen(browser, address, { ...standing, ...change })
  assert.equal(answer.statusCode, 303)
  const page = textOf(await browser.get(String(answer.headers.location)))
  assert.match(page, /The allegation is corrected/)
  assert.match(page, /When Monday 6 April 2026 at 11pm .*Corrected on Tuesday 7 April 2026/)
  assert.match(page, /by Wednesday 8 April 2026 at 8:45am/)
  const record = textOf(await browser.get(paths.deskCaseRecord('CRR22222')))
  assert.match(
    record,
    /When it began until then: Monday 6 April 2026 .*Reported until then: Tuesday 7 April 2026 at 9:30am BST/,
  )
  assert.match(record, /Reason: The log of the call says so/)
})

test('two officers at one form: the second is told what the first did, keeps what they typed, and may send it again', async () => {
  const second = site.signedIn(mayAll, { ...officer, account: 'second' })
  const seenIn = async () => /name="seen" value="(\d+)"/.exec((await second.get(address)).body)?.[1] ?? ''
  const seen = await seenIn()
  const mine = { ...standing, where: 'Example Road, by the kiosk', reason: 'The victim showed where' }
  const first = await sendSeen(browser, address, {
    ...standing,
    what: 'A red bicycle was taken.',
    reason: 'Its colour',
  })
  assert.equal(first.statusCode, 303)
  const told = await second.post(address, { seen, ...mine })
  assert.equal(told.statusCode, 400)
  assert.match(textOf(told), /While you wrote, this happened in the case: allegation corrected\. Check what you typed/)
  assert.match(told.body, />Example Road, by the kiosk<\/textarea>/)
  assert.match(textOf(await browser.get(paths.deskCase('CRR22222'))), /Where Example Road station/)
  assert.equal((await second.post(address, { seen: await seenIn(), ...mine })).statusCode, 303)
})

test('both at the very same moment: each is recorded one after the other, or refused with what they typed', async () => {
  const second = site.signedIn(mayAll, { ...officer, account: 'second' })
  const one = { ...standing, where: 'Platform 1', reason: 'One' }
  const other = { ...standing, where: 'Platform 2', reason: 'Other' }
  const answers = await Promise.all([sendSeen(browser, address, one), sendSeen(second, address, other)])
  assert.ok(answers.every(({ statusCode }) => [303, 400].includes(statusCode)))
  const { rows } = await site.installation.pool.query(
    `select count(*) as n from entry where stream = 'investigation/CRR22222' and type = 'AllegationCorrected'`,
  )
  const before = 3
  assert.equal(rows[0].n, before + answers.filter(({ statusCode }) => statusCode === 303).length)
})
