import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `access-${name}`)

const send = (page: Page, button: string): Promise<void> => goBy(page.getByRole('button', { name: button }))

test('an administrator adds somebody, who chooses a password and signs in, on pages that everybody can use', async () => {
  const { page: admin } = await openPage(browser)
  await signInAs(admin, website, 'Area administrator')
  for (const path of [
    'admin',
    'admin/roles',
    'admin/accounts',
    'admin/accounts?q=nobody',
    'account',
    'account/password',
  ]) {
    await admin.goto(`${website.url}/desk/${path}`)
    await check(admin, path.replaceAll(/\W/g, '-'))
  }
  await admin.goto(`${website.url}/desk/admin/accounts/new`)
  await send(admin, 'Add account')
  await check(admin, 'account-not-added')
  await admin.getByLabel('Name').fill('Robin Newcomer')
  await admin.getByLabel('Work email address').fill('robin@area.example')
  await admin.getByLabel('Agency or unit').selectOption('CPS Thames and Chiltern: Crown Court Unit')
  await send(admin, 'Add account')
  await check(admin, 'one-time-password')
  const password = await admin.locator('.fp-code').textContent()
  await goBy(admin.getByRole('link', { name: 'Go to the account' }))
  await admin.getByLabel('Give a role').selectOption('Prosecutor')
  await admin.locator('#reason-give-role').fill('New in the unit')
  await send(admin, 'Give role')
  await check(admin, 'role-given')

  const { page: robin } = await openPage(browser)
  await robin.goto(`${website.url}/desk/account`)
  await robin.getByLabel('Email address').fill('robin@area.example')
  await robin.getByLabel('Password', { exact: true }).fill(password ?? '')
  await robin.keyboard.press('Enter')
  await robin.waitForURL('**/sign-in/new-password**')
  await check(robin, 'new-password')
  await robin.getByLabel('New password', { exact: true }).fill('nine green bottles')
  await robin.getByLabel('New password again').fill('nine green bottles')
  await send(robin, 'Save and sign in')
  assert.equal(robin.url(), `${website.url}/desk/account`)
  await check(robin, 'own-account')
})

test('the data protection officer finds who looked, on a page that everybody can use', async () => {
  const { page } = await openPage(browser)
  await signInAs(page, website, 'Administrator')
  await page.goto(`${website.url}/desk/admin/accounts`)
  const { page: officer } = await openPage(browser)
  await signInAs(officer, website, 'Data protection officer')
  await officer.goto(`${website.url}/desk/admin/looks`)
  await officer.getByLabel('Who looked').first().fill('Callum Frith')
  await send(officer, 'Search')
  assert.match((await officer.locator('table').textContent()) ?? '', /List of accounts/)
  await check(officer, 'who-looked')
})

test('signing in that fails says so on a page that everybody can use', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${website.url}/sign-in`)
  await check(page, 'sign-in')
  await send(page, 'Sign in')
  await check(page, 'sign-in-empty')
  await page.goto(`${website.url}/demonstration`)
  await check(page, 'demonstration')
})
