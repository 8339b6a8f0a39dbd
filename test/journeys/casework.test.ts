import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import {
  assertUsable,
  goBy,
  openBrowser,
  openPage,
  phone,
  signInAs,
  startWebsite,
  wordsOf,
} from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `case-${name}`)

const send = (page: Page, button: string): Promise<void> =>
  goBy(page.getByRole('button', { name: button, exact: true }).last())

const follow = (page: Page, link: string | RegExp): Promise<void> =>
  goBy(page.getByRole('link', { name: link, exact: typeof link === 'string' }).first())

/** Fills the two days of a report of today about yesterday. */
async function fillDay(page: Page, name: string, day: Date): Promise<void> {
  await page.locator(`#${name}-day`).fill(String(day.getUTCDate()))
  await page.locator(`#${name}-month`).fill(String(day.getUTCMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(day.getUTCFullYear()))
}

/** Noon is the same day in London all year. */
const daysAgo = (days: number): Date => new Date(new Date().setUTCHours(12) - days * 86_400_000)

test('an officer takes an allegation to its decision and tells the victim, on pages that everybody can use', async () => {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Police officer')
  await follow(page, 'Cases')
  await check(page, 'list')
  await send(page, 'Record an allegation')
  await check(page, 'form')

  await page.getByLabel('Suspected offence (optional)').fill('pedal cycle')
  await send(page, 'Find offences')
  assert.ok(page.url().endsWith('#find-offence'))
  await page.getByLabel('Theft of pedal cycle', { exact: true }).check()
  await page.getByLabel('What happened').fill('The bicycle was gone and the lock lay cut on the ground.')
  await page.getByLabel('Name', { exact: true }).last().fill('Saffron Example')
  await send(page, 'Add another victim')
  await page.locator('#victim-2-name').fill('Comfrey Example')
  await page.locator('#victim-2-rights').check()
  await fillDay(page, 'reported', daysAgo(1))
  await fillDay(page, 'from', daysAgo(2))
  complaints.length = 0
  await send(page, 'Record the allegation')
  assert.match(await wordsOf(page), /There is a problem\s+Select who reported it\s+Enter where it happened/)
  // What the browser says about an answer that names errors.
  assert.ok(complaints.every((complaint) => complaint.includes('400')))
  complaints.length = 0
  await check(page, 'form-with-errors')
  await page.getByLabel('The victim', { exact: true }).check()
  await page.getByLabel('Where', { exact: true }).fill('Example Road station')
  await send(page, 'Record the allegation')

  assert.match(
    await wordsOf(page),
    /The allegation is recorded[\s\S]*Report [2-9B-Z]{4}-[2-9B-Z]{4}[\s\S]*Ready to decide/,
  )
  assert.match(await wordsOf(page), /Saffron Example\s+Comfrey Example/)
  await check(page, 'recorded')

  await send(page, 'Decide whether it is a crime')
  await check(page, 'crime')
  await page.getByLabel('Yes: record it as a crime').check()
  await page.getByLabel('Crime reference, if it is one').fill('43 2609 99999')
  await page.getByLabel('Reason', { exact: true }).fill('What is described is theft')
  await check(page, 'crime-filled')
  await send(page, 'Record the decision')
  assert.match(await wordsOf(page), /Crime 43260999999/)

  await send(page, 'Decide whether to investigate')
  assert.match(await wordsOf(page), /Victim 2 must be told, with the reason, by/)
  await check(page, 'investigate')
  await page.getByLabel('No, or no longer').check()
  await page.getByLabel('Reason', { exact: true }).fill('No camera and no witness')
  await send(page, 'Record the decision')
  assert.match(await wordsOf(page), /Waiting for a victim to be told/)
  await check(page, 'to-tell')

  for (const name of ['Saffron Example', 'Comfrey Example']) {
    await send(page, 'Record that the victim was told')
    assert.match(await wordsOf(page), new RegExp(name))
    await page.getByLabel('Yes', { exact: true }).check()
    await page.getByLabel('How and what was said, or why nobody can tell them').fill('By telephone')
    await check(page, 'telling')
    await send(page, 'Record it')
  }
  assert.match(await wordsOf(page), /Not investigated/)

  await follow(page, 'People')
  assert.match(await wordsOf(page), /Enhanced/)
  await check(page, 'people')
  await follow(page, /^Correct/)
  await page.getByLabel('Telephone number (optional)').fill('01632 960055')
  await page.getByLabel('Why this is corrected').fill('Left out')
  await check(page, 'correct')
  await send(page, 'Correct the details')
  await follow(page, 'Record')
  assert.match(
    await wordsOf(page),
    /Corrected: telephone number[\s\S]*Victim 2 told[\s\S]*Victim 1 told[\s\S]*Decided not to investigate[\s\S]*Recorded as a crime[\s\S]*Allegation recorded/,
  )
  await check(page, 'record')

  await goBy(page.locator('.fp-owed a').first())
  assert.match(await wordsOf(page), /How this date was worked out/)
  await page.goto(`${website.url}${paths.deskCases}?reference=43260999999`)
  assert.match(await wordsOf(page), /1 to 1 of 1 case/)
  assert.deepEqual(complaints, [])
})

test('an allegation is recorded without a script', async () => {
  const context = await browser.newContext({ viewport: phone, locale: 'en-GB', javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, website, 'Police officer')
  await page.goto(`${website.url}${paths.deskCaseNew}`)
  await page.getByLabel('Nobody who gave a name').check()
  await page.getByLabel('There is no victim who can be named').check()
  await page.getByLabel('What happened').fill('Shouting in the car park')
  await page.getByLabel('Where', { exact: true }).fill('Example Lane car park')
  await fillDay(page, 'from', daysAgo(0))
  await page.getByLabel('Suspected offence (optional)').fill('affray')
  await send(page, 'Find offences')
  await page.locator('input[name=offence]').first().check()
  await send(page, 'Record the allegation')
  assert.match(await wordsOf(page), /The allegation is recorded/)
  await send(page, 'Decide whether it is a crime')
  await page.getByLabel('No: record it as no crime').check()
  await page.getByLabel('Reason', { exact: true }).fill('A rehearsal of a play')
  await send(page, 'Record the decision')
  assert.match(await wordsOf(page), /Recorded as no crime/)
})

test('a prosecutor finds nothing of a case that was not referred, and a commissioner’s officer no cases at all', async () => {
  for (const [role, status] of [
    ['Prosecutor', 404],
    ['Local policing body officer', 403],
  ] as const) {
    const { page } = await openPage(browser)
    await signInAs(page, website, role)
    assert.equal(await page.getByRole('link', { name: 'Cases', exact: true }).count(), status === 404 ? 1 : 0)
    const answer = await page.goto(`${website.url}${paths.deskCase('DMN4MNPQ')}`)
    assert.equal(answer?.status(), status)
  }
})
