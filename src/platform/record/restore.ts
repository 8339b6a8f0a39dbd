import type { ClientBase } from 'pg'
import { BackupError, type Counts, type Header, type Item, type StoredKey, readBackup } from './backup-format.ts'
import { copyRows } from './copy.ts'
import type { StoredEntry } from './entries.ts'
import { type Folded, type Tell, foldRecord, workedOutAgain } from './fold-record.ts'
import { opensProof } from './installation-key.ts'
import { keptTables } from './kept-tables.ts'
import type { RecordAccess } from './record.ts'
import { columnNames, quoted, readTables } from './table.ts'
import { asRecorder, holdWritersOff, inTransaction } from './transaction.ts'
import { entryTable } from './unit-of-work.ts'
import { verifyIn } from './verify.ts'

export type Restored = Counts & Pick<Folded, 'streams'> & { readonly tableRows: number }

/**
 * Takes a backup into an empty database: entries under the positions they had, keys, kept tables; checks every hash
 * and every payload; then works the tables out. All of it in one transaction, so a bad file leaves nothing.
 */
export async function restore(access: RecordAccess, file: string, tell: Tell = () => {}): Promise<Restored> {
  const { pool, record, installationKey } = access
  return inTransaction(pool, 'begin', async (client) => {
    await holdWritersOff(client)
    await checkEmpty(client)
    const counts = await takeIn(client, file, installationKey, tell)
    const verified = await verifyIn(client, record.deciders, installationKey, () => {})
    if (verified.failures > 0)
      throw new BackupError(`${file} holds ${verified.failures} failures: ${verified.named[0]}`)
    const folded = await workOut(client, access)
    return { ...counts, streams: folded.streams, tableRows: folded.rows }
  })
}

async function checkEmpty(client: ClientBase): Promise<void> {
  const tables = ['entry', 'stream_key', ...(await readTables(client)).keys(), ...(await keptTables(client))]
  for (const table of tables) {
    const { rowCount } = await client.query(`select from "${table}" limit 1`)
    if (rowCount !== 0) {
      throw new Error(`This database is not empty: ${table} has rows. A backup is restored into an empty one.`)
    }
  }
}

const rowsAtOnce = 2000

async function takeIn(client: ClientBase, file: string, installationKey: Buffer, tell: Tell): Promise<Counts> {
  const entries: StoredEntry[] = []
  const keys: StoredKey[] = []
  const kept = new Map((await keptTables(client)).map((name) => [name, [] as object[]]))
  let total = 0
  let done = 0
  const flush = async (): Promise<void> => {
    await copyRows(client, restoredEntries, entries.splice(0))
    await copyRows(
      client,
      restoredKeys,
      keys.splice(0).map(({ stream, wrapped, erasedAt }) => ({ stream, wrapped_key: wrapped, erased_at: erasedAt })),
    )
    for (const [table, rows] of kept) await insertKept(client, table, rows.splice(0))
    tell(done, total)
  }
  const counts = await readBackup(file, {
    header(found) {
      checkKey(found, installationKey, file)
      total = found.entries
    },
    item(item) {
      gather(item, entries, keys, kept)
      done += 1
      return done % rowsAtOnce === 0 ? flush() : undefined
    },
  })
  await flush()
  for (const table of ['entry', ...kept.keys()]) await countOn(client, table)
  return counts
}

/** Numbers that the database gives go on after the last that was taken in. */
async function countOn(client: ClientBase, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [`"${table}"`],
  )
  for (const { name } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(1, max("${name}")), max("${name}") is not null) from "${table}"`,
      [`"${table}"`, name],
    )
  }
}

/** Positions are kept, so that whatever was noted of one outside the database still finds it. */
const restoredEntries = {
  ...entryTable,
  columns: [{ name: 'position', shape: 'plain' }, ...entryTable.columns],
} as const
const restoredKeys = {
  name: 'stream_key',
  columns: [
    { name: 'stream', shape: 'plain' },
    { name: 'wrapped_key', shape: 'plain' },
    { name: 'erased_at', shape: 'plain' },
  ],
} as const

function checkKey({ keys, keyProof }: Header, installationKey: Buffer, file: string): void {
  if (keys === 0 || opensProof(keyProof, installationKey)) return
  throw new Error(
    `${file} was written under another installation key, and nothing sealed in it could be read. Put that key into ` +
      'this installation first; if it was replaced since and destroyed, this backup is gone for good, as was meant.',
  )
}

function gather(item: Item, entries: StoredEntry[], keys: StoredKey[], kept: ReadonlyMap<string, object[]>): void {
  if ('entry' in item) entries.push(item.entry)
  else if ('key' in item) keys.push(item.key)
  else {
    const rows = kept.get(item.table)
    if (!rows) throw new BackupError(`The backup has rows of ${item.table}, which this version does not keep`)
    rows.push(item.row)
  }
}

async function insertKept(client: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into "${table}" overriding system value select * from jsonb_populate_recordset(null::"${table}", $1)`,
    [JSON.stringify(rows)],
  )
}

async function workOut(client: ClientBase, { record, installationKey }: RecordAccess): Promise<Folded> {
  await client.query(asRecorder)
  const tables = await readTables(client)
  const folded = await foldRecord(client, tables, record.deciders, installationKey, () => {})
  if (folded.unknownKinds.size > 0) {
    throw new BackupError(
      `The backup has streams of kinds this version does not know: ${[...folded.unknownKinds.keys()].join(', ')}`,
    )
  }
  for (const table of tables.values()) {
    const columns = quoted(columnNames(table))
    await client.query(`insert into "${table.name}" (${columns}) select ${columns} from "${workedOutAgain(table)}"`)
  }
  return folded
}
