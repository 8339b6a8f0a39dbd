import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite, wordsOf } from '../support/browser.ts'
import { recordCase } from '../support/cases.ts'

const website = await startWebsite()
const browser = await openBrowser()
const caseId = 'SSPCT222'
await recordCase(website.installation, caseId)

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `suspect-${name}`)

const press = (page: Page, role: 'button' | 'link', name: string): Promise<void> =>
  goBy(page.getByRole(role, { name, exact: true }).first())

/** Forms begin with the present minute, which is in order for everything that is recorded one after another. */
test('an officer names, arrests, detains, interviews and bails a suspect, and learns who may charge', async () => {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Police officer')
  await page.goto(`${website.url}${paths.deskCaseSuspects(caseId)}`)
  await check(page, 'none')
  await press(page, 'button', 'Name a suspect')
  await check(page, 'new')
  await page.getByLabel('Name', { exact: true }).fill('Medlar Example')
  await page.getByLabel('Why this person is suspected').fill('Seen on the camera of the station')
  await press(page, 'button', 'Add the suspect')
  assert.match(
    await wordsOf(page),
    /The suspect is added to the case[\s\S]*Suspect 1\s+Medlar Example[\s\S]*Being investigated/,
  )
  await check(page, 'tab')

  await press(page, 'link', 'Suspect 1')
  await press(page, 'button', 'Record an arrest')
  await check(page, 'arrest')
  await page.getByLabel('Where', { exact: true }).fill('Example Road')
  await page.getByLabel('Arrest/summons number (optional)').fill('11/01ZD/01/410836V')
  await press(page, 'button', 'Record the arrest')
  await press(page, 'button', 'Record that detention was authorised')
  await check(page, 'detention')
  await page.getByLabel('Why detention is necessary').fill('To obtain evidence by questioning')
  await press(page, 'button', 'Record the detention')
  assert.match(
    await wordsOf(page),
    /In police detention[\s\S]*23 hours 5\d minutes left of police detention|24 hours left/,
  )
  await check(page, 'detained')

  for (const act of [
    'Record a review of detention',
    'Record time in hospital',
    'Record a warrant of further detention',
  ]) {
    await press(page, act.includes('review') ? 'button' : 'link', act)
    await check(page, act.replaceAll(' ', '-').toLowerCase())
    await page.goBack()
  }
  await press(page, 'link', 'Record an interview')
  await page.getByLabel('Where', { exact: true }).fill('Custody suite')
  await page.getByLabel('The suspect was cautioned before it').check()
  await page.getByLabel('Sound recording').check()
  await page.getByLabel('A solicitor was present').check()
  await page.getByLabel('What the suspect said, in brief').fill('No comment')
  await check(page, 'interview')
  await press(page, 'button', 'Record the interview')

  await press(page, 'link', 'Propose a charge')
  await page.getByLabel('What the suspect is said to have done').fill('Stole a pedal cycle belonging to victim 1')
  await check(page, 'propose-charge')
  await press(page, 'button', 'Propose the charge')
  assert.match(await wordsOf(page), /The prosecutor decides on this case/)
  await press(page, 'link', 'Say what decides it')
  await page.getByLabel('Not guilty', { exact: true }).check()
  await page.getByLabel('Yes', { exact: true }).first().check()
  await page.getByLabel('No', { exact: true }).last().check()
  await check(page, 'who-may-charge')
  await press(page, 'button', 'Work out who may charge')
  await page.getByText('How this follows').click()
  assert.match(await wordsOf(page), /the anticipated plea is not guilty/)
  await check(page, 'proposed')

  await press(page, 'link', 'Release on bail before charge')
  await check(page, 'bail')
  await press(page, 'button', 'Record the bail')
  assert.match(await wordsOf(page), /On bail before charge/)
  await press(page, 'link', 'Extend bail')
  await check(page, 'extend-bail')
  await page.getByLabel('Why more time is needed').fill('The forensic report is awaited')
  await press(page, 'button', 'Record the extension')
  assert.match(await wordsOf(page), /Inspector or above, on/)
  await check(page, 'bailed')

  await press(page, 'link', 'Record detention on return from bail')
  await check(page, 'return')
  await page.getByLabel('Why detention is necessary').fill('To be questioned about the forensic report')
  await press(page, 'button', 'Record the detention')
  assert.match(await wordsOf(page), /In police detention[\s\S]*On bail in between/)
  await check(page, 'returned')
  await press(page, 'link', 'Take no further action against this suspect')
  await check(page, 'no-further-action')
  assert.deepEqual(complaints, [])
})
