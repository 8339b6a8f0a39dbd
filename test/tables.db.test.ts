import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deciders } from '../src/features.ts'
import { keptTables } from '../src/platform/record/kept-tables.ts'
import { testInstallation } from './support/database.ts'

// What every table must be, asked of the catalogue, so that a new migration is held to it without a list.

type Found = { readonly name: string }

const tables = `
  select c.oid, c.relname::text as name, c.relrowsecurity as secured,
         coalesce(obj_description(c.oid, 'pg_class'), '') like 'Not worked out%' as kept_apart
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`

const names = (rows: readonly Found[]): readonly string[] => rows.map(({ name }) => name).toSorted()

const { pool } = await testInstallation(deciders)

test('every table is worked out, with a primary key and written by the recorder, or says that it is not', async () => {
  const { rows } = await pool.query<Found>(`
    select name from (${tables}) t where not kept_apart and not (
      exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
      and has_table_privilege('frankpledge_recorder', t.oid, 'select')
      and has_table_privilege('frankpledge_recorder', t.oid, 'insert')
      and has_table_privilege('frankpledge_recorder', t.oid, 'update')
      and has_table_privilege('frankpledge_recorder', t.oid, 'delete'))`)
  assert.deepEqual(names(rows), [])
})

test('the recorder changes and deletes nothing in a table that is not worked out', async () => {
  const { rows } = await pool.query<Found>(`
    select name from (${tables}) t where kept_apart
       and (has_table_privilege('frankpledge_recorder', t.oid, 'update')
         or has_table_privilege('frankpledge_recorder', t.oid, 'delete')
         or has_table_privilege('frankpledge_recorder', t.oid, 'truncate'))`)
  assert.deepEqual(names(rows), [])
})

test('a backup keeps who looked and the hashes of passwords, and nothing else that is not worked out', async () => {
  const client = await pool.connect()
  try {
    assert.deepEqual(await keptTables(client), ['credential', 'look'])
  } finally {
    client.release()
  }
})

test('no worked-out table refers to another: streams are written and rebuilt in any order', async () => {
  const { rows } = await pool.query<Found>(`
    select t.name || '.' || f.conname as name from (${tables}) t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' where not kept_apart`)
  assert.deepEqual(names(rows), [])
})

test('no column of a worked-out table is of a type that cannot be compared, or filled in by the database', async () => {
  const { rows } = await pool.query<Found>(`
    select t.name || '.' || a.attname as name from (${tables}) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid
     where not kept_apart
       and (y.typname in ('json', 'xml', 'point', 'timestamp') or a.attidentity <> ''
         or (a.atthasdef and a.attgenerated = ''))`)
  assert.deepEqual(names(rows), [])
})

/** Official figures as they were published, and the files they came in. There is no row that is not for everyone. */
const openData = ['outcome_count', 'outcome_revision', 'source_file', 'street_count', 'street_revision']

test('the reader sees no row of any table but open data except through a policy', async () => {
  const { rows } = await pool.query<Found>(`
    select name from (${tables}) t where not secured and has_table_privilege('frankpledge_reader', t.oid, 'select')`)
  assert.deepEqual(
    names(rows).filter((name) => !openData.includes(name)),
    [],
  )
})

test('the reader can change nothing', async () => {
  const { rows } = await pool.query<Found>(`
    select name from (${tables}) t
     where has_table_privilege('frankpledge_reader', t.oid, 'insert')
        or has_table_privilege('frankpledge_reader', t.oid, 'update')
        or has_table_privilege('frankpledge_reader', t.oid, 'delete')`)
  assert.deepEqual(names(rows), [])
})
