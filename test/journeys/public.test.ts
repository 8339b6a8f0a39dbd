import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  assertAccessible,
  assertFitsWidth,
  desktop,
  openBrowser,
  openPage,
  phone,
  screenshot,
  startWebsite,
} from '../support/browser.ts'

const website = await startWebsite()
const browser = await openBrowser()

/** Of pages that differ only in what they are about, one is enough: one month, one measure, one promise. */
const kindOf = (href: string): string =>
  href
    .split('?')[0]!
    .replace(/^\/(promises|plan\/objectives|performance\/measures|data\/files)\/[^/]+/, '/$1/*')
    .replaceAll(/\d{4}-\d{2}/g, '*')
const isFile = (href: string): boolean => /\.(csv|json|ics|zip|sqlite|pdf)(\?|$)|\/content$/.test(href)
const isPublic = (href: string): boolean => !href.startsWith('/desk') && !href.startsWith('/sign-') && !isFile(href)

async function linksOn(page: Page): Promise<readonly string[]> {
  const found = await page.$$eval('a[href]', (links) => links.map((link) => link.getAttribute('href') ?? ''))
  return found.filter((href) => href.startsWith('/') && isPublic(href)).map((href) => href.split('#')[0]!)
}

/** Follows every link from the first page, one page of each kind, and does `look` on each. Returns what it saw. */
async function walk(page: Page, look: (path: string) => Promise<void>): Promise<readonly string[]> {
  const waiting = ['/', '/roles', '/accessibility', '/privacy', '/contact', '/sign-in']
  const seen = new Set(waiting.map(kindOf))
  const walked: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await page.goto(website.url + path)
    assert.equal(response?.status(), 200, `${path} answers, and so does every link to it`)
    await look(path)
    walked.push(path)
    for (const href of await linksOn(page)) {
      if (seen.has(kindOf(href))) continue
      seen.add(kindOf(href))
      waiting.push(href)
    }
  }
  return walked
}

const nameOf = (path: string): string => path.replaceAll(/[^a-z0-9-]+/gi, '_').slice(0, 60)

for (const [width, viewport] of [
  ['a desktop', desktop],
  ['a narrow phone', phone],
] as const) {
  test(`every public page that links lead to can be used by everybody on ${width}`, async () => {
    const { page, complaints } = await openPage(browser, viewport)
    const wrong: string[] = []
    const walked = await walk(page, async (path) => {
      await screenshot(page, `${viewport.width}${nameOf(path)}`)
      if ((await page.locator('h1').count()) !== 1) wrong.push(`${path} does not have one h1`)
      for (const check of [assertFitsWidth, assertAccessible]) {
        await check(page).catch((error: Error) => wrong.push(error.message))
      }
    })
    assert.equal(wrong.length, 0, wrong.join('\n'))
    assert.ok(walked.length > 5)
    assert.deepEqual(complaints, [])
  })
}

test('the error pages can be used by everybody', async () => {
  const { page } = await openPage(browser, phone)
  await page.goto(`${website.url}/nowhere`)
  await assertAccessible(page)
  await assertFitsWidth(page)
  await screenshot(page, 'not-found')
})
