import type { Pool, PoolClient } from 'pg'
import type { Act, Decider, Named } from './decider.ts'
import { StateCache, type Target, load } from './loaded.ts'
import { refuseRecord } from './refusals.ts'
import { type Tables, readTables } from './rows.ts'
import { type Order, UnitOfWork } from './unit-of-work.ts'

export type Performed<State> = { readonly version: number; readonly state: State }

/** The record: the only way anything happens. */
export type Recorder = {
  readonly deciders: readonly Decider[]
  /**
   * Decides a command and, in one transaction, appends its events, writes the row differences and performs the
   * reactions. A `Refusal` leaves no trace. When someone else appended to the same stream first, it is decided
   * again on what they left.
   */
  perform<State, Command extends Named, Event extends Named>(
    decider: Decider<State, Command, Event>,
    id: string,
    command: Command,
    act: Act,
  ): Promise<Performed<State>>
  /** The same for many commands at once: all of them or none. */
  performAll(orders: readonly Order[]): Promise<void>
  /** A stream's state now; its initial state when it has no entries. Asks no permission: pages read tables instead. */
  read<State, Command extends Named, Event extends Named>(
    decider: Decider<State, Command, Event>,
    id: string,
  ): Promise<Performed<State>>
}

/** Somebody appended first, or two transactions waited for each other: decide again. */
const tryAgain = new Set(['23505 entry_stream_version_key', '23505 stream_key_pkey', '40001', '40P01'])
const tries = 20

function isCollision(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const constraint = 'constraint' in error ? error.constraint : undefined
  return tryAgain.has(String(error.code)) || tryAgain.has(`${String(error.code)} ${String(constraint)}`)
}

/** Runs `work` in a transaction as the recorder. The client is dropped when even the rollback fails. */
export async function asRecorder<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin; set local role frankpledge_recorder')
    const done = await work(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

async function repeatOnCollision<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isCollision(error)) throw error
      if (attempt === tries) throw refuseRecord('record.busy')
    }
  }
}

export function deciderByKind(deciders: readonly Decider[]): (kind: string) => Decider {
  const byKind = new Map(deciders.map((decider) => [decider.kind, decider]))
  if (byKind.size !== deciders.length) throw new Error('Two deciders have the same kind')
  return (kind) => {
    const found = byKind.get(kind)
    if (!found) throw new Error(`No decider is registered for ${kind}`)
    return found
  }
}

/** `installationKey` wraps the key of every sealed stream. The pool's login must be a member of frankpledge_recorder. */
export async function openRecord(pool: Pool, deciders: readonly Decider[], installationKey: Buffer): Promise<Recorder> {
  const cache = new StateCache()
  const deciderOf = deciderByKind(deciders)
  const tables = await readTablesOf(pool)

  async function performUnit(orders: readonly Order[]): Promise<UnitOfWork> {
    return repeatOnCollision(async () => {
      const { unit, states } = await asRecorder(pool, async (client) => {
        const unit = new UnitOfWork({ client, installationKey, tables, cache, deciderOf })
        await unit.perform(orders)
        return { unit, states: await unit.write() }
      })
      for (const loaded of states) cache.set(loaded)
      return unit
    })
  }

  return {
    deciders,
    async perform<State>(decider: Decider<State>, id: string, command: Named, act: Act) {
      const unit = await performUnit([{ decider, id, command, act }])
      const { version, state } = unit.loaded(decider, id)
      return { version, state: state as State }
    },
    async performAll(orders) {
      await performUnit(orders)
    },
    async read<State>(decider: Decider<State>, id: string) {
      const target: Target = { decider, id }
      const loaded = await asRecorder(pool, (client) => load(client, installationKey, cache, [target]))
      const [one] = loaded.values()
      return { version: one?.version ?? 0, state: (one?.state ?? decider.initial) as State }
    },
  }
}

async function readTablesOf(pool: Pool): Promise<Tables> {
  const client = await pool.connect()
  try {
    return await readTables(client)
  } finally {
    client.release()
  }
}
