import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { checkVersion, createCluster, lastReason, runningServer, startServer, stopServer } from './cluster.ts'
import { connectionSettings } from './connection.ts'
import { type Place, prepare } from './place.ts'

/**
 * A PostgreSQL that lives in the installation's own folder and listens on a Unix socket only. Whoever needs it first
 * starts it; whoever leaves last stops it. Each participant shows its presence by a shared advisory lock, which
 * PostgreSQL gives up by itself when the process dies. When the server dies, every participant joins it anew.
 */
export type Embedded = {
  readonly socketFolder: string
  /** False when another process holds this role already. It is held until `leave`. */
  claim(role: string): Promise<boolean>
  /** Gives up presence; stops PostgreSQL when nobody else is present. */
  leave(): Promise<void>
}

const presence = `hashtext('frankpledge presence')`

/** Joins the PostgreSQL of `home`, creating and starting it first when need be. */
export async function joinEmbedded(home: string): Promise<Embedded> {
  const place = await prepare(home)
  const participant = new Participant(place)
  await participant.join()
  return {
    socketFolder: place.socketFolder,
    claim: (role) => participant.claim(role),
    leave: () => participant.leave(),
  }
}

class Participant {
  readonly #place: Place
  readonly #roles = new Set<string>()
  #client: pg.Client | null = null
  #left = false

  constructor(place: Place) {
    this.#place = place
  }

  async join(): Promise<void> {
    for (;;) {
      const client = await connectOrStart(this.#place)
      try {
        // Whoever stops the server holds this lock alone: then the wait ends with the connection, and we start anew.
        await client.query(`select pg_advisory_lock_shared(${presence})`)
        for (const role of this.#roles) await client.query('select pg_try_advisory_lock(hashtext($1))', [role])
      } catch (error) {
        await client.end().catch(() => {})
        if (isPassing(error)) continue
        throw error
      }
      this.#client = client
      client.once('end', () => void this.#rejoin())
      return
    }
  }

  async claim(role: string): Promise<boolean> {
    if (!this.#client) throw new Error('The embedded database is not running')
    const { rows } = await this.#client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
      role,
    ])
    const held = rows[0]?.held ?? false
    if (held) this.#roles.add(role)
    return held
  }

  async leave(): Promise<void> {
    this.#left = true
    const client = this.#client
    if (!client) return
    try {
      await client.query('select pg_advisory_unlock_all()')
      const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${presence}) as last`)
      // The lock is held until the server has gone, so that nobody joins a server that is about to stop.
      if (rows[0]?.last) await stopServer(this.#place)
    } catch (error) {
      if (!isPassing(error)) throw error
    } finally {
      await client.end().catch(() => {})
    }
  }

  /** The server went away under us. Keeps trying, because a website outlives its database. */
  async #rejoin(): Promise<void> {
    this.#client = null
    while (!this.#left) {
      try {
        await this.join()
        if (this.#left) await this.leave()
        return
      } catch {
        await wait(1000, undefined, { ref: false })
      }
    }
  }
}

const startMs = 60_000
/** How long a server that ends at once is tried again: what is left of a killed one needs a moment to go. */
const failingMs = 5000

async function connectOrStart(place: Place): Promise<pg.Client> {
  const patience = Date.now() + startMs
  let started: { readonly failed: () => boolean } | null = null
  let failingSince: number | null = null
  for (;;) {
    const client = await tryConnect(place)
    if (client) return client
    if (Date.now() > patience) throw didNotStart(place)
    if (!existsSync(place.dataFolder)) await createCluster(place)
    checkVersion(place)
    if (started?.failed()) {
      started = null
      failingSince ??= Date.now()
      if (Date.now() - failingSince > failingMs) throw didNotStart(place)
      await wait(200)
    }
    if (!started && (await runningServer(place)) === null) started = startServer(place)
    await wait(30)
  }
}

const didNotStart = (place: Place): Error =>
  new Error(`PostgreSQL did not start: ${lastReason(place)}. Its own account is in ${place.log}.`)

/** Not there yet, starting up, shutting down. */
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && passing.has(String(error.code))) return true
  return /terminated|not queryable/.test(error.message)
}

async function tryConnect({ socketFolder }: Place): Promise<pg.Client | null> {
  const client = new pg.Client(connectionSettings({ socketFolder }, 'frankpledge presence'))
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (isPassing(error)) return null
    throw error
  }
}
