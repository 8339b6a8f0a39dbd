import { sql } from 'kysely'
import type { Tx } from '../platform/database/reading.ts'
import './outcomes/tables.ts'
import './street/tables.ts'

/** Where each dataset says which of its revisions figures are read from. */
export type Revisions = 'outcome_revision' | 'street_revision'

/**
 * A digest of everything these tables hold: another one as soon as any revision comes, is put in force or is withdrawn,
 * and the same one whenever they hold the same. They have a row for each file, so it takes a millisecond.
 */
export async function readFiguresStamp(tx: Tx, ...tables: readonly Revisions[]): Promise<string> {
  const digests = tables.map(
    (table) => sql`(select coalesce(md5(string_agg(r::text, ' ' order by r::text)), '') from ${sql.table(table)} r)`,
  )
  const { rows } = await sql<{ stamp: string }>`select concat_ws(' ', ${sql.join(digests)}) as stamp`.execute(tx)
  return rows[0]?.stamp ?? ''
}
