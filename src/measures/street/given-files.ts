import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Entry, type ZipFile, openPromise } from 'yauzl'
import { Refusal } from '../../platform/refusal.ts'
import { sha256Of } from '../sources/kept-files.ts'
import { refuseStreet } from './refusals.ts'

/** A file's content, and what it was given as. */
export type Unpacked = {
  readonly content: Buffer
  /** The file as it was given, where that was one gzip stream of the content; null where it was packed otherwise. */
  readonly gzip: Buffer | null
  readonly contentSha256: string
  readonly fileSha256: string
  readonly fileBytes: number
}

/** A file to import. It is read when it is its turn: a zip of the site holds gigabytes. */
export type GivenFile = {
  /** As it is named to the person who gave it. */
  readonly shown: string
  /** Without folders. */
  readonly name: string
  unpack(): Promise<Unpacked>
}

export type Given = {
  readonly files: readonly GivenFile[]
  /** Files of data.police.uk of other kinds that stand among them. */
  readonly otherKinds: readonly string[]
  close(): void
}

/** A month of the largest force has some 25 million bytes. */
const mostBytes = 500_000_000

/** Macs put a file that begins with `._` beside every other in their zips. */
const isStreet = (name: string): boolean => /^(?!\._).*-street\.csv(\.gz)?$/i.test(name)
const isOtherKind = (name: string): boolean => /-(outcomes|stop-and-search)\.csv(\.gz)?$/i.test(name)

/** The street crime files in what was given: files, folders and zips. What holds none is refused when it is its turn. */
export async function givenFiles(paths: readonly string[]): Promise<Given> {
  const all = await Promise.all(paths.map(givenOrRefused))
  return {
    files: all.flatMap(({ files }) => files),
    otherKinds: all.flatMap(({ otherKinds }) => otherKinds),
    close: () => all.forEach((one) => one.close()),
  }
}

async function givenOrRefused(place: string): Promise<Given> {
  try {
    return await given(place)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = { shown: place, name: path.basename(place), unpack: () => Promise.reject(error) }
    return { files: [refused], otherKinds: [], close: nothingToClose }
  }
}

async function given(place: string): Promise<Given> {
  const found = await stat(place).catch(() => null)
  if (!found) throw refuse(place, 'there is no such file or folder')
  if (found.isDirectory()) return sorted(place, await filesIn(place), nothingToClose)
  if (/\.zip$/i.test(place)) return zipped(place)
  if (/\.csv(\.gz)?$/i.test(place)) return { files: [fileAt(place)], otherKinds: [], close: nothingToClose }
  throw refuse(place, 'it is not a .csv, a .csv.gz, a .zip or a folder')
}

const refuse = (file: string, reason: string) => refuseStreet('street.unusable-file', { file, reason })
const nothingToClose = (): void => {}

/** Those of the files that are street crime, in the order of their names. */
function sorted(place: string, files: readonly GivenFile[], close: () => void): Given {
  const street = files.filter(({ name }) => isStreet(name)).toSorted((a, b) => (a.shown < b.shown ? -1 : 1))
  const otherKinds = files.filter(({ name }) => isOtherKind(name)).map(({ shown }) => shown)
  if (street.length === 0) {
    close()
    throw refuse(place, 'no file in it is named like 2025-06-thames-valley-street.csv, plain or .gz')
  }
  return { files: street, otherKinds, close }
}

async function filesIn(folder: string): Promise<readonly GivenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => fileAt(path.join(parentPath, name)))
}

const fileAt = (place: string): GivenFile => ({
  shown: place,
  name: path.basename(place),
  async unpack() {
    const { size } = await stat(place)
    if (size > mostBytes) throw refuse(place, `it has ${size} bytes, far more than a month of any force`)
    return unpacked(place, place, await readFile(place))
  },
})

async function decompress(place: string, bytes: Buffer): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: mostBytes })
  } catch (error) {
    throw refuse(place, `it cannot be decompressed (${error instanceof Error ? error.message : String(error)})`)
  }
}

async function unpacked(place: string, name: string, given: Buffer): Promise<Unpacked> {
  const isGzip = /\.gz$/i.test(name)
  const content = isGzip ? await decompress(place, given) : given
  const contentSha256 = sha256Of(content)
  const fileSha256 = isGzip ? sha256Of(given) : contentSha256
  return { content, gzip: isGzip ? given : null, contentSha256, fileSha256, fileBytes: given.byteLength }
}

async function zipped(place: string): Promise<Given> {
  try {
    const zip = await openPromise(place, { lazyEntries: true, autoClose: false })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return sorted(
      place,
      entries.map((entry) => entryOf(place, zip, entry)),
      () => zip.close(),
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse(place, `it cannot be read as a zip (${error instanceof Error ? error.message : String(error)})`)
  }
}

const entryOf = (place: string, zip: ZipFile, entry: Entry): GivenFile => ({
  shown: `${place}: ${entry.fileName}`,
  name: path.posix.basename(entry.fileName),
  async unpack() {
    if (entry.uncompressedSize > mostBytes) throw refuse(place, `${entry.fileName} is larger than a month of any force`)
    const content = await buffer(await zip.openReadStreamPromise(entry)).catch((error: unknown) => {
      throw refuse(place, `${entry.fileName} is damaged (${error instanceof Error ? error.message : String(error)})`)
    })
    return unpacked(place, entry.fileName, content)
  },
})
