import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { Configuration } from '../../src/platform/configuration.ts'
import type { Embedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { type Installation, openInstallation, projectFolder } from '../../src/platform/installation.ts'
import type { Decider } from '../../src/platform/record/decider.ts'
import { joinTestServer } from './test-server.ts'

const cleanups: Array<() => Promise<void>> = []

// The last made goes first: databases before the server they are on.
after(async () => {
  for (const clean of cleanups.toReversed()) await clean()
})

/** What a test wants in its database from the start, made once in a run and copied from then on. */
export type Contents = { readonly name: string; load(installation: Installation): Promise<void> }

/**
 * One PostgreSQL serves a whole test run: `test/run.ts` starts it and names its socket folder in TEST_SOCKET. A test
 * file run on its own starts one for itself. Every call makes an empty, migrated database that goes with the file.
 * `tables` is SQL for tables that only the test's own deciders write.
 */
export async function testInstallation(
  deciders: readonly Decider[],
  settings: Partial<Configuration> = {},
  tables = '',
  contents: Contents | null = null,
): Promise<Installation> {
  const socketFolder = process.env['TEST_SOCKET'] ?? (await ownServer()).socketFolder
  const name = `test_${randomBytes(6).toString('hex')}`
  const migrated = await migratedTemplate(socketFolder)
  const template = contents ? await loadedTemplate(socketFolder, migrated, deciders, contents) : migrated
  // Through the log, as is usual, it takes twice as long.
  await administer(socketFolder, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-test-'))
  const configuration = { ...configurationFor(databaseUrl(socketFolder, name), home), ...settings }
  if (tables) await prepare(configuration, tables)
  const installation = await openInstallation(configuration, deciders)
  cleanups.push(async () => {
    await installation.close()
    await administer(socketFolder, (client) => client.query(`drop database ${name} with (force)`))
    await rm(home, { recursive: true, force: true })
  })
  return installation
}

const configurationFor = (databaseUrl: string, home: string): Configuration => ({
  port: 3000,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  databaseUrl,
  home,
  installationKey: { hex: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' },
  metricsPort: null,
  openIdConnect: null,
  uploads: { limitBytes: 4 * 1024 * 1024, virusScanner: null },
})

async function prepare(configuration: Configuration, tables: string): Promise<void> {
  const installation = await openInstallation(configuration, [])
  await installation.pool.query(tables)
  await installation.close()
}

let own: Promise<Embedded> | undefined

function ownServer(): Promise<Embedded> {
  own ??= (async () => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-test-server-'))
    const embedded = await joinTestServer(home)
    cleanups.push(async () => {
      await embedded.leave()
      await rm(home, { recursive: true, force: true })
    })
    return embedded
  })()
  return own
}

/**
 * A database that is migrated and empty, from which the others are copied: migrating each would take most of a run.
 * It is named after the migrations, and the first to need it makes it while the others wait.
 */
async function migratedTemplate(socketFolder: string): Promise<string> {
  const migrations = await readMigrations(path.join(projectFolder, 'migrations'))
  const mark = createHash('sha256').update(migrations.map(({ sha256 }) => sha256).join())
  return makeOnce(socketFolder, `template_${mark.digest('hex').slice(0, 16)}`, 'template1', async (url) => {
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    await migrate(pool, migrations)
    await pool.end()
  })
}

/** The same with something in it. Files that the loading keeps outside of the database are not there afterwards. */
function loadedTemplate(
  socketFolder: string,
  migrated: string,
  deciders: readonly Decider[],
  contents: Contents,
): Promise<string> {
  return makeOnce(socketFolder, `${migrated}_${contents.name}`, migrated, async (url) => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-test-'))
    const installation = await openInstallation(configurationFor(url, home), deciders)
    await contents.load(installation)
    await installation.close()
    await rm(home, { recursive: true, force: true })
  })
}

async function makeOnce(
  socketFolder: string,
  template: string,
  base: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  await administer(socketFolder, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount) return
    await client.query(`create database making_${template} template ${base}`)
    await fill(databaseUrl(socketFolder, `making_${template}`))
    await client.query(`alter database making_${template} rename to ${template}`)
  })
  return template
}

const databaseUrl = (socketFolder: string, name: string): string =>
  `postgres://postgres@/${name}?host=${encodeURIComponent(socketFolder)}`

async function administer(socketFolder: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
