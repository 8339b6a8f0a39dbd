import type { ClientBase } from 'pg'
import { keyContext, newKey, open, seal } from './seal.ts'

/** What is known of a sealed stream's key: none yet, the key, or that it was destroyed. */
export type StreamKey =
  | { readonly state: 'none' }
  | { readonly state: 'held'; readonly key: Buffer }
  | { readonly state: 'erased' }

type KeyRow = { stream: string; wrapped_key: Buffer | null }

/**
 * Reads the keys of sealed streams, holding each against erasure until the transaction ends: a fact cannot be
 * sealed under a key that is being destroyed.
 */
export async function readKeys(
  client: ClientBase,
  installationKey: Buffer,
  streams: readonly string[],
): Promise<Map<string, StreamKey>> {
  const { rows } = await client.query<KeyRow>({
    name: 'read stream keys',
    text: 'select stream, wrapped_key from stream_key where stream = any($1) for share',
    values: [streams],
  })
  const keys = new Map<string, StreamKey>(streams.map((stream) => [stream, { state: 'none' }]))
  for (const row of rows) keys.set(row.stream, unwrap(row, installationKey))
  return keys
}

export function unwrap({ stream, wrapped_key }: KeyRow, installationKey: Buffer): StreamKey {
  if (wrapped_key === null) return { state: 'erased' }
  return { state: 'held', key: open(wrapped_key, installationKey, keyContext(stream)) }
}

/** Makes and stores the key of a sealed stream that has none. */
export async function createKeys(
  client: ClientBase,
  installationKey: Buffer,
  streams: readonly string[],
): Promise<Map<string, Buffer>> {
  const keys = new Map(streams.map((stream) => [stream, newKey()]))
  const wrapped = [...keys].map(([stream, key]) => seal(key, installationKey, keyContext(stream)))
  await client.query({
    name: 'create stream keys',
    text: 'insert into stream_key (stream, wrapped_key) select * from unnest($1::text[], $2::bytea[])',
    values: [streams, wrapped],
  })
  return keys
}
