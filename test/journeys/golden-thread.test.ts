import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { openBrowser, openPage, startWebsite } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

for (const { objective, measure, sha256 } of [
  { objective: '1. Cut crimes', measure: 'Recorded burglary', sha256: /[0-9a-f]{64}/ },
  { objective: '3. Protect communities', measure: 'sexual offences', sha256: /[0-9a-f]{64}/ },
]) {
  test(`from the objective “${objective}” one click each leads to the file, and back`, async () => {
    const { page, complaints } = await openPage(browser)
    const follow = async (name: string | RegExp): Promise<void> => {
      const link = page.locator('main').getByRole('link', { name }).first()
      await Promise.all([page.waitForEvent('load'), link.click()])
    }
    const at = (): string => new URL(page.url()).pathname
    await page.goto(`${website.url}${paths.plan}`)
    await follow(new RegExp(objective))
    const objectiveAt = at()
    await follow(new RegExp(`What is counted, and every month.*${measure}`, 'i'))
    const measureAt = at()
    await follow(/^\w+ 20\d\d$/)
    const monthAt = at()
    assert.ok(monthAt.startsWith(`${measureAt}/`))
    assert.match(await page.locator('main').innerText(), /Thames Valley/)
    await follow(/\.csv/)
    assert.match(at(), /^\/data\/files\//)
    assert.match(await page.locator('main').innerText(), sha256)

    for (const [came, name] of [
      [monthAt, /20\d\d/],
      [measureAt, /Measure|Every month|Recorded burglary|sexual/i],
      [objectiveAt, new RegExp(objective.slice(3))],
    ] as const) {
      for (const folded of await page.locator('main summary').all()) await folded.click()
      const back = page.locator(`main a[href^="${came}"], nav a[href^="${came}"]`).first()
      assert.ok(await back.count(), `${at()} has no way back to ${came} (${String(name)})`)
      await Promise.all([page.waitForEvent('load'), back.click()])
      assert.equal(at(), came)
    }
    assert.deepEqual(complaints, [])
  })
}
