import type { Pool, PoolClient } from 'pg'

/** Runs `work` in a transaction as frankpledge_access, which keeps passwords, sessions and the log of who looked. */
export async function asAccess<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin; set local role frankpledge_access')
    const done = await work(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}
