import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

const nameShape = /^\d{8}T\d{4}Z-[a-z0-9-]+\.sql$/
const oldestServer = 150_000

/** The migrations of a folder in the order of their names, which begin with the UTC time they were written. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      if (!nameShape.test(name)) throw new Error(`${name} is not named like 20261122T0900Z-create-record.sql`)
      const sql = await readFile(path.join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings a database up to date: each migration in a transaction of its own, once. A migration that was changed after
 * it ran is refused: two databases that ran "the same" migrations must be the same. Returns the names that ran.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await checkServer(client)
    await client.query(`select pg_advisory_lock(hashtext('frankpledge migrations'))`)
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    await client.query(`comment on table migration is 'Not worked out from the record: which migrations ran'`)
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    checkNotNewer(applied, migrations)
    const waiting = migrations.filter((migration) => isWaiting(migration, applied))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).catch(() => {})
    client.release()
  }
}

async function checkServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number`,
  )
  if (Number(rows[0]?.number) < oldestServer) {
    throw new Error(`The database server is PostgreSQL ${rows[0]?.version}; version 15 or later is needed.`)
  }
}

/** An older version of the software would write what a newer one no longer reads. */
function checkNotNewer(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).toSorted()
  if (unknown.length === 0) return
  throw new Error(
    `This database was made by a newer version of Frankpledge: this one does not know its migration ${unknown[0]}.`,
  )
}

function isWaiting({ name, sha256 }: Migration, applied: ReadonlyMap<string, string>): boolean {
  const before = applied.get(name)
  if (before !== undefined && before !== sha256) {
    throw new Error(`The migration ${name} was changed after it had run on this database. Write a new one instead.`)
  }
  return before === undefined
}

async function apply(client: PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed, and nothing of it was kept`, { cause: error })
  }
}
