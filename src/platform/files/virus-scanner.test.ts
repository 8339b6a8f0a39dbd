import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { scanned } from './virus-scanner.ts'

/** A clamd as its manual describes INSTREAM: it reads chunks to the end, then answers and closes the connection. */
function fakeClamd(answer: (content: Buffer) => string): Server {
  return createServer((socket: Socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes])
      const content = contentOf(heard)
      if (content) socket.end(`${answer(content)}\0`)
    })
  })
}

/** What was streamed, once its end was: `zINSTREAM`, then chunks after their lengths, then a length of nothing. */
function contentOf(heard: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0')
  if (heard.length < command.length) return null
  assert.deepEqual(heard.subarray(0, command.length), command)
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

async function listening(server: Server, place: string | number = 0): Promise<Server> {
  server.listen(typeof place === 'number' ? { port: place, host: '127.0.0.1' } : place)
  after(() => server.close())
  await once(server, 'listening')
  return server
}

const onPort = (server: Server) => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
const sent = (...pieces: readonly string[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)))
const collect = async (all: AsyncIterable<Buffer>): Promise<string> => String(Buffer.concat(await Array.fromAsync(all)))

const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'
const clamd = await listening(
  fakeClamd((content) => (content.includes('EICAR-STANDARD') ? 'stream: Eicar-Signature FOUND' : 'stream: OK')),
)

test('what clamd finds nothing in passes unchanged, over TCP and over a Unix socket', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-clamd-'))
  after(() => rm(folder, { recursive: true }))
  const socket = path.join(folder, 'clamd.sock')
  await listening(
    fakeClamd(() => 'stream: OK'),
    socket,
  )
  const long = 'words '.repeat(100_000)
  assert.equal(await collect(scanned(sent('one ', long), onPort(clamd))), `one ${long}`)
  assert.equal(await collect(scanned(sent('one'), { socket })), 'one')
})

test('what clamd finds something in is refused, named as clamd names it', async () => {
  await assert.rejects(collect(scanned(sent('a', eicar, 'b'), onPort(clamd))), {
    code: 'file.infected',
    message: /Eicar-Signature/,
  })
})

test('without a verdict nothing passes: clamd is away, says its limit is reached, or hangs up', async () => {
  const closed = await listening(fakeClamd(() => ''))
  const gone = onPort(closed)
  closed.close()
  await once(closed, 'close')
  await assert.rejects(collect(scanned(sent('one'), gone)), { code: 'file.not-scanned' })
  await assert.rejects(collect(scanned(sent('one'), { socket: '/nowhere/clamd.sock' })), { code: 'file.not-scanned' })
  const rude = await listening(createServer((socket) => socket.resetAndDestroy()))
  await assert.rejects(collect(scanned(sent('one', 'two'), onPort(rude))), { code: 'file.not-scanned' })
})

/** So many bytes that clamd can answer before the last of them. */
async function* slowly(): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < 1000; piece += 1) {
    await new Promise(setImmediate)
    yield Buffer.alloc(1000, 'a')
  }
}

test('a piece of nothing does not end the scan before what follows it', async () => {
  await assert.rejects(collect(scanned(sent('a', '', eicar), onPort(clamd))), { code: 'file.infected' })
})

test('where clamd takes no more, that is said, and not that it is away', async () => {
  const full = await listening(fakeClamd(() => 'INSTREAM size limit exceeded. ERROR'))
  const tooLarge = { code: 'file.too-large-to-scan' }
  await assert.rejects(collect(scanned(sent('one'), onPort(full))), tooLarge)
  const atOnce = createServer((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0').on('error', () => {}))
  const early = await listening(atOnce)
  await assert.rejects(collect(scanned(slowly(), onPort(early))), tooLarge)
})

test('what clamd says before it breaks the connection off is heard', async () => {
  const gruff = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write('INSTREAM size limit exceeded. ERROR\0', () => socket.resetAndDestroy()))
  })
  const away = onPort(await listening(gruff))
  for (let times = 0; times < 50; times += 1) {
    await assert.rejects(collect(scanned(slowly(), away)), { code: 'file.too-large-to-scan' })
  }
})

test('a verdict before the end is no verdict on the whole', async () => {
  const hasty = await listening(createServer((socket) => socket.on('error', () => {}).end('stream: OK\0')))
  await assert.rejects(collect(scanned(slowly(), onPort(hasty))), { code: 'file.not-scanned' })
})
