import canonicalJson from 'canonicalize'
import type { ClientBase } from 'pg'
import type { Row, Rows } from './decider.ts'
import { copyRows } from './copy.ts'
import { type Statement, inPipeline, ready } from './transaction.ts'
import { type Table, type Tables, columnNames, quoted } from './table.ts'

/** How one table changes. */
export type Difference = {
  readonly table: Table
  readonly remove: readonly Row[]
  /** Rows whose key stood there before, with other values. */
  readonly change: readonly Row[]
  readonly add: readonly Row[]
}

const keyOf = (table: Table, row: Row): string => JSON.stringify(table.key.map((column) => row[column]))

function tableNamed(tables: Tables, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`rows() names ${name}, which is not a worked-out table`)
  return table
}

/** A misspelt column would otherwise be left out in silence, and a number that is none would be written as null. */
function checkColumns(table: Table, rows: readonly Row[]): void {
  const known = new Set(columnNames(table))
  for (const row of rows) {
    for (const name in row) {
      if (!known.has(name)) throw new Error(`rows() names the column ${name}, which ${table.name} does not have`)
      const value = row[name]
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new TypeError(`rows() gives ${value} for ${name} of ${table.name}`)
      }
    }
  }
}

/** What changes in one table when the rows in it go from `before` to `after`; null when nothing does. */
export function difference(table: Table, before: readonly Row[], after: readonly Row[]): Difference | null {
  checkColumns(table, after)
  const standing = new Map(before.map((row) => [keyOf(table, row), row]))
  const add: Row[] = []
  const change: Row[] = []
  const seen = new Set<string>()
  for (const row of after) {
    const key = keyOf(table, row)
    if (seen.has(key)) throw new Error(`rows() gives two rows of ${table.name} the key ${key}`)
    seen.add(key)
    const old = standing.get(key)
    if (!old) add.push(row)
    else if (canonicalJson(old) !== canonicalJson(row)) change.push(row)
  }
  const remove = before.filter((row) => !seen.has(keyOf(table, row)))
  return add.length + change.length + remove.length === 0 ? null : { table, remove, change, add }
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

/** From this many new rows on, COPY is faster than one INSERT. */
const copyFrom = 500

/** Plain insert: a row that another stream stands behind already is an error, and never written over. */
function add(client: ClientBase, { table, add: rows }: Difference): Statement {
  if (rows.length >= copyFrom && !inPipeline(client)) return () => addMany(client, table, rows)
  const columns = quoted(columnNames(table))
  return ready(client, {
    name: `add ${table.name}`,
    text: `insert into "${table.name}" (${columns})
           select ${columns} from jsonb_populate_recordset(null::"${table.name}", $1)`,
    values: [JSON.stringify(rows)],
  })
}

/** A table with row security takes no COPY from the recorder, so the rows are copied beside it and then moved in. */
async function addMany(client: ClientBase, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = quoted(columnNames(table))
  const beside = `new_${table.name}`.slice(0, 63)
  await client.query(
    `create temporary table "${beside}" on commit drop as select ${columns} from "${table.name}" with no data`,
  )
  await copyRows(client, { name: beside, columns: table.columns }, rows)
  await client.query(`insert into "${table.name}" (${columns}) select ${columns} from "${beside}"`)
}

const sameKey = ({ key }: Table): string => `(${quoted(key, 'standing.')}) = (${quoted(key, 'named.')})`

function change(client: ClientBase, { table, change: rows }: Difference): Statement {
  const others = columnNames(table).filter((column) => !table.key.includes(column))
  return ready(client, {
    name: `change ${table.name}`,
    text: `update "${table.name}" as standing
              set ${others.map((column) => `"${column}" = named."${column}"`).join(', ')}
             from jsonb_populate_recordset(null::"${table.name}", $1) as named
            where ${sameKey(table)}`,
    values: [JSON.stringify(rows)],
  })
}

function remove(client: ClientBase, { table, remove: rows }: Difference): Statement {
  return ready(client, {
    name: `remove ${table.name}`,
    text: `delete from "${table.name}" as standing
            using jsonb_populate_recordset(null::"${table.name}", $1) as named
            where ${sameKey(table)}`,
    values: [JSON.stringify(rows)],
  })
}

/** The statements that write differences: deletions first, so that a row may make room for another in one batch. */
export function writing(client: ClientBase, all: readonly Difference[]): readonly Statement[] {
  return [
    ...all.filter((one) => one.remove.length > 0).map((one) => remove(client, one)),
    ...all.filter((one) => one.change.length > 0).map((one) => change(client, one)),
    ...all.filter((one) => one.add.length > 0).map((one) => add(client, one)),
  ]
}
