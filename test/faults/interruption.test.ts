import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { after, test } from 'node:test'

const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-interrupted-'))
await chmod(home, 0o755)
after(() => rm(home, { recursive: true, force: true }))

const script = path.join(import.meta.dirname, 'lingering.ts')

async function interrupted(signal: NodeJS.Signals): Promise<{ code: number; tookMs: number; said: string }> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, FRANKPLEDGE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  await once(child.stdout, 'data')
  const start = performance.now()
  child.kill(signal)
  // A terminal and the launcher send it both.
  child.kill(signal)
  const [code] = (await once(child, 'close')) as [number]
  return { code, tookMs: performance.now() - start, said }
}

for (const [signal, expected] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`a command interrupted by ${signal} cuts its work off, stops the database and exits with ${expected}`, async () => {
    const { code, tookMs, said } = await interrupted(signal)
    assert.equal(code, expected, said)
    assert.match(said, /Interrupted/)
    assert.ok(tookMs < 5000, `it took ${tookMs} ms`)
    assert.equal(existsSync(path.join(home, 'postgres', 'postmaster.pid')), false)
  })
}
