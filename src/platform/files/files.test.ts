import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { projectFolder } from '../installation.ts'
import { listStored, readStored, removeStored, takeIn } from './file-store.ts'
import { checkFileType } from './file-type.ts'
import { openChunks, sealChunks } from './sealed-chunks.ts'

const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-files-'))
after(() => rm(home, { recursive: true }))

const settings = { home, uploads: { limitBytes: 1024 * 1024, virusScanner: null } }
const fixture = (name: string): Promise<Buffer> => readFile(path.join(projectFolder, 'test/fixtures/files', name))
const pdf = await fixture('statement.pdf')
const png = await fixture('picture.png')

const arriving = (...pieces: readonly Buffer[]) => Readable.from(pieces, { objectMode: false })
const collect = async (all: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(all))
const stored = async () => (await listStored(settings)).map(({ sealed }) => sealed)

test('bytes of every length come back as they were sealed, however they arrive', async () => {
  const key = randomBytes(32)
  for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
    const plain = randomBytes(length)
    const inPieces = async function* () {
      for (let at = 0; at < length; at += 7919) yield plain.subarray(at, at + 7919)
    }
    const sealed = await collect(sealChunks(inPieces(), key))
    assert.ok(!sealed.includes(plain.subarray(0, 16)) || length < 16)
    assert.deepEqual(await collect(openChunks(arriving(sealed), key)), plain, String(length))
  }
})

test('sealed bytes that were changed, cut off, left out or moved do not open, nor with another key', async () => {
  const key = randomBytes(32)
  const chunk = 65_536 + 16
  const sealed = await collect(sealChunks(arriving(randomBytes(150_000)), key))
  const flipped = Buffer.from(sealed)
  flipped[100_000]! ^= 1
  const swapped = Buffer.concat([
    sealed.subarray(0, 4),
    sealed.subarray(4 + chunk, 4 + 2 * chunk),
    sealed.subarray(4, 4 + chunk),
    sealed.subarray(4 + 2 * chunk),
  ])
  const wrong = {
    flipped,
    swapped,
    cutOff: sealed.subarray(0, -1),
    cutAtChunk: sealed.subarray(0, 4 + 2 * chunk),
    leftOut: Buffer.concat([sealed.subarray(0, 4), sealed.subarray(4 + chunk)]),
    noMark: sealed.subarray(4),
    nothing: Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(wrong)) {
    await assert.rejects(collect(openChunks(arriving(bytes), key)), name)
  }
  await assert.rejects(collect(openChunks(arriving(sealed), randomBytes(32))))
})

test('a file is kept sealed under the hash of what lies on the disk, for nobody else to read, and comes back', async () => {
  const kept = await takeIn(
    { name: 'statement.pdf', content: arriving(pdf.subarray(0, 100), pdf.subarray(100)) },
    settings,
  )
  assert.deepEqual([kept.type, kept.bytes], ['application/pdf', pdf.length])
  assert.deepEqual(await stored(), [kept.sealed])
  const folder = path.join(home, 'files', 'sealed')
  const onDisk = await readFile(path.join(folder, kept.sealed.slice(0, 2), kept.sealed))
  assert.ok(!onDisk.includes('made up') && !onDisk.includes('%PDF'))
  assert.deepEqual(await buffer(await readStored(kept, settings)), pdf)
  const again = await takeIn({ name: 'statement.pdf', content: arriving(pdf) }, settings)
  assert.equal(again.sha256, kept.sha256)
  assert.notEqual(again.sealed, kept.sealed)
  await removeStored(again.sealed, settings)
  await removeStored(kept.sealed, settings)
  assert.deepEqual(await stored(), [])
})

test('files are listed while others arrive and are given up', async () => {
  const passing = path.join(home, 'files', 'sealed', 'incoming', 'passing')
  const listed = new AbortController()
  const comeAndGo = async (): Promise<void> => {
    while (!listed.signal.aborted) {
      await writeFile(passing, '')
      await rm(passing)
    }
  }
  const gone = comeAndGo()
  for (let times = 0; times < 200; times += 1) await stored()
  listed.abort()
  await gone
})

/** What refused a file, after which nothing of it is left. */
async function refusal(name: string, content: AsyncIterable<Buffer>): Promise<string> {
  const error = await takeIn({ name, content }, settings).then(
    () => assert.fail(`${name} was kept`),
    (error: unknown) => error,
  )
  assert.deepEqual(await readdir(path.join(home, 'files', 'sealed', 'incoming')), [], name)
  assert.deepEqual(await stored(), [], name)
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

test('a file of another kind, with a wrong name, empty or too large is refused and leaves nothing', async () => {
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
  assert.equal(await refusal('statement.pdf', arriving(exe)), 'file.type-not-known')
  assert.equal(await refusal('statement.pdf', arriving(png)), 'file.type-not-as-named')
  assert.equal(await refusal('picture', arriving(png)), 'file.name-without-ending')
  assert.equal(await refusal('archive.zip', arriving(await fixture('archive.zip'))), 'file.type-not-known')
  assert.equal(await refusal('archive.docx', arriving(await fixture('archive.zip'))), 'file.type-not-known')
  assert.equal(await refusal('empty.txt', arriving()), 'file.empty')
  assert.equal(await refusal('page.html', arriving(Buffer.from('<p>words</p>'))), 'file.type-not-as-named')
  assert.equal(await refusal('toString', arriving(Buffer.from('words'))), 'file.name-without-ending')
  const late = arriving(Buffer.from('a,b\n'.repeat(300_000).slice(0, 1_048_570)), Buffer.from([0x61, 0, 0x61]))
  assert.equal(await refusal('late.csv', late), 'file.type-not-known')
  const most = settings.uploads.limitBytes
  assert.equal(await refusal('long.txt', arriving(Buffer.alloc(most, 'a'), Buffer.from('a'))), 'file.too-large')
  const { bytes, sealed } = await takeIn({ name: 'long.txt', content: arriving(Buffer.alloc(most, 'a')) }, settings)
  assert.equal(bytes, most)
  await removeStored(sealed, settings)
})

test('with a virus scanner that cannot be reached nothing is kept', async () => {
  const uploads = { ...settings.uploads, virusScanner: { socket: path.join(home, 'no-clamd.sock') } }
  const sent = takeIn({ name: 'statement.pdf', content: arriving(pdf) }, { home, uploads })
  await assert.rejects(sent, { code: 'file.not-scanned' })
  assert.deepEqual(await stored(), [])
})

test('a file that stops arriving leaves nothing', async () => {
  const broken = async function* () {
    yield pdf.subarray(0, 300)
    throw new Error('The connection was lost')
  }
  assert.match(await refusal('statement.pdf', broken()), /connection was lost/)
})

test('a file that is changed where it lies, or gone, is not handed out', async () => {
  const kept = await takeIn({ name: 'statement.pdf', content: arriving(pdf) }, settings)
  const place = path.join(home, 'files', 'sealed', kept.sealed.slice(0, 2), kept.sealed)
  const bytes = await readFile(place)
  bytes[40]! ^= 1
  await chmod(place, 0o600)
  await writeFile(place, bytes)
  await assert.rejects(readStored(kept, settings), { code: 'file.damaged' })
  await rm(place)
  await assert.rejects(readStored(kept, settings), { code: 'file.gone' })
})

test('what is found in a file decides its type: documents, pictures and text', async () => {
  const types = [
    ['statement.docx', await fixture('statement.docx'), /wordprocessingml/],
    ['PICTURE.PNG', png, /image\/png/],
    ['list.csv', Buffer.from('name,day\nÉowyn,1\n'), /text\/csv/],
    ['latin.txt', Buffer.from('caf\xe9', 'latin1'), /text\/plain/],
    ['notes.txt', Buffer.from('BMW seen at 7pm'), /text\/plain/],
    ['exhibits.csv', Buffer.from('MZ-2,a knife\n'), /text\/csv/],
    ['letter.eml', Buffer.from('From: a@area.example\r\nSubject: x\r\n\r\nBody'), /message\/rfc822/],
  ] as const
  for (const [name, bytes, type] of types) assert.match(await checkFileType(name, bytes), type, name)
})
