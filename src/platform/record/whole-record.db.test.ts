import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { testInstallation } from '../../../test/support/database.ts'
import { checkRebuiltAndRestored, everyRow } from '../../../test/support/decider-properties.ts'
import { act, exampleDeciders, exampleTables, secret, tally } from '../../../test/support/example-deciders.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { backup } from './backup.ts'
import { eraseStream } from './erase.ts'
import { erasure } from './erasure.ts'
import { rebuild } from './rebuild.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

const deciders = [...exampleDeciders, erasure]
const empty = (settings = {}): Promise<Installation> => testInstallation(deciders, settings, exampleTables)

const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-whole-'))
after(() => rm(folder, { recursive: true }))
let files = 0
const newFile = (): string => path.join(folder, `backup-${(files += 1)}.gz`)

const tell = ({ record }: Installation, id: string, words: string) =>
  record.perform(secret, id, { type: 'Tell', id, words }, act)

async function filled(): Promise<Installation> {
  const installation = await empty()
  for (const id of ['ann', 'bob', 'cy']) for (const words of ['one', 'two']) await tell(installation, id, words)
  await installation.record.perform(tally, 'ann', { type: 'Tag', id: 'ann', tag: 'late' }, act)
  return installation
}

/** As somebody with all rights over the database could do it. */
async function tamper({ pool }: Installation, statement: string): Promise<void> {
  await pool.query(
    `alter table entry disable trigger all; ${statement}; alter table entry enable always trigger entry_is_append_only`,
  )
}

test('rebuild finds a row that was changed, one that was removed and one that no stream stands behind, and puts all right', async () => {
  const installation = await filled()
  const before = await everyRow(installation)
  await installation.pool.query(`
    update example_tally set total = total + 1 where id = 'ann';
    delete from example_secret where id = 'bob';
    insert into example_tag values ('nobody', 'made up')`)
  const { differences, replaced, streams, entries } = await rebuild(installation)
  assert.deepEqual(
    differences.map(({ table, extra, missing }) => ({ table, extra, missing })),
    [
      { table: 'example_secret', extra: 0, missing: 1 },
      { table: 'example_tag', extra: 1, missing: 0 },
      { table: 'example_tally', extra: 1, missing: 1 },
    ],
  )
  assert.match(differences[1]?.examples[0] ?? '', /made up/)
  assert.deepEqual({ replaced, streams, entries }, { replaced: true, streams: 6, entries: 13 })
  assert.deepEqual(await everyRow(installation), before)
  assert.deepEqual((await rebuild(installation)).differences, [])
})

test('a migration is followed by working every table out again, for streams that were there before', async () => {
  const installation = await filled()
  const before = await everyRow(installation)
  await installation.pool.query(`
    drop index duty_closed_of_agency, duty_closed_of_account;
    delete from migration where name = '20261122T0922Z-index-closed-duties.sql';
    delete from example_tag`)
  const again = await openInstallation(installation.configuration, deciders)
  await again.close()
  assert.deepEqual(await everyRow(installation), before)
})

test('rebuild names a kind that no decider is known for, and then changes nothing', async () => {
  const installation = await filled()
  await installation.pool.query(`delete from example_tag`)
  const access = { ...installation, record: { deciders: [tally, erasure] } }
  const { unknownKinds, replaced } = await rebuild(access)
  assert.deepEqual([...unknownKinds], [['example-secret', 3]])
  assert.equal(replaced, false)
  assert.equal((await installation.pool.query('select from example_tag')).rowCount, 0)
})

test('verify names an entry in which a byte was changed', async () => {
  const installation = await filled()
  await tamper(
    installation,
    `update entry set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where stream = 'example-secret/bob' and version = 2`,
  )
  const { failures, named } = await verify(installation)
  assert.equal(failures, 2)
  assert.match(named[0] ?? '', /\(example-secret\/bob, version 2\) does not have the hash it was written with/)
  assert.match(named[1] ?? '', /\(example-secret\/bob, version 2\) does not open/)
})

test('verify names a gap in the versions, a key that went without an erasure, and one that is missing', async () => {
  const installation = await filled()
  await tamper(installation, `delete from entry where stream = 'example-tally/bob' and version = 1`)
  await installation.pool.query(
    `update stream_key set wrapped_key = null, erased_at = now() where stream = 'example-secret/ann'`,
  )
  await installation.pool.query(`delete from stream_key where stream = 'example-secret/cy'`)
  const { named } = await verify(installation)
  assert.match(named.join('\n'), /example-tally\/bob, version 2\) stands where version 1 should/)
  assert.match(named.join('\n'), /example-secret\/ann: its key was destroyed, and no erasure is on the record/)
  assert.match(named.join('\n'), /example-secret\/cy is of a sealed kind and has no key/)
})

test('an erased stream has no rows, cannot be read or added to, and its hashes still verify', async () => {
  const installation = await filled()
  await eraseStream(installation, 'example-secret/ann', ' asked for it ', act)
  assert.deepEqual(await installation.record.read(secret, 'ann'), { version: 2, state: secret.initial })
  await assert.rejects(tell(installation, 'ann', 'three'), { code: 'record.stream-erased' })
  const { rows } = await installation.pool.query('select stream, actor, reason from erasure')
  assert.deepEqual(rows, [{ stream: 'example-secret/ann', actor: 'test', reason: 'asked for it' }])
  assert.equal((await installation.pool.query(`select from example_secret where id = 'ann'`)).rowCount, 0)
  const { failures, erased } = await verify(installation)
  assert.deepEqual({ failures, erased }, { failures: 0, erased: 2 })
  await checkRebuiltAndRestored(installation, await empty())
})

test('a stream with the longest name can be erased', async () => {
  const installation = await empty()
  const id = 'a'.repeat(200 - 'example-secret/'.length)
  await tell(installation, id, 'private')
  await eraseStream(installation, `example-secret/${id}`, 'asked', act)
  assert.deepEqual((await verify(installation)).named, [])
})

test('an erasure is refused for what is unknown, not sealed, erased before, or without a reason', async () => {
  const installation = await filled()
  const erase = (stream: string, reason = 'asked') => eraseStream(installation, stream, reason, act)
  await assert.rejects(erase('example-secret/nobody'), { code: 'record.no-such-stream' })
  await assert.rejects(erase('nothing'), { code: 'record.no-such-stream' })
  await assert.rejects(erase('example-tally/ann'), { code: 'record.not-sealed' })
  await assert.rejects(erase('example-secret/ann', '  '), { code: 'record.erasure-needs-reason' })
  assert.equal((await installation.record.read(secret, 'ann')).state.words, 'two')
  await erase('example-secret/ann')
  await assert.rejects(erase('example-secret/ann'), { code: 'record.already-erased' })
})

test('a writer racing with an erasure cannot bring anything back', async () => {
  const installation = await filled()
  const writing = Array.from({ length: 30 }, async (_, index) => {
    try {
      await tell(installation, 'bob', `more ${index}`)
      return 'written'
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  })
  await eraseStream(installation, 'example-secret/bob', 'asked', act)
  const outcomes = new Set(await Promise.all(writing))
  assert.ok(
    [...outcomes].every((one) => one === 'written' || one === 'record.stream-erased'),
    [...outcomes].join(),
  )
  assert.equal((await installation.pool.query(`select from example_secret where id = 'bob'`)).rowCount, 0)
  assert.deepEqual((await rebuild(installation)).differences, [])
  assert.deepEqual((await verify(installation)).named, [])
})

test('a backup is never written over, and a failed one leaves nothing behind', async () => {
  const installation = await filled()
  const file = newFile()
  await backup(installation, file, act.at)
  const content = await readFile(file)
  await assert.rejects(backup(installation, file, act.at), /is there already/)
  assert.deepEqual(await readFile(file), content)
  await assert.rejects(backup(installation, path.join(folder, 'none', 'backup.gz'), act.at))
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes('.part')),
    [],
  )
})

test('a backup that was cut short, changed or is none is refused, and nothing of it is kept', async () => {
  const installation = await filled()
  const file = newFile()
  await backup(installation, file, act.at)
  const whole = await readFile(file)
  const text = gunzipSync(whole).toString()
  const lines = text.trimEnd().split('\n')
  const broken: ReadonlyArray<readonly [content: Buffer, reason: RegExp]> = [
    [whole.subarray(0, whole.length - 20), /cannot be read to its end/],
    [gzipSync(`${lines.slice(0, -1).join('\n')}\n`), /its last line is missing/],
    [gzipSync(text.replace('"actor","', '"actor","x').replace(',"test",', ',"tess",')), /checksum differs/],
    [gzipSync(`${text}{}\n`), /goes on after its last line/],
    [gzipSync('{"format":"something"}\n'), /line 1/],
    [Buffer.from('no gzip'), /cannot be read to its end/],
  ]
  const target = await empty()
  for (const [content, reason] of broken) {
    const wrong = newFile()
    await writeFile(wrong, content)
    await assert.rejects(restore(target, wrong), reason)
  }
  assert.equal((await target.pool.query('select from entry')).rowCount, 0)
  await restore(target, file)
  assert.deepEqual(await everyRow(target), await everyRow(installation))
  await assert.rejects(restore(target, file), /is not empty/)
})

test('positions are kept by a restore, and the next entry comes after them', async () => {
  const installation = await filled()
  const file = newFile()
  await backup(installation, file, act.at)
  const target = await empty()
  await restore(target, file)
  await tell(target, 'dee', 'new')
  const positions = async ({ pool }: Installation) =>
    (await pool.query<{ position: number }>('select position from entry order by position')).rows.map(
      ({ position }) => position,
    )
  const before = await positions(installation)
  assert.deepEqual((await positions(target)).slice(0, before.length), before)
})

test('a table that the record does not stand behind is restored as it was, and goes on counting from there', async () => {
  const look = ({ pool }: Installation, requestId: string) =>
    pool.query(
      `insert into look (at, account, agency, roles, subjects, what, purpose, route, request_id)
       values ($1, 'a', 'police', '{officer}', '{person/1}', 'a file', 'work', '/', $2)`,
      [act.at, requestId],
    )
  const looks = async ({ pool }: Installation) => (await pool.query('select * from look order by id')).rows
  const installation = await empty()
  for (const requestId of ['one', 'two', 'three']) await look(installation, requestId)
  const file = newFile()
  await backup(installation, file, act.at)
  const target = await empty()
  await restore(target, file)
  assert.deepEqual(await looks(target), await looks(installation))
  await look(target, 'four')
  assert.deepEqual(
    (await looks(target)).map(({ id }) => id),
    [1, 2, 3, 4],
  )
})
