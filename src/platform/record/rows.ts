import canonicalJson from 'canonicalize'
import type { ClientBase } from 'pg'
import type { Row, Rows } from './decider.ts'
import { copyRows } from './copy.ts'

/** The columns of a worked-out table, in order, and those of its primary key. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] }
export type Tables = ReadonlyMap<string, Table>

/** What must be deleted from, and put into, one table. */
export type Difference = {
  readonly table: Table
  readonly remove: readonly Row[]
  readonly put: readonly Row[]
  /** True when none of `put` stood there before, so that they may be copied in. */
  readonly onlyNew: boolean
}

/** Reads every table that has a primary key from the database's own catalogue. */
export async function readTables(client: ClientBase): Promise<Tables> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum = any(i.indkey)) as key
      from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
  return new Map(rows.map((table) => [table.name, table]))
}

function keyOf(table: Table, row: Row): string {
  return JSON.stringify(table.key.map((column) => row[column]))
}

function tableNamed(tables: Tables, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`rows() names the table ${name}, which no migration creates`)
  return table
}

/** What changes in one table when the rows in it go from `before` to `after`; null when nothing does. */
export function difference(table: Table, before: readonly Row[], after: readonly Row[]): Difference | null {
  const standing = new Map(before.map((row) => [keyOf(table, row), row]))
  const put: Row[] = []
  const seen = new Set<string>()
  let onlyNew = true
  for (const row of after) {
    const key = keyOf(table, row)
    if (seen.has(key)) throw new Error(`rows() gives two rows of ${table.name} the key ${key}`)
    seen.add(key)
    const old = standing.get(key)
    if (old && canonicalJson(old) === canonicalJson(row)) continue
    if (old) onlyNew = false
    put.push(row)
  }
  const remove = before.filter((row) => !seen.has(keyOf(table, row)))
  return put.length + remove.length === 0 ? null : { table, remove, put, onlyNew }
}

/** The differences of several streams at once, one per table, so that a batch is written table by table. */
export function differences(
  tables: Tables,
  streams: ReadonlyArray<{ readonly before: Rows; readonly after: Rows }>,
): readonly Difference[] {
  const merged = new Map<string, { before: Row[]; after: Row[] }>()
  const gather = (rows: Rows, side: 'before' | 'after'): void => {
    for (const [name, some] of Object.entries(rows)) {
      const entry = merged.get(name) ?? { before: [], after: [] }
      merged.set(name, entry)
      for (const row of some) entry[side].push(row)
    }
  }
  for (const { before, after } of streams) {
    gather(before, 'before')
    gather(after, 'after')
  }
  const found = [...merged].map(([name, { before, after }]) => difference(tableNamed(tables, name), before, after))
  return found.filter((one) => one !== null)
}

const quoted = (columns: readonly string[], prefix = ''): string =>
  columns.map((column) => `${prefix}"${column}"`).join(', ')

/** From this many new rows on, COPY is faster than one INSERT. */
const copyFrom = 500

async function put(client: ClientBase, { table, put: rows, onlyNew }: Difference): Promise<void> {
  if (rows.length === 0) return
  if (onlyNew && rows.length >= copyFrom) return copyRows(client, table, rows)
  const others = table.columns.filter((column) => !table.key.includes(column))
  const replace = others.length
    ? `do update set ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`
    : 'do nothing'
  await client.query({
    name: `put ${table.name}`,
    text: `insert into "${table.name}" (${quoted(table.columns)})
           select ${quoted(table.columns)} from jsonb_populate_recordset(null::"${table.name}", $1)
           on conflict (${quoted(table.key)}) ${replace}`,
    values: [JSON.stringify(rows)],
  })
}

async function remove(client: ClientBase, { table, remove: rows }: Difference): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: `remove ${table.name}`,
    text: `delete from "${table.name}" as standing
            using jsonb_populate_recordset(null::"${table.name}", $1) as gone
            where (${quoted(table.key, 'standing.')}) = (${quoted(table.key, 'gone.')})`,
    values: [JSON.stringify(rows)],
  })
}

/** Writes the differences: deletions first, so that a row may move from one stream to another in one batch. */
export async function writeDifferences(client: ClientBase, all: readonly Difference[]): Promise<void> {
  for (const one of all) await remove(client, one)
  for (const one of all) await put(client, one)
}
