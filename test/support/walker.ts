import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import {
  type Website,
  assertFitsWidth,
  assertUsable,
  desktop,
  goBy,
  openPage,
  phone,
  signInAs,
  wordsOf,
} from './browser.ts'

/** Somebody of the demonstration at a browser of their own, and what people do with pages. */
export type Walker = {
  readonly page: Page
  /** Goes to an address of the website, and gives the status of the answer. */
  open(address: string): Promise<number | undefined>
  follow(link: string | RegExp): Promise<void>
  press(button: string | RegExp): Promise<void>
  /** Types into the last field of that name: the one that was added last. */
  fill(label: string, value: string): Promise<void>
  tick(label: string | RegExp): Promise<void>
  pick(label: string, option: string): Promise<void>
  /** Each pattern is found in what the page says. */
  says(...patterns: readonly RegExp[]): Promise<void>
  /** The page can be used by everybody, on a phone and on a desktop. */
  check(name: string): Promise<void>
  /** The page has one heading and no need to be scrolled sideways on a phone. */
  glance(): Promise<void>
  /** What the browser complained of, but that a page was refused, which the walk asks for on purpose. */
  complaints(): readonly string[]
}

export async function walkAs(browser: Browser, website: Website, role: string): Promise<Walker> {
  const { page, complaints } = await openPage(browser)
  await signInAs(page, website, role)
  const go = (kind: 'button' | 'link', name: string | RegExp): Promise<void> =>
    goBy(page.getByRole(kind, { name, exact: typeof name === 'string' }).first())
  return {
    page,
    open: async (address) => (await page.goto(`${website.url}${address}`))?.status(),
    follow: (link) => go('link', link),
    press: (button) => go('button', button),
    fill: (label, value) => page.getByLabel(label, { exact: true }).last().fill(value),
    tick: (label) =>
      page
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .check(),
    async pick(label, option) {
      await page.getByLabel(label, { exact: true }).last().selectOption({ label: option })
    },
    async says(...patterns) {
      const words = await wordsOf(page)
      for (const pattern of patterns) assert.match(words, pattern)
    },
    check: (name) => assertUsable(page, name),
    async glance() {
      await page.setViewportSize(phone)
      assert.equal(await page.locator('h1').count(), 1, page.url())
      await assertFitsWidth(page)
      await page.setViewportSize(desktop)
    },
    complaints: () => complaints.filter((one) => !/status of 40\d/.test(one)),
  }
}

/** Fills a date's three fields with the day that is so many days from now: noon is the same day in London all year. */
export async function fillDay({ page }: Walker, name: string, days: number): Promise<void> {
  const day = new Date(new Date().setUTCHours(12) + days * 86_400_000)
  await page.locator(`#${name}-day`).fill(String(day.getUTCDate()))
  await page.locator(`#${name}-month`).fill(String(day.getUTCMonth() + 1))
  await page.locator(`#${name}-year`).fill(String(day.getUTCFullYear()))
}

/** The id of the case on whose page somebody stands. */
export const caseOf = ({ page }: Walker): string =>
  /\/desk\/cases\/([2-9B-Z]{8})/.exec(new URL(page.url()).pathname)?.[1] ?? assert.fail(`${page.url()} is of no case`)
