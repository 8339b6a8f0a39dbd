import type { ClientBase } from 'pg'
import { type Folded, type Tell, foldRecord, workedOutAgain } from './fold-record.ts'
import type { RecordAccess } from './record.ts'
import { type Table, type Tables, columnNames, quoted, readTables } from './table.ts'
import { asRecorder, holdWritersOff, inTransaction } from './transaction.ts'

/** How one table differed from the record. */
export type TableDifference = {
  readonly table: string
  /** Rows that stand in the table and that no stream stands behind. */
  readonly extra: number
  /** Rows that streams stand behind and that the table lacks. */
  readonly missing: number
  /** Rows that have their key in common with another, which two streams must not have. */
  readonly colliding: number
  /** Up to three of these rows, as JSON. */
  readonly examples: readonly string[]
}

export type Rebuilt = Folded & {
  readonly tables: number
  readonly differences: readonly TableDifference[]
  /** Whether the tables were put right. Not while a kind is unknown or rows collide: rows would be lost. */
  readonly replaced: boolean
}

/**
 * Folds the whole record again and compares every worked-out table with what comes out. First as of one moment, with
 * nobody held off. Only when something differs, once more with writers held off, to put the tables right.
 */
export async function rebuild(access: RecordAccess, tell: Tell = () => {}): Promise<Rebuilt> {
  const seen = await inTransaction(access.pool, 'begin isolation level repeatable read', async (client) => {
    await client.query(asRecorder)
    const tables = await readTables(client)
    return compare(client, tables, access, tell)
  })
  if (!mayReplace(seen)) return seen
  return inTransaction(access.pool, 'begin', async (client) => {
    await holdWritersOff(client)
    await client.query(asRecorder)
    const tables = await readTables(client)
    const found = await compare(client, tables, access, tell)
    if (!mayReplace(found)) return found
    for (const { table } of found.differences) await replace(client, tables.get(table))
    return { ...found, replaced: true }
  })
}

const mayReplace = ({ differences, unknownKinds }: Rebuilt): boolean =>
  differences.length > 0 && unknownKinds.size === 0 && differences.every(({ colliding }) => colliding === 0)

async function compare(
  client: ClientBase,
  tables: Tables,
  { record, installationKey }: RecordAccess,
  tell: Tell,
): Promise<Rebuilt> {
  const folded = await foldRecord(client, tables, record.deciders, installationKey, tell)
  const differences: TableDifference[] = []
  for (const table of tables.values()) {
    if (await differs(client, table)) differences.push(await differenceOf(client, table))
  }
  return { ...folded, tables: tables.size, differences, replaced: false }
}

const extraRows = (table: Table): string => {
  const columns = quoted(columnNames(table))
  return `select ${columns} from "${table.name}" except all select ${columns} from "${workedOutAgain(table)}"`
}

const missingRows = (table: Table): string => {
  const columns = quoted(columnNames(table))
  return `select ${columns} from "${workedOutAgain(table)}" except all select ${columns} from "${table.name}"`
}

/**
 * Whether any row stands in one of the two and not, or not as often, in the other. One pass over both, because mostly
 * nothing differs; and where nothing does, no rows collide, for the table itself has a key.
 */
async function differs(client: ClientBase, table: Table): Promise<boolean> {
  const columns = quoted(columnNames(table))
  const { rowCount } = await client.query(`
    select from (select ${columns}, 1 as "which table" from "${table.name}"
                 union all
                 select ${columns}, -1 from "${workedOutAgain(table)}") as both_tables
     group by ${columns} having sum("which table") <> 0 limit 1`)
  return rowCount !== 0
}

async function differenceOf(client: ClientBase, table: Table): Promise<TableDifference> {
  const { rows } = await client.query<Omit<TableDifference, 'table'>>(`
    with extra as materialized (${extraRows(table)}), missing as materialized (${missingRows(table)})
    select (select count(*) from extra) as extra,
           (select count(*) from missing) as missing,
           (select count(*) - count(distinct (${quoted(table.key)})) from "${workedOutAgain(table)}") as colliding,
           array(select 'extra: ' || to_jsonb(extra)::text from extra limit 2)
             || array(select 'missing: ' || to_jsonb(missing)::text from missing limit 2) as examples`)
  const [found] = rows
  if (!found) throw new Error(`${table.name} could not be compared`)
  return { table: table.name, ...found }
}

/** Puts one table right. Only the rows that differ are touched. */
async function replace(client: ClientBase, table: Table | undefined): Promise<void> {
  if (!table) return
  await client.query(`
    delete from "${table.name}" as standing using (${extraRows(table)}) as extra
     where (${quoted(table.key, 'standing.')}) = (${quoted(table.key, 'extra.')})`)
  await client.query(`insert into "${table.name}" (${quoted(columnNames(table))}) ${missingRows(table)}`)
}
