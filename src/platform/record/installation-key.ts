import { chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool } from 'pg'
import type { Configuration } from '../configuration.ts'
import { keyLength, newKey, open, seal } from './seal.ts'

/** The file in the installation's folder that holds its key when the environment gives none. */
export const keyFile = (home: string): string => path.join(home, 'installation.key')

const shape = /^[0-9a-f]{64}$/i

/**
 * The key that wraps the key of every sealed stream: from the environment, from a file it names, or from the
 * installation's folder, where it is made on the first start with mode 0600. Never in code, never in the database.
 */
export async function readInstallationKey(configuration: Configuration): Promise<Buffer> {
  const given = configuration.installationKey
  if (given && 'hex' in given) return Buffer.from(given.hex, 'hex')
  if (given) return readKeyFile(given.file)
  const file = keyFile(configuration.home)
  try {
    await writeFile(file, `${newKey().toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  await chmod(file, 0o600)
  return readKeyFile(file)
}

async function readKeyFile(file: string): Promise<Buffer> {
  const text = (await readFile(file, 'utf8')).trim()
  if (!shape.test(text))
    throw new Error(`${file} does not hold an installation key: ${keyLength * 2} hexadecimal digits`)
  return Buffer.from(text, 'hex')
}

const checkContext = 'frankpledge installation key'

/** Refuses a key that is not the one this database's streams were sealed under. The first key used is the one. */
export async function checkInstallationKey(pool: Pool, key: Buffer): Promise<void> {
  const proof = seal(Buffer.from(checkContext), key, checkContext)
  await pool.query('insert into installation_key_check (proof) values ($1) on conflict do nothing', [proof])
  const { rows } = await pool.query<{ proof: Buffer }>('select proof from installation_key_check')
  try {
    if (rows[0]) open(rows[0].proof, key, checkContext)
  } catch {
    throw new Error(
      'The installation key is not the one this database was sealed with. ' +
        'Put back the key file, or the FRANKPLEDGE_KEY, that belongs to it.',
    )
  }
}
