import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { type Installation, openInstallation, projectFolder } from '../../src/platform/installation.ts'
import { keyOf, readStreams } from '../../src/platform/record/entries.ts'
import { eventOf } from '../../src/platform/record/entry.ts'
import { rebuild } from '../../src/platform/record/rebuild.ts'
import { open, payloadContext } from '../../src/platform/record/seal.ts'
import { inTransaction } from '../../src/platform/record/transaction.ts'
import { verify } from '../../src/platform/record/verify.ts'
import { exampleDeciders, exampleTables } from '../support/example-deciders.ts'

// Kills the application and the database in turn while four writers write, and then asks the record what it kept.

const kills = 20
const writer = path.join(import.meta.dirname, 'writer.ts')

const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-kill-'))
await chmod(home, 0o755)
after(() => rm(home, { recursive: true, force: true }))

const openHome = (): Promise<Installation> =>
  openInstallation(readConfiguration({ FRANKPLEDGE_HOME: home }, projectFolder), exampleDeciders)

/** A writing process, and what it said was acknowledged. */
class Writer {
  readonly acknowledged: string[] = []
  failures = 0
  #opened = false
  readonly #child: ChildProcess

  constructor(run: number) {
    this.#child = spawn(process.execPath, [writer, home, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const { stdout } = this.#child
    assert.ok(stdout)
    createInterface({ input: stdout }).on('line', (line) => {
      if (line === 'open') this.#opened = true
      else if (line.startsWith('failed')) this.failures += 1
      // A line that the kill cut short is left out, or names an earlier turn, which was acknowledged before it.
      else if (/^\d+\.\d+\.\d+$/.test(line)) this.acknowledged.push(line)
    })
  }

  /** Waits until `more` commands were acknowledged from now on. */
  async acknowledges(more: number): Promise<void> {
    const enough = this.acknowledged.length + more
    const patience = Date.now() + 30_000
    while (!this.#opened || this.acknowledged.length < enough) {
      assert.equal(this.#child.exitCode, null, 'the writer ended by itself')
      assert.ok(Date.now() < patience, `the writer acknowledged ${this.acknowledged.length} of ${enough}`)
      await wait(5)
    }
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'close')
    this.#child.kill('SIGKILL')
    await ended
  }
}

async function killDatabase(): Promise<void> {
  const [pid] = (await readFile(path.join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

test(
  `after ${kills} kills of the application and of the database no acknowledged command is lost`,
  { timeout: 280_000 },
  async () => {
    const first = await openHome()
    await first.pool.query(exampleTables)
    await first.close()
    const acknowledged: string[] = []
    let run = 0
    let current = new Writer(run)
    let recoveries = 0
    for (let kill = 0; kill < kills; kill += 1) {
      await current.acknowledges(30)
      // Not always at the same moment of a command.
      await wait((kill * 7) % 23)
      if (kill % 2 === 0) {
        await killDatabase()
        // The same process goes on once it has started the database again.
        await current.acknowledges(30)
        if (current.failures > 0) recoveries += 1
      } else {
        await current.kill()
        acknowledged.push(...current.acknowledged)
        current = new Writer((run += 1))
      }
    }
    await current.acknowledges(30)
    await current.kill()
    acknowledged.push(...current.acknowledged)
    assert.ok(recoveries > 0, 'no kill of the database was noticed')
    await checkKept(acknowledged)
  },
)

async function checkKept(acknowledged: readonly string[]): Promise<void> {
  const installation = await openHome()
  try {
    const kept = await everyWord(installation)
    assert.deepEqual(
      acknowledged.filter((words) => !kept.has(words)),
      [],
    )
    const { differences } = await rebuild(installation)
    assert.deepEqual(differences, [])
    assert.deepEqual((await verify(installation)).named, [])
  } finally {
    await installation.close()
  }
}

/** All words that were ever told, opened from the sealed entries. */
async function everyWord({ pool, installationKey }: Installation): Promise<ReadonlySet<string>> {
  const words = new Set<string>()
  await inTransaction(pool, 'begin', async (client) => {
    for await (const stored of readStreams(client)) {
      const key = keyOf(stored, installationKey)
      if (key.state !== 'held') continue
      for (const { stream, version, type, payload } of stored.entries) {
        const event = eventOf(type, open(payload, key.key, payloadContext(stream, version, type)))
        words.add((event as unknown as { words: string }).words)
      }
    }
  })
  return words
}
