import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'

/**
 * Where in the order of happenings somebody stopped reading: which order, the transaction that wrote the last happening
 * that they read, and its place among what that wrote.
 */
export type HappeningPlace = { readonly feed: string; readonly written: string; readonly place: string }

export type PlacedHappening = {
  readonly caseId: string
  readonly source: string
  readonly number: number
  readonly at: Instant
  readonly event: string
  readonly written: string
  readonly place: string
}

/** `settled`: the oldest transaction under way. What was written before it is all that will ever come before it. */
export type Feed = { readonly feed: string; readonly settled: string }

/**
 * The name of the order in which this database tells of happenings, and how far it is settled. A restored one has another, and so has a standby
 * that took over: what it had not received is lost, and numbers of transactions are given there again.
 */
export async function readFeed(tx: Tx): Promise<Feed> {
  const { rows } = await sql<Feed>`
    select id::text || '-' || (pg_control_checkpoint()).timeline_id as feed,
           pg_snapshot_xmin(pg_current_snapshot())::text as settled
      from happening_feed`.execute(tx)
  return rows[0] ?? { feed: '', settled: '0' }
}

/**
 * What happened in the cases that the viewer is on after a place in the order, over all of them. Only what is older than
 * every transaction under way is read: nothing can come before it any longer.
 */
export async function readHappeningsAfter(
  tx: Tx,
  { written, place }: HappeningPlace,
  most: number,
): Promise<readonly PlacedHappening[]> {
  const { rows } = await sql<PlacedHappening>`
    select h.case_id as "caseId", h.source, h.number, h.at, h.event, o.written::text, o.place::text
      from happening_order o join case_happening h using (case_id, source, number)
     where (o.written, o.place) > (${written}::xid8, ${place}::bigint)
       and o.written < pg_snapshot_xmin(pg_current_snapshot())
     order by o.written, o.place
     limit ${most}`.execute(tx)
  return rows
}

/** Begins the order anew where the database was brought to another server: transactions have other numbers there. */
export async function renewFeed(pool: Pool): Promise<void> {
  await pool.query('select renew_happening_feed()')
}
