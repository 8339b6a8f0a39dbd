import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { after, test } from 'node:test'
import { projectFolder } from '../src/platform/installation.ts'
import { freePort } from './support/free-port.ts'

// The command line as people run it: real processes, a real folder, real signals.

const home = mkdtempSync(path.join(os.tmpdir(), 'frankpledge-start-'))
const started: Run[] = []

after(async () => {
  for (const { child } of started) child.kill('SIGTERM')
  for (const run of started) await run.ends()
  rmSync(home, { recursive: true, force: true })
})

type Run = {
  readonly child: ChildProcess
  /** All that it printed so far, to both outputs. */
  out(): string
  /** Waits for words in what it prints; fails when it ends without them. */
  says(words: string): Promise<void>
  ends(): Promise<number | null>
}

function frankpledge(argv: readonly string[], env: NodeJS.ProcessEnv): Run {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['bin/frankpledge.mjs', ...argv], {
    cwd: projectFolder,
    env: { PATH, HOME, FRANKPLEDGE_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()))
  const run: Run = {
    child,
    out: () => printed,
    async says(words) {
      while (!printed.includes(words)) {
        const more = await Promise.race([
          once(child.stdout, 'data'),
          once(child.stderr, 'data'),
          ended.then(() => null),
        ])
        if (more === null && !printed.includes(words)) throw new Error(`ended without saying "${words}":\n${printed}`)
      }
    },
    async ends() {
      await ended
      return child.exitCode
    },
  }
  started.push(run)
  return run
}

const isPostgresRunning = (): boolean => existsSync(path.join(home, 'postgres', 'postmaster.pid'))

test('a wrong configuration is told all at once', async () => {
  const run = frankpledge(['start'], { PORT: 'eighty', METRICS_PORT: '99999', PUBLIC_URL: 'area' })
  assert.equal(await run.ends(), 2)
  for (const setting of ['PORT', 'METRICS_PORT', 'PUBLIC_URL'])
    assert.match(run.out(), new RegExp(`^ {2}${setting} `, 'm'))
})

test('the website starts, is alone on its home, shares its database with commands, and stops cleanly', async (t) => {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const server = frankpledge(['start'], { PORT: port })

  await t.test('it starts and answers', async () => {
    const begun = Date.now()
    await server.says(`Frankpledge is running at ${url}\n`)
    t.diagnostic(`first start ${Date.now() - begun} ms`)
    assert.equal((await fetch(url)).status, 200)
    assert.equal((await fetch(`${url}/readyz`)).status, 200)
  })

  await t.test('a second server on the same home is refused with the reason', async () => {
    const second = frankpledge(['start'], { PORT: String(await freePort()) })
    assert.equal(await second.ends(), 1)
    assert.match(second.out(), /A server is already running on .+ \(serve\.already-running\)/)
  })

  await t.test('a server of another home is refused a port that is taken, before it loads anything', async () => {
    const other = frankpledge(['start'], { PORT: port, FRANKPLEDGE_HOME: path.join(home, 'other') })
    assert.equal(await other.ends(), 1)
    assert.match(other.out(), new RegExp(`listening on port ${port} .+ Stop it, or set PORT to another port`))
  })

  await t.test('another command joins its database and leaves it running', async () => {
    const command = frankpledge(['report', 'outcomes', '--month', '1999-01', '--area', 'national'], {})
    assert.equal(await command.ends(), 1, command.out())
    assert.equal((await fetch(`${url}/readyz`)).status, 200)
  })

  await t.test('two interrupts end it once and well, and the demonstration is not taken for real work', async () => {
    server.child.kill('SIGINT')
    server.child.kill('SIGINT')
    assert.equal(await server.ends(), 0, 'two signals, as a terminal sends them, end it once and well')
    assert.equal(isPostgresRunning(), false)
    const real = frankpledge(['start', '--without-demonstration'], { PORT: port })
    assert.equal(await real.ends(), 1)
    assert.match(real.out(), /installation\.is-demonstration/)
    assert.equal(isPostgresRunning(), false, 'a refused start leaves nothing behind')
  })

  await t.test('it starts again quickly, and stops when its launcher is killed', async () => {
    const begun = Date.now()
    const again = frankpledge(['start'], { PORT: port })
    await again.says(`running at ${url}\n`)
    t.diagnostic(`next start ${Date.now() - begun} ms`)
    again.child.kill('SIGKILL')
    await again.ends()
    assert.equal(isPostgresRunning(), false)
  })
})
