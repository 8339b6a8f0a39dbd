import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutySite, filled, permissions } from './example-site.ts'

const { site, writer, creditor, added } = await dutySite()

test('a duty that is added shows its date, its steps, the days passed over and its rule', async () => {
  const { body } = await writer.get(`${await added()}?done=written`)
  for (const words of [
    'The duty is written down',
    'Send the police the &lt;charging&gt; advice',
    'Thursday 9 April 2026',
    'Day 0 = Thursday 2 April 2026',
    'Good Friday, weekend and Easter Monday do not count',
    'Easter Monday, not counted',
    'Item 3',
    'No source we hold confirms how the first day counts',
    'The day that starts the clock does not count (as shipped; the area has not decided)',
    'Waiting for: Charging Unit, CPS Area',
    'Owed to: Police',
    'href="/plan"',
  ]) {
    assert.ok(body.includes(words), words)
  }
})

test('the work list shows what is assigned to me, when it is due and one action', async () => {
  const address = await added(writer, {
    what: 'Answer the letter',
    basis: 'fixed-date',
    'due-day': '7',
    'due-month': '4',
    'due-year': '2026',
  })
  const { body } = await writer.get('/desk?q=letter')
  assert.match(body, /Due today \(1\)/)
  assert.ok(body.includes(`href="${address}"`))
  assert.ok(body.includes(`href="${address}/met"`))
  assert.match(body, /You, Charging Unit, CPS Area/)
})

test('an empty form comes back with each error at the top and at its field', async () => {
  const reply = await writer.post('/desk/duties/new', {})
  assert.equal(reply.statusCode, 400)
  for (const words of [
    'Enter what must be done',
    'Enter the law, decision or plan',
    'Choose how the date is reached',
    'href="#started-day"',
  ]) {
    assert.ok(reply.body.includes(words), words)
  }
})

test('what was typed is kept when a rule says no, and the rule’s sentence stands beside the field', async () => {
  const reply = await writer.post('/desk/duties/new', { ...filled, days: '200' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /This needs the bank holidays of 2027/)
  assert.match(reply.body, /value="Minutes of 2 April 2026"/)
  assert.match(reply.body, /id="days-error"/)
})

test('a day that is not one is refused beside its field', async () => {
  const reply = await writer.post('/desk/duties/new', { ...filled, 'started-day': '31' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /The day that starts the clock must be a real date/)
})

test('a duty is met, opened again, waived, and each is in its history with the reason', async () => {
  const address = await added()
  const met = { 'on-day': '7', 'on-month': '4', 'on-year': '2026', how: 'Handed over in court' }
  const done = await writer.post(`${address}/met`, met)
  assert.equal(done.headers.location, `${address}?done=met`)
  assert.equal((await writer.post(`${address}/reopen`, { reason: 'It was another letter' })).statusCode, 303)
  assert.equal((await creditor.post(`${address}/waive`, { reason: 'The request was withdrawn' })).statusCode, 303)
  const { body } = await writer.get(address)
  for (const words of ['Handed over in court', 'It was another letter', 'The request was withdrawn', 'Waived']) {
    assert.ok(body.includes(words), words)
  }
})

test('a duty cannot be marked as met tomorrow: the form comes back', async () => {
  const address = await added()
  const reply = await writer.post(`${address}/met`, { 'on-day': '8', 'on-month': '4', 'on-year': '2026', how: 'Sent' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /A duty cannot be met on a day that has not come yet/)
})

test('a correction begins with what stands, needs a reason, and keeps the old date in the history', async () => {
  const address = await added()
  const form = await writer.get(`${address}/correct`)
  assert.match(form.body, /value="Minutes of 2 April 2026"/)
  const without = await writer.post(`${address}/correct`, { ...filled, days: '4' })
  assert.match(without.body, /Enter why this is corrected/)
  const done = await writer.post(`${address}/correct`, { ...filled, days: '4', reason: 'The minutes say four' })
  assert.equal(done.statusCode, 303, done.body)
  const { body } = await writer.get(address)
  assert.match(body, /Was due Thursday 9 April 2026 .* Now due Friday 10 April 2026/)
  assert.match(body, /The minutes say four/)
})

test('another agency finds no such duty', async () => {
  const address = await added()
  const outsider = site.signedIn(permissions, { agency: 'probation', account: 'other' })
  assert.equal((await outsider.get(address)).statusCode, 404)
  assert.equal((await outsider.get(`${address}/met`)).statusCode, 404)
})

test('who owes a duty corrects it and cannot waive it; who is owed waives it and cannot correct it', async () => {
  const address = await added()
  assert.ok(!(await writer.get(address)).body.includes(`${address}/waive`))
  assert.equal((await writer.get(`${address}/waive`)).statusCode, 409)
  assert.ok(!(await creditor.get(address)).body.includes(`${address}/correct`))
  assert.equal((await creditor.get(`${address}/correct`)).statusCode, 409)
  assert.equal((await creditor.get(`${address}/met`)).statusCode, 200)
})

test('a duty owed to nobody with an account here is waived by the agency that owes it', async () => {
  const address = await added(writer, { 'to-agency': '', to: 'The public' })
  assert.equal((await writer.post(`${address}/waive`, { reason: 'The law was repealed' })).statusCode, 303)
})

test('who may read but not write sees no action and no form', async () => {
  const address = await added()
  const reader = site.signedIn(['duties.read'], { account: 'reader' })
  assert.ok(!(await reader.get(address)).body.includes('Mark as met'))
  assert.ok(!(await reader.get('/desk?whose=agency')).body.includes('Add a duty'))
  assert.equal((await reader.get('/desk/duties/new')).statusCode, 403)
})

test('an empty list says what will be here and how it gets here', async () => {
  const { body } = await site.signedIn(['duties.read'], { agency: 'new', account: 'new', unit: '' }).get('/desk')
  assert.match(body, /Nothing is assigned to you/)
  assert.doesNotMatch(body, /what your unit owes/)
  const inUnit = site.signedIn(['duties.read'], { agency: 'new', account: 'new', unit: 'crown-court' })
  assert.match((await inUnit.get('/desk')).body, /<a class="govuk-link" href="\/desk\?whose=unit">what your unit owes/)
  assert.match(body, /A duty comes here by itself when work starts a clock/)
})

test('a public promise has a page for everybody, and another duty has none', async () => {
  const [promise, inner] = [await added(writer, { public: 'yes' }), await added()]
  const anybody = site.browser()
  const { body, statusCode } = await anybody.get(promise.replace('/desk/duties/', '/promises/'))
  assert.equal(statusCode, 200)
  assert.match(body, /Thursday 9 April 2026/)
  assert.ok(!body.includes('What happened'))
  assert.match((await anybody.get('/promises')).body, /Promises due in 2026\/27/)
  assert.equal((await anybody.get(inner.replace('/desk/duties/', '/promises/'))).statusCode, 404)
})
