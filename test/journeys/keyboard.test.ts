import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { assertAccessible, openBrowser, openPage, startWebsite } from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

/** What has the keyboard's focus: its name as a screen reader says it, roughly. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    type Focus = { textContent: string; getAttribute(name: string): string | null; tagName: string }
    const { activeElement } = (globalThis as unknown as { document: { activeElement: Focus } }).document
    return (activeElement.getAttribute('aria-label') ?? activeElement.textContent).replaceAll(/\s+/g, ' ').trim()
  })

/** Presses Tab until what has the focus is called so. Fails when the whole page was walked through without it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    if (name.test(await focused(page))) return
  }
  assert.fail(`${page.url()}: the keyboard never reached ${String(name)}`)
}

async function pressEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

test('with the keyboard alone somebody signs in, opens the work list and has a date explained', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(`${website.url}${paths.demonstration}`)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Skip to main content', 'the first stop skips what every page begins with')
  await tabTo(page, /Local policing body officer/)
  await pressEnter(page)
  assert.equal(new URL(page.url()).pathname, paths.desk)

  await tabTo(page, /agency’s|agency's/i)
  await pressEnter(page)
  await assertAccessible(page)
  await tabTo(page, /\d{1,2} \w+ 20\d\d/)
  await pressEnter(page)
  assert.match(new URL(page.url()).pathname, /^\/desk\/duties\//)
  const words = await page.locator('main').innerText()
  assert.match(words, /How this date was worked out/i)
  await assertAccessible(page)
  assert.deepEqual(complaints, [])
})

test('everything that takes the focus shows that it has it', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${website.url}${paths.signIn}`)
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    const marked = await page.evaluate(() => {
      type Style = { outlineStyle: string; boxShadow: string; backgroundColor: string }
      const view = globalThis as unknown as {
        document: { activeElement: object; body: object }
        getComputedStyle(of: object): Style
      }
      const { activeElement, body } = view.document
      if (activeElement === body) return true
      const { outlineStyle, boxShadow } = view.getComputedStyle(activeElement)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
    assert.ok(marked, `stop ${stop + 1} (${await focused(page)}) does not show its focus`)
  }
})
