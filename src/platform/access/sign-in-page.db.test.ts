import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSite, addPerson, areaInstallation, at, browserOf } from '../../../test/support/accounts.ts'
import { setOneTimePassword, setPassword } from './credential.ts'

const installation = await areaInstallation()
const { pool } = installation
const site = await accessSite(installation)
const password = 'nine green bottles'

async function person(id: string): Promise<{ readonly email: string; readonly password: string }> {
  await addPerson(installation, id)
  await setPassword(pool, id, password, at)
  return { email: `${id}@area.example`, password }
}

const sessionCookie = (reply: { readonly cookies: ReadonlyArray<{ name: string; value: string }> }) =>
  reply.cookies.find(({ name }) => name === 'frankpledge-session')?.value

test('whoever signs in goes on to where they wanted to be, with a new token', async () => {
  const ada = await person('ada')
  const browser = site.browser()
  const first = await browser.post('/sign-in', { ...ada, next: '/desk/admin/roles?x=1' })
  assert.equal(first.statusCode, 303)
  assert.equal(first.headers.location, '/desk/admin/roles?x=1')
  assert.equal((await browser.get('/desk/account')).statusCode, 200)
  assert.equal((await browser.get('/sign-in')).headers.location, '/desk')
  const second = await browser.post('/sign-in', ada, '/desk/account')
  assert.ok(sessionCookie(first) && sessionCookie(second) && sessionCookie(first) !== sessionCookie(second))
  const { rows } = await pool.query(`select from session where account = 'ada'`)
  assert.equal(rows.length, 1, 'the old session ended')
})

const elsewhere = ['https://elsewhere.example', '//elsewhere.example', String.raw`/\elsewhere.example`, 'javascript:x']
for (const [index, next] of elsewhere.entries()) {
  test(`nobody is sent on to ${next}`, async () => {
    const bea = await person(`bea${index}`)
    const reply = await site.browser().post('/sign-in', { ...bea, next })
    assert.equal(reply.headers.location, '/desk')
  })
}

test('a wrong password and an unknown email address get the same page, which shows no password', async () => {
  const { email } = await person('cleo')
  const wrong = await site.browser().post('/sign-in', { email, password: 'ten green bottles' })
  const unknown = await site.browser().post('/sign-in', { email: 'nobody@area.example', password: 'ten green bottles' })
  assert.equal(wrong.statusCode, 400)
  const same = (body: string): string =>
    body
      .replaceAll(email, 'EMAIL')
      .replaceAll('nobody@area.example', 'EMAIL')
      .replaceAll(/value="[\w-]{43}"/g, '')
  assert.equal(same(wrong.body), same(unknown.body))
  assert.match(wrong.body, /Check your email address and password/)
  assert.ok(!wrong.body.includes('ten green bottles'))
})

test('empty fields are pointed at and tried against nothing', async () => {
  const reply = await site.browser().post('/sign-in', { email: ' ', password: '' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /href="#email">Enter your email address/)
  assert.match(reply.body, /href="#password">Enter your password/)
})

test('too many wrong passwords are told how long to wait', async () => {
  const { email } = await person('dora')
  for (let guess = 1; guess <= 5; guess += 1)
    await site.browser().post('/sign-in', { email, password: `guess ${guess}` })
  const reply = await site.browser().post('/sign-in', { email, password })
  assert.equal(reply.statusCode, 429)
  assert.equal(reply.headers['retry-after'], '30')
  assert.match(reply.body, /Wait 30 seconds, then try again/)
})

test('signing out ends the session, not only the cookie', async () => {
  const browser = site.browser()
  const token = sessionCookie(await browser.post('/sign-in', await person('enid')))
  assert.equal((await browser.post('/sign-out', {}, '/desk/account')).headers.location, '/')
  const thief = site.browser()
  thief.setCookie('frankpledge-session', token ?? '')
  assert.equal((await thief.get('/desk/account')).statusCode, 303)
})

test('signing out everywhere ends the sessions of every browser', async () => {
  await person('fern')
  const [here, there] = [await browserOf(site, 'fern'), await browserOf(site, 'fern')]
  await here.post('/sign-out-everywhere', {}, '/desk/account')
  assert.equal((await there.get('/desk/account')).statusCode, 303)
})

test('a one-time password opens only the choice of another, which then opens the rest, once', async () => {
  await addPerson(installation, 'gwen')
  const once = await setOneTimePassword(pool, 'gwen', at)
  const browser = site.browser()
  const reply = await browser.post('/sign-in', { email: 'gwen@area.example', password: once, next: '/desk/account' })
  assert.equal(reply.headers.location, '/sign-in/new-password?next=%2Fdesk%2Faccount')
  assert.equal(sessionCookie(reply), undefined)
  assert.equal((await browser.get('/desk/account')).statusCode, 303)

  const choose = (chosen: string, again = chosen) =>
    browser.post('/sign-in/new-password', { password: chosen, 'password-again': again, next: '/desk/account' })
  assert.match((await choose('short')).body, /at least 12 characters/)
  assert.match((await choose(password, 'something else')).body, /same password twice/)
  assert.match((await choose(once)).body, /other than the one you have now/)
  assert.equal((await choose(password)).headers.location, '/desk/account')
  assert.equal((await browser.get('/desk/account')).statusCode, 200)
  assert.equal((await site.browser().get('/sign-in/new-password')).headers.location, '/sign-in')
  const again = await site.browser().post('/sign-in', { email: 'gwen@area.example', password: once })
  assert.equal(again.statusCode, 400)
})

test('changing the password asks for the old one and ends the other sessions', async () => {
  await person('hope')
  const [here, there] = [await browserOf(site, 'hope'), await browserOf(site, 'hope')]
  const change = (old: string, chosen: string) =>
    here.post('/desk/account/password', { 'old-password': old, password: chosen, 'password-again': chosen })
  assert.match((await change('not the one I have', 'ten blue bottles')).body, /not the password you have now/)
  const reply = await change(password, 'ten blue bottles')
  assert.equal(reply.headers.location, '/desk/account?password=changed')
  assert.equal((await here.get('/desk/account')).statusCode, 200)
  assert.equal((await there.get('/desk/account')).statusCode, 303)
})

test('no password that was typed is shown when the session ended meanwhile', async () => {
  const words = 'a long phrase that nobody else should read'
  const names = ['old-password', 'password', 'password-again']
  await person('ivy')
  const page = await (await browserOf(site, 'ivy')).get('/desk/account/password')
  const asked = [...page.body.matchAll(/<input [^>]*name="([^"]+)"[^>]*type="password"/g)].map(([, name]) => name)
  assert.deepEqual(asked, names)
  const body = new URLSearchParams(Object.fromEntries(names.map((name) => [name, words])))
  const same = { 'sec-fetch-site': 'same-origin' }
  const reply = await site.browser().postRaw('/desk/account/password', body.toString(), same)
  assert.equal(reply.statusCode, 403)
  assert.ok(!reply.body.includes(words))
})

test('the door of the demonstration does not exist where there is no demonstration', async () => {
  assert.equal((await site.browser().get('/demonstration')).statusCode, 404)
  const posted = await site.browser().post('/demonstration', { account: 'demonstration-prosecutor' }, '/sign-in')
  assert.equal(posted.statusCode, 404)
  assert.ok(!(await site.browser().get('/sign-in')).body.includes('/demonstration'))
})

test('without a provider there is no sign-in by the organisation', async () => {
  assert.equal((await site.browser().get('/sign-in/openid')).statusCode, 404)
  assert.ok(!(await site.browser().get('/sign-in')).body.includes('with your organisation'))
})
