import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { setImmediate as immediate } from 'node:timers/promises'
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
  const answer = answerOn(socket)
  try {
    await asked(once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) }), answer)
    await asked(send(socket, answer, Buffer.from('zINSTREAM\0')), answer)
    for await (const bytes of source) {
      // Nothing has the length that says that the end is there, and what follows would not be scanned.
      if (bytes.length === 0) continue
      await asked(send(socket, answer, lengthOf(bytes.length), bytes), answer)
      yield bytes
    }
    await asked(send(socket, answer, lengthOf(0)), answer)
    check(await asked(answer.whole, answer))
  } finally {
    socket.destroy()
  }
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** What clamd answers: as far as it was heard, and all of it once clamd closes the connection. */
type Answer = { readonly heard: () => string; readonly whole: Promise<string> }

/**
 * Waits while clamd does not keep up. An answer before the end is no verdict on the whole. It is listened for before
 * each writing: clamd breaks off after it, and a writing that fails would take what was not heard yet with it.
 */
async function send(socket: Socket, answer: Answer, ...all: readonly Buffer[]): Promise<void> {
  await immediate()
  if (socket.destroyed || answer.heard() !== '') throw new Error('clamd ended the scan')
  let room = true
  for (const bytes of all) room = socket.write(bytes)
  if (room) return
  await Promise.race([once(socket, 'drain', { signal: AbortSignal.timeout(patienceMs) }), answer.whole])
}

function answerOn(socket: Socket): Answer {
  const all: Buffer[] = []
  const heard = (): string => Buffer.concat(all).toString().replaceAll('\0', '').trim()
  const whole = new Promise<string>((resolve, reject) => {
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('data', (bytes) => all.push(bytes))
    socket.on('error', reject)
    socket.on('close', () => resolve(heard()))
  })
  // It is waited for at the end; until then a broken connection is noticed by the writing.
  whole.catch(() => {})
  return { heard, whole }
}

/** Whatever keeps clamd from being asked, the file is not scanned and so not kept. */
async function asked<T>(waiting: Promise<T>, { heard }: Answer): Promise<T> {
  try {
    return await waiting
  } catch (cause) {
    const refusal = notScanned(heard())
    refusal.cause = cause
    throw refusal
  }
}

function check(verdict: string): void {
  const found = /^stream: (.+) FOUND$/.exec(verdict)?.[1]
  if (found !== undefined) throw refuseFile('file.infected', { found })
  if (verdict !== 'stream: OK') throw notScanned(verdict)
}

/** clamd takes no more than its StreamMaxLength, and to try again would not help. */
const notScanned = (heard: string) =>
  refuseFile(heard.includes('size limit exceeded') ? 'file.too-large-to-scan' : 'file.not-scanned')
