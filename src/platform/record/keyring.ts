import type { ClientBase } from 'pg'
import { keyContext, newKey, open, seal } from './seal.ts'

/** What is known of a sealed stream's key: none yet, the key, or that it was destroyed. */
export type StreamKey =
  | { readonly state: 'none' }
  | { readonly state: 'held'; readonly key: Buffer }
  | { readonly state: 'erased' }

export type KeyRow = { readonly stream: string; readonly wrapped_key: Buffer | null }

export function unwrap({ stream, wrapped_key }: KeyRow, installationKey: Buffer): StreamKey {
  if (wrapped_key === null) return { state: 'erased' }
  try {
    return { state: 'held', key: open(wrapped_key, installationKey, keyContext(stream)) }
  } catch (error) {
    throw new Error(
      `The key of ${stream} does not open with the installation key. Either the installation key was replaced while ` +
        'this process ran, and starting it again helps, or the key in the database was changed.',
      { cause: error },
    )
  }
}

export const wrap = (stream: string, key: Buffer, installationKey: Buffer): Buffer =>
  seal(key, installationKey, keyContext(stream))

export const newKeys = (streams: readonly string[]): Map<string, Buffer> =>
  new Map(streams.map((stream) => [stream, newKey()]))

/**
 * Stores the keys of sealed streams that had none. `proof` says which installation key they are wrapped with: when
 * that was replaced since this process started, nothing is stored, for nobody could open it.
 */
export async function storeKeys(
  client: ClientBase,
  keys: ReadonlyMap<string, Buffer>,
  installationKey: Buffer,
  proof: Buffer,
): Promise<void> {
  const wrapped = [...keys].map(([stream, key]) => wrap(stream, key, installationKey))
  const { rowCount } = await client.query({
    name: 'store stream keys',
    text: `insert into stream_key (stream, wrapped_key)
           select * from unnest($1::text[], $2::bytea[])
            where exists (select from installation_key_check where proof = $3)`,
    values: [[...keys.keys()], wrapped, proof],
  })
  if (rowCount !== keys.size) {
    throw new Error('The installation key was replaced while this process ran. Start it again.')
  }
}
