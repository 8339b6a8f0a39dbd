import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { Configuration } from '../../src/platform/configuration.ts'
import { type Installation, openInstallation } from '../../src/platform/installation.ts'
import { type Embedded, joinEmbedded } from '../../src/platform/database/embedded.ts'
import type { Decider } from '../../src/platform/record/decider.ts'

const cleanups: Array<() => Promise<void>> = []

// The last made goes first: databases before the server they are on.
after(async () => {
  for (const clean of cleanups.toReversed()) await clean()
})

/**
 * One PostgreSQL serves a whole test run: `test/run.ts` starts it and names its socket folder in TEST_SOCKET. A test
 * file run on its own starts one for itself. Every call makes an empty, migrated database that goes with the file.
 */
export async function testInstallation(
  deciders: readonly Decider[],
  settings: Partial<Configuration> = {},
): Promise<Installation> {
  const socketFolder = process.env['TEST_SOCKET'] ?? (await ownServer()).socketFolder
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(socketFolder, `create database ${name}`)
  const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-test-'))
  const installation = await openInstallation(
    {
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: `postgres://postgres@/${name}?host=${encodeURIComponent(socketFolder)}`,
      home,
      installationKey: { hex: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' },
      metricsPort: null,
      openIdConnect: null,
      ...settings,
    },
    deciders,
  )
  cleanups.push(async () => {
    await installation.close()
    await administer(socketFolder, `drop database ${name} with (force)`)
    await rm(home, { recursive: true, force: true })
  })
  return installation
}

let own: Promise<Embedded> | undefined

function ownServer(): Promise<Embedded> {
  own ??= (async () => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-test-server-'))
    const embedded = await joinEmbedded(home)
    cleanups.push(async () => {
      await embedded.leave()
      await rm(home, { recursive: true, force: true })
    })
    return embedded
  })()
  return own
}

async function administer(socketFolder: string, statement: string): Promise<void> {
  const client = new pg.Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(statement)
  await client.end()
}
