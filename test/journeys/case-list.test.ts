import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { now } from '../../src/calendar/instant.ts'
import { loadCases } from '../../src/demonstration/cases/load-cases.ts'
import { paths } from '../../src/paths.ts'
import { assertUsable, openBrowser, openPage, signInAs, startWebsite } from '../support/browser.ts'

const website = await startWebsite()
const silent = { at: () => {}, done: () => {} }
await loadCases(website.installation, { cases: 80, seed: 'list', at: now() }, silent)
const browser = await openBrowser()

/** A case that the prosecutor reads and of which this is true. */
async function caseWith(condition: string): Promise<string> {
  const { rows } = await website.installation.pool.query<{ id: string }>(
    `select id from case_summary c where 'cps-thames-and-chiltern' = any(agencies) and ${condition} order by id limit 1`,
  )
  const [found] = rows
  assert.ok(found, condition)
  return found.id
}

const check = (page: Page, name: string): Promise<void> => assertUsable(page, `case-list-${name}`)

test('the list, the head of a case with its tracks, and its record can be used by everybody', async () => {
  const { page } = await openPage(browser)
  for (const role of ['Police officer', 'Prosecutor']) {
    const name = role.toLowerCase().replace(' ', '-')
    await signInAs(page, website, role)
    await page.goto(`${website.url}${paths.deskCases}`)
    assert.ok((await page.locator('.fp-cases tbody tr').count()) > 5)
    await check(page, `${name}-all`)
    await page.goto(`${website.url}${paths.deskCases}?from=yesterday`)
    await check(page, `${name}-unread-day`)
    await page.goto(`${website.url}${paths.deskCases}?reference=zzz&order=earliest`)
    await check(page, `${name}-none`)
  }
  const long = await caseWith(
    '(select count(*) from case_happening h where h.case_id = c.id) > 25 and exists (select from suspect s where s.case_id = c.id)',
  )
  for (const address of [paths.deskCase(long), paths.deskCaseRecord(long), paths.deskCasePeople(long)]) {
    await page.goto(`${website.url}${address}`)
    await check(page, address.split('/').slice(4).join('-') || 'head')
  }
  assert.match(await page.locator('.fp-tracks').innerText(), /Suspect 1/)
})
