import { type Transaction, Kysely, PostgresDialect, sql } from 'kysely'
import pg, { type Pool } from 'pg'
import type { DatabaseTables } from './tables.ts'

/** Queries that see what one viewer may see. */
export type Tx = Kysely<DatabaseTables> | Transaction<DatabaseTables>

/** Who is looking, as row security knows them. Empty text where there is none. */
export type Viewer = {
  readonly account: string
  readonly agency: string
  readonly unit: string
  /** The permissions held, space between; row security asks for some by name. */
  readonly permissions: readonly string[]
}

/** Somebody who has not signed in. */
export const thePublic: Viewer = { account: '', agency: '', unit: '', permissions: [] }

export type Reading = {
  /** Runs queries in a read-only transaction as `viewer`, with no rights but those that row security gives them. */
  as<T>(viewer: Viewer, read: (tx: Tx) => Promise<T>): Promise<T>
}

/** What the server calls the connections of a website's pages. One is kept, so that others see that it is running. */
export const readingConnections = 'frankpledge reading'

/** Steps down to the reader's role and tells row security who looks. One round trip. */
export function beginAs(viewer: Viewer): string {
  const set = (name: string, value: string): string =>
    `set_config('frankpledge.${name}', ${pg.escapeLiteral(value)}, true)`
  return `begin isolation level repeatable read read only; set local role frankpledge_reader; select ${[
    set('account', viewer.account),
    set('agency', viewer.agency),
    set('unit', viewer.unit),
    set('permissions', viewer.permissions.join(' ')),
  ].join(', ')}`
}

export function openReading(pool: Pool): Reading {
  const kysely = new Kysely<DatabaseTables>({ dialect: new PostgresDialect({ pool }) })
  return {
    as(viewer, read) {
      return kysely.connection().execute(async (tx) => {
        try {
          await sql.raw(beginAs(viewer)).execute(tx)
          return await read(tx)
        } finally {
          // Nothing was written. A connection that cannot even roll back is lost, and the pool drops it by itself.
          await sql`rollback`.execute(tx).catch(() => {})
        }
      })
    },
  }
}
