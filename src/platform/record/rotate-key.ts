import { rm } from 'node:fs/promises'
import type { ClientBase, Pool } from 'pg'
import type { Configuration } from '../configuration.ts'
import { readingConnections } from '../database/reading.ts'
import { nextKeyFile, opensProof, proofOf, readProof, replaceKeyFile, writeKeyFile } from './installation-key.ts'
import { unwrap, wrap } from './keyring.ts'
import { newKey } from './seal.ts'
import { holdWritersOff, inTransaction } from './transaction.ts'

type Access = { readonly pool: Pool; readonly installationKey: Buffer; readonly configuration: Configuration }

export type Rotated = { readonly keys: number; readonly file: string | null }

/**
 * Gives the installation a new key: wraps every stream's key anew in one transaction and destroys the old key. What
 * was sealed in older backups can then be opened by nobody, which is how an erasure reaches them.
 *
 * The new key is on the disk before the database knows it, and takes the old one's place after; whichever step this
 * is interrupted at, the next start finds the key that fits. A key that the environment gives is not ours to replace:
 * then `newFile` names where the new one is written.
 */
export async function rotateKey(
  { pool, installationKey, configuration }: Access,
  newFile: string | null,
): Promise<Rotated> {
  const { home, installationKey: given } = configuration
  if (given && newFile === null) {
    throw new Error(
      'The installation key comes from the environment, where it cannot be replaced from here. Name a new key file ' +
        'with --to, then point FRANKPLEDGE_KEY_FILE to it.',
    )
  }
  if (!given && newFile !== null) throw new Error('--to is for a key that the environment gives; leave it out.')
  return alone(pool, installationKey, async () => {
    const file = newFile ?? nextKeyFile(home)
    // What an interrupted rotation left is not the key, or it would have taken the key's place at the start.
    if (newFile === null) await rm(file, { force: true })
    const next = newKey()
    await writeNewKey(file, next)
    const keys = await inTransaction(pool, 'begin', async (client) => {
      await holdWritersOff(client)
      const wrapped = await wrapAnew(client, installationKey, next)
      await client.query('update installation_key_check set proof = $1', [proofOf(next)])
      return wrapped
    })
    if (newFile === null) await replaceKeyFile(home)
    return { keys, file: newFile }
  })
}

async function writeNewKey(file: string, key: Buffer): Promise<void> {
  try {
    await writeKeyFile(file, key)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Error(`${file} is there already, and a key is never written over. Name another file.`, { cause: error })
  }
}

/**
 * Two rotations side by side would each take the other's new key for what an interrupted one left. A website would go
 * on with the old key, and fail at whatever is sealed.
 */
async function alone<T>(pool: Pool, installationKey: Buffer, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ first: boolean; websites: number }>(`
      select pg_try_advisory_lock(hashtext('frankpledge key rotation')) as first,
             (select count(*) from pg_stat_activity where datname = current_database()
                 and application_name = '${readingConnections}') as websites`)
    if (!rows[0]?.first) throw new Error('Another process is replacing the key of this database.')
    if (rows[0].websites) throw new Error('The website is running on this database. Stop it, then replace the key.')
    if (!opensProof(await readProof(client), installationKey)) {
      throw new Error('The installation key was replaced while this process ran. Start it again.')
    }
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => {})
    client.release()
  }
}

const keysAtOnce = 5000

async function wrapAnew(client: ClientBase, old: Buffer, next: Buffer): Promise<number> {
  let last = ''
  let done = 0
  for (;;) {
    const { rows } = await client.query<{ stream: string; wrapped_key: Buffer }>(
      `select stream, wrapped_key from stream_key where wrapped_key is not null and stream > $1
        order by stream limit ${keysAtOnce}`,
      [last],
    )
    const final = rows.at(-1)
    if (!final) return done
    const wrapped = rows.map((row) => {
      const key = unwrap(row, old)
      if (key.state !== 'held') throw new Error(`${row.stream} has no key`)
      return wrap(row.stream, key.key, next)
    })
    await client.query(
      `update stream_key k set wrapped_key = anew.wrapped_key
         from unnest($1::text[], $2::bytea[]) as anew (stream, wrapped_key) where k.stream = anew.stream`,
      [rows.map(({ stream }) => stream), wrapped],
    )
    done += rows.length
    last = final.stream
  }
}
