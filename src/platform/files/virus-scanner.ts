import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import type { ScannerAddress } from '../configuration.ts'
import { refuseFile } from './refusals.ts'

/** How long clamd may keep us waiting, in milliseconds, for a connection, for room, or for its verdict. */
const patienceMs = 60_000

/**
 * The same bytes, each of them shown to clamd on their way. The last is followed by clamd's verdict: a refusal where
 * it found something, or could not be asked. So nothing that reads to the end takes in what was not scanned.
 *
 * The protocol is INSTREAM of clamd(8): chunks, each after its length as 32 bits, and a length of nothing at the end.
 */
export async function* scanned(source: AsyncIterable<Buffer>, address: ScannerAddress): AsyncGenerator<Buffer> {
  const socket = 'socket' in address ? connect(address.socket) : connect(address.port, address.host)
  const verdict = verdictOf(socket)
  // It is waited for at the end; until then a broken connection is noticed by the writing.
  verdict.catch(() => {})
  try {
    await asked(once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) }))
    await send(socket, Buffer.from('zINSTREAM\0'))
    for await (const bytes of source) {
      await asked(send(socket, lengthOf(bytes.length), bytes))
      yield bytes
    }
    await asked(send(socket, lengthOf(0)))
    check(await asked(verdict))
  } finally {
    socket.destroy()
  }
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** Waits while clamd does not keep up. */
async function send(socket: Socket, ...all: readonly Buffer[]): Promise<void> {
  if (socket.destroyed) throw new Error('clamd closed the connection')
  let room = true
  for (const bytes of all) room = socket.write(bytes)
  if (!room) await once(socket, 'drain', { signal: AbortSignal.timeout(patienceMs) })
}

/** Everything that clamd answers until it closes the connection. */
function verdictOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = []
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('data', (bytes) => heard.push(bytes))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(heard).toString().replaceAll('\0', '').trim()))
  })
}

/** Whatever keeps clamd from being asked is one thing to the reader: not scanned, so not kept. */
async function asked<T>(waiting: Promise<T>): Promise<T> {
  try {
    return await waiting
  } catch (cause) {
    const refusal = refuseFile('file.not-scanned')
    refusal.cause = cause
    throw refusal
  }
}

function check(verdict: string): void {
  const found = /^stream: (.+) FOUND$/.exec(verdict)?.[1]
  if (found !== undefined) throw refuseFile('file.infected', { found })
  if (verdict !== 'stream: OK') throw refuseFile('file.not-scanned')
}
