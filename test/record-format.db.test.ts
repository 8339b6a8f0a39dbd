import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { backup } from '../src/platform/record/backup.ts'
import { testInstallation } from './support/database.ts'
import { act, exampleDeciders, exampleTables, secret, tally } from './support/example-deciders.ts'

// docs/record-format.md says how others check the record. Here others do: PostgreSQL and coreutils.

const installation = await testInstallation(exampleDeciders, {}, exampleTables)
const odd = { actor: 'Zoë "the clerk" \\ 😀\u0001\u007f\u2028', at: act.at }
const tags = ['ß', '"', '\\', '\n', '\u0001', '😀', '</script>', '\u2028']
for (const tag of tags) await installation.record.perform(tally, 'a/b', { type: 'Tag', id: 'a', tag }, odd)
await installation.record.perform(secret, 's', { type: 'Tell', id: 's', words: 'private' }, act)

test('the database itself works out the hash of every entry as the documentation says', async () => {
  const { rows } = await installation.pool.query<{ right: number; all: number }>(`
    select count(*) filter (where hash = sha256(convert_to(
             format('["frankpledge-entry-1",%s,%s,%s,%s,%s]', to_json(stream), version, to_json(type),
               to_json(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(actor))
               || chr(10), 'UTF8') || payload)) as right,
           count(*) as all from entry`)
  assert.deepEqual(rows, [{ right: tags.length + 2, all: tags.length + 2 }])
})

test('a sealed payload does not hold its words', async () => {
  const { rows } = await installation.pool.query<{ found: number }>(
    `select count(*) as found from entry where position(convert_to('private', 'UTF8') in payload) > 0`,
  )
  assert.deepEqual(rows, [{ found: 0 }])
})

test('the checksum of a backup is that of its lines before the last', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-format-'))
  try {
    const file = path.join(folder, 'backup.gz')
    await backup(installation, file, act.at)
    const shell = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8' })
    const [sum = ''] = shell(`gzip -dc ${file} | sed '$d' | sha256sum`).split(' ')
    assert.match(shell(`gzip -dc ${file} | tail -n 1`), new RegExp(sum))
  } finally {
    await rm(folder, { recursive: true })
  }
})
