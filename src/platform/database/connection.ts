import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Where PostgreSQL is: an address of your own, or the socket folder of the embedded one. */
export type DatabaseAddress = { readonly url: string } | { readonly socketFolder: string }

const { builtins } = pg.types
const int8Array = 1016
const dateArray = 1182
const timestamptzArray = 1185

const toInstant = (text: string): string => new Date(text).toISOString()
const unchanged = (text: string): string => text
/** Numbers, days and moments hold neither commas nor quotes, so an array of them is taken apart by its commas. */
const arrayOf =
  (parse: (text: string) => unknown) =>
  (text: string): unknown => {
    const elements = text === '{}' ? [] : text.slice(1, -1).split(',')
    return elements.map((element) => (element === 'NULL' ? null : parse(element.replaceAll('"', ''))))
  }

/**
 * How values arrive: counts as numbers (every count here is far below 2^53), days as `2026-04-07`, moments as UTC
 * instants `2026-04-07T09:30:00.000Z`. The driver's own choice for days and moments is a `Date` in local time.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, unchanged],
  [builtins.TIMESTAMPTZ, toInstant],
  [int8Array, arrayOf(Number)],
  [dateArray, arrayOf(unchanged)],
  [timestamptzArray, arrayOf(toInstant)],
])

const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const ours = format === 'binary' ? undefined : parsers.get(oid)
    return ours ?? pg.types.getTypeParser(oid, format)
  },
}

/** Settings for one connection. Every session is in UTC, so that no answer depends on the server's settings. */
export function connectionSettings(
  address: DatabaseAddress,
  name: string,
  settings: Readonly<Record<string, string>> = {},
): pg.ClientConfig {
  const options = Object.entries({ TimeZone: 'UTC', ...settings })
    .map(([setting, value]) => `-c ${setting}=${value}`)
    .join(' ')
  const shared: pg.ClientConfig = { application_name: name, options, types }
  if ('url' in address) return { ...shared, ...withoutOurs(address.url, options) }
  return { ...shared, host: address.socketFolder, user: 'postgres', database: 'postgres' }
}

/**
 * What the address itself sets goes first and ours last: the driver lets the address win, and then a connection would
 * lose its role and its time zone.
 */
function withoutOurs(address: string, ours: string): pg.ClientConfig {
  const [place = '', query = ''] = address.split('?', 2)
  const set = new URLSearchParams(query)
  const theirs = set.get('options')
  set.delete('options')
  set.delete('application_name')
  return { connectionString: `${place}?${set.toString()}`, options: theirs ? `${theirs} ${ours}` : ours }
}

export type PoolSettings = {
  /** What the server calls these connections, in `pg_stat_activity`. */
  readonly name: string
  readonly connections: number
  /** How many stay open, once made, when nobody uses them. */
  readonly kept?: number
  /** Settings of the server's that every connection begins with, such as the role it takes on. */
  readonly settings?: Readonly<Record<string, string>>
  /** Statements are sent without waiting for the answer to the one before. COPY and cursors do not work on these. */
  readonly pipeline?: boolean
}

/** How long a caller waits for a connection before it is told that there is none. */
const connectionTimeoutMillis = 30_000

export type OpenPool = {
  readonly pool: pg.Pool
  /** Waits for connections in use to be given back, at most `graceMs`; then cuts them off. */
  close(graceMs: number): Promise<void>
}

export function openPool(
  address: DatabaseAddress,
  { name, connections, kept, settings, pipeline }: PoolSettings,
): OpenPool {
  const pool = new pg.Pool({
    ...connectionSettings(address, name, settings),
    max: connections,
    min: kept,
    pipeline,
    connectionTimeoutMillis,
  })
  const open = new Set<pg.PoolClient>()
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    open.add(client)
    // The same for a connection in use: whoever uses it gets the error from the query that was under way.
    client.on('error', () => {})
  })
  pool.on('remove', (client) => open.delete(client))
  return {
    pool,
    async close(graceMs) {
      const closed = pool.end()
      await Promise.race([closed, wait(graceMs, undefined, { ref: false })])
      await Promise.race([Promise.all([...open].map((client) => cutOff(client))), wait(cutOffMs)])
    },
  }
}

/** How long the server may take to say goodbye to a connection that is cut off. */
const cutOffMs = 1000

/** The driver's types leave out that a pool's client can be ended, too. */
const cutOff = (client: pg.PoolClient): Promise<void> =>
  'end' in client ? (client as pg.Client).end() : Promise.resolve()
