import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { parseInstant } from '../../src/calendar/instant.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { siteAssets } from '../../src/platform/web/assets.ts'
import type { Identity, LookEntry } from '../../src/platform/web/identity.ts'
import type { Routes } from '../../src/platform/web/routing.ts'
import { buildServer } from '../../src/platform/web/server.ts'
import type { Site } from '../../src/platform/web/site.ts'

/** One browser: it keeps cookies, and sends with every form the token that the last page's forms held. */
export type Browser = {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** Sends a form, with the token of a page that holds one; `from` is that page, else the form's own address. */
  post(url: string, form?: Record<string, string | readonly string[]>, from?: string): Promise<LightMyRequestResponse>
  /** Sends a form exactly as it stands, with no token added. */
  postRaw(url: string, body: string | Buffer, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  setCookie(name: string, value: string): void
  /** The header that carries the cookies, for a request that is sent past this browser. */
  cookies(): string
}

export type TestSite = {
  readonly app: FastifyInstance
  readonly installation: Installation
  /** Every look that was logged, unless the site was given its own `keepLook`. */
  readonly looks: readonly LookEntry[]
  /** The lines of the log. */
  readonly log: readonly string[]
  /** Set this to false where a test makes the server fail on purpose; otherwise a 500 fails the test. */
  expectNoBugs: boolean
  /** A browser of somebody not signed in. */
  browser(): Browser
  /** A browser in which somebody with these permissions has signed in. */
  signedIn(permissions: readonly string[], who?: Partial<Identity['viewer']>): Browser
}

export const testMoment = parseInstant('2026-04-07T09:30:00.000Z')

/** Builds a server on a test installation, with the routes of one feature. Its clock stands at `testMoment`. */
export async function testSite(
  installation: Installation,
  routes: readonly Routes[],
  settings: Partial<Site> = {},
): Promise<TestSite> {
  const people = new Map<string, Identity>()
  const looks: LookEntry[] = []
  const log: string[] = []
  const bugs: unknown[] = []
  const permissions = settings.permissions ?? []
  const app = await buildServer({
    installation,
    routes,
    permissions,
    identify: async (token) => people.get(token) ?? null,
    keepLook: async (entry) => void looks.push(entry),
    areaName: 'Thames and Chiltern',
    demonstration: true,
    places: { home: '/', work: '/desk', account: '/desk/account', signIn: '/sign-in', signOut: '/sign-out' },
    navigation: { public: [], work: [] },
    footer: [],
    assets: siteAssets(),
    log: { stream: { write: (line) => void log.push(line) }, level: 'info' },
    onBug: (error) => void bugs.push(error),
    now: () => testMoment,
    ...settings,
  })
  after(() => app.close())
  const site: TestSite = {
    app,
    installation,
    looks,
    log,
    expectNoBugs: true,
    browser: () => browserOn(app, failOnBug),
    signedIn(permissions, who = {}) {
      const token = randomUUID()
      const viewer = { account: 'tester', agency: 'cps', unit: 'charging', permissions, ...who }
      people.set(token, { viewer, name: 'Robin Tester', role: 'Tester' })
      const browser = site.browser()
      browser.setCookie('frankpledge-session', token)
      return browser
    },
  }
  function failOnBug(): void {
    const [bug] = bugs.splice(0)
    if (bug !== undefined && site.expectNoBugs) throw bug
  }
  return site
}

const tokenShape = /name="csrf" value="([^"]+)"/

export function browserOn(app: FastifyInstance, afterwards: () => void = () => {}): Browser {
  const jar = new Map<string, string>()
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function send(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    headers: Record<string, string> = {},
  ) {
    const cookie = cookies()
    const all = { accept: 'text/html', ...(cookie && { cookie }), ...headers }
    const reply = await app.inject({ method, url, headers: all, ...(payload !== undefined && { payload }) })
    for (const { name, value, maxAge, expires } of reply.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() === 0)) jar.delete(name)
      else jar.set(name, value)
    }
    afterwards()
    return reply
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (url, headers) => send('GET', url, undefined, headers),
    postRaw: (url, body, headers) => send('POST', url, body, { ...form, ...headers }),
    async post(url, fields = {}, from = url) {
      const page = await send('GET', from)
      const token = tokenShape.exec(page.body)?.[1]
      assert.ok(token, `${from} answered ${page.statusCode} and holds no form with a token`)
      const pairs = Object.entries({ csrf: token, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      )
      return send('POST', url, new URLSearchParams(pairs).toString(), form)
    },
    setCookie: (name, value) => void jar.set(name, value),
    cookies,
  }
}
