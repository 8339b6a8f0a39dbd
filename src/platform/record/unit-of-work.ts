import type { ClientBase } from 'pg'
import { type Act, type Decider, type Named, fold, streamName } from './decider.ts'
import { copyRows } from './copy.ts'
import { type Entry, checkNaming, entryOf, eventOf, payloadOf } from './entry.ts'
import { newKeys, storeKeys } from './keyring.ts'
import { type Loaded, type Target, load, rowsOf } from './loaded.ts'
import { refuseRecord } from './refusals.ts'
import { differences, writing } from './rows.ts'
import { payloadContext, seal } from './seal.ts'
import type { StateCache } from './state-cache.ts'
import type { Column, Tables } from './table.ts'
import { type Statement, inPipeline, ready } from './transaction.ts'

export type Order = Target & {
  readonly command: Named
  readonly act: Act
  /** The version at which the stream was looked at. Given, the order is refused when somebody appended to it since. */
  readonly lookedAt?: number
}

/** An event decided but not yet written. */
type Pending = {
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly plain: Buffer
  readonly act: Act
}

/** A stream in this unit: as it stood in the database, and as it will stand. */
type Touched = { readonly before: Loaded; readonly now: Loaded }

export type Context = {
  readonly client: ClientBase
  readonly installationKey: Buffer
  /** Says which installation key that is. */
  readonly proof: Buffer
  readonly tables: Tables
  readonly cache: StateCache
  readonly deciderOf: (kind: string) => Decider
}

/** How far reactions may lead to reactions: beyond this they are going in a circle. */
const reactionDepth = 16

/**
 * Commands performed together in one transaction: decided one after another in memory, then written at once.
 * One command and ten thousand go the same way.
 */
export class UnitOfWork {
  readonly #context: Context
  readonly #streams = new Map<string, Touched>()
  readonly #pending: Pending[] = []

  constructor(context: Context) {
    this.#context = context
  }

  async perform(orders: readonly Order[]): Promise<void> {
    for (const { decider, id, act } of orders) checkNaming(streamName(decider.kind, id), act)
    await this.#load(orders)
    for (const { decider, id, lookedAt } of orders) {
      const { before } = this.#touched(streamName(decider.kind, id))
      if (lookedAt !== undefined && lookedAt !== before.version) throw refuseRecord('record.changed-since')
    }
    for (const order of orders) await this.#decide(order, 0)
  }

  /** Takes away all rows of a stream. Its key is the caller's to destroy. */
  async forget(target: Target): Promise<Loaded> {
    await this.#load([target])
    const { before, now } = this.#touched(streamName(target.decider.kind, target.id))
    this.#streams.set(now.stream, { before, now: { ...now, key: { state: 'erased' }, state: target.decider.initial } })
    return before
  }

  /** The stream's state after what was performed so far. */
  loaded({ decider, id }: Target): Loaded {
    return this.#touched(streamName(decider.kind, id)).now
  }

  /** The states that hold once the transaction has committed. */
  states(): readonly Loaded[] {
    return [...this.#streams.values()].map(({ now }) => now)
  }

  /** Stores a key for each sealed stream that begins here. To be waited for: nothing may be sealed when it throws. */
  async storeKeys(): Promise<void> {
    const { client, installationKey, proof } = this.#context
    const keys = this.#giveKeys()
    if (keys.size > 0) await storeKeys(client, keys, installationKey, proof)
  }

  /** What writes the entries and the row differences, once the keys are stored. */
  statements(): readonly Statement[] {
    const { client, tables } = this.#context
    const entries = this.#pending.map((pending) => this.#entry(pending))
    for (const { stream, hash } of entries) {
      const { before, now } = this.#touched(stream)
      this.#streams.set(stream, { before, now: { ...now, hash } })
    }
    const changed = [...this.#streams.values()].filter(
      ({ before, now }) => before.state !== now.state || before.version !== now.version,
    )
    const rows = changed.map(({ before, now }) => ({ before: rowsOf(before), after: rowsOf(now) }))
    return [
      ...(entries.length > 0 ? [writeEntries(client, entries)] : []),
      ...writing(client, differences(tables, rows)),
    ]
  }

  #touched(stream: string): Touched {
    const found = this.#streams.get(stream)
    if (!found) throw new Error(`${stream} was not loaded`)
    return found
  }

  async #load(targets: readonly Target[]): Promise<void> {
    const missing = targets.filter(({ decider, id }) => !this.#streams.has(streamName(decider.kind, id)))
    if (missing.length === 0) return
    const { client, installationKey, cache } = this.#context
    for (const loaded of (await load(client, installationKey, cache, missing)).values()) {
      this.#streams.set(loaded.stream, { before: loaded, now: loaded })
    }
  }

  async #decide({ decider, id, command, act }: Order, depth: number): Promise<void> {
    if (depth > reactionDepth) throw new Error(`Reactions go in a circle at ${command.type} of ${decider.kind}/${id}`)
    const stream = streamName(decider.kind, id)
    if (depth > 0) {
      checkNaming(stream, act)
      await this.#load([{ decider, id }])
    }
    const { before, now } = this.#touched(stream)
    if (now.key.state === 'erased') throw refuseRecord('record.stream-erased')
    const events = decider.decide(command, now.state).map((event, index) => {
      const plain = payloadOf(event)
      this.#pending.push({ stream, version: now.version + index + 1, type: event.type, plain, act })
      // What is folded is what will be read back, so that a live state cannot differ from a rebuilt one.
      return eventOf(event.type, plain)
    })
    if (events.length === 0) return
    const state = fold(decider, now.state, events)
    this.#streams.set(stream, { before, now: { ...now, version: now.version + events.length, hash: null, state } })
    for (const event of events) {
      for (const reaction of decider.react?.(event, state, id) ?? []) {
        await this.#decide({ ...reaction, decider: this.#context.deciderOf(reaction.kind), act }, depth + 1)
      }
    }
  }

  /** Gives a key to each sealed stream that begins here. */
  #giveKeys(): ReadonlyMap<string, Buffer> {
    const keyless = this.states().filter(
      ({ decider, version, key }) => decider.sealed && version > 0 && key.state === 'none',
    )
    const keys = newKeys(keyless.map(({ stream }) => stream))
    for (const [stream, key] of keys) {
      const { before, now } = this.#touched(stream)
      this.#streams.set(stream, { before, now: { ...now, key: { state: 'held', key } } })
    }
    return keys
  }

  #entry({ stream, version, type, plain, act }: Pending): Entry {
    const { decider, key } = this.#touched(stream).now
    if (!decider.sealed) return entryOf(stream, version, type, act, plain)
    if (key.state !== 'held') throw new Error(`${stream} has no key to seal with`)
    return entryOf(stream, version, type, act, seal(plain, key.key, payloadContext(stream, version, type)))
  }
}

const entryColumns = ['stream', 'version', 'type', 'at', 'actor', 'payload', 'hash'] as const

export const entryTable: { readonly name: string; readonly columns: readonly Column[] } = {
  name: 'entry',
  columns: entryColumns.map((name) => ({ name, shape: 'plain' })),
}

/** From this many entries on, COPY is faster than one INSERT. */
const copyEntriesFrom = 500

function writeEntries(client: ClientBase, entries: readonly Entry[]): Statement {
  if (entries.length >= copyEntriesFrom && !inPipeline(client)) return () => copyRows(client, entryTable, entries)
  return ready(client, {
    name: 'append entries',
    text: `insert into entry (${entryColumns.join(', ')})
           select * from unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::bytea[], $7::bytea[])`,
    values: entryColumns.map((column) => entries.map((entry) => entry[column])),
  })
}
