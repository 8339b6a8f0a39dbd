import { randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open as openFile, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase, Pool } from 'pg'
import type { Configuration } from '../configuration.ts'
import { keyLength, newKey, open, seal } from './seal.ts'
import { holdWritersOff, inTransaction } from './transaction.ts'

/** The file in the installation's folder that holds its key when the environment gives none. */
export const keyFile = (home: string): string => path.join(home, 'installation.key')

/** Where a rotation writes the next key before the database knows it. */
export const nextKeyFile = (home: string): string => `${keyFile(home)}.next`

const shape = /^[0-9a-f]{64}$/i

async function readKeyFile(file: string): Promise<Buffer> {
  const text = (await readFile(file, 'utf8')).trim()
  if (!shape.test(text)) {
    throw new Error(`${file} does not hold an installation key: ${keyLength * 2} hexadecimal digits`)
  }
  return Buffer.from(text, 'hex')
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Writes a key where there is none yet, whole or not at all, and on the disk before anything is sealed with it. */
export async function writeKeyFile(file: string, key: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const making = `${file}.${randomUUID()}.part`
  const handle = await openFile(making, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    // Unlike a rename, a link does not replace the key that another process made at the same moment.
    await link(making, file)
  } finally {
    await rm(making)
  }
  await syncFolder(path.dirname(file))
}

/** Puts the next key in the place of the key. No copy of the old one stays: that is what a rotation is for. */
export async function replaceKeyFile(home: string): Promise<void> {
  await rename(nextKeyFile(home), keyFile(home))
  const halfMade = (await readdir(home)).filter(
    (name) => name.startsWith('installation.key.') && name.endsWith('.part'),
  )
  for (const name of halfMade) await rm(path.join(home, name), { force: true })
  await syncFolder(home)
}

/**
 * The key that wraps the key of every sealed stream: from the environment, from a file it names, or from the
 * installation's folder, where it is made on the first start with mode 0600. Never in code, never in the database.
 * Refuses a key that is not the one this database's streams were sealed under.
 */
export async function openInstallationKey(pool: Pool, configuration: Configuration): Promise<Buffer> {
  const { installationKey: given, home } = configuration
  if (given) {
    const key = 'hex' in given ? Buffer.from(given.hex, 'hex') : await readKeyFile(given.file)
    if (await isTheKey(pool, key)) return key
    throw wrongKey('Put back the key that belongs to it')
  }
  const key = await keyInHome(pool, home)
  if (await isTheKey(pool, key)) return key
  // A rotation that ended between its transaction and the new key's taking its place.
  if (await exists(nextKeyFile(home))) {
    const next = await readKeyFile(nextKeyFile(home))
    if (await isTheKey(pool, next)) {
      await replaceKeyFile(home)
      return next
    }
  }
  throw wrongKey(`Put back the ${keyFile(home)} that belongs to it`)
}

async function keyInHome(pool: Pool, home: string): Promise<Buffer> {
  const file = keyFile(home)
  if (!(await exists(file))) {
    if (await isInUse(pool)) {
      throw new Error(`${file} is missing, and without it nothing that is sealed can be read. Put it back.`)
    }
    await writeKeyFile(file, newKey()).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  }
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
  return readKeyFile(file)
}

const wrongKey = (advice: string): Error =>
  new Error(`The installation key is not the one this database was sealed with. ${advice}.`)

const checkContext = 'frankpledge installation key'

/** Known bytes sealed with the key: whoever opens them holds the same key. */
export const proofOf = (key: Buffer): Buffer => seal(Buffer.from(checkContext), key, checkContext)

export function opensProof(proof: Buffer, key: Buffer): boolean {
  try {
    open(proof, key, checkContext)
    return true
  } catch {
    return false
  }
}

/** Whether anything was ever sealed in this database. Until then any key will do. */
async function isInUse(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ used: boolean }>('select exists (select from stream_key) as used')
  return rows[0]?.used ?? false
}

async function isTheKey(pool: Pool, key: Buffer): Promise<boolean> {
  const { rows } = await pool.query<{ proof: Buffer }>('select proof from installation_key_check')
  if (rows[0] && opensProof(rows[0].proof, key)) return true
  return inTransaction(pool, 'begin', async (client) => {
    await holdWritersOff(client)
    const { rowCount } = await client.query(
      `insert into installation_key_check (proof) select $1 where not exists (select from stream_key)
           on conflict (single) do update set proof = excluded.proof`,
      [proofOf(key)],
    )
    return rowCount === 1
  })
}

export async function readProof(client: ClientBase): Promise<Buffer> {
  const { rows } = await client.query<{ proof: Buffer }>('select proof from installation_key_check')
  if (!rows[0]) throw new Error('This database has no proof of its installation key')
  return rows[0].proof
}
