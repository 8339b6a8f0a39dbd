import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite, wordsOf } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

const usable = (page: Page, name: string): Promise<void> => assertUsable(page, `duties-${name}`)

const press = (page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> =>
  goBy(page.locator('main').getByRole(role, { name }).first())

const goTo = (page: Page, path: string) => page.goto(`${website.url}${path}`)

async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text)
}

test('every page of the work list can be used by everybody, what is empty and what is closed included', async () => {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, 'Police supervisor')
  for (const query of ['', '?whose=unit', '?whose=agency', '?whose=agency&when=closed', '?q=nothing-like-it']) {
    await goTo(page, `${paths.desk}${query}`)
    await usable(page, `list${query.replaceAll(/\W/g, '-')}`)
  }
  await goTo(page, paths.deskCalendar)
  await usable(page, 'calendar')
  assert.deepEqual(complaints, [])
})

test('a promise is written down, refused, mended, published, assigned, corrected and waived, on usable pages', async () => {
  const { page } = await openPage(browser)
  await signInAs(page, website, 'Plan manager')
  await goTo(page, paths.dutyNew)
  await press(page, 'Add the duty')
  await usable(page, 'new-empty')
  const year = await page.locator('#started-year').inputValue()
  await fillIn(page, {
    what: 'Publish the survey',
    to: 'The public',
    instrument: 'The plan',
    days: '5',
    'started-year': '26',
  })
  await page.getByLabel('It is a number of working days').check()
  await page.getByLabel('Publish it on the public site').check()
  await press(page, 'Add the duty')
  assert.match(await wordsOf(page), /Give the year of the day that starts the clock in full/)
  await fillIn(page, { 'started-year': year })
  await press(page, 'Add the duty')
  const address = new URL(page.url()).pathname
  assert.match(await wordsOf(page), /Day 5 = [^]*the area has not decided/)
  await usable(page, 'duty')

  await press(page, 'Assign it', 'link')
  await usable(page, 'assign')
  await page.getByLabel('Who in').selectOption({ label: 'Martin Pell' })
  await press(page, 'Assign the duty')
  assert.match(await wordsOf(page), /A colleague/)

  await press(page, 'Correct it', 'link')
  await fillIn(page, { days: '6', reason: 'The plan says six' })
  await usable(page, 'correct')
  await press(page, 'Correct the duty')
  await goTo(page, address.replace('/desk/duties/', '/promises/'))
  assert.match(await wordsOf(page), /the date was \w+ \d+ \w+ \d{4}\. It was corrected: The plan says six/)
  await usable(page, 'promise')

  await goTo(page, address)
  await press(page, 'Waive it', 'link')
  await usable(page, 'waive')
  await fillIn(page, { reason: 'The survey was called off' })
  await press(page, 'Waive the duty')
  assert.match(await wordsOf(page), /The survey was called off/)
  await goTo(page, paths.promises)
  await usable(page, 'promises')
})

test('of two people with one duty on their screens, the second is told and keeps what they typed', async () => {
  const [{ page: first }, { page: second }] = [await openPage(browser), await openPage(browser)]
  await signInAs(first, website, 'Prosecution manager')
  await signInAs(second, website, 'Prosecutor')
  await goTo(first, `${paths.desk}?whose=agency&q=clinics`)
  await goBy(first.locator('.fp-duty__due a').first())
  const address = new URL(first.url()).pathname
  assert.match(address, /\/desk\/duties\/[^/]+$/)
  await goTo(second, `${address}/met`)
  await fillIn(second, { how: 'Sent by email' })
  await press(first, 'Assign it', 'link')
  await first.getByLabel('Which unit?').selectOption('Magistrates’ Court Unit')
  await press(first, 'Show its people')
  await press(first, 'Assign the duty')
  await press(second, 'Mark as met')
  assert.match(await wordsOf(second), /Somebody changed this duty[^]*To Magistrates’ Court Unit/)
  assert.equal(await second.locator('#how').inputValue(), 'Sent by email')
  await usable(second, 'meanwhile')
  await press(second, 'Mark as met')
  assert.match(await wordsOf(second), /The duty is marked as met/)
  await usable(second, 'met')
})
