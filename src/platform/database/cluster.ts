import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { type Place, program } from './place.ts'

const making = /^postgres\.(\d+)$/

/** Creates the database beside its place and moves it there, so that a half-made one is never taken for whole. */
export async function createCluster(place: Place): Promise<void> {
  await clearHalfMade(place.home)
  const folder = `${place.dataFolder}.${process.pid}`
  await mkdir(folder, { mode: 0o700 })
  try {
    if (place.identity.uid !== undefined) await chown(folder, place.identity.uid, place.identity.uid)
    const initdb = program(place, 'initdb', [
      `--pgdata=${folder}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    const done = spawnSync(initdb.file, initdb.argv, { ...initdb.options, encoding: 'utf8' })
    if (done.status !== 0)
      throw new Error(`PostgreSQL could not be set up in ${place.home}: ${done.stderr || String(done.error)}`)
    await rename(folder, place.dataFolder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    // Another process was quicker.
    if (!existsSync(place.dataFolder)) throw error
  }
}

/** What processes left that were killed while they made the database. */
async function clearHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = making.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(path.join(home, name), { recursive: true, force: true })
  }
}

export function checkVersion({ dataFolder, home, major }: Place): void {
  const found = readFileSync(path.join(dataFolder, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new Error(
    `${home} holds a database of PostgreSQL ${found}, and this version of Frankpledge brings PostgreSQL ${major}. ` +
      "Run 'frankpledge backup' with the version that made it, and 'frankpledge restore' with this one in a new folder.",
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** After a crash the number in PostgreSQL's mark may have been given to another program. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return !existsSync('/proc/self')
  }
}

/** The process of the server that has this data folder, if there is one. */
export async function runningServer({ dataFolder }: Place): Promise<number | null> {
  try {
    const [first] = (await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')
    const pid = Number(first)
    return pid > 0 && isAlive(pid) && isPostgres(pid) ? pid : null
  } catch {
    return null
  }
}

/** Starts the server. It outlives this process: whoever leaves last stops it. Returns whether it is still running. */
export function startServer(place: Place): { readonly failed: () => boolean } {
  const postgres = program(place, 'postgres', [
    '-D',
    place.dataFolder,
    `--unix_socket_directories=${place.socketFolder}`,
    '--unix_socket_permissions=0700',
    '--listen_addresses=',
    '--max_connections=200',
    '--shared_buffers=256MB',
  ])
  const log = openSync(place.log, 'a', 0o600)
  try {
    const server = spawn(postgres.file, postgres.argv, {
      ...postgres.options,
      detached: true,
      stdio: ['ignore', log, log],
    })
    let ended = false
    server.on('error', () => (ended = true))
    server.on('exit', () => (ended = true))
    server.unref()
    return { failed: () => ended }
  } finally {
    closeSync(log)
  }
}

/** The last reason that the server gave for not starting. */
export function lastReason({ log }: Place): string {
  try {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    return lines.findLast((line) => /FATAL|PANIC|^postgres: /.test(line)) ?? lines.at(-1) ?? ''
  } catch {
    return ''
  }
}

const stopMs = 30_000

/** Asks for a fast shutdown and waits until the server's own mark is gone. */
export async function stopServer(place: Place): Promise<void> {
  const pid = await runningServer(place)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  const patience = Date.now() + stopMs
  while ((await runningServer(place)) === pid) {
    if (Date.now() > patience)
      throw new Error(`PostgreSQL (process ${pid}) did not stop; its account is in ${place.log}.`)
    await wait(10)
  }
}
