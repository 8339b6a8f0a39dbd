import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, pipeline } from 'node:stream'
import { promisify } from 'node:util'
import { crc32, createGunzip, gzip } from 'node:zlib'
import { OutcomeUnknown } from '../../platform/record/transaction.ts'

const shape = /^[0-9a-f]{64}$/

export const isSha256 = (text: string): boolean => shape.test(text)

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `files/8f/8f3c….gz` under the installation's folder: by content, so nothing is kept twice and nothing changes. */
function placeOf(home: string, sha256: string): string {
  if (!isSha256(sha256)) throw new RangeError(`${sha256} is not a SHA-256`)
  return path.join(home, 'files', sha256.slice(0, 2), `${sha256}.gz`)
}

/** A source's content; and, where it was given packed with gzip, the packed bytes, so that they need not be made again. */
export type Content = { readonly content: Uint8Array; readonly gzip?: Buffer | null }

/**
 * True when a gzip file is one stream of the content and nothing else: its last eight bytes are the content's checksum
 * and length. A file of several streams, or with something behind it, is read otherwise by some browsers.
 */
const isOneStreamOf = (packed: Buffer, content: Uint8Array): boolean =>
  packed.length > 18 &&
  packed.readUInt32LE(packed.length - 8) === crc32(content) &&
  packed.readUInt32LE(packed.length - 4) === content.byteLength % 2 ** 32

/**
 * Keeps a source's content, so that a reader can open the very rows that a figure came from. Written beside its place
 * and moved there when it is on the disk whole: what is found under a hash is all of it. Keeping it again does nothing.
 */
export async function keepFile(home: string, sha256: string, { content, gzip: given }: Content): Promise<void> {
  const place = placeOf(home, sha256)
  if (await isKept(home, sha256)) return
  if (sha256Of(content) !== sha256) throw new Error(`The content to keep does not have the hash ${sha256}`)
  await mkdir(path.dirname(place), { recursive: true })
  const beside = `${place}.${randomUUID()}`
  const file = await open(beside, 'wx')
  try {
    await file.writeFile(given && isOneStreamOf(given, content) ? given : await promisify(gzip)(content))
    await file.sync()
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

export async function isKept(home: string, sha256: string): Promise<boolean> {
  try {
    await access(placeOf(home, sha256))
    return true
  } catch {
    return false
  }
}

/**
 * Keeps the content while `record` claims its source: first the file, then the record, and no file when that fails.
 * Where nobody knows whether it was recorded, the file stays, and nothing that the record names is lost.
 */
export async function keepWhile<T>(
  home: string,
  sha256: string,
  content: Content,
  record: () => Promise<T>,
): Promise<T> {
  const keptBefore = await isKept(home, sha256)
  await keepFile(home, sha256, content)
  try {
    return await record()
  } catch (error) {
    if (!keptBefore && !(error instanceof OutcomeUnknown)) await rm(placeOf(home, sha256), { force: true })
    throw error
  }
}

/** The content as a stream, gzip-compressed or not; null when it is not kept here, as after restoring a backup. */
export async function openFile(home: string, sha256: string, form: 'plain' | 'gzip'): Promise<Readable | null> {
  if (!(await isKept(home, sha256))) return null
  const packed = createReadStream(placeOf(home, sha256))
  return form === 'gzip' ? packed : pipeline(packed, createGunzip(), () => {})
}
