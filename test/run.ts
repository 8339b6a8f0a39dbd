import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { projectFolder } from '../src/platform/installation.ts'
import { chromiumPath } from './support/chromium.ts'
import { joinTestServer } from './support/test-server.ts'

// Everything that must hold: format, lint, types, then every test, on one PostgreSQL of its own.
// `npm test -- record` runs only the test files whose path contains "record".

const wanted = process.argv.slice(2)
// The journeys and faults under test/ take longest, so they go first: at the end nothing long runs alone.
const files = ['test', 'src'].flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: projectFolder }).toSorted())
const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word)))
const matchless = wanted.filter((word) => !files.some((file) => file.includes(word)))
if (matchless.length > 0) {
  process.stderr.write(`No test file's path contains ${matchless.map((word) => `"${word}"`).join(' or ')}.\n`)
  process.exit(2)
}

function failed(name: string): void {
  process.stderr.write(`\nFailed: ${name}\n`)
  process.exitCode = 1
}

function step(name: string, file: string, argv: readonly string[]): void {
  process.stdout.write(`\n== ${name}\n`)
  const done = spawnSync(process.execPath, [file, ...argv], { cwd: projectFolder, stdio: 'inherit' })
  if (done.status !== 0) failed(name)
}

/** Each file in a process of its own. Much of a test is waiting, so there is one more at work than two cores have. */
async function runTests(): Promise<void> {
  process.stdout.write('\n== Tests\n')
  let passed = true
  const tests = run({ files: chosen, cwd: projectFolder, concurrency: 3, timeout: 420_000 })
  tests.on('test:fail', () => (passed = false))
  const told = tests.compose(spec)
  told.pipe(process.stdout, { end: false })
  await finished(told)
  if (!passed) failed('Tests')
}

if (wanted.length === 0) {
  step('Format', 'node_modules/oxfmt/bin/oxfmt', ['--check', 'src', 'test', 'bench'])
  step('Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'src', 'test', 'bench'])
  step('Types', 'node_modules/typescript/bin/tsc', ['-p', '.'])
}

process.env['CHROMIUM'] = chromiumPath()
const home = mkdtempSync(path.join(os.tmpdir(), 'frankpledge-test-run-'))
const embedded = await joinTestServer(home)
try {
  process.env['TEST_SOCKET'] = embedded.socketFolder
  process.env['NODE_ENV'] = 'test'
  // Most files read the same sources.
  process.env['NODE_COMPILE_CACHE'] = path.join(home, 'compiled')
  await runTests()
} finally {
  await embedded.leave()
  rmSync(home, { recursive: true, force: true })
}
