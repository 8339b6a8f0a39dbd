import type { ClientBase } from 'pg'
import { type CopyRow, copyRows } from './copy.ts'
import { type Decider, type Rows, idOf, kindOf } from './decider.ts'
import { type StoredStream, countEntries, keyOf, readStreams } from './entries.ts'
import { advance, rowsOf, unread } from './loaded.ts'
import { type Table, type Tables, columnNames } from './table.ts'

/** What a fold of the whole record went through. */
export type Folded = {
  readonly streams: number
  readonly entries: number
  readonly rows: number
  /** Kinds on the record that no decider is registered for, with the number of their streams. */
  readonly unknownKinds: ReadonlyMap<string, number>
}

/** Told how many entries were folded, of how many. */
export type Tell = (done: number, total: number) => void

/** Where the rows of a table are put when they are worked out again. */
export const workedOutAgain = ({ name }: Pick<Table, 'name'>): string => `again_${name}`.slice(0, 63)

const rowsAtOnce = 5000

/** For putting all entries in order and for comparing tables: the server's usual 4 MB would go over the disk. */
const sortMemory = '64MB'

/** Rows on their way into the temporary tables, copied in when there are enough of them. */
class RowSink {
  readonly #client: ClientBase
  readonly #tables: Tables
  readonly #waiting = new Map<Table, CopyRow[]>()
  written = 0

  constructor(client: ClientBase, tables: Tables) {
    this.#client = client
    this.#tables = tables
  }

  async add(rows: Rows): Promise<void> {
    for (const [name, some] of Object.entries(rows)) {
      const table = this.#tables.get(name)
      if (!table) throw new Error(`rows() names ${name}, which is not a worked-out table`)
      const waiting = this.#waiting.get(table) ?? []
      this.#waiting.set(table, waiting)
      for (const row of some) waiting.push(row)
      if (waiting.length >= rowsAtOnce) await this.#copy(table, waiting)
    }
  }

  async flush(): Promise<void> {
    for (const [table, waiting] of this.#waiting) await this.#copy(table, waiting)
  }

  async #copy(table: Table, rows: CopyRow[]): Promise<void> {
    this.#waiting.delete(table)
    if (rows.length === 0) return
    await copyRows(this.#client, { name: workedOutAgain(table), columns: table.columns }, rows)
    this.written += rows.length
  }
}

/**
 * Folds every stream into temporary tables that look like the worked-out ones. Needs a transaction, and folds the
 * record as that transaction sees it.
 */
export async function foldRecord(
  client: ClientBase,
  tables: Tables,
  deciders: readonly Decider[],
  installationKey: Buffer,
  tell: Tell,
): Promise<Folded> {
  const byKind = new Map(deciders.map((decider) => [decider.kind, decider]))
  await client.query(`set local work_mem = '${sortMemory}'`)
  for (const table of tables.values()) {
    const columns = columnNames(table).map((name) => `"${name}"`)
    const again = workedOutAgain(table)
    await client.query(
      `create temporary table "${again}" on commit drop as select ${columns.join(', ')} from "${table.name}" with no data`,
    )
  }
  const total = await countEntries(client)
  const sink = new RowSink(client, tables)
  const unknownKinds = new Map<string, number>()
  let streams = 0
  let entries = 0
  for await (const stored of readStreams(client)) {
    streams += 1
    entries += stored.entries.length
    const kind = kindOf(stored.stream)
    const decider = byKind.get(kind)
    if (decider) await sink.add(rowsOfStored(decider, stored, installationKey))
    else unknownKinds.set(kind, (unknownKinds.get(kind) ?? 0) + 1)
    tell(entries, total)
  }
  await sink.flush()
  return { streams, entries, rows: sink.written, unknownKinds }
}

function rowsOfStored(decider: Decider, stored: StoredStream, installationKey: Buffer): Rows {
  try {
    const fresh = unread({ decider, id: idOf(stored.stream) })
    return rowsOf(advance(fresh, keyOf(stored, installationKey), stored.entries))
  } catch (error) {
    throw new Error(`${stored.stream} cannot be folded`, { cause: error })
  }
}
