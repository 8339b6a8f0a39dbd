import type { ClientBase } from 'pg'
import { type Decider, type Rows, fold, streamName } from './decider.ts'
import { eventOf } from './entry.ts'
import { type StreamKey, unwrap } from './keyring.ts'
import { open, payloadContext } from './seal.ts'
import type { StateCache } from './state-cache.ts'

/** A stream's state at a version. */
export type Loaded = {
  readonly decider: Decider
  readonly id: string
  readonly stream: string
  readonly version: number
  /** The hash of the entry at that version; null before the first, and until one that was just decided is written. */
  readonly hash: Buffer | null
  /** The initial state when the stream was erased. */
  readonly state: unknown
  readonly key: StreamKey
}

export type Target = { readonly decider: Decider; readonly id: string }

/** The rows that a loaded stream stands behind: none before its first entry, nor after its erasure. */
export const rowsOf = ({ decider, state, version, key }: Loaded): Rows =>
  version === 0 || key.state === 'erased' ? {} : decider.rows(state)

export type StoredEvent = {
  readonly version: number
  readonly type: string
  readonly payload: Buffer
  readonly hash: Buffer
}

export const unread = ({ decider, id }: Target): Loaded => ({
  decider,
  id,
  stream: streamName(decider.kind, id),
  version: 0,
  hash: null,
  state: decider.initial,
  key: { state: 'none' },
})

/** The stream after `entries`, opened with `key`. An erased one keeps nothing but its version. */
export function advance(from: Loaded, key: StreamKey, entries: readonly StoredEvent[]): Loaded {
  const { stream, decider } = from
  const { version, hash } = entries.at(-1) ?? from
  if (key.state === 'erased') return { ...from, key, version, hash, state: decider.initial }
  const events = entries.map(({ version, type, payload }) => {
    if (!decider.sealed) return eventOf(type, payload)
    if (key.state === 'none') throw new Error(`${stream} is of a sealed kind and has no key`)
    return eventOf(type, open(payload, key.key, payloadContext(stream, version, type)))
  })
  return { ...from, key, version, hash, state: fold(decider, from.state, events) }
}

/** An outer join: without an entry the last four are null, and so is the key of a kind that is not sealed. */
type Row = {
  stream: string
  has_key: boolean
  wrapped_key: Buffer | null
  version: number | null
  type: string
  payload: Buffer
  hash: Buffer
}

/**
 * Loads streams as they stand in this transaction. What the cache knows is brought up to date with the entries
 * after its version, and the key is asked for each time, so a cached state is never trusted without asking the record.
 * Nor is one whose last entry the record no longer has: a standby that took over, or a copy that was put back, may lack
 * what was committed before.
 */
export async function load(
  client: ClientBase,
  installationKey: Buffer,
  cache: StateCache,
  targets: readonly Target[],
): Promise<Map<string, Loaded>> {
  const known = new Map<string, Loaded>()
  for (const target of targets) {
    const stream = streamName(target.decider.kind, target.id)
    known.set(stream, cache.get(stream) ?? unread(target))
  }
  const rows = await readFrom(client, [...known.values()])
  const strays = [...known.values()].filter((loaded) => !stillEndsIn(rows.get(loaded.stream), loaded)).map(unread)
  for (const stray of strays) known.set(stray.stream, stray)
  if (strays.length > 0) for (const [stream, found] of await readFrom(client, strays)) rows.set(stream, found)
  for (const [stream, loaded] of known) {
    const found = rows.get(stream) ?? []
    const entries = found.flatMap((row) =>
      row.version === null || row.version === loaded.version ? [] : [{ ...row, version: row.version }],
    )
    known.set(stream, advance(loaded, keyOf(loaded, found[0], installationKey), entries))
  }
  return known
}

/** Whether the record still has the entry that a state was folded up to. */
const stillEndsIn = (rows: readonly Row[] = [], { version, hash }: Loaded): boolean =>
  version === 0 || rows.some((row) => row.version === version && hash !== null && row.hash.equals(hash))

function keyOf({ stream, key }: Loaded, row: Row | undefined, installationKey: Buffer): StreamKey {
  if (!row?.has_key) return { state: 'none' }
  // A stream's key never changes but to be destroyed, so one that was opened before need not be opened again.
  if (row.wrapped_key !== null && key.state === 'held') return key
  return unwrap({ stream, wrapped_key: row.wrapped_key }, installationKey)
}

/** The entries after the version of each, and the one at it, without its payload. */
async function readFrom(client: ClientBase, all: readonly Loaded[]): Promise<Map<string, Row[]>> {
  const { rows } = await client.query<Row>({
    name: 'load streams',
    text: `select known.stream, k.stream is not null as has_key, k.wrapped_key, e.version, e.type, e.hash,
                  case when e.version > known.version then e.payload end as payload
             from unnest($1::text[], $2::int[]) as known (stream, version)
             left join stream_key k on k.stream = known.stream
             left join entry e on e.stream = known.stream and e.version >= known.version
            order by known.stream, e.version`,
    values: [all.map(({ stream }) => stream), all.map(({ version }) => version)],
  })
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const some = found.get(row.stream)
    if (some) some.push(row)
    else found.set(row.stream, [row])
  }
  return found
}
