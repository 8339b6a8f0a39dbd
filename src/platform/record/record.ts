import type { Pool, PoolClient } from 'pg'
import { type Act, type Decider, type Named, streamName } from './decider.ts'
import { readProof } from './installation-key.ts'
import { type Target, load } from './loaded.ts'
import { refuseRecord } from './refusals.ts'
import { StateCache } from './state-cache.ts'
import { readTables } from './table.ts'
import { beginWriting, beginWritingAgain, commitAfter, onConnection } from './transaction.ts'
import { type Context, type Order, UnitOfWork } from './unit-of-work.ts'

export type Performed<State> = { readonly version: number; readonly state: State }

/** The record: the only way anything happens. */
export type Recorder = {
  readonly deciders: readonly Decider[]
  /**
   * Decides a command and, in one transaction, appends its events, writes the row differences and performs the
   * reactions. A `Refusal` leaves no trace. When someone else appended to the same stream first, it is decided
   * again on what they left. `OutcomeUnknown` when the connection was lost at the commit: it may have been kept.
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

/** What work on the whole record needs: an open installation has it. The pool has the owner's rights. */
export type RecordAccess = {
  readonly pool: Pool
  readonly record: Pick<Recorder, 'deciders'>
  readonly installationKey: Buffer
}

/** Connections whose role is the recorder's: pipelined for single commands, ordinary for batches, which use COPY. */
export type RecordPools = { readonly single: Pool; readonly batch: Pool }

/** Somebody appended first, or two transactions waited for each other: decide again. */
const tryAgain = new Set(['23505 entry_stream_version_key', '23505 stream_key_pkey', '40001', '40P01'])
const tries = 20
/** From this many commands on they are a batch, which must not keep those waiting that somebody just sent. */
const batchFrom = 100

function isCollision(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const constraint = 'constraint' in error ? error.constraint : undefined
  return tryAgain.has(String(error.code)) || tryAgain.has(`${String(error.code)} ${String(constraint)}`)
}

/** What was thrown, or the refusal that stands for it: an index said that something is another stream's already. */
function refusedBy(deciders: readonly Decider[], error: unknown): unknown {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : null
  if (constraint === null) return error
  const taken = deciders.find((decider) => Object.hasOwn(decider.taken ?? {}, constraint))?.taken
  return taken?.[constraint]?.() ?? error
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

/** What every unit of work of this record shares. */
type Shared = Omit<Context, 'client'> & { readonly deciders: readonly Decider[] }

/** `installationKey` wraps the key of every sealed stream. */
export async function openRecord(
  pools: RecordPools,
  deciders: readonly Decider[],
  installationKey: Buffer,
): Promise<Recorder> {
  const cache = new StateCache()
  const deciderOf = deciderByKind(deciders)
  const known = await onConnection(pools.batch, async (client) => ({
    tables: await readTables(client),
    proof: await readProof(client),
  }))
  const shared: Shared = { ...known, installationKey, cache, deciderOf, deciders }
  return {
    deciders,
    async perform<State>(decider: Decider<State>, id: string, command: Named, act: Act) {
      const unit = await performOn(pools.single, shared, [{ decider, id, command, act }])
      return performed(decider, unit?.loaded({ decider, id }))
    },
    async performAll(orders) {
      await performOn(orders.length < batchFrom ? pools.single : pools.batch, shared, orders)
    },
    async read<State>(decider: Decider<State>, id: string) {
      const target: Target = { decider, id }
      const loaded = await onConnection(pools.single, (client) => load(client, installationKey, cache, [target]))
      for (const one of loaded.values()) if (one.version > 0) cache.set(one)
      return performed(decider, [...loaded.values()][0])
    },
  }
}

/** Tries again when somebody else came first. */
async function performOn(pool: Pool, shared: Shared, orders: readonly Order[]): Promise<UnitOfWork | null> {
  const [first] = orders
  if (!first) return null
  checkRegistered(orders, shared.deciderOf)
  let begin = beginWriting
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await performOnce(pool, shared, begin, orders)
    } catch (error) {
      if (!isCollision(error)) throw refusedBy(shared.deciders, error)
      begin = beginWritingAgain(streamName(first.decider.kind, first.id))
    }
  }
  throw refuseRecord('record.busy')
}

async function performOnce(pool: Pool, shared: Shared, begin: string, orders: readonly Order[]): Promise<UnitOfWork> {
  return onConnection(pool, async (client) => {
    const unit = new UnitOfWork({ ...shared, client })
    await beginWith(client, begin, () => unit.perform(orders))
    await unit.storeKeys()
    await commitAfter(client, unit.statements())
    // The thousands of streams of a batch would only drive out those that somebody works on.
    if (orders.length < batchFrom) for (const loaded of unit.states()) shared.cache.set(loaded)
    return unit
  })
}

/** Sends `begin` without waiting for its answer: on a pipelined connection the first reading goes right behind it. */
async function beginWith(client: PoolClient, begin: string, work: () => Promise<void>): Promise<void> {
  const [begun, done] = await Promise.allSettled([client.query(begin), work()])
  if (begun.status === 'rejected') throw begun.reason
  if (done.status === 'rejected') throw done.reason
}

/** A decider that is not registered could write entries that a rebuild does not know how to read. */
function checkRegistered(orders: readonly Order[], deciderOf: (kind: string) => Decider): void {
  for (const { decider } of orders) {
    if (deciderOf(decider.kind) !== decider) throw new Error(`Another decider is registered for ${decider.kind}`)
  }
}

// What a decider folded is of its own type of state; the cache, which holds them all, cannot say so.
function performed<State>(
  { initial }: Decider<State>,
  loaded: { readonly version: number; readonly state: unknown } | undefined,
): Performed<State> {
  return { version: loaded?.version ?? 0, state: (loaded?.state ?? initial) as State }
}
