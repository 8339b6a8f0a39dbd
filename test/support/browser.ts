import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { after } from 'node:test'
import axe from 'axe-core'
import { type Browser, type Locator, type Page, chromium } from 'playwright-core'
import { loadArea, loadDemonstration } from '../../src/demonstration/load.ts'
import { deciders, routes } from '../../src/features.ts'
import { paths } from '../../src/paths.ts'
import { progressOn } from '../../src/platform/command-line/progress.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { buildServer } from '../../src/platform/web/server.ts'
import { siteOf } from '../../src/serve/site.ts'
import { chromiumPath } from './chromium.ts'
import { type Contents, testInstallation } from './database.ts'
import { freePort } from './free-port.ts'

export type Website = { readonly url: string; readonly installation: Installation }

const demonstration: Contents = {
  name: 'demonstration',
  async load(installation) {
    const progress = progressOn(process.stderr)
    await loadArea(installation, progress)
    await loadDemonstration(installation, progress)
  },
}

/**
 * The whole website with the demonstration in it, on a free port of this computer, as `frankpledge start` serves it.
 * What the server fails on is thrown where the test ends.
 */
export async function startWebsite(): Promise<Website> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const installation = await testInstallation(deciders, { port, publicUrl: url }, '', demonstration)
  const bugs: unknown[] = []
  const app = await buildServer({
    ...siteOf(installation, routes, true),
    onBug: (error) => void bugs.push(error),
  })
  await app.listen({ host: '127.0.0.1', port })
  after(async () => {
    await app.close()
    if (bugs.length > 0) throw new AggregateError(bugs, 'the server failed during the journey')
  })
  return { url, installation }
}

export const desktop = { width: 1280, height: 900 }
export const phone = { width: 320, height: 640 }

/** Chromium without a network of its own: pages load nothing but what our server serves. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  after(() => browser.close())
  return browser
}

/** A page of a browser of its own, in English time. Anything that the page complains of in its console is kept. */
export async function openPage(browser: Browser, viewport = desktop): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

/** Signs in through the demonstration as somebody with this role, such as "Prosecutor", and waits for the work list. */
export async function signInAs(page: Page, { url }: Website, role: string): Promise<void> {
  await page.goto(`${url}${paths.demonstration}`)
  await page
    .getByRole('button', { name: new RegExp(`, ${role}$`) })
    .first()
    .click()
  await page.waitForURL(`${url}${paths.desk}`)
}

/** Presses or follows what leads to another page, and waits until all of that page is there. */
export async function goBy(leading: Locator): Promise<void> {
  await Promise.all([leading.page().waitForEvent('domcontentloaded'), leading.click()])
}

export const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText()

/** Fails with what axe finds on the page as it stands: rule, how grave, and where. */
export async function assertAccessible(page: Page): Promise<void> {
  // It is half a megabyte, and stays on the page for the next look at it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, impact, help, nodes }) => {
      const where = nodes.map(({ target, html }) => `    ${target.join(' ')}  ${html.slice(0, 160)}`).join('\n')
      return `${id} (${impact}): ${help}\n${where}`
    })
  })
  assert.deepEqual(found, [], `${page.url()}:\n${found.join('\n')}`)
}

/** Fails when the page is wider than the window, so that a reader would have to scroll sideways. */
export async function assertFitsWidth(page: Page): Promise<void> {
  const { wide, window } = await page.evaluate(() => {
    const root = (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document
    return {
      wide: root.documentElement.scrollWidth,
      window: (globalThis as unknown as { innerWidth: number }).innerWidth,
    }
  })
  assert.ok(wide <= window, `${page.url()} is ${wide} pixels wide in a window of ${window}`)
}

/** Keeps a picture of the whole page when SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

/** The page as it stands has one heading and can be used by everybody, on a phone and on a desktop. */
export async function assertUsable(page: Page, name: string): Promise<void> {
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await screenshot(page, `${viewport.width}-${name}`)
    assert.equal(await page.locator('h1').count(), 1, name)
    await assertFitsWidth(page)
    await assertAccessible(page)
  }
}
