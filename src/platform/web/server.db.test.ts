import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { permissions, teaRoutes } from '../../../test/support/tea-site.ts'
import { type TestSite, testSite } from '../../../test/support/web.ts'
import { type Routes, allow } from './routing.ts'

const installation = await testInstallation([])
const tea = (): Promise<TestSite> => testSite(installation, [teaRoutes], { permissions })

test('a route that names no permission stops the server from starting', async () => {
  const open: Routes = (app) => app.get('/open', async () => 'come in')
  await assert.rejects(testSite(installation, [open]), /GET \/open names no permission/)
})

test('a route that names a permission no role has stops the server from starting', async () => {
  const misspelt: Routes = (app) => app.get('/open', allow('kitchen.entre'), async () => 'come in')
  await assert.rejects(testSite(installation, [misspelt], { permissions }), /names the permission 'kitchen.entre'/)
})

test('whoever is not signed in is sent to sign in, and comes back to where they wanted to be', async () => {
  const reply = await (await tea()).browser().get('/desk/kitchen?cup=2')
  assert.equal(reply.statusCode, 303)
  assert.equal(reply.headers.location, '/sign-in?next=%2Fdesk%2Fkitchen%3Fcup%3D2')
})

test('a role without the permission gets a page that says what to do', async () => {
  const reply = await (await tea()).signedIn([]).get('/desk/kitchen')
  assert.equal(reply.statusCode, 403)
  assert.match(reply.body, /Your role does not include this/)
})

test('a role with the permission gets in, and the answer is stored nowhere', async () => {
  const reply = await (await tea()).signedIn(permissions).get('/desk/kitchen')
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['cache-control'], 'no-store')
  assert.match(reply.body, /Robin Tester/)
})

test('every answer carries the security headers, errors included', async () => {
  const browser = (await tea()).browser()
  for (const url of ['/tea', '/leaf/1', '/nothing', '/healthz', '/%zz']) {
    const { headers } = await browser.get(url)
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
      url,
    )
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.equal(headers['strict-transport-security'], undefined, 'not over plain HTTP')
  }
})

test('over HTTPS the session cookie is bound to the host and browsers are told to stay on HTTPS', async () => {
  const publicUrl = 'https://area.example'
  const secure = { ...installation, configuration: { ...installation.configuration, publicUrl } }
  const reply = await (await testSite(secure, [teaRoutes], { permissions })).browser().get('/order')
  assert.match(String(reply.headers['strict-transport-security']), /^max-age=63072000/)
  assert.match(
    String(reply.headers['set-cookie']),
    /^__Host-frankpledge-visit=[\w-]{32}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('a refusal is a 409 page with its sentence, and says so in JSON to a program', async () => {
  const browser = (await tea()).browser()
  const shown = await browser.get('/milk')
  assert.equal(shown.statusCode, 409)
  assert.match(shown.body, /There is no milk today\./)
  const told = await browser.get('/milk', { accept: 'application/json' })
  assert.equal(told.statusCode, 409)
  assert.match(String(told.headers['content-type']), /^application\/problem\+json/)
  const { status, code, detail } = told.json<{ status: number; code: string; detail: string }>()
  assert.deepEqual([status, code, detail], [409, 'tea.no-milk', 'There is no milk today.'])
})

test('what does not exist is 404, what cannot be an address is 400, and what is too large is 413', async () => {
  const browser = (await tea()).browser()
  assert.equal((await browser.get('/leaf/1')).statusCode, 404)
  assert.match((await browser.get('/nowhere')).body, /Page not found/)
  assert.equal((await browser.get('/month/13')).statusCode, 400)
  assert.equal((await browser.get('/%zz')).statusCode, 400)
  assert.equal((await browser.postRaw('/order', 'x'.repeat(1024 * 1024 + 1))).statusCode, 413)
})

test('a bug is a 500 page with the id that finds it in the log, and never "forbidden"', async () => {
  const site = await tea()
  site.expectNoBugs = false
  const reply = await site.browser().get('/spill/Robin')
  assert.equal(reply.statusCode, 500)
  const id = String(reply.headers['x-request-id'])
  assert.ok(reply.body.includes(id))
  assert.ok(site.log.some((line) => line.includes(id) && line.includes('"type":"Error"')))
})

test('the log holds route patterns and account ids, and nothing that anybody typed, sent or is called', async () => {
  const site = await tea()
  site.expectNoBugs = false
  const cook = site.signedIn(permissions, { account: 'account-7' })
  await cook.get('/spill/Marian?q=Marian', { 'user-agent': 'Marian', referer: 'http://localhost:3000/Marian' })
  await cook.get('/nowhere/Marian')
  await cook.post('/desk/kitchen', { name: 'Marian' })
  await cook.get('/desk/guests')
  const log = site.log.join('')
  assert.match(log, /"route":"\/spill\/:name"/)
  assert.match(log, /"account":"account-7"/)
  assert.doesNotMatch(log, /Marian|Robin|csrf|frankpledge-session|127\.0\.0\.1/)
})

test('a request id from a proxy is kept when it is a UUID and nothing else', async () => {
  const browser = (await tea()).browser()
  const id = '0d3f8f5e-3c77-4a9b-9d0e-5b7d6a1c2e3f'
  assert.equal((await browser.get('/tea', { 'x-request-id': id })).headers['x-request-id'], id)
  const reply = await browser.get('/tea', { 'x-request-id': 'Marian <script>' })
  assert.match(String(reply.headers['x-request-id']), /^[0-9a-f-]{36}$/)
})

test('a view of personal data is logged before it is shown', async () => {
  const site = await tea()
  assert.equal((await site.signedIn(permissions).get('/desk/guests')).statusCode, 200)
  const [look] = site.looks
  assert.deepEqual(
    [look?.viewer.account, look?.subjects, look?.what, look?.purpose, look?.route],
    ['tester', ['person/1'], 'guest list', 'serving tea', '/desk/guests'],
  )
})

test('personal data whose view was not logged is held back', async () => {
  const site = await tea()
  site.expectNoBugs = false
  const reply = await site.signedIn(permissions).get('/desk/secret-guests')
  assert.equal(reply.statusCode, 500)
  assert.doesNotMatch(reply.body, /Robin Hood/)
  assert.ok(site.log.some((line) => line.includes('"msg":"failed"')))
})

test('a public page may be stored and is asked about; unchanged, it is not sent again', async () => {
  const browser = (await tea()).browser()
  const first = await browser.get('/tea')
  assert.equal(first.headers['cache-control'], 'public, no-cache')
  const again = await browser.get('/tea', { 'if-none-match': String(first.headers.etag) })
  assert.equal(again.statusCode, 304)
  assert.equal(again.body, '')
})

test('a page with a form is one person’s, and is stored nowhere, however often they come back', async () => {
  const browser = (await tea()).browser()
  for (const visit of ['first', 'second']) {
    const { headers } = await browser.get('/order')
    assert.equal(headers['cache-control'], 'no-store', visit)
    assert.equal(headers.etag, undefined, visit)
  }
})

test('assets are kept for ever, by addresses that change with them', async () => {
  const site = await tea()
  const stylesheet = /rel="stylesheet" href="([^"]+)"/.exec((await site.browser().get('/tea')).body)![1]!
  const reply = await site.browser().get(stylesheet)
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.match(String(reply.headers['content-type']), /^text\/css/)
})

test('health is whether the process is up; readiness is whether the database answers', async () => {
  const browser = (await tea()).browser()
  assert.equal((await browser.get('/healthz')).statusCode, 200)
  assert.equal((await browser.get('/readyz')).statusCode, 200)
})

test('metrics are not on the website', async () => {
  assert.equal((await (await tea()).browser().get('/metrics')).statusCode, 404)
})
