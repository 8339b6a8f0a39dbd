// Runs a TypeScript file of this project with a Node.js that can: installs the dependencies when they are
// missing or out of date, then uses this Node.js if it is new enough and else the one among the dependencies.
// Plain JavaScript for Node.js 20, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const oldestNode = [24, 12]

function fail(sentence) {
  process.stderr.write(`frankpledge: ${sentence}\n`)
  process.exit(1)
}

function installDependencies() {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  const wanted = path.join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  process.stderr.write('Installing dependencies (once, about 30 seconds)…\n')
  const npm = process.env.npm_execpath
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  const done = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.error) fail('npm was not found. Install Node.js 20 or later with npm, then try again.')
  if (done.status !== 0) fail('npm could not install the dependencies; the reason stands above.')
  // npm leaves its mark untouched when there was nothing to do, and would be asked again at every start.
  utimesSync(installed, new Date(), new Date())
}

function nodeToUse() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const found = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  if (existsSync(found)) return found
  return fail(
    `this computer has Node.js ${process.versions.node}, and no newer one could be installed for ` +
      `${process.platform} ${process.arch}. Install Node.js ${oldestNode.join('.')} or later, then try again.`,
  )
}

/** Runs `file` (relative to the project) and ends with its exit code. Signals reach it; it ends when we are killed. */
export function run(file, argv) {
  if (Number(process.versions.node.split('.')[0]) < 20) fail('Node.js 20 or later is needed.')
  installDependencies()
  const child = spawn(nodeToUse(), ['--disable-warning=ExperimentalWarning', path.join(root, file), ...argv], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, FRANKPLEDGE_LAUNCHED: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  stopWithNpm(child)
}

/** A signal to npm ends npm and the shell between us, and neither passes it on; so we notice that they are gone. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 300)
}

const calledAs = process.argv[1] && pathToFileURL(process.argv[1]).href
if (calledAs === import.meta.url) run(process.argv[2], process.argv.slice(3))
