import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { after, test } from 'node:test'
import { joinEmbedded } from '../../src/platform/database/embedded.ts'

const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-embedded-'))
await chmod(folder, 0o755)
after(() => rm(folder, { recursive: true, force: true }))

/** A database made once; each test that only needs one has a home of its own. */
let homes = 0
const newHome = (): string => path.join(folder, `home-${(homes += 1)}`)

const joiner = path.join(import.meta.dirname, 'join.ts')

/** Joins from another process; resolves with its exit code and what it said. */
function joinElsewhere(home: string, stayMs: number): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [joiner, home, String(stayMs)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('close', (code) => resolve({ code, said }))
  })
}

const isRunning = (home: string): boolean => existsSync(path.join(home, 'postgres', 'postmaster.pid'))

test('processes that start, join and leave at the same moment all succeed, and the last stops the server', async () => {
  const home = newHome()
  const first = await Promise.all([joinElsewhere(home, 0), joinElsewhere(home, 100), joinElsewhere(home, 0)])
  const second = await Promise.all([0, 5, 10, 20, 40].map((stay) => joinElsewhere(home, stay)))
  for (const { code, said } of [...first, ...second]) assert.equal(code, 0, said)
  assert.equal(isRunning(home), false)
  assert.deepEqual(
    (await readdir(home)).filter((name) => /^postgres\.\d/.test(name)),
    [],
  )
})

test('a server stays while somebody is present, and a role is held by one', async () => {
  const home = newHome()
  const one = await joinEmbedded(home)
  const two = await joinEmbedded(home)
  assert.equal(await one.claim('server'), true)
  assert.equal(await two.claim('server'), false)
  await one.leave()
  assert.equal(isRunning(home), true)
  assert.equal(await two.claim('server'), true)
  await two.leave()
  assert.equal(isRunning(home), false)
})

test('a home below a private folder works, as root too', async () => {
  const secluded = path.join(folder, 'private')
  await mkdir(secluded, { mode: 0o700 })
  const embedded = await joinEmbedded(path.join(secluded, 'home'))
  await embedded.leave()
})

test('a home deep down has a short socket folder', async () => {
  const home = path.join(folder, 'very-long-folder-name/'.repeat(5), 'home')
  const embedded = await joinEmbedded(home)
  assert.ok(embedded.socketFolder.length < 80)
  await embedded.leave()
  await rm(embedded.socketFolder, { recursive: true })
})

test('what a killed process left of a half-made database is cleared away', async () => {
  const home = newHome()
  await mkdir(path.join(home, 'postgres.4194303'), { recursive: true })
  await (await joinEmbedded(home)).leave()
  assert.ok(!(await readdir(home)).includes('postgres.4194303'))
})

test('a database of another version of PostgreSQL is refused in a sentence', async () => {
  const home = newHome()
  await (await joinEmbedded(home)).leave()
  await writeFile(path.join(home, 'postgres', 'PG_VERSION'), '16\n')
  await assert.rejects(joinEmbedded(home), /holds a database of PostgreSQL 16, and this version of Frankpledge brings/)
})

test('a server that cannot start says why', async () => {
  const home = newHome()
  await (await joinEmbedded(home)).leave()
  await rename(path.join(home, 'postgres', 'global'), path.join(home, 'postgres', 'gone'))
  await assert.rejects(joinEmbedded(home), /PostgreSQL did not start: .*could not find the database system/)
})

test('a home that cannot be written is refused in a sentence', async () => {
  await assert.rejects(joinEmbedded('/sys/frankpledge'), /The folder \/sys\/frankpledge cannot hold the database/)
  await assert.rejects(joinEmbedded(path.join(import.meta.filename, 'home')), /cannot hold the database/)
})

test('a mark left by a server that was killed does not stand in the way', async () => {
  const home = newHome()
  await (await joinEmbedded(home)).leave()
  await writeFile(path.join(home, 'postgres', 'postmaster.pid'), `4194303\n${home}/postgres\n1\n5432\n\n\n`)
  await (await joinEmbedded(home)).leave()
  assert.match(await readFile(path.join(home, 'postgres.log'), 'utf8'), /ready to accept connections/)
})
