import type { ClientBase } from 'pg'
import type { Entry } from './entry.ts'
import { type StreamKey, unwrap } from './keyring.ts'

/** All entries of one stream, in order, and what is known of its key. */
export type StoredStream = {
  readonly stream: string
  readonly entries: readonly StoredEntry[]
  readonly wrapped: { readonly key: Buffer | null } | null
}

export type StoredEntry = Entry & { readonly position: number }

type Row = StoredEntry & { readonly has_key: boolean; readonly wrapped_key: Buffer | null }

const rowsAtOnce = 2000

/**
 * Reads the whole record stream by stream, through a cursor, so that only one stream and one page of rows are in
 * memory. Needs a transaction, and sees the record as that transaction does.
 */
export async function* readStreams(client: ClientBase): AsyncGenerator<StoredStream> {
  await client.query(`
    declare every_entry no scroll cursor for
     select e.position, e.stream, e.version, e.type, e.at, e.actor, e.payload, e.hash,
            k.stream is not null as has_key, k.wrapped_key
       from entry e left join stream_key k on k.stream = e.stream
      order by e.stream, e.version`)
  let gathered: Row[] = []
  const page = () => client.query<Row>({ name: 'every entry', text: `fetch ${rowsAtOnce} from every_entry` })
  // The next page is on its way while this one is worked on.
  let next = page()
  for (;;) {
    const { rows } = await next
    if (rows.length === 0) break
    next = page()
    // Its failure is met when it is awaited, and not before.
    next.catch(() => {})
    for (const row of rows) {
      if (gathered[0] && gathered[0].stream !== row.stream) {
        yield streamOf(gathered)
        gathered = []
      }
      gathered.push(row)
    }
  }
  if (gathered.length > 0) yield streamOf(gathered)
  await client.query('close every_entry')
}

function streamOf(rows: readonly Row[]): StoredStream {
  const [first] = rows
  if (!first) throw new Error('A stream has at least one entry')
  return { stream: first.stream, entries: rows, wrapped: first.has_key ? { key: first.wrapped_key } : null }
}

export function keyOf({ stream, wrapped }: StoredStream, installationKey: Buffer): StreamKey {
  return wrapped ? unwrap({ stream, wrapped_key: wrapped.key }, installationKey) : { state: 'none' }
}

/** How many entries there are, as far as this transaction sees. */
export async function countEntries(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ entries: number }>('select count(*) as entries from entry')
  return rows[0]?.entries ?? 0
}
