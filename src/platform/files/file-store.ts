import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Configuration } from '../configuration.ts'
import { checkFileType, headLength, isText } from './file-type.ts'
import { refuseFile } from './refusals.ts'
import { openChunks, sealChunks } from './sealed-chunks.ts'
import { scanned } from './virus-scanner.ts'

/** What finds a stored file and opens it: the SHA-256 of its sealed bytes, and its key in hexadecimal. */
export type StoredFile = { readonly sealed: string; readonly key: string }

/** A file as it was taken in. */
export type TakenIn = StoredFile & {
  /** By its content. */
  readonly type: string
  readonly bytes: number
  /** SHA-256 of what was sent. */
  readonly sha256: string
}

/** A file on its way in: the name it is given, and its bytes as they arrive. */
export type SentFile = { readonly name: string; readonly content: AsyncIterable<Buffer> }

type Settings = Pick<Configuration, 'home' | 'uploads'>

const megabyte = 1024 * 1024
const sha256Shape = /^[0-9a-f]{64}$/

/** Where sealed files lie, apart from everything else in the folder of files. */
const folderOf = ({ home }: Pick<Settings, 'home'>): string => path.join(home, 'files', 'sealed')

function placeOf(settings: Pick<Settings, 'home'>, sealed: string): string {
  if (!sha256Shape.test(sealed)) throw new Error('A sealed file is named by a SHA-256')
  return path.join(folderOf(settings), sealed.slice(0, 2), sealed)
}

/** What is on its way in. A file moves to its own name once it is whole, checked and on the disk. */
const incomingOf = (settings: Pick<Settings, 'home'>): string => path.join(folderOf(settings), 'incoming')

/**
 * Takes a file in as it arrives: counted, its type checked by its content, shown to the virus scanner where there is
 * one, and sealed with a key of its own, so that no plain byte reaches the disk. When anything refuses it, or it stops
 * arriving, nothing of it is left. Whoever takes it in must put it on the record, or remove it again.
 */
export async function takeIn({ name, content }: SentFile, settings: Settings): Promise<TakenIn> {
  const { limitBytes, virusScanner } = settings.uploads
  const key = randomBytes(32)
  const incoming = path.join(incomingOf(settings), randomUUID())
  await mkdir(incomingOf(settings), { recursive: true, mode: 0o700 })
  const seen = { bytes: 0, type: '', plain: createHash('sha256'), sealed: createHash('sha256') }
  try {
    const allowed = typed(counted(content, limitBytes, seen), name, seen)
    const clean = virusScanner ? scanned(allowed, virusScanner) : allowed
    // Opened before anything can fail: a stream that opens for itself may yet make the file after it was removed.
    const target = await open(incoming, 'wx', 0o600)
    await pipeline(hashed(sealChunks(clean, key), seen.sealed), target.createWriteStream({ flush: true }))
    const sealed = seen.sealed.digest('hex')
    await moveTo(placeOf(settings, sealed), incoming)
    const { bytes, type } = seen
    return { sealed, key: key.toString('hex'), type, bytes, sha256: seen.plain.digest('hex') }
  } catch (error) {
    await rm(incoming, { force: true })
    throw error
  }
}

type Seen = { bytes: number; type: string; readonly plain: ReturnType<typeof createHash> }

async function* counted(source: AsyncIterable<Buffer>, limit: number, seen: Seen): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    seen.bytes += bytes.length
    if (seen.bytes > limit) throw refuseFile('file.too-large', { limit: Math.floor(limit / megabyte) })
    seen.plain.update(bytes)
    yield bytes
  }
}

/** Holds the first bytes back until they show what the file is. What begins as text must be text to its end. */
async function* typed(source: AsyncIterable<Buffer>, name: string, seen: Seen): AsyncGenerator<Buffer> {
  const held: Buffer[] = []
  let length = 0
  for await (const bytes of source) {
    if (seen.type === '') {
      held.push(bytes)
      length += bytes.length
      if (length < headLength) continue
      seen.type = await checkFileType(name, Buffer.concat(held))
      yield* held.splice(0)
      continue
    }
    if (isTextType(seen.type) && !isText(bytes)) throw refuseFile('file.type-not-known')
    yield bytes
  }
  if (seen.type === '') seen.type = await checkFileType(name, Buffer.concat(held))
  yield* held
}

const isTextType = (type: string): boolean => type.startsWith('text/') || type === 'message/rfc822'

async function* hashed(source: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    hash.update(bytes)
    yield bytes
  }
}

/** The name survives a power cut once the folder that holds it is on the disk. */
async function moveTo(place: string, incoming: string): Promise<void> {
  const folder = path.dirname(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(incoming, place)
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * The plain bytes of a stored file. All of it is checked before the first byte is given out, so that nobody takes half
 * of a damaged file for the whole.
 */
export async function readStored({ sealed, key }: StoredFile, settings: Pick<Settings, 'home'>): Promise<Readable> {
  const place = placeOf(settings, sealed)
  if (!(await exists(place))) throw refuseFile('file.gone')
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  if (hash.digest('hex') !== sealed) throw refuseFile('file.damaged')
  return Readable.from(openChunks(createReadStream(place), Buffer.from(key, 'hex')), { objectMode: false })
}

async function exists(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isFile()
  } catch {
    return false
  }
}

/** Removes a file that is not on the record after all. */
export const removeStored = (sealed: string, settings: Pick<Settings, 'home'>): Promise<void> =>
  rm(placeOf(settings, sealed), { force: true })

/** Every file that lies there, with the moment it was last written, in milliseconds since 1970. */
export async function listStored(
  settings: Pick<Settings, 'home'>,
): Promise<ReadonlyArray<{ readonly sealed: string; readonly place: string; readonly writtenMs: number }>> {
  const entries = await readdir(folderOf(settings), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const found = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const place = path.join(parentPath, name)
      // What was on its way in may have arrived since, or been given up.
      const standing = await stat(place).catch(() => null)
      return standing && { sealed: name, place, writtenMs: standing.mtimeMs }
    }),
  )
  return found.filter((one) => one !== null)
}
