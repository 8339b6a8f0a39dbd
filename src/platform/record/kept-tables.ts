import type { ClientBase } from 'pg'
import { notWorkedOut } from './table.ts'

/** Part of the comment of a table that is neither worked out nor worth keeping, such as who is signed in now. */
export const notBackedUp = 'Not backed up'

/** Tables with a place of their own in a backup, or that belong to a database and not to what is in it. */
const apart = ['entry', 'stream_key', 'installation_key_check', 'migration']

/** The tables that no stream stands behind and that a backup keeps all the same, such as the log of who looked. */
export async function keptTables(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)
        and obj_description(c.oid, 'pg_class') like $2 || '%'
        and position($3 in obj_description(c.oid, 'pg_class')) = 0
      order by c.relname`,
    [apart, notWorkedOut, notBackedUp],
  )
  return rows.map(({ name }) => name)
}
