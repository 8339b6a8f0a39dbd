import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiSite, makeToken, untilSettled } from '../../test/support/api-site.ts'
import { allegationOf, messageTo, policeSystem, wordOf } from '../../test/support/police-system.ts'
import { renewFeed } from '../casework/happenings/read-happenings.ts'
import { rebuild } from '../platform/record/rebuild.ts'

// A system that follows is given each happening once, whenever it was committed.

const { app, installation } = await apiSite()
const { pool } = installation
const system = policeSystem(app, await makeToken(installation, 't1'))

type Page = {
  readonly happenings: ReadonlyArray<{ readonly id: string; readonly event: string; readonly reference: string | null }>
  readonly more: boolean
  readonly next: string
}

const read = async (after?: string): Promise<Page> =>
  (await system.read(`/happenings${after === undefined ? '' : `?after=${after}`}`)).body as unknown as Page
const tell = async (reference: string): Promise<string> =>
  wordOf((await system.send(messageTo('/allegations', allegationOf(reference, 1)))).body['case'])
const idsIn = ({ happenings }: Page): readonly string[] => happenings.map(({ id }) => id)

test('each happening is given once, in order', async () => {
  const first = await tell('H-1')
  await untilSettled(installation)
  const page = await read()
  assert.partialDeepStrictEqual(page.happenings, [{ event: 'Allegation recorded', reference: 'H-1' }])
  assert.equal(page.more, false)
  const second = await tell('H-2')
  await untilSettled(installation)
  const later = await read(page.next)
  assert.deepEqual([idsIn(page), idsIn(later)], [[`${first}/investigation/1`], [`${second}/investigation/1`]])
  assert.partialDeepStrictEqual(await read(later.next), { happenings: [], more: false })
})

type Cursor = readonly [feed: string, written: string, place: string]
const opened = (next: string): Cursor => JSON.parse(Buffer.from(next, 'base64url').toString()) as Cursor
const closed = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

test('who read to the end goes on from there, past what was for others', async () => {
  await tell('H-5')
  await untilSettled(installation)
  const other = policeSystem(app, await makeToken(installation, 't2', { agency: 'hertfordshire-constabulary' }))
  const { body } = await other.read('/happenings')
  assert.deepEqual(body['happenings'], [])
  const [, written] = opened(wordOf(body['next']))
  const { rows } = await pool.query<{ last: string }>('select max(written)::text as last from happening_order')
  assert.ok(BigInt(written) > BigInt(rows[0]?.last ?? 0))
})

test('who comes with a place that this database has not got to yet begins anew', async () => {
  await untilSettled(installation)
  const all = await read()
  const [feed, written] = opened(all.next)
  const ahead = closed([feed, String(BigInt(written) + 1_000_000n), '0'])
  assert.deepEqual(idsIn(await read(ahead)), idsIn(all))
})

test('what is committed late is given when it is, before what was committed meanwhile', async () => {
  await untilSettled(installation)
  const { next } = await read()
  const known = await tell('H-3')
  await untilSettled(installation)
  const slow = await pool.connect()
  await slow.query('begin')
  await slow.query(
    `insert into case_happening (case_id, source, number, at, account, event, detail)
     values ($1, 'material', 1, '2026-01-01T00:00:00Z', 'officer', 'Material added', '[]')`,
    [known],
  )
  const meanwhile = await tell('H-4')
  const before = await read(next)
  assert.deepEqual(idsIn(before), [`${known}/investigation/1`])
  await slow.query('commit')
  slow.release()
  await untilSettled(installation)
  assert.deepEqual(idsIn(await read(before.next)), [`${known}/material/1`, `${meanwhile}/investigation/1`])
})

test('a rebuild gives nothing again, and a database on another server everything', async () => {
  await untilSettled(installation)
  const { next, happenings } = await read()
  await pool.query(`delete from case_happening where source = 'investigation'`)
  await rebuild(installation)
  await untilSettled(installation)
  assert.deepEqual(idsIn(await read(next)), [])
  await renewFeed(pool)
  assert.deepEqual(idsIn(await read(next)), [])
  await pool.query('update happening_feed set server = 1')
  await renewFeed(pool)
  await untilSettled(installation)
  assert.equal(idsIn(await read(next)).length, happenings.filter(({ id }) => !id.includes('/material/')).length)
})
