import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import type { Configuration } from './configuration.ts'
import { type DatabaseAddress, openPool } from './database/connection.ts'
import { type Embedded, joinEmbedded } from './database/embedded.ts'
import { migrate, readMigrations } from './database/migrate.ts'
import { type Reading, openReading, readingConnections } from './database/reading.ts'
import type { Decider } from './record/decider.ts'
import { openInstallationKey } from './record/installation-key.ts'
import { rebuild } from './record/rebuild.ts'
import { type Recorder, openRecord } from './record/record.ts'
import { recorderSettings } from './record/transaction.ts'

/** An installation that is open: its database is up to date and its record can be used. */
export type Installation = {
  readonly configuration: Configuration
  /** Connections with the rights of the database's owner: for the record, imports and administration. */
  readonly pool: Pool
  readonly reading: Reading
  readonly record: Recorder
  readonly installationKey: Buffer
  /** Claims to be the one server of this home; false when another process is. Always true on a server of your own. */
  claimServer(): Promise<boolean>
  /** Waits `graceMs` for work under way, then cuts it off: what was not committed is undone. */
  close(graceMs?: number): Promise<void>
}

const farewellMs = 5000

export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Opens the installation: starts or joins its database, migrates it, finds its key and opens the record. After a
 * migration every table is worked out again.
 */
export async function openInstallation(
  configuration: Configuration,
  deciders: readonly Decider[],
): Promise<Installation> {
  const embedded = configuration.databaseUrl === null ? await joinEmbedded(configuration.home) : null
  try {
    return await openWith(configuration, deciders, embedded)
  } catch (error) {
    await embedded?.leave()
    throw error
  }
}

function addressOf(configuration: Configuration, embedded: Embedded | null): DatabaseAddress {
  if (embedded) return { socketFolder: embedded.socketFolder }
  return { url: configuration.databaseUrl ?? '' }
}

async function openWith(
  configuration: Configuration,
  deciders: readonly Decider[],
  embedded: Embedded | null,
): Promise<Installation> {
  const address = addressOf(configuration, embedded)
  const pools = openPools(address)
  const pool = pools.owner.pool
  const closePools = async (graceMs: number): Promise<void> => {
    await Promise.all(Object.values(pools).map((one) => one.close(graceMs)))
  }
  try {
    const migrated = await migrate(pool, await readMigrations(path.join(projectFolder, 'migrations')))
    const installationKey = await openInstallationKey(pool, configuration)
    const record = await openRecord({ single: pools.single.pool, batch: pools.batch.pool }, deciders, installationKey)
    // A new table or column is empty, and commands write only what they change: the rest is worked out here, once.
    if (migrated.length > 0) await rebuild({ pool, record, installationKey })
    return {
      configuration,
      pool,
      reading: openReading(pools.reading.pool),
      record,
      installationKey,
      claimServer: async () => (embedded ? embedded.claim('frankpledge server') : true),
      async close(graceMs = farewellMs) {
        await closePools(graceMs)
        await embedded?.leave()
      },
    }
  } catch (error) {
    await closePools(0)
    throw error
  }
}

/** Connections are made when they are needed. The recorder's role exists once the database was migrated. */
function openPools(address: DatabaseAddress) {
  return {
    owner: openPool(address, { name: 'frankpledge', connections: 10 }),
    single: openPool(address, {
      name: 'frankpledge record',
      connections: 8,
      settings: recorderSettings,
      pipeline: true,
    }),
    batch: openPool(address, { name: 'frankpledge batch', connections: 2, settings: recorderSettings }),
    // What lists count by stands in indexes that stay in memory; the usual guess is that of a disk that turns.
    reading: openPool(address, {
      name: readingConnections,
      connections: 20,
      kept: 1,
      settings: { random_page_cost: '1.1' },
    }),
  }
}
