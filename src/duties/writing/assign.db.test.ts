import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutySite } from '../example-site.ts'

const { site, writer, creditor, added, addPerson } = await dutySite()
await addPerson('tester', 'Robin Tester', 'charging')
await addPerson('sam', 'Sam Colleague', 'appeals')
await addPerson('pat', 'Pat Officer', null, 'police')
const sam = site.signedIn(['duties.read', 'duties.write'], { account: 'sam', unit: 'appeals' })

test('the people of one unit can be chosen, and each look at their names is kept', async () => {
  const address = await added()
  const { body } = await writer.get(`${address}/assign`)
  assert.ok(body.includes('Robin Tester (you)'))
  assert.ok(!body.includes('Sam Colleague') && !body.includes('Pat Officer'))
  const { subjects, purpose } = site.looks.at(-1) ?? {}
  assert.deepEqual([subjects, purpose], [['account/tester'], 'Assigning a duty'])
  assert.ok((await writer.get(`${address}/assign?unit=appeals`)).body.includes('Sam Colleague'))
})

test('a duty goes to a colleague’s own list, and comes back to a unit', async () => {
  const address = await added(writer, { what: 'Answer the appeal' })
  const reply = await writer.post(`${address}/assign`, { unit: 'appeals', account: 'sam' })
  assert.equal(reply.headers.location, `${address}?done=assigned`)
  assert.match((await sam.get('/desk')).body, /Answer the appeal/)
  assert.match((await sam.get(address)).body, /Assigned to<\/dt>\s*<dd[^>]*>\s*You/)
  const { body } = await writer.get(address)
  assert.match(body, /To a colleague in Appeals Unit, CPS Area/)
  assert.ok(!body.includes('Sam Colleague'))
  await writer.post(`${address}/assign`, { unit: 'charging', account: '' })
  assert.ok(!(await sam.get('/desk')).body.includes('Answer the appeal'))
})

test('another unit’s or agency’s person cannot be chosen', async () => {
  const address = await added()
  for (const account of ['sam', 'pat', 'nobody']) {
    const reply = await writer.post(`${address}/assign`, { unit: 'charging', account })
    assert.equal(reply.statusCode, 400)
    assert.match(reply.body, /Choose somebody of this unit/)
  }
})

test('who is owed a duty, and who may only read it, do not assign it', async () => {
  const address = await added()
  assert.equal((await creditor.get(`${address}/assign`)).statusCode, 409)
  assert.equal((await site.signedIn(['duties.read']).get(`${address}/assign`)).statusCode, 403)
})
