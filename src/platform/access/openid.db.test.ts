import assert from 'node:assert/strict'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Provider } from 'oidc-provider'
import { accessSite, addPerson, areaInstallation } from '../../../test/support/accounts.ts'
import type { Browser } from '../../../test/support/web.ts'

const publicUrl = 'http://localhost:3000'
const client = { client_id: 'frankpledge', client_secret: 'a secret that only the two of them know' }

/** A provider of OpenID Connect on this machine, where whoever signs in as `x` has the email address `x@area.example`. */
async function startProvider(): Promise<string> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${publicUrl}/sign-in/openid/return`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key for a test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@area.example`, email_verified: id !== 'unverified' }),
    }),
  })
  server.on('request', provider.callback())
  after(() => server.close())
  return issuer
}

const issuer = await startProvider()
const openIdConnect = { issuer, clientId: client.client_id, clientSecret: client.client_secret }
const installation = await areaInstallation({ openIdConnect, publicUrl })
const site = await accessSite(installation)
for (const id of ['ada', 'unverified']) await addPerson(installation, id)

/** Goes through the provider's own pages as `login`, and returns the address that it sends the browser back to. */
async function throughProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  const request = async (url: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie }, ...body })
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return reply
  }
  let url = start
  for (let step = 0; step < 12; step += 1) {
    let reply = await request(url)
    if (reply.status === 200) {
      const asked = (await reply.text()).includes('value="login"')
        ? { prompt: 'login', login, password: 'any' }
        : { prompt: 'consent' }
      reply = await request(url, asked)
    }
    url = new URL(reply.headers.get('location') ?? assert.fail(`the provider answered ${reply.status}`), url).href
    if (url.startsWith(publicUrl)) return url
  }
  return assert.fail('the provider went in a circle')
}

async function begin(browser: Browser, next = ''): Promise<string> {
  const reply = await browser.get(`/sign-in/openid${next}`)
  assert.equal(reply.statusCode, 303)
  return String(reply.headers.location)
}

async function returned(browser: Browser, login: string, next = ''): Promise<string> {
  return (await throughProvider(await begin(browser, next), login)).slice(publicUrl.length)
}

test('whoever the provider vouches for is signed in to their account and goes on', async () => {
  const browser = site.browser()
  assert.match((await browser.get('/sign-in')).body, /Sign in with your organisation/)
  const back = await returned(browser, 'ada', '?next=/desk/admin/roles')
  const reply = await browser.get(back)
  assert.equal(reply.statusCode, 303)
  assert.equal(reply.headers.location, '/desk/admin/roles')
  const account = await browser.get('/desk/account')
  assert.match(account.body, /ada@area\.example/)
  assert.match(account.body, /Organisation’s sign-in/)
  assert.equal((await browser.get(back)).statusCode, 400, 'the answer counts once')
})

test('the provider is asked with a challenge, a state and a nonce', async () => {
  const asked = new URL(await begin(site.browser())).searchParams
  assert.equal(asked.get('code_challenge_method'), 'S256')
  assert.equal(asked.get('response_type'), 'code')
  for (const name of ['code_challenge', 'state', 'nonce']) assert.ok((asked.get(name) ?? '').length >= 43, name)
})

test('somebody without an account is told so, and none is made', async () => {
  const browser = site.browser()
  const reply = await browser.get(await returned(browser, 'stranger'))
  assert.equal(reply.statusCode, 403)
  assert.match(reply.body, /has no open account here/)
  assert.equal((await browser.get('/desk/account')).statusCode, 303)
})

test('an email address that the provider does not vouch for opens nothing', async () => {
  const browser = site.browser()
  const reply = await browser.get(await returned(browser, 'unverified'))
  assert.equal(reply.statusCode, 403)
  assert.match(reply.body, /does not vouch for your email address/)
})

test('an answer that another browser asked for opens nothing', async () => {
  const back = await returned(site.browser(), 'ada')
  assert.equal((await site.browser().get(back)).statusCode, 400)
  const other = site.browser()
  await begin(other)
  const reply = await other.get(back)
  assert.equal(reply.statusCode, 403)
  assert.equal((await other.get('/desk/account')).statusCode, 303)
})

test('a provider that says no is believed', async () => {
  const browser = site.browser()
  const state = new URL(await begin(browser)).searchParams.get('state')
  const reply = await browser.get(
    `/sign-in/openid/return?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`,
  )
  assert.equal(reply.statusCode, 403)
  assert.match(reply.body, /did not let you through/)
})

test('a provider that does not answer is said to be out of reach, and logged', async () => {
  const nobody = { ...openIdConnect, issuer: 'http://127.0.0.1:9' }
  const alone = await accessSite(await areaInstallation({ openIdConnect: nobody, publicUrl }))
  const reply = await alone.browser().get('/sign-in/openid')
  assert.equal(reply.statusCode, 503)
  assert.match(reply.body, /does not answer/)
  assert.ok(alone.log.some((line) => line.includes('the OpenID Connect provider did not answer')))
})
