import assert from 'node:assert/strict'
import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { progressOn } from '../../platform/command-line/progress.ts'
import { takeIn } from '../../platform/files/file-store.ts'
import { filesCommand } from './files-command.ts'
import { settingsAsShipped } from '../deadlines/settings.ts'
import { materialRegister } from './register.ts'

const installation = await testInstallation([materialRegister])
const { configuration, record } = installation
const folder = path.join(configuration.home, 'files', 'sealed')
const act = { actor: 'officer', at: parseInstant('2026-04-07T09:00:00.000Z') }
const acted = { at: act.at, by: act.actor }

async function run(remove = false): Promise<{ code: number; lines: string }> {
  const lines: string[] = []
  const code = await filesCommand.run({
    arguments: [],
    options: { remove },
    configuration,
    open: async () => installation,
    print: (line) => void lines.push(line.replaceAll(/\s+/g, ' ')),
    say: () => {},
    progress: progressOn(process.stderr),
  })
  return { code: code ?? 0, lines: lines.join('\n') }
}

async function attach(caseId: string, words: string): Promise<string> {
  const taken = await takeIn({ name: 'notes.txt', content: Readable.from([Buffer.from(words)]) }, configuration)
  const details = { kind: 'other', title: 'Notes', description: '', from: null, exhibitReference: null } as const
  const state = { state: 'received', reason: '', use: 'undecided', useReason: '' } as const
  await record.perform(materialRegister, caseId, { type: 'AddMaterial', caseId, details, ...state, ...acted }, act)
  const file = { name: 'notes.txt', ...taken }
  await record.perform(
    materialRegister,
    caseId,
    { type: 'AttachFile', settings: settingsAsShipped, item: 'M1', file, ...acted },
    act,
  )
  return taken.sealed
}

test('files that nothing names are found and, after a day, removed; one that is missing is told', async () => {
  assert.match((await run()).lines, /on the record 0\nfiles that are kept 0/)
  const kept = await attach('FLC22222', 'one')
  await takeIn({ name: 'young.txt', content: Readable.from([Buffer.from('young')]) }, configuration)
  const old = path.join(folder, 'incoming', 'left-by-a-power-cut')
  await writeFile(old, 'sealed')
  await utimes(old, new Date('2026-01-01'), new Date('2026-01-01'))
  const found = await run()
  assert.equal(found.code, 0)
  assert.match(found.lines, /on the record 1\nfiles that are kept 3\nnamed by nothing 1\nmissing 0/)
  assert.match((await run(true)).lines, /removed 1/)
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), [])
  assert.match((await run()).lines, /files that are kept 2\nnamed by nothing 0/)
  await rm(path.join(folder, kept.slice(0, 2), kept))
  const missing = await run()
  assert.equal(missing.code, 1)
  assert.match(missing.lines, /missing 1\n missing: case FLC22222, item M1, file F1/)
})
