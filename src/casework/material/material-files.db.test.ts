import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { caseSite, force, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import type { Browser } from '../../../test/support/web.ts'
import { permissions } from '../../agencies/permissions.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { listStored } from '../../platform/files/file-store.ts'
import { projectFolder } from '../../platform/installation.ts'
import { eraseStream } from '../../platform/record/erase.ts'
import { investigation } from '../investigation/investigation.ts'
import { materialRegister } from './register.ts'

// Files sent as a browser sends them, kept on a real disk, and handed out again.

const site = await caseSite()
const { installation } = site
await site.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = site.app.server.address() as AddressInfo
const at = parseInstant('2026-04-07T09:00:00.000Z')
const acted = { at, by: 'officer' }
const act = { actor: 'officer', at }
const police = site.signedIn(['case.read', 'material.record', 'material.request'], officer)
const fixture = (name: string): Promise<Buffer> => readFile(path.join(projectFolder, 'test/fixtures/files', name))
const pdf = await fixture('statement.pdf')
const png = await fixture('picture.png')

let cases = 0

/** A case with one item, `M1`, and the address that files are sent to. */
async function caseWithItem(): Promise<{ id: string; attach: string; item: string }> {
  cases += 1
  const id = `MFL2222${'23456789BCDFGHJK'[cases]}`
  await recordCase(installation, id)
  const details = {
    kind: 'statement',
    title: 'Statement',
    description: '',
    from: null,
    exhibitReference: null,
  } as const
  const state = { state: 'missing', reason: 'Not found', use: 'undecided', useReason: '' } as const
  await installation.record.perform(
    materialRegister,
    id,
    { type: 'AddMaterial', caseId: id, details, ...state, ...acted },
    act,
  )
  return { id, attach: paths.deskCaseMaterialAct(id, 'M1', 'attach'), item: paths.deskCaseMaterialItem(id, 'M1') }
}

const boundary = 'frankpledge-test'
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }

const fieldPart = (name: string, value: string): Buffer =>
  Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
const fileHead = (name: string): Buffer =>
  Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
  )
const end = Buffer.from(`\r\n--${boundary}--\r\n`)

async function tokenOn(browser: Browser, url: string): Promise<string> {
  const { body } = await browser.get(url)
  return /name="csrf" value="([^"]+)"/.exec(body)![1]!
}

async function send(browser: Browser, attach: string, name: string, content: Buffer) {
  const token = await tokenOn(browser, attach)
  const body = Buffer.concat([fieldPart('csrf', token), fieldPart('seen', '1'), fileHead(name), content, end])
  return browser.postRaw(attach, body, multipart)
}

/** The files on the disk that were made since. */
async function filesSince(before: readonly string[]): Promise<readonly string[]> {
  const now = await listStored(installation.configuration)
  return now.map(({ place }) => place).filter((place) => !before.includes(place))
}

const filesNow = () => filesSince([])

test('a PDF is attached, kept sealed, saved again as it was, and each look at it is logged', async () => {
  const { id, attach, item } = await caseWithItem()
  const sent = await send(police, attach, 'Statement “1”.pdf', pdf)
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, `${item}?done=attached`)
  const page = textOf(await police.get(`${item}?done=attached`))
  assert.match(page, /The file is attached.*State Received.*Statement “1”\.pdf.*601 bytes/)
  const looksBefore = site.looks.length
  const saved = await police.get(paths.deskCaseMaterialFile(id, 'M1', 'F1'))
  assert.equal(saved.statusCode, 200)
  assert.deepEqual(saved.rawPayload, pdf)
  assert.equal(
    saved.headers['content-disposition'],
    `attachment; filename="Statement_1_.pdf"; filename*=UTF-8''Statement%20%E2%80%9C1%E2%80%9D.pdf`,
  )
  assert.equal(saved.headers['x-content-type-options'], 'nosniff')
  assert.equal(saved.headers['content-type'], 'application/pdf')
  assert.equal(saved.headers['content-length'], String(pdf.length))
  assert.match(String(saved.headers['content-security-policy']), /sandbox/)
  assert.equal(saved.headers['cache-control'], 'no-store')
  const look = site.looks[looksBefore]!
  assert.deepEqual([look.subjects[0], look.what], [`investigation/${id}`, 'Case: material, file opened (M1 F1)'])
  for (const place of await filesNow()) assert.ok(!(await readFile(place)).includes('made up'))
  const rows = JSON.stringify((await installation.pool.query('select * from material_file')).rows)
  const { state } = await installation.record.read(materialRegister, id)
  assert.ok(!rows.includes(state!.items[0]!.files[0]!.key), 'the key stands in a table')
})

test('a picture is attached, and the same bytes a second time are refused and not kept twice', async () => {
  const { attach } = await caseWithItem()
  assert.equal((await send(police, attach, 'picture.png', png)).statusCode, 303)
  const before = await filesNow()
  const again = await send(police, attach, 'another name.png', png)
  assert.equal(again.statusCode, 409)
  assert.match(textOf(again), /This very file is attached already, to item M1/)
  assert.deepEqual(await filesSince(before), [])
})

test('what is not as it is named, of no kind that is kept, empty or too large is refused in words and not kept', async () => {
  const { attach, item } = await caseWithItem()
  const before = await filesNow()
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])
  const refused = [
    ['statement.pdf', program, /none of the kinds that are kept here/],
    ['statement.pdf', png, /ends in “.pdf”, but what is in it is a PNG picture/],
    ['empty.pdf', Buffer.alloc(0), /This file is empty/],
    ['long.txt', Buffer.alloc(4 * 1024 * 1024 + 1, 'a'), /larger than 4 MB/],
  ] as const
  for (const [name, content, words] of refused) {
    const reply = await send(police, attach, name, content)
    assert.equal(reply.statusCode, 409, name)
    assert.match(textOf(reply), words)
  }
  const none = await send(police, attach, '', Buffer.alloc(0))
  assert.equal(none.statusCode, 400)
  assert.match(textOf(none), /Choose a file/)
  assert.deepEqual(await filesSince(before), [])
  assert.match(textOf(await police.get(item)), /No file is attached/)
})

test('without its token, or from who may not attach, a file is not taken', async () => {
  const { attach } = await caseWithItem()
  const before = await filesNow()
  const forged = Buffer.concat([fieldPart('csrf', 'forged'), fileHead('a.pdf'), pdf, end])
  assert.equal((await police.postRaw(attach, forged, multipart)).statusCode, 403)
  const late = Buffer.concat([
    fileHead('a.pdf'),
    pdf,
    Buffer.from('\r\n'),
    fieldPart('csrf', await tokenOn(police, attach)),
    end,
  ])
  assert.equal((await police.postRaw(attach, late, multipart)).statusCode, 403)
  const reader = site.signedIn(['case.read', 'material.request'], { ...officer, account: 'reader' })
  const token = await tokenOn(reader, paths.deskCases)
  const body = Buffer.concat([fieldPart('csrf', token), fileHead('a.pdf'), pdf, end])
  assert.equal((await reader.postRaw(attach, body, multipart)).statusCode, 403)
  assert.deepEqual(await filesSince(before), [])
})

test('an upload whose sender goes away leaves nothing', async () => {
  const { attach, item } = await caseWithItem()
  const before = await filesNow()
  const head = Buffer.concat([fieldPart('csrf', await tokenOn(police, attach)), fileHead('film.pdf'), pdf])
  const socket = connect(port, '127.0.0.1')
  const lines = [`POST ${attach} HTTP/1.1`, 'Host: localhost', `Cookie: ${police.cookies()}`, 'Content-Length: 3000000']
  socket.write(`${lines.join('\r\n')}\r\nContent-Type: ${multipart['content-type']}\r\n\r\n`)
  socket.write(Buffer.concat([head, Buffer.alloc(2_000_000, ' ')]))
  const incoming = path.join(installation.configuration.home, 'files', 'sealed', 'incoming')
  while ((await readdir(incoming)).length === 0) await new Promise(setImmediate)
  socket.resetAndDestroy()
  await once(socket, 'close')
  while ((await readdir(incoming)).length > 0) await new Promise(setImmediate)
  assert.deepEqual(await filesSince(before), [])
  assert.match(textOf(await police.get(item)), /No file is attached/)
  assert.deepEqual(
    site.log.filter((line) => line.includes('"level":50')),
    [],
  )
})

test('a file that is too large is refused while it arrives, and its sender still gets the page that says so', async () => {
  const { attach } = await caseWithItem()
  const token = await tokenOn(police, attach)
  const form = new FormData()
  form.append('csrf', token)
  form.append('file', new Blob([new Uint8Array(9 * 1024 * 1024).fill(97)]), 'long.txt')
  const url = `http://127.0.0.1:${port}${attach}`
  const reply = await fetch(url, { method: 'POST', headers: { cookie: police.cookies() }, body: form })
  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /larger than 4 MB/)
})

test('a file that was changed on the disk is refused whole, and one that is gone is said to be', async () => {
  const { id, attach } = await caseWithItem()
  const before = await filesNow()
  await send(police, attach, 'statement.pdf', pdf)
  const [place] = await filesSince(before)
  const bytes = await readFile(place!)
  bytes[bytes.length - 20]! ^= 1
  await writeFile(place!, bytes)
  const address = paths.deskCaseMaterialFile(id, 'M1', 'F1')
  const damaged = await police.get(address)
  assert.equal(damaged.statusCode, 409)
  assert.match(textOf(damaged), /changed or damaged where it is kept/)
  await rm(place!)
  assert.match(textOf(await police.get(address)), /not where files are kept/)
})

test('a withdrawn file is not handed out, and stays named with the reason', async () => {
  const { id, attach, item } = await caseWithItem()
  await send(police, attach, 'statement.pdf', pdf)
  const withdraw = paths.deskCaseMaterialFileWithdraw(id, 'M1', 'F1')
  assert.equal((await police.post(withdraw, { reason: ' ' })).statusCode, 409)
  assert.equal((await police.post(withdraw, { reason: 'Of another case' })).statusCode, 303)
  assert.equal((await police.get(paths.deskCaseMaterialFile(id, 'M1', 'F1'))).statusCode, 404)
  assert.match(textOf(await police.get(item)), /statement\.pdf.*Withdrawn: Of another case/)
  assert.equal((await send(police, attach, 'statement.pdf', pdf)).statusCode, 303)
})

test('a file of an item that was withdrawn is handed out to nobody', async () => {
  const { id, attach, item } = await caseWithItem()
  await send(police, attach, 'statement.pdf', pdf)
  const withdraw = { type: 'WithdrawMaterial', item: 'M1', reason: 'Of another case', ...acted } as const
  await installation.record.perform(materialRegister, id, withdraw, act)
  assert.equal((await police.get(paths.deskCaseMaterialFile(id, 'M1', 'F1'))).statusCode, 404)
  const page = await police.get(item)
  assert.match(textOf(page), /statement\.pdf Withdrawn with its item/)
  assert.doesNotMatch(page.body, /files\/F1/)
})

test('the same file sent twice at once is kept once', async () => {
  const { attach, item } = await caseWithItem()
  const before = await filesNow()
  const both = await Promise.all([send(police, attach, 'a.pdf', pdf), send(police, attach, 'b.pdf', pdf)])
  assert.equal(both[0].statusCode + both[1].statusCode, 303 + 409)
  assert.equal((await filesSince(before)).length, 1)
  assert.equal(textOf(await police.get(item)).split('601 bytes').length - 1, 1)
})

test('another force finds no file, and prosecutors save it once the case was referred to them', async () => {
  const { id, attach } = await caseWithItem()
  await send(police, attach, 'statement.pdf', pdf)
  const address = paths.deskCaseMaterialFile(id, 'M1', 'F1')
  const everything = Object.keys(permissions)
  const others = site.signedIn(everything, { account: 'other', agency: 'hertfordshire-constabulary', unit: '' })
  assert.equal((await others.get(address)).statusCode, 404)
  const cps = 'cps-thames-and-chiltern'
  const prosecutor = site.signedIn(['case.read', 'material.request'], { account: 'p', agency: cps, unit: 'charging' })
  assert.equal((await prosecutor.get(address)).statusCode, 404)
  const share = { type: 'ShareCase', agency: cps, why: 'Referred', ...acted } as const
  await installation.record.perform(investigation, id, share, act)
  const saved = await prosecutor.get(address)
  assert.deepEqual(saved.rawPayload, pdf)
  assert.equal((await prosecutor.get(attach)).statusCode, 403)
})

test('once the register is erased nothing opens its files any longer', async () => {
  const { id, attach } = await caseWithItem()
  const before = await filesNow()
  await send(police, attach, 'statement.pdf', pdf)
  const [place] = await filesSince(before)
  const { state } = await installation.record.read(materialRegister, id)
  const key = Buffer.from(state!.items[0]!.files[0]!.key, 'hex')
  await eraseStream(installation, `material/${id}`, 'Ordered by a court', act)
  assert.equal((await police.get(paths.deskCaseMaterialFile(id, 'M1', 'F1'))).statusCode, 404)
  const sealed = createHash('sha256')
    .update(await readFile(place!))
    .digest('hex')
  assert.equal(path.basename(place!), sealed)
  const { rows } = await installation.pool.query<{ payload: Buffer }>('select payload from entry where stream = $1', [
    `material/${id}`,
  ])
  assert.ok(rows.every(({ payload }) => !payload.includes(key) && !payload.includes(key.toString('hex'))))
  assert.equal(force, officer.agency)
})
