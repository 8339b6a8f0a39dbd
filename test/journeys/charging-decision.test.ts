import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { assertUsable, goBy, openBrowser, wordsOf } from '../support/browser.ts'
import { caseSite, officer } from '../support/cases.ts'
import { reviewedCase } from '../support/decided-case.ts'
import { prosecutor } from '../support/decided-review.ts'
import { freePort } from '../support/free-port.ts'

const site = await caseSite()
await reviewedCase(site.installation, 'DCDC2222', { assaultProved: false })
const port = await freePort()
await site.app.listen({ host: '127.0.0.1', port })
const url = `http://localhost:${port}`
const browser = await openBrowser()

/** A page of a browser in which somebody has signed in. */
async function pageOf(permissions: readonly string[], who: typeof officer): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  const [name = '', value = ''] = site.signedIn(permissions, who).cookies().split('=')
  await context.addCookies([{ name, value, url }])
  return context.newPage()
}

test('a prosecutor reads a decision, asks what would fall without some of it, and sees how it is counted', async () => {
  const page = await pageOf(['case.read', 'charging.decide', 'duties.read', 'measures.read'], prosecutor)
  await page.goto(`${url}${paths.deskCaseDecision('DCDC2222', 1, 1)}`)
  await page.getByText('How this decision is counted').click()
  await assertUsable(page, 'decision')
  await goBy(page.getByRole('link', { name: 'What if some of it were lost?' }))
  await assertUsable(page, 'what-if-nothing')
  await page.getByLabel('M2 Cameras of the station').check()
  await page.getByRole('button', { name: 'Show what would fall' }).click()
  await page.waitForURL(/lost=M2/)
  assert.match(await wordsOf(page), /Charge C1 would fall/)
  await assertUsable(page, 'what-if')
  await goBy(page.getByRole('link', { name: 'Start again' }))
  assert.match(await wordsOf(page), /Nothing is marked yet/)
  await page.goto(`${url}${paths.deskChargingOutcomesOf('2026-04')}`)
  await assertUsable(page, 'outcomes')
})

test('police save the decision and a schedule as PDF', async () => {
  const page = await pageOf(['case.read', 'duties.read'], officer)
  await page.goto(`${url}${paths.deskCaseDecision('DCDC2222', 1, 1)}`)
  const [decision] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as PDF' }).click(),
  ])
  assert.equal(decision.suggestedFilename(), 'charging-decision-DCDC2222-S1-1.pdf')
  await page.goto(`${url}${paths.deskCaseSchedule('DCDC2222', 'mg6d')}`)
  await assertUsable(page, 'schedule')
  const [schedule] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as PDF' }).click(),
  ])
  assert.equal(schedule.suggestedFilename(), 'MG6D DCDC2222.pdf')
})
