import { createHash } from 'node:crypto'
import { open as openFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { type Counts, type StoredKey, backupFormat, backupVersion, writeEntry, writeKey } from './backup-format.ts'
import { type StoredEntry, countEntries } from './entries.ts'
import type { Tell } from './fold-record.ts'
import { readProof } from './installation-key.ts'
import { keptTables } from './kept-tables.ts'
import type { RecordAccess } from './record.ts'
import { inTransaction } from './transaction.ts'

/**
 * Writes every entry, every wrapped key and the kept tables into one file, as of one moment, while work goes on. The
 * file takes its name when it is whole and on the disk. It is as secret as the database; the installation key is not
 * in it.
 */
export async function backup(
  { pool }: Pick<RecordAccess, 'pool'>,
  file: string,
  createdAt: string,
  tell: Tell = () => {},
): Promise<Counts> {
  if (await exists(file)) throw new Error(`${file} is there already, and a backup is never written over`)
  const making = `${file}.${process.pid}.part`
  const counts: Counts = { entries: 0, keys: 0, rows: 0 }
  try {
    await inTransaction(pool, 'begin isolation level repeatable read read only', async (client) => {
      const lines = Readable.from(inChunks(content(client, createdAt, counts, tell)), { objectMode: true })
      // Opened before anything can fail: a stream that opens for itself may yet make the file after it was removed.
      const target = await openFile(making, 'wx', 0o600)
      await pipeline(lines, createGzip(), target.createWriteStream())
    })
    await sync(making)
    await rename(making, file)
    await sync(path.dirname(file))
  } catch (error) {
    await rm(making, { force: true })
    throw error
  }
  return counts
}

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

async function sync(place: string): Promise<void> {
  const handle = await openFile(place, 'r')
  await handle.sync()
  await handle.close()
}

async function* content(client: ClientBase, createdAt: string, counts: Counts, tell: Tell): AsyncGenerator<string> {
  const sum = createHash('sha256')
  const line = (text: string): string => {
    sum.update(`${text}\n`)
    return `${text}\n`
  }
  const total = await countEntries(client)
  const { rows } = await client.query<{ keys: number }>('select count(*) as keys from stream_key')
  const keyProof = (await readProof(client)).toString('base64')
  yield line(
    JSON.stringify({ format: backupFormat, version: backupVersion, createdAt, entries: total, ...rows[0], keyProof }),
  )
  for await (const entry of everyRow<StoredEntry>(client, 'select * from entry order by position')) {
    counts.entries += 1
    tell(counts.entries, total)
    yield line(writeEntry(entry))
  }
  const keys = 'select stream, wrapped_key as wrapped, erased_at as "erasedAt" from stream_key order by stream'
  for await (const key of everyRow<StoredKey>(client, keys)) {
    counts.keys += 1
    yield line(writeKey(key))
  }
  for (const table of await keptTables(client)) {
    for await (const { row } of everyRow<{ row: object }>(client, `select to_jsonb(t) as row from "${table}" t`)) {
      counts.rows += 1
      yield line(JSON.stringify({ table, row }))
    }
  }
  yield `${JSON.stringify({ end: { ...counts, sha256: sum.digest('hex') } })}\n`
}

const rowsAtOnce = 2000

async function* everyRow<Row extends object>(client: ClientBase, query: string): AsyncGenerator<Row> {
  await client.query(`declare backup no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${rowsAtOnce} from backup`)
    if (rows.length === 0) break
    yield* rows
  }
  await client.query('close backup')
}

const chunkLength = 1 << 16

/** Lines put together, because each chunk on its way through the compressor has a cost of its own. */
async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
