import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Installation } from '../src/platform/installation.ts'
import type { Decider } from '../src/platform/record/decider.ts'
import { withInstallation } from './installation.ts'
import { type Figure, count, inTurns, perSecond } from './measure.ts'

// Commands through record.perform (load, decide, seal, append, rows) against the same statements written by hand for
// this one case, and against nothing but a one-row insert.

type Note = { readonly id: string; readonly text: string; readonly writes: number }
type WriteNote = { readonly type: 'WriteNote'; readonly id: string; readonly text: string }
type NoteWritten = { readonly type: 'NoteWritten'; readonly id: string; readonly text: string }

const note: Decider<Note, WriteNote, NoteWritten> = {
  kind: 'bench-note',
  sealed: true,
  initial: { id: '', text: '', writes: 0 },
  decide: ({ id, text }) => [{ type: 'NoteWritten', id, text }],
  evolve: ({ writes }, { id, text }) => ({ id, text, writes: writes + 1 }),
  rows: ({ id, text, writes }) => ({ bench_note: [{ id, text, writes, written_on: '2026-04-07' }] }),
}

const tables = `
  create table bench_note (id text primary key, text text not null, writes integer not null, written_on date not null);
  grant select, insert, update, delete on bench_note to frankpledge_recorder;
  create table bench_plain (id bigint generated always as identity primary key, text text not null);
  comment on table bench_plain is 'Not worked out from the record';
  grant insert on bench_plain to frankpledge_recorder`

const act = { actor: 'bench', at: '2026-04-07T09:30:00.000Z' }
const text = 'The witness will be away from 3 to 17 May and asks for a video link. '.repeat(4)
const together = 8
const streams = 500

const by = {
  load: {
    name: 'load by hand',
    text: `select e.version, e.payload, k.wrapped_key from stream_key k
             left join entry e on e.stream = k.stream and e.version > $2 where k.stream = $1`,
  },
  append: {
    name: 'append by hand',
    text: 'insert into entry (stream, version, type, at, actor, payload, hash) values ($1, $2, $3, $4, $5, $6, $7)',
  },
  row: {
    name: 'row by hand',
    text: `insert into bench_note (id, text, writes, written_on) values ($1, $2, $3, $4)
               on conflict (id) do update set text = excluded.text, writes = excluded.writes, written_on = excluded.written_on`,
  },
}

/** What a careful developer would write for this one table, without a decider: seal, hash, append, put the row. */
function writtenByHand(pool: pg.Pool) {
  const versions = new Map<string, number>()
  const key = randomBytes(32)
  let turn = 0
  return async (): Promise<void> => {
    const id = `by-hand-${(turn += 1) % streams}`
    const stream = `bench-note/${id}`
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query({ ...by.load, values: [stream, version - 1] })
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const payload = Buffer.concat([
        nonce,
        cipher.update(JSON.stringify({ id, text })),
        cipher.final(),
        cipher.getAuthTag(),
      ])
      const head = JSON.stringify([stream, version, 'NoteWritten', act.at, act.actor])
      const hash = createHash('sha256').update(head).update(payload).digest()
      await client.query({ ...by.append, values: [stream, version, 'NoteWritten', act.at, act.actor, payload, hash] })
      await client.query({ ...by.row, values: [id, text, version, '2026-04-07'] })
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}

function throughTheRecord({ record }: Installation) {
  let turn = 0
  return async (): Promise<void> => {
    const id = `note-${(turn += 1) % streams}`
    await record.perform(note, id, { type: 'WriteNote', id, text }, act)
  }
}

/** New streams with a key, an entry and a row each, `size` in one transaction. */
function inBulk({ record }: Installation, size: number) {
  let batch = 0
  return async (): Promise<number> => {
    batch += 1
    const ids = Array.from({ length: size }, (_, index) => `bulk-${batch}-${index}`)
    const start = performance.now()
    await record.performAll(ids.map((id) => ({ decider: note, id, command: { type: 'WriteNote', id, text }, act })))
    return size / ((performance.now() - start) / 1000)
  }
}

const compared = (name: string, ours: number, peer: number, aim: number | null): Figure => ({
  name,
  ours: `${count(ours)}/s`,
  peer: `${count(peer)}/s`,
  ratio: ours / peer,
  aim,
})

export async function bench(): Promise<readonly Figure[]> {
  return withInstallation([note], tables, async (installation) => {
    const { options } = installation.pool
    const pool = new pg.Pool({ ...options, options: `${options.options} -c role=frankpledge_recorder`, max: together })
    try {
      const ours = throughTheRecord(installation)
      const byHand = writtenByHand(pool)
      const plain = () =>
        pool.query({ name: 'plain', text: 'insert into bench_plain (text) values ($1)', values: [text] })
      const found = await inTurns({
        ours: () => perSecond(ours, together, 1.5),
        byHand: () => perSecond(byHand, together, 1.5),
        plain: () => perSecond(plain, together, 1),
        oneOurs: () => perSecond(ours, 1, 1),
        oneByHand: () => perSecond(byHand, 1, 1),
        bulk: inBulk(installation, 10_000),
      })
      return [
        compared(`record.perform, ${together} at once, against the same by hand`, found.ours, found.byHand, 0.5),
        compared('record.perform, one after another, against the same by hand', found.oneOurs, found.oneByHand, 0.5),
        compared(`record.perform against a one-row insert`, found.ours, found.plain, null),
        compared('record.performAll, 10,000 new streams, against one by one by hand', found.bulk, found.byHand, null),
      ]
    } finally {
      await pool.end()
    }
  })
}
