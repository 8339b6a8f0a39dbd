import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { OutcomeUnknown } from '../../platform/record/transaction.ts'
import { isKept, keepFile, keepWhile, openFile, sha256Of } from './kept-files.ts'

let home = ''
before(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-files-'))
})
after(() => rm(home, { recursive: true, force: true }))

const content = Buffer.from('area,convictions\r\nBedfordshire,16\r\n')
const sha256 = sha256Of(content)

const kept = async (of: string, form: 'plain' | 'gzip' = 'plain') => {
  const stream = await openFile(home, of, form)
  return stream && buffer(stream)
}

test('what was kept is read back byte for byte, and keeping it again leaves one file', async () => {
  await keepFile(home, sha256, { content })
  await keepFile(home, sha256, { content })
  assert.deepEqual(await kept(sha256), content)
  assert.deepEqual(await readdir(path.join(home, 'files', sha256.slice(0, 2))), [`${sha256}.gz`])
})

test('content under a hash that is not its own is not kept', async () => {
  const other = sha256Of(Buffer.from('other'))
  await assert.rejects(keepFile(home, other, { content }), /does not have the hash/)
  assert.equal(await isKept(home, other), false)
  assert.equal(await openFile(home, other, 'plain'), null)
  assert.equal(await openFile(home, other, 'gzip'), null)
})

test('a hash cannot lead out of the folder', async () => {
  await assert.rejects(keepFile(home, '../../etc/passwd', { content }), /not a SHA-256/)
})

test('a refused source leaves no file, and one that was kept before stays', async () => {
  const refuse = () => Promise.reject(new Error('refused'))
  const refused = Buffer.from('refused')
  await assert.rejects(keepWhile(home, sha256Of(refused), { content: refused }, refuse), /refused/)
  assert.equal(await isKept(home, sha256Of(refused)), false)
  await keepFile(home, sha256, { content })
  await assert.rejects(keepWhile(home, sha256, { content }, refuse), /refused/)
  assert.equal(await isKept(home, sha256), true)
})

test('a source of which nobody knows whether it was recorded keeps its file', async () => {
  const unknown = Buffer.from('nobody knows')
  const lose = () => Promise.reject(new OutcomeUnknown(null))
  await assert.rejects(keepWhile(home, sha256Of(unknown), { content: unknown }, lose), { name: 'OutcomeUnknown' })
  assert.equal(await isKept(home, sha256Of(unknown)), true)
})

test('packed bytes are kept as they were given, unless they are not one stream of the content', async () => {
  const keptAs = async (text: string, packed: (plain: Buffer) => Buffer) => {
    const plain = Buffer.from(text)
    const given = packed(plain)
    await keepFile(home, sha256Of(plain), { content: plain, gzip: given })
    assert.deepEqual(await kept(sha256Of(plain)), plain)
    return (await kept(sha256Of(plain), 'gzip'))?.equals(given)
  }
  assert.equal(await keptAs('once', (plain) => gzipSync(plain, { level: 1 })), true)
  assert.equal(await keptAs('twice', (plain) => Buffer.concat([gzipSync(plain), gzipSync('')])), false)
  assert.equal(await keptAs('tail', (plain) => Buffer.concat([gzipSync(plain), Buffer.alloc(9)])), false)
})
