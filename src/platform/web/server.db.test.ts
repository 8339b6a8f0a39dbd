import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { setImmediate as immediate } from 'node:timers/promises'
import { testInstallation } from '../../../test/support/database.ts'
import { type TestSite, testSite } from '../../../test/support/web.ts'
import { refusals } from '../refusal.ts'
import { Invalid, NotFound } from './failures.ts'
import { html } from './html.ts'
import { csrfField } from './layout/form.ts'
import { page } from './layout/page.ts'
import { type Routes, allow } from './routing.ts'

const refuseTea = refusals({ 'tea.no-milk': 'There is no milk today.' })

const routes: Routes = (app) => {
  app.get('/tea', allow('public'), async (request, reply) =>
    reply.html(page(request.chrome, { title: 'Tea', body: html`<p>Tea is served.</p>` })),
  )
  app.get('/order', allow('public'), async (request, reply) =>
    reply.html(
      page(request.chrome, { title: 'Order', body: html`<form method="post">${csrfField(request.csrfToken)}</form>` }),
    ),
  )
  app.post('/order', allow('public'), async (_, reply) => reply.redirect('/tea', 303))
  app.get('/milk', allow('public'), async () => {
    throw refuseTea('tea.no-milk')
  })
  app.get('/leaf/:id', allow('public'), async () => {
    throw new NotFound()
  })
  app.get('/month/:month', allow('public'), async () => {
    throw new Invalid('That is not a month.')
  })
  app.get<{ Params: { name: string } }>('/spill/:name', allow('public'), async (request) => {
    throw new Error(`somebody typed\n    at ${request.params.name}`)
  })
  app.get('/desk/kitchen', allow('kitchen.enter'), async (request, reply) =>
    reply.html(
      page(request.chrome, {
        title: 'Kitchen',
        body: html`<form method="post">${csrfField(request.csrfToken)}</form>`,
      }),
    ),
  )
  app.post('/desk/kitchen', allow('kitchen.enter'), async (_, reply) => reply.redirect('/desk/kitchen', 303))
  app.get('/desk/guests', allow('kitchen.enter', { personal: true }), async (request, reply) => {
    await request.looked({ subjects: ['person/1'], what: 'guest list', purpose: 'serving tea' })
    return reply.html(page(request.chrome, { title: 'Guests', body: 'Robin' }))
  })
  app.get('/desk/secret-guests', allow('kitchen.enter', { personal: true }), async (request, reply) =>
    reply.html(page(request.chrome, { title: 'Guests', body: 'Robin Hood' })),
  )
}

const permissions = ['kitchen.enter']
const installation = await testInstallation([])
const tea = (): Promise<TestSite> => testSite(installation, [routes], { permissions })

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
  const reply = await (await testSite(secure, [routes], { permissions })).browser().get('/order')
  assert.match(String(reply.headers['strict-transport-security']), /^max-age=63072000/)
  assert.match(
    String(reply.headers['set-cookie']),
    /^__Host-frankpledge-visit=[\w-]{32}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('a form with its token is accepted from somebody not signed in', async () => {
  const reply = await (await tea()).browser().post('/order', { cup: 'large' })
  assert.equal(reply.statusCode, 303)
})

test('a form without a token, or with another visit’s, is refused', async () => {
  const site = await tea()
  const [mine, theirs] = [site.browser(), site.browser()]
  const token = /value="([^"]+)"/.exec((await theirs.get('/order')).body)![1]!
  await mine.get('/order')
  for (const body of ['', 'csrf=', `csrf=${token}`, `csrf=${'x'.repeat(43)}`]) {
    const reply = await mine.postRaw('/order', body)
    assert.equal(reply.statusCode, 403, body)
    assert.match(reply.body, /This form has expired/)
  }
  assert.equal((await site.browser().postRaw('/order', `csrf=${token}`)).statusCode, 403, 'no visit at all')
})

test('a token from before signing in is not good afterwards', async () => {
  const site = await tea()
  const browser = site.browser()
  const token = /value="([^"]+)"/.exec((await browser.get('/order')).body)![1]!
  const reply = await site.signedIn(permissions).postRaw('/desk/kitchen', `csrf=${token}`)
  assert.equal(reply.statusCode, 403)
})

test('what was typed into a form whose session ended is shown again, but only to a browser on our own page', async () => {
  const site = await tea()
  const body = new URLSearchParams({ words: 'A long statement that took an hour', password: 'a long secret password' })
  const ours = await site.browser().postRaw('/desk/kitchen', body.toString(), { 'sec-fetch-site': 'same-origin' })
  assert.equal(ours.statusCode, 403)
  assert.match(ours.body, /You need to sign in again/)
  assert.match(ours.body, /A long statement that took an hour/)
  assert.doesNotMatch(ours.body, /secret/)
  const other = await site.browser().postRaw('/desk/kitchen', body.toString(), { 'sec-fetch-site': 'cross-site' })
  assert.doesNotMatch(other.body, /statement/)
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

test('a body that is not a form is not read', async () => {
  const browser = (await tea()).browser()
  for (const [type, body] of [
    ['text/xml', '<x/>'],
    ['text/plain', 'csrf=x'],
    ['application/json', '{"__proto__":{"admin":true}}'],
    ['multipart/form-data; boundary=x', '--x--'],
  ] as const) {
    assert.equal((await browser.postRaw('/order', body, { 'content-type': type })).statusCode, 415, type)
  }
})

test('a NUL, which the database cannot keep, is refused wherever it stands', async () => {
  const browser = (await tea()).browser()
  assert.equal((await browser.get('/leaf/%00')).statusCode, 400)
  assert.equal((await browser.get('/tea?cup=%00')).statusCode, 400)
  assert.equal((await browser.post('/order', { cup: 'lar\0ge' })).statusCode, 400)
  assert.equal((await browser.post('/order', { cup: ['large', '\0'] })).statusCode, 400)
})

test('somebody who goes away while sending a form is no failure of ours', async () => {
  const site = await tea()
  await site.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = site.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const head = ['POST /order HTTP/1.1', 'Host: localhost', 'Content-Length: 1000']
  socket.write(`${head.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ncup=`)
  const [request] = (await once(site.app.server, 'request')) as [IncomingMessage]
  while (request.listenerCount('data') === 0) await immediate()
  socket.resetAndDestroy()
  await once(request, 'error')
  await immediate()
  assert.deepEqual(
    site.log.filter((line) => line.includes('"level":50')),
    [],
  )
})

test('a form has 20 seconds to arrive, so it is given up before an answer to it can be late', async (t) => {
  const { app } = await tea()
  assert.deepEqual([app.server.requestTimeout, app.server.headersTimeout], [1_800_000, 20_000])
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const socket = connect(port, '127.0.0.1')
  const head = ['POST /order HTTP/1.1', 'Host: localhost', 'Content-Length: 1000']
  socket.write(`${head.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ncup=`)
  const [request] = (await once(app.server, 'request')) as [IncomingMessage]
  while (request.listenerCount('data') === 0) await immediate()
  t.mock.timers.tick(19_999)
  assert.equal(request.destroyed, false)
  t.mock.timers.tick(1)
  assert.equal(request.destroyed, true)
  await once(socket, 'close')
})

test('a form with a file is not read where no page sends one', async () => {
  const site = await tea()
  const body = '--x\r\nContent-Disposition: form-data; name="cup"\r\n\r\nlarge\r\n--x--\r\n'
  const reply = await site.browser().postRaw('/order', body, { 'content-type': 'multipart/form-data; boundary=x' })
  assert.equal(reply.statusCode, 415)
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
