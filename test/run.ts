import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { joinEmbedded } from '../src/platform/database/embedded.ts'
import { projectFolder } from '../src/platform/installation.ts'
import { chromiumPath } from './support/chromium.ts'

// Everything that must hold: format, lint, types, then every test, on one PostgreSQL of its own.
// `npm test -- record` runs only the test files whose path contains "record".

const wanted = process.argv.slice(2)
const files = globSync('{src,test}/**/*.test.ts', { cwd: projectFolder }).toSorted()
const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word)))
const matchless = wanted.filter((word) => !files.some((file) => file.includes(word)))
if (matchless.length > 0) {
  process.stderr.write(`No test file's path contains ${matchless.map((word) => `"${word}"`).join(' or ')}.\n`)
  process.exit(2)
}

function step(name: string, file: string, argv: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  process.stdout.write(`\n== ${name}\n`)
  const done = spawnSync(process.execPath, [file, ...argv], { cwd: projectFolder, stdio: 'inherit', env })
  if (done.status !== 0) {
    process.stderr.write(`\nFailed: ${name}\n`)
    process.exitCode = 1
  }
}

if (wanted.length === 0) {
  step('Format', 'node_modules/oxfmt/bin/oxfmt', ['--check', 'src', 'test', 'bench'])
  step('Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', 'src', 'test', 'bench'])
  step('Types', 'node_modules/typescript/bin/tsc', ['-p', '.'])
}

const chromium = chromiumPath()
const home = mkdtempSync(path.join(os.tmpdir(), 'frankpledge-test-run-'))
const embedded = await joinEmbedded(home)
try {
  const env = {
    ...process.env,
    TEST_SOCKET: embedded.socketFolder,
    CHROMIUM: chromium,
    NODE_ENV: 'test',
    // Each file is a process of its own, and most of them read the same sources.
    NODE_COMPILE_CACHE: path.join(home, 'compiled'),
  }
  step('Tests', '--test', ['--test-concurrency=2', '--test-timeout=300000', ...chosen], env)
} finally {
  await embedded.leave()
  rmSync(home, { recursive: true, force: true })
}
