import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, mayAll, officer, recordCase, sendSeen, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'

const site = await caseSite()
const browser = site.signedIn([...mayAll, 'suspect.record'], officer)
const id = 'QRY22222'
await recordCase(site.installation, id)
const tab = async () => textOf(await browser.get(paths.deskCaseInquiries(id)))
const plan = paths.deskCaseInquiryAct(id, 'plan')
const add = paths.deskCaseInquiryAct(id, 'add')
const day = { 'by-day': '14', 'by-month': '4', 'by-year': '2026' }

test('before there is a plan the tab says what it is for', async () => {
  assert.match(
    await tab(),
    /No plan is written yet\. .*Write the plan .*towards a suspect or away .*Add a line of inquiry/,
  )
})

test('the plan is written and changed, and the version before stays readable', async () => {
  assert.match(textOf(await sendSeen(browser, plan, {})), /Enter at least one objective Enter how the objectives/)
  const first = { objectives: 'Find who took it\r\n\r\nFind the bicycle', strategy: 'CCTV first' }
  assert.equal((await sendSeen(browser, plan, first)).statusCode, 303)
  assert.match(await tab(), /Find who took it Find the bicycle CCTV first Version 1, 7 April 2026/)
  assert.match((await browser.get(plan)).body, />Find who took it\nFind the bicycle<\/textarea>/)
  const same = await sendSeen(browser, plan, first)
  assert.equal(same.statusCode, 409)
  assert.equal((await sendSeen(browser, plan, { ...first, strategy: 'Sellers’ sites first' })).statusCode, 303)
  assert.match(await tab(), /Sellers’ sites first Version 2, .*The version before Version 1, .*CCTV first/)
})

test('a line of inquiry with a day stands in the work list, without its words', async () => {
  assert.match(
    textOf(await sendSeen(browser, add, { who: 'nobody-known' })),
    /Enter what the line of inquiry is Select where it may point Choose somebody from the list/,
  )
  const past = await sendSeen(browser, add, { what: 'CCTV', direction: 'towards', ...day, 'by-day': '6' })
  assert.equal(past.statusCode, 409)
  assert.match(textOf(past), /cannot be due on a day that has passed/)
  assert.equal((await sendSeen(browser, add, { what: 'CCTV', direction: 'towards', ...day })).statusCode, 303)
  assert.match(await tab(), /1 of 1 still open\. None recorded so far points away from a suspect/)
  const work = textOf(await browser.get('/desk?whose=agency'))
  assert.match(work, /Pursue line of inquiry 1/)
  assert.doesNotMatch(work, /CCTV/)
})

test('its day is changed with a reason and opens how it was worked out', async () => {
  const change = paths.deskCaseLineAct(id, 1, 'change')
  const later = { what: 'CCTV', direction: 'towards', ...day, 'by-day': '20' }
  assert.match(textOf(await sendSeen(browser, change, later)), /Enter why it is changed/)
  assert.equal((await sendSeen(browser, change, { ...later, reason: 'The owner is away' })).statusCode, 303)
  const page = await browser.get(paths.deskCaseInquiries(id))
  const duty = /href="(\/desk\/duties\/[0-9a-f]{20})">Monday 20 April 2026/.exec(page.body)?.[1] ?? ''
  const explained = await browser.get(duty)
  assert.ok(explained.body.includes(`href="${paths.deskCaseInquiries(id)}"`))
  const worked = textOf(explained)
  assert.match(worked, /Criminal Procedure and Investigations Act 1996, Code of Practice/)
  assert.match(worked, /Until then Tuesday 14 April 2026/)
})

test('when all lines are done the page says so; one opened again is open', async () => {
  await sendSeen(browser, add, { what: 'Did her brother borrow it', direction: 'away' })
  const close = (line: number) => paths.deskCaseLineAct(id, line, 'close')
  assert.match(textOf(await sendSeen(browser, close(1), {})), /Select whether it was pursued Enter what came of it/)
  await sendSeen(browser, close(1), { outcome: 'pursued', words: 'A man in a red coat' })
  assert.doesNotMatch(await tab(), /Every line of inquiry is done/)
  await sendSeen(browser, close(2), { outcome: 'not-pursued', words: 'He lives abroad' })
  const text = await tab()
  assert.match(text, /Every line of inquiry is done/)
  assert.match(text, /Pursued Tuesday 7 April 2026 Result: A man in a red coat .*Not pursued .*Reason: He lives abroad/)
  assert.equal((await browser.get(close(1))).statusCode, 404)
  const reopen = paths.deskCaseLineAct(id, 2, 'reopen')
  assert.equal((await sendSeen(browser, reopen, { reason: 'He came back' })).statusCode, 303)
  assert.match(await tab(), /1 of 2 still open/)
})

test('who may only read sees the inquiries and nothing to press; a prosecutor cannot add to them', async () => {
  const reader = site.signedIn(['case.read', 'duties.read'], officer)
  const { body } = await reader.get(paths.deskCaseInquiries(id))
  assert.match(body, /A man in a red coat/)
  assert.doesNotMatch(body, /inquiries\/(add|plan|1)/)
  assert.equal((await reader.get(add)).statusCode, 403)
})
