import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutySite, filled } from '../example-site.ts'

// Two people with the same duty on their screens, and duties that everybody can read.

const { site, writer, creditor, added } = await dutySite()
const plain = site.signedIn(['duties.read', 'duties.write'], { account: 'plain' })
const publicPage = (address: string): string => address.replace('/desk/duties/', '/promises/')

test('the second of two is told what happened, keeps what they typed, and can send it again', async () => {
  const address = await added()
  const met = { seen: '1', 'on-day': '7', 'on-month': '4', 'on-year': '2026', how: 'Handed over in court' }
  assert.equal((await writer.post(`${address}/assign`, { seen: '1', unit: 'appeals', account: '' })).statusCode, 303)
  const refused = await creditor.post(`${address}/met`, met)
  assert.equal(refused.statusCode, 400)
  for (const words of [
    'Somebody changed this duty while you had this page open',
    'href="#meanwhile"',
    'id="meanwhile"',
    'Assigned on 7 April 2026',
    'To Appeals Unit, CPS Area, nobody in particular',
    'Handed over in court</textarea>',
    'name="seen" value="2"',
  ]) {
    assert.ok(refused.body.includes(words), words)
  }
  assert.equal((await creditor.post(`${address}/met`, { ...met, seen: '2' })).statusCode, 303)
})

test('the second of two who mark a duty as met reads how it was met', async () => {
  const address = await added()
  const met = (how: string) => ({ seen: '1', 'on-day': '7', 'on-month': '4', 'on-year': '2026', how })
  await writer.post(`${address}/met`, met('By email'))
  const form = { ...met('By hand'), csrf: csrfIn((await creditor.get(`${address}/reopen`)).body) }
  const { body, statusCode } = await creditor.postRaw(`${address}/met`, new URLSearchParams(form).toString())
  assert.equal(statusCode, 400)
  for (const words of ['This duty was met already', 'By email', 'By hand</textarea>'])
    assert.ok(body.includes(words), words)
})

const csrfIn = (body: string): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('two corrections at once do not overwrite one another', async () => {
  const address = await added()
  const correction = { ...filled, seen: '1', reason: 'The minutes say four', days: '4' }
  assert.equal((await writer.post(`${address}/correct`, correction)).statusCode, 303)
  const second = await plain.post(`${address}/correct`, { ...correction, reason: 'No, five', days: '5' })
  assert.equal(second.statusCode, 400)
  for (const words of ['The minutes say four', 'No, five</textarea>', 'value="5"']) {
    assert.ok(second.body.includes(words), words)
  }
})

test('a page for something that cannot be done any more leads back to the duty', async () => {
  const address = await added()
  assert.equal((await writer.get(`${address}/reopen`)).headers.location, address)
})

test('who may not publish sees no such choice, and sending it all the same publishes nothing', async () => {
  assert.ok(!(await plain.get('/desk/duties/new')).body.includes('Publish it'))
  const address = await added(plain, { public: 'yes' })
  assert.equal((await site.browser().get(publicPage(address))).statusCode, 404)
})

test('a published promise is corrected by who may publish, and everybody reads the date that stood before', async () => {
  const address = await added(writer, { public: 'yes' })
  assert.ok(!(await plain.get(address)).body.includes('Correct it'))
  const refused = await plain.get(`${address}/correct`)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /only those who may publish/)
  const form = await writer.get(`${address}/correct`)
  assert.match(form.body, /Everybody can read it beside the date that it replaces/)
  await writer.post(`${address}/correct`, { ...filled, days: '4', reason: 'The minutes say four' })
  const { body } = await site.browser().get(publicPage(address))
  assert.match(body, /Until 7 April 2026 the date was Thursday 9 April 2026\. It was corrected: The minutes say four/)
})

test('an agency cannot owe itself, and a year is given in full', async () => {
  const reply = await writer.post('/desk/duties/new', { ...filled, 'to-agency': 'cps', 'started-year': '26' })
  assert.match(reply.body, /Enter to whom it is owed/)
  assert.match(reply.body, /Give the year of the day that starts the clock in full/)
})
