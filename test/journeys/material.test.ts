import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { projectFolder } from '../../src/platform/installation.ts'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite, wordsOf } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `material-${name}`)

const send = (page: Page, button: string): Promise<void> =>
  goBy(page.getByRole('button', { name: button, exact: true }).last())

const follow = (page: Page, link: string): Promise<void> => goBy(page.getByRole('link', { name: link }).first())

const fixture = (name: string): string => path.join(projectFolder, 'test/fixtures/files', name)

/** Records an allegation with as little as it needs, and stands on its case. */
async function recordCase(page: Page): Promise<void> {
  await page.goto(`${website.url}${paths.deskCaseNew}`)
  await page.getByLabel('Nobody who gave a name').check()
  await page.getByLabel('There is no victim who can be named').check()
  await page.getByLabel('What happened').fill('The window of the pavilion was broken')
  await page.getByLabel('Where', { exact: true }).fill('Example Lane pavilion')
  const today = new Date()
  for (const [part, value] of Object.entries({
    day: today.getUTCDate(),
    month: today.getUTCMonth() + 1,
    year: today.getUTCFullYear(),
  })) {
    await page.locator(`#from-${part}`).fill(String(value))
  }
  await send(page, 'Record the allegation')
}

test('an officer adds material, attaches its file, and decides that it is unused', async () => {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Police officer')
  await recordCase(page)
  await follow(page, 'Material')
  assert.match(await wordsOf(page), /There is no material in this case yet/)
  await check(page, 'empty')
  await send(page, 'Add material')
  await page.getByLabel('Kind').selectOption('log')
  await page.getByLabel('What it is, in a few words').fill('Incident log')
  await page.getByLabel('Not decided yet').check()
  await check(page, 'add')
  await send(page, 'Add it')
  assert.match(await wordsOf(page), /The material is on the register[\s\S]*M1: Incident log/)

  await send(page, 'Attach a file')
  await check(page, 'attach')
  complaints.length = 0
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'log.pdf',
    mimeType: 'application/pdf',
    buffer: await readFile(fixture('picture.png')),
  })
  await send(page, 'Attach it')
  assert.match(
    await wordsOf(page),
    /There is a problem\s+The name of this file ends in “.pdf”, but what is in it is a PNG/,
  )
  assert.ok(complaints.every((complaint) => complaint.includes('409')))
  complaints.length = 0
  await check(page, 'attach-with-error')
  await page.getByLabel('File', { exact: true }).setInputFiles(fixture('statement.pdf'))
  await send(page, 'Attach it')
  assert.match(await wordsOf(page), /The file is attached[\s\S]*statement\.pdf/)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'statement.pdf', exact: true }).click(),
  ])
  assert.equal(saved.suggestedFilename(), 'statement.pdf')
  assert.deepEqual(await readFile(await saved.path()), await readFile(fixture('statement.pdf')))
  await check(page, 'item')

  await send(page, 'Decide what it is used for')
  await page.getByLabel('Unused', { exact: true }).check()
  await check(page, 'use')
  await send(page, 'Record the use')
  await follow(page, 'Material')
  await check(page, 'register')
  await follow(page, 'Unused material (MG6C)')
  assert.match(await wordsOf(page), /1\s+Incident log/)
  await check(page, 'schedule')
  assert.deepEqual(complaints, [])
})
