import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { StoredEntry } from './entries.ts'

// A backup is gzip-compressed UTF-8, one JSON value a line: a header, the entries by position, the keys, the rows of
// kept tables, a trailer. docs/record-format.md describes it for other programs.

export const backupFormat = 'frankpledge-backup'
export const backupVersion = 1

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'))
const instant = z.iso.datetime({ precision: 3 })

export const header = z.strictObject({
  format: z.literal(backupFormat, 'is not a Frankpledge backup'),
  version: z.literal(backupVersion, 'was written in a format that this version of Frankpledge does not read'),
  createdAt: instant,
  entries: z.int().nonnegative(),
  keys: z.int().nonnegative(),
  /** Known bytes sealed with the installation key, to tell whether the key at hand fits. */
  keyProof: bytes,
})
export type Header = z.infer<typeof header>

const entryLine = z.strictObject({
  entry: z.tuple([z.int().positive(), z.string(), z.int(), z.string(), instant, z.string(), bytes, bytes]),
})
const keyLine = z.strictObject({ key: z.tuple([z.string(), bytes.nullable(), instant.nullable()]) })
/** A row as PostgreSQL writes it as JSON. */
const rowLine = z.strictObject({ table: z.string(), row: z.record(z.string(), z.json()) })
const trailerLine = z.strictObject({
  end: z.strictObject({ entries: z.int(), keys: z.int(), rows: z.int(), sha256: z.string() }),
})
const line = z.union([entryLine, keyLine, rowLine, trailerLine])

export type StoredKey = { readonly stream: string; readonly wrapped: Buffer | null; readonly erasedAt: string | null }
export type Counts = { entries: number; keys: number; rows: number }

/** What a line of a backup says. */
export type Item =
  | { readonly entry: StoredEntry }
  | { readonly key: StoredKey }
  | { readonly table: string; readonly row: Readonly<Record<string, z.infer<ReturnType<typeof z.json>>>> }

export const writeEntry = ({ position, stream, version, type, at, actor, payload, hash }: StoredEntry): string =>
  JSON.stringify({
    entry: [position, stream, version, type, at, actor, payload.toString('base64'), hash.toString('base64')],
  })

export const writeKey = ({ stream, wrapped, erasedAt }: StoredKey): string =>
  JSON.stringify({ key: [stream, wrapped?.toString('base64') ?? null, erasedAt] })

function itemOf(found: Exclude<z.infer<typeof line>, z.infer<typeof trailerLine>>): Item {
  if ('table' in found) return found
  if ('key' in found) {
    const [stream, wrapped, erasedAt] = found.key
    return { key: { stream, wrapped, erasedAt } }
  }
  const [position, stream, version, type, at, actor, payload, hash] = found.entry
  return { entry: { position, stream, version, type, at, actor, payload, hash } }
}

/** The file is not a backup, or not a whole one. */
export class BackupError extends Error {
  override name = 'BackupError'
}

function parsed<T>(schema: z.ZodType<T>, text: string, number: number, file: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : []
    const reason = number === 1 && issue ? issue.message : 'is not a line of a backup'
    throw new BackupError(`${file}, line ${number}: ${reason}`, { cause: error })
  }
}

/**
 * Reads a backup from its first line to its last. The trailer's counts and SHA-256 are checked at the end, so whoever
 * takes in the items must be able to drop them when this throws after all.
 */
export async function readBackup(
  file: string,
  take: { header(found: Header): void; item(found: Item): Promise<void> | void },
): Promise<Counts> {
  const counts: Counts = { entries: 0, keys: 0, rows: 0 }
  const sum = createHash('sha256')
  let number = 0
  let ended = false
  for await (const text of linesOf(file)) {
    number += 1
    if (ended) throw new BackupError(`${file} goes on after its last line`)
    if (number === 1) {
      take.header(parsed(header, text, number, file))
    } else {
      const found = parsed(line, text, number, file)
      if ('end' in found) {
        ended = true
        checkEnd(found.end, counts, sum.copy().digest('hex'), file)
        continue
      }
      counts['entry' in found ? 'entries' : 'key' in found ? 'keys' : 'rows'] += 1
      const taking = take.item(itemOf(found))
      if (taking) await taking
    }
    sum.update(`${text}\n`)
  }
  if (!ended) throw new BackupError(`${file} is not whole: its last line is missing`)
  return counts
}

function checkEnd(end: z.infer<typeof trailerLine>['end'], counts: Counts, sha256: string, file: string): void {
  const whole = end.entries === counts.entries && end.keys === counts.keys && end.rows === counts.rows
  if (!whole || end.sha256 !== sha256) throw new BackupError(`${file} is not what was written: its checksum differs`)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  // `pipe` does not hand on a failure to read; without this the reader of lines would wait for ever.
  source.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const text of createInterface({ input: source.pipe(unpacked), crlfDelay: Infinity })) yield text
  } catch (error) {
    throw new BackupError(`${file} cannot be read to its end`, { cause: error })
  } finally {
    source.destroy()
  }
}
