import type { ClientBase } from 'pg'
import { type Decider, type Rows, fold, streamName } from './decider.ts'
import { eventOf } from './entry.ts'
import { type StreamKey, readKeys } from './keyring.ts'
import { open, payloadContext } from './seal.ts'

/** A stream's state at a version. */
export type Loaded = {
  readonly decider: Decider
  readonly id: string
  readonly stream: string
  readonly version: number
  readonly state: unknown
  readonly key: StreamKey
}

export type Target = { readonly decider: Decider; readonly id: string }

/** The rows that a loaded stream stands behind: none before its first entry, nor after its erasure. */
export const rowsOf = ({ decider, state, version, key }: Loaded): Rows =>
  version === 0 || key.state === 'erased' ? {} : decider.rows(state)

/** States by stream, so that a busy stream is not read from its first entry each time. The oldest use goes first. */
export class StateCache {
  readonly #states = new Map<string, Loaded>()
  readonly #limit: number

  constructor(limit = 10_000) {
    this.#limit = limit
  }

  get(stream: string): Loaded | undefined {
    const found = this.#states.get(stream)
    if (found) {
      this.#states.delete(stream)
      this.#states.set(stream, found)
    }
    return found
  }

  set(loaded: Loaded): void {
    this.#states.delete(loaded.stream)
    this.#states.set(loaded.stream, loaded)
    const [oldest] = this.#states.keys()
    if (this.#states.size > this.#limit && oldest !== undefined) this.#states.delete(oldest)
  }

  delete(stream: string): void {
    this.#states.delete(stream)
  }

  clear(): void {
    this.#states.clear()
  }
}

type EntryRow = { stream: string; version: number; type: string; payload: Buffer }

function advance(loaded: Loaded, entries: readonly EntryRow[]): Loaded {
  const { stream, key, decider } = loaded
  if (entries.length === 0 || key.state === 'erased') return loaded
  const events = entries.map(({ version, type, payload }) => {
    if (!decider.sealed) return eventOf(type, payload)
    if (key.state === 'none') throw new Error(`${stream} is sealed and has no key`)
    return eventOf(type, open(payload, key.key, payloadContext(stream, version, type)))
  })
  return { ...loaded, version: entries.at(-1)?.version ?? loaded.version, state: fold(decider, loaded.state, events) }
}

/**
 * Loads streams as they stand in this transaction. What the cache knows is brought up to date with the entries
 * after its version, so a cached state is never trusted without asking the record.
 */
export async function load(
  client: ClientBase,
  installationKey: Buffer,
  cache: StateCache,
  targets: readonly Target[],
): Promise<Map<string, Loaded>> {
  const known = new Map<string, Loaded>()
  for (const { decider, id } of targets) {
    const stream = streamName(decider.kind, id)
    const fresh: Loaded = { decider, id, stream, version: 0, state: decider.initial, key: { state: 'none' } }
    known.set(stream, cache.get(stream) ?? fresh)
  }
  const sealed = [...known.values()].filter(({ decider }) => decider.sealed).map(({ stream }) => stream)
  const keys = sealed.length ? await readKeys(client, installationKey, sealed) : new Map<string, StreamKey>()
  const entries = await readEntriesAfter(client, [...known.values()])
  for (const [stream, loaded] of known) {
    const key = keys.get(stream) ?? loaded.key
    known.set(stream, advance({ ...loaded, key }, entries.get(stream) ?? []))
  }
  return known
}

async function readEntriesAfter(client: ClientBase, all: readonly Loaded[]): Promise<Map<string, EntryRow[]>> {
  const { rows } = await client.query<EntryRow>({
    name: 'read entries',
    text: `select e.stream, e.version, e.type, e.payload
             from unnest($1::text[], $2::int[]) as known (stream, version)
             join entry e on e.stream = known.stream and e.version > known.version
            order by e.stream, e.version`,
    values: [all.map(({ stream }) => stream), all.map(({ version }) => version)],
  })
  const found = new Map<string, EntryRow[]>()
  for (const row of rows) {
    const some = found.get(row.stream)
    if (some) some.push(row)
    else found.set(row.stream, [row])
  }
  return found
}
