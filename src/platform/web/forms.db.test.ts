import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { setImmediate as immediate } from 'node:timers/promises'
import { testInstallation } from '../../../test/support/database.ts'
import { permissions, teaRoutes } from '../../../test/support/tea-site.ts'
import { type TestSite, testSite } from '../../../test/support/web.ts'

const installation = await testInstallation([])
const tea = (): Promise<TestSite> => testSite(installation, [teaRoutes], { permissions })

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
