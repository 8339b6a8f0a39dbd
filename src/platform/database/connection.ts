import pg from 'pg'

/** Where PostgreSQL is: an address of your own, or the socket folder of the embedded one. */
export type DatabaseAddress = { readonly url: string } | { readonly socketFolder: string }

const int8 = 20
const date = 1082
const timestamptz = 1184

/**
 * How values arrive: counts as numbers (every count here is far below 2^53), days as `2026-04-07`, moments as UTC
 * instants `2026-04-07T09:30:00.000Z`.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format === 'binary') return pg.types.getTypeParser(oid, format)
    if (oid === int8) return Number
    if (oid === date) return String
    if (oid === timestamptz) return (text: string) => new Date(text).toISOString()
    return pg.types.getTypeParser(oid, format)
  },
}

/** Settings for one connection. Every session is in UTC, so that no answer depends on the server's settings. */
export function connectionSettings(address: DatabaseAddress, name: string): pg.ClientConfig {
  const shared: pg.ClientConfig = { application_name: name, options: '-c TimeZone=UTC', types }
  if ('url' in address) return { ...shared, connectionString: address.url }
  return { ...shared, host: address.socketFolder, user: 'postgres', database: 'postgres' }
}

export function openPool(address: DatabaseAddress, name: string, connections: number): pg.Pool {
  const pool = new pg.Pool({ ...connectionSettings(address, name), max: connections })
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}
