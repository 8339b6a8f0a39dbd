import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { assertUsable, goBy, openBrowser, openPage, signInAs, startWebsite } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

test('an administrator gives a system access, it is used, and the access is ended, on pages that everybody can use', async () => {
  const { page } = await openPage(browser)
  await signInAs(page, website, 'Administrator')
  await page.goto(`${website.url}${paths.deskAdmin}`)
  await goBy(page.getByRole('link', { name: 'Other systems', exact: true }))
  await assertUsable(page, 'api-no-tokens')
  await goBy(page.getByRole('button', { name: 'Make a token' }))
  await assertUsable(page, 'api-token-not-made')
  await page.getByLabel('Name of the system').fill('Case management')
  await page.getByLabel('See the cases').check()
  const year = new Date().getUTCFullYear()
  for (const [part, value] of [
    ['Day', 28],
    ['Month', 2],
    ['Year', year + 1],
  ] as const) {
    await page.getByLabel(part, { exact: true }).fill(String(value))
  }
  await goBy(page.getByRole('button', { name: 'Make a token' }))
  await assertUsable(page, 'api-token-made')
  const secret = (await page.locator('.fp-code').textContent())?.trim() ?? ''

  const happenings = (): Promise<Response> =>
    fetch(`${website.url}/api/v1/happenings`, { headers: { authorization: `Bearer ${secret}` } })
  assert.equal((await happenings()).status, 200)
  // The session that made the token is none itself.
  const answer = await page.request.get(`${website.url}/api/v1/happenings`)
  assert.equal(answer.status(), 401)

  await page.goto(`${website.url}${paths.apiTokens}`)
  assert.equal(await page.getByText('Never').count(), 0)
  await page.getByText('End this token').click()
  await page.getByLabel('Why is the access of Case management ended?').fill('Replaced')
  await goBy(page.getByRole('button', { name: 'End the token' }))
  await page.getByText('The token is ended').waitFor()
  await assertUsable(page, 'api-token-ended')
  assert.equal((await happenings()).status, 401)
})

test('whoever writes a system reads how it uses the API, on a page that everybody can use', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(website.url)
  await goBy(page.getByRole('link', { name: 'For other systems' }))
  for (const example of await page.locator('summary').all()) await example.click()
  await assertUsable(page, 'api')
  const document = await page.request.get(`${website.url}${paths.openApi}`)
  assert.equal(document.status(), 200)
  assert.deepEqual(complaints, [])
})
