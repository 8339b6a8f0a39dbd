import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import { paths } from '../../src/paths.ts'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite, wordsOf } from '../support/browser.ts'
import { reviewedAt, theft } from '../support/decided-review.ts'
import { openReview } from '../support/open-review.ts'

const website = await startWebsite()
const browser = await openBrowser()
const id = 'RVWJ2222'

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `review-${name}`)
const send = (page: Page, name: string): Promise<void> => goBy(page.getByRole('button', { name, exact: true }))
const go = (page: Page, path: string) => page.goto(`${website.url}${path}`)

/** The suspect is in police detention, so that the Threshold Test has its page. */
async function detain(): Promise<void> {
  const acted = { at: reviewedAt, by: 'officer' }
  const act = { actor: 'officer', at: reviewedAt }
  const offences = [{ ...theft.offence, indictable: true }]
  const arrest = { arrestedAt: reviewedAt, where: 'Example Road', offences, asn: null, pncId: null } as const
  await website.installation.record.perform(suspect, `${id}-S1`, { type: 'RecordArrest', ...arrest, ...acted }, act)
  const detention = { arrivedAt: reviewedAt, authorisedAt: reviewedAt, grounds: 'To secure evidence' } as const
  await website.installation.record.perform(
    suspect,
    `${id}-S1`,
    { type: 'AuthoriseDetention', ...detention, ...acted },
    act,
  )
}

/** Names one item as what proves every element. */
async function proveAll(page: Page, item: string): Promise<void> {
  for (const box of await page.getByLabel(new RegExp(`^${item}:`)).all()) await box.check()
}

async function reviewCharge(page: Page): Promise<void> {
  await send(page, 'Go on with C1: what must be proved')
  await proveAll(page, 'M1')
  await check(page, 'elements')
  await send(page, 'Save and go on')
  for (const group of await page.getByRole('radio', { name: 'Yes' }).all()) await group.check()
  for (const note of await page.getByLabel('Note').all()) await note.fill('It was made the same day.')
  await page.getByLabel('Likely defence').fill('Says it was somebody else.')
  await check(page, 'questions')
  await send(page, 'Save and go on')
  await page.getByLabel('Yes, there is').check()
  await page.getByLabel('All outstanding reasonable lines of inquiry have been pursued').check()
  await page.getByLabel('Reasons').fill('The statement and the recording agree.')
  await check(page, 'finding')
  await send(page, 'Record the finding')
  for (const answer of await page.getByLabel('For a prosecution').all()) await answer.check()
  for (const reasons of await page.getByLabel('Reasons').all()) await reasons.fill('It weighs for one.')
  await check(page, 'public-interest')
  await send(page, 'Save and go on')
  await page.getByLabel('Yes, a prosecution is required').check()
  await page.getByLabel('Reasons').fill('On the whole it is required.')
  await check(page, 'conclusion')
  await send(page, 'Record the conclusion')
}

test('a prosecutor takes one charge through both stages, drops the other, and records the decision', async () => {
  await openReview(website.installation, id)
  await detain()
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Prosecutor')
  await go(page, paths.deskCaseReview(id, 1))
  await check(page, 'overview')
  await reviewCharge(page)
  await go(page, paths.deskCaseReviewCharge(id, 1, 'C1', 'threshold'))
  await check(page, 'threshold')
  await go(page, paths.deskCaseReviewCharge(id, 1, 'C2', 'charge'))
  await page.getByLabel('Do not pursue it').check()
  await page.getByLabel('Reason', { exact: true }).fill('The theft is enough.')
  await check(page, 'charge')
  await send(page, 'Record it')
  await send(page, 'Say what is decided')
  await page.getByLabel('Decision on C1').selectOption('Charge')
  await check(page, 'outcomes')
  await send(page, 'Save and check the decision')
  assert.match(await wordsOf(page), /Still missing[\s\S]*disclosable material was considered/)
  await check(page, 'not-complete')
  await goBy(page.getByRole('link', { name: /disclosable material was considered/ }))
  await page.getByLabel('Disclosure declaration').fill('Nothing undermines the case.')
  await page.getByLabel('Initial review before charge').check()
  await check(page, 'notes')
  await send(page, 'Save')
  await goBy(page.getByRole('link', { name: 'Whom each charge concerns' }))
  await check(page, 'victims')
  await send(page, 'Save')
  await send(page, 'Check the decision')
  await check(page, 'decide')
  await send(page, 'Record the decision')
  assert.match(await wordsOf(page), /The decision is recorded\. Police see it now[\s\S]*Decision 1\s+Charge/)
  await check(page, 'decided')
  for (const step of ['reconsider', 'assign']) {
    await go(page, paths.deskCaseReviewStep(id, 1, step))
    await check(page, step)
  }
  assert.deepEqual(complaints, [])
})

test('police read the decision and nothing of the draft', async () => {
  const { page } = await openPage(browser)
  await signInAs(page, website, 'Police officer')
  await go(page, paths.deskCaseReview(id, 1))
  assert.match(await wordsOf(page), /Decided[\s\S]*Decision 1\s+Charge/)
  await check(page, 'for-police')
})

test('the area’s lawyers find an offence and change what must be proved for it', async () => {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Prosecution manager')
  await goBy(page.getByRole('link', { name: 'Points to prove', exact: true }).first())
  await check(page, 'points')
  await page.getByLabel('Find an offence').fill('theft from a shop')
  await send(page, 'Find')
  await goBy(page.getByRole('link', { name: 'Theft from a shop', exact: true }))
  assert.match(await wordsOf(page), /Unconfirmed[\s\S]*The suspect acted dishonestly/)
  await check(page, 'points-of-one')
  await goBy(page.getByRole('button', { name: 'Change' }))
  await page.getByLabel('Yes, it is checked').check()
  await page.getByLabel('Reason for the change').fill('Checked by the lead lawyer for theft.')
  await check(page, 'points-change')
  await send(page, 'Save what must be proved')
  assert.match(await wordsOf(page), /What must be proved is saved[\s\S]*Checked by lawyers[\s\S]*Version 1/)
  await check(page, 'points-changed')
  assert.deepEqual(complaints, [])
})
