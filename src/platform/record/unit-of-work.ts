import type { ClientBase } from 'pg'
import { type Act, type Decider, type Named, type Rows, fold, streamName } from './decider.ts'
import { copyRows } from './copy.ts'
import { type Entry, entryOf, eventOf, payloadOf } from './entry.ts'
import { createKeys } from './keyring.ts'
import { type Loaded, type StateCache, type Target, load, rowsOf } from './loaded.ts'
import { refuseRecord } from './refusals.ts'
import { type Tables, differences, writeDifferences } from './rows.ts'
import { payloadContext, seal } from './seal.ts'

export type Order = Target & { readonly command: Named; readonly act: Act }

/** An event decided but not yet written. */
type Pending = { readonly stream: string; readonly version: number; readonly event: Named; readonly act: Act }

export type Context = {
  readonly client: ClientBase
  readonly installationKey: Buffer
  readonly tables: Tables
  readonly cache: StateCache
  readonly deciderOf: (kind: string) => Decider
}

/** How far reactions may lead to reactions: beyond this they are going in a circle. */
const reactionDepth = 16

/** From this many entries on, COPY is faster than one INSERT. */
const copyEntriesFrom = 500

/**
 * Commands performed together in one transaction: decided one after another in memory, then written at once.
 * One command and ten thousand go the same way.
 */
export class UnitOfWork {
  readonly #context: Context
  readonly #streams = new Map<string, { before: Rows; now: Loaded }>()
  readonly #pending: Pending[] = []

  constructor(context: Context) {
    this.#context = context
  }

  async perform(orders: readonly Order[]): Promise<void> {
    await this.#load(orders)
    for (const order of orders) await this.#decide(order, 0)
  }

  /** The stream's state after what was performed so far. */
  loaded(decider: Decider, id: string): Loaded {
    const found = this.#streams.get(streamName(decider.kind, id))
    if (!found) throw new Error(`${streamName(decider.kind, id)} was not loaded`)
    return found.now
  }

  /** Writes entries and row differences. Returns the states to keep once the transaction has committed. */
  async write(): Promise<readonly Loaded[]> {
    if (this.#pending.length === 0) return []
    const { client, tables } = this.#context
    await this.#createKeys()
    await writeEntries(
      client,
      this.#pending.map((pending) => this.#entry(pending)),
    )
    const touched = [...this.#streams.values()]
    const changes = touched.map(({ before, now }) => ({ before, after: rowsOf(now) }))
    await writeDifferences(client, differences(tables, changes))
    return touched.map(({ now }) => now)
  }

  async #load(targets: readonly Target[]): Promise<void> {
    const missing = targets.filter(({ decider, id }) => !this.#streams.has(streamName(decider.kind, id)))
    if (missing.length === 0) return
    const { client, installationKey, cache } = this.#context
    for (const loaded of (await load(client, installationKey, cache, missing)).values()) {
      this.#streams.set(loaded.stream, { before: rowsOf(loaded), now: loaded })
    }
  }

  async #decide({ decider, id, command, act }: Order, depth: number): Promise<void> {
    if (depth > reactionDepth) throw new Error(`Reactions go in a circle at ${command.type} of ${decider.kind}/${id}`)
    await this.#load([{ decider, id }])
    const loaded = this.loaded(decider, id)
    if (loaded.key.state === 'erased') throw refuseRecord('record.stream-erased')
    // What is folded is what will be read back, so that a live state cannot differ from a rebuilt one.
    const events = decider.decide(command, loaded.state).map((event) => eventOf(event.type, payloadOf(event)))
    const now = { ...loaded, version: loaded.version + events.length, state: fold(decider, loaded.state, events) }
    const before = this.#streams.get(loaded.stream)?.before ?? {}
    this.#streams.set(loaded.stream, { before, now })
    for (const [index, event] of events.entries()) {
      this.#pending.push({ stream: loaded.stream, version: loaded.version + index + 1, event, act })
    }
    for (const event of events) {
      for (const reaction of decider.react?.(event, now.state, id) ?? []) {
        await this.#decide({ ...reaction, decider: this.#context.deciderOf(reaction.kind), act }, depth + 1)
      }
    }
  }

  async #createKeys(): Promise<void> {
    const keyless = [...this.#streams.values()]
      .map(({ now }) => now)
      .filter(({ decider, version, key }) => decider.sealed && version > 0 && key.state === 'none')
    if (keyless.length === 0) return
    const { client, installationKey } = this.#context
    const keys = await createKeys(
      client,
      installationKey,
      keyless.map(({ stream }) => stream),
    )
    for (const now of keyless) {
      const key = keys.get(now.stream)
      const { before } = this.#streams.get(now.stream) ?? { before: {} }
      if (key) this.#streams.set(now.stream, { before, now: { ...now, key: { state: 'held', key } } })
    }
  }

  #entry({ stream, version, event, act }: Pending): Entry {
    const plain = payloadOf(event)
    const { now } = this.#streams.get(stream) ?? {}
    if (!now?.decider.sealed) return entryOf(stream, version, event.type, act, plain)
    if (now.key.state !== 'held') throw new Error(`${stream} has no key to seal with`)
    const sealed = seal(plain, now.key.key, payloadContext(stream, version, event.type))
    return entryOf(stream, version, event.type, act, sealed)
  }
}

const entryColumns = ['stream', 'version', 'type', 'at', 'actor', 'payload', 'hash'] as const

export async function writeEntries(client: ClientBase, entries: readonly Entry[]): Promise<void> {
  if (entries.length >= copyEntriesFrom) return copyRows(client, { name: 'entry', columns: entryColumns }, entries)
  await client.query({
    name: 'append entries',
    text: `insert into entry (${entryColumns.join(', ')})
           select * from unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::bytea[], $7::bytea[])`,
    values: entryColumns.map((column) => entries.map((entry) => entry[column])),
  })
}
