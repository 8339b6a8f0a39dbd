import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSite, addPerson, areaInstallation, at, browserOf, theAccount } from '../../../test/support/accounts.ts'

const installation = await areaInstallation()
const { pool, record } = installation
const site = await accessSite(installation)
const police = { agency: 'thames-valley-police', agencyKind: 'police-force' }
await addPerson(installation, 'admin', { roles: ['administrator'] })
await addPerson(installation, 'area-admin', { roles: ['area-administrator'] })
await addPerson(installation, 'colleague', { roles: ['prosecutor'] })
await addPerson(installation, 'officer', { ...police, roles: ['police-officer'] })
const [admin, areaAdmin] = [await browserOf(site, 'admin'), await browserOf(site, 'area-admin')]

const accounts = '/desk/admin/accounts'
const add = (fields: Record<string, string>, browser = admin) => browser.post(`${accounts}/new`, fields)
const newcomer = { name: 'New Comer', email: 'new@area.example', place: 'cps-thames-and-chiltern/rasso' }

const rolesOf = async (id: string): Promise<readonly string[]> => (await record.read(theAccount, id)).state?.roles ?? []

async function looksBy(id: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ what: string; subjects: string[] }>(
    'select what, subjects from look where account = $1 order by id desc limit 1',
    [id],
  )
  return rows[0]?.subjects ?? []
}

test('only who administers accounts sees them', async () => {
  const colleague = await browserOf(site, 'colleague')
  assert.equal((await colleague.get(accounts)).statusCode, 403)
  assert.equal((await colleague.get(`${accounts}/colleague`)).statusCode, 403)
})

test('an administrator sees the accounts of their own agency, and that is logged', async () => {
  const { body } = await admin.get(accounts)
  assert.ok(body.includes('colleague@area.example'))
  assert.ok(!body.includes('officer@area.example'))
  assert.deepEqual((await looksBy('admin')).toSorted(), ['account/admin', 'account/area-admin', 'account/colleague'])
  assert.equal((await admin.get(`${accounts}/officer`)).statusCode, 404)
})

test('an area administrator sees the accounts of every agency', async () => {
  assert.ok((await areaAdmin.get(accounts)).body.includes('officer@area.example'))
  assert.equal((await areaAdmin.get(`${accounts}/officer`)).statusCode, 200)
})

test('a search finds part of a name or email address, and takes signs of its own as they are', async () => {
  assert.ok((await admin.get(`${accounts}?q=COLLEA`)).body.includes('colleague@area.example'))
  assert.match((await admin.get(`${accounts}?q=%25`)).body, /Nobody was found/)
})

test('an account that was added can sign in with the password that was shown', async () => {
  const reply = await add(newcomer)
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['cache-control'], 'no-store')
  const password = /[a-z2-9]{4}(?:-[a-z2-9]{4}){4}/.exec(reply.body)?.[0]
  const signIn = await site.browser().post('/sign-in', { email: 'new@area.example', password: password ?? '' })
  assert.equal(signIn.headers.location, '/sign-in/new-password')
})

test('an email address has one account, in whatever case it is written', async () => {
  const reply = await add({ ...newcomer, email: 'NEW@area.example' })
  assert.equal(reply.statusCode, 409)
  assert.match(reply.body, /Another account, open or closed, has this email address/)
})

test('of two who add the same email address at once, one is refused', async () => {
  const facts = {
    agency: 'hmcts',
    agencyKind: 'courts',
    unit: null,
    name: 'Twin',
    email: 'twin@area.example',
    by: 'x',
    at,
  }
  const tries = ['twin-1', 'twin-2'].map((id) =>
    record.perform(theAccount, id, { type: 'AddAccount', account: id, ...facts }, { actor: 'x', at }),
  )
  const done = await Promise.allSettled(tries)
  assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('an administrator adds nobody to another agency', async () => {
  const reply = await add({ ...newcomer, email: 'two@area.example', place: 'thames-valley-police' })
  assert.equal(reply.statusCode, 400)
  assert.match(reply.body, /Select the agency or unit they work in/)
  const known = await add({ ...newcomer, email: 'two@area.example', place: 'thames-valley-police' }, areaAdmin)
  assert.equal(known.statusCode, 200)
})

test('a role is given and taken with a reason, which stands on the page', async () => {
  const page = `${accounts}/colleague`
  const give = { role: 'witness-care-officer', reason: 'Covering for a colleague' }
  const missing = await admin.post(`${page}/give-role`, { ...give, reason: ' ' }, page)
  assert.equal(missing.statusCode, 400)
  assert.match(missing.body, /href="#reason-give-role">Enter the reason/)
  assert.equal((await admin.post(`${page}/give-role`, give, page)).statusCode, 303)
  assert.deepEqual(await rolesOf('colleague'), ['prosecutor', 'witness-care-officer'])
  assert.match((await admin.get(page)).body, /Covering for a colleague/)
  const take = { role: 'witness-care-officer', reason: 'Back to normal' }
  assert.equal((await admin.post(`${page}/take-role`, take, page)).statusCode, 303)
  assert.deepEqual(await rolesOf('colleague'), ['prosecutor'])
})

test('an administrator of one agency makes nobody an area administrator, nor gets at the account of one', async () => {
  const page = `${accounts}/colleague`
  const give = { role: 'area-administrator', reason: 'Why not' }
  assert.equal((await admin.post(`${page}/give-role`, give, page)).statusCode, 409)
  const above = `${accounts}/area-admin`
  assert.equal((await admin.post(`${above}/one-time-password`, {}, above)).statusCode, 409)
  assert.equal((await admin.post(`${above}/close`, { reason: 'Why not' }, above)).statusCode, 409)
})

test('nobody changes their own roles or unit, or closes their own account', async () => {
  const [own, other] = [`${accounts}/admin`, `${accounts}/colleague`]
  assert.ok(!(await admin.get(own)).body.includes('Close account'))
  const give = { role: 'prosecutor', reason: 'Why not' }
  assert.equal((await admin.post(`${own}/give-role`, give, other)).statusCode, 409)
  assert.equal((await admin.post(`${own}/close`, give, other)).statusCode, 409)
  assert.equal((await admin.post(`${own}/unit`, { unit: 'crown-court' }, other)).statusCode, 409)
})

test('an account of another agency cannot be changed by knowing its address', async () => {
  const own = `${accounts}/colleague`
  const sent = { role: 'police-supervisor', reason: 'x', name: 'x', email: 'x@area.example' }
  for (const act of ['give-role', 'take-role', 'correct', 'unit', 'close', 'reopen', 'one-time-password']) {
    const reply = await admin.post(`${accounts}/officer/${act}`, sent, own)
    assert.equal(reply.statusCode, 404, act)
  }
  assert.deepEqual(await rolesOf('officer'), ['police-officer'])
})

test('closing an account ends what it has open; reopening gives it back', async () => {
  await addPerson(installation, 'leaver', { roles: ['prosecutor'] })
  const [leaver, page] = [await browserOf(site, 'leaver'), `${accounts}/leaver`]
  assert.equal((await leaver.get('/desk/account')).statusCode, 200)
  await admin.post(`${page}/close`, { reason: 'Left the service' }, page)
  assert.equal((await leaver.get('/desk/account')).statusCode, 303)
  await admin.post(`${page}/reopen`, { reason: 'Came back' }, page)
  assert.deepEqual(await rolesOf('leaver'), ['prosecutor'])
  assert.equal((await leaver.get('/desk/account')).statusCode, 303, 'the old session stays ended')
})

test('a name and an email address are put right with a reason, and a new address ends what was open', async () => {
  await addPerson(installation, 'typo', { roles: ['prosecutor'] })
  const [typo, page] = [await browserOf(site, 'typo'), `${accounts}/typo`]
  const correct = (fields: Record<string, string>) =>
    admin.post(
      `${page}/correct`,
      { name: 'Person typo', email: 'typo@area.example', reason: 'Misspelt', ...fields },
      page,
    )

  const wrong = await correct({ name: ' ', email: 'typo', reason: '' })
  assert.equal(wrong.statusCode, 400)
  for (const link of ['#name', '#email', '#reason-correct']) assert.ok(wrong.body.includes(`href="${link}"`), link)
  assert.equal((await correct({ email: 'COLLEAGUE@area.example' })).statusCode, 409)

  assert.equal((await correct({ name: 'Tipo Person' })).statusCode, 303)
  assert.match((await typo.get('/desk/account')).body, /Tipo Person/)
  assert.equal(
    (await correct({ name: 'Tipo Person', email: 'tipo@area.example', reason: 'x'.repeat(501) })).statusCode,
    400,
  )
  await correct({ name: 'Tipo Person', email: 'tipo@area.example' })
  assert.equal((await typo.get('/desk/account')).statusCode, 303)
  assert.ok((await admin.get(accounts)).body.includes('tipo@area.example'))
  const { body } = await admin.get(page)
  for (const words of ['Name put right', 'Email address put right', 'Misspelt']) assert.ok(body.includes(words), words)
})

test('a person moves to a unit of their agency and to no other', async () => {
  const page = `${accounts}/colleague`
  assert.equal((await admin.post(`${page}/unit`, { unit: 'crown-court' }, page)).statusCode, 303)
  assert.equal((await record.read(theAccount, 'colleague')).state?.unit, 'crown-court')
  assert.equal((await admin.post(`${page}/unit`, { unit: 'witness-care' }, page)).statusCode, 404)
})

test('everybody who signs in can read what each role may do', async () => {
  const colleague = await browserOf(site, 'colleague')
  assert.match((await colleague.get('/desk/admin/roles')).body, /Area administrator/)
  assert.ok(!(await colleague.get('/desk/admin')).body.includes('href="/desk/admin/accounts"'))
})
