import type { ClientBase, Pool, PoolClient } from 'pg'

/** A statement that is sent when it is called. */
export type Statement = () => Promise<unknown>

/**
 * Writers hold this lock together for the length of their transaction. Whoever holds it alone knows that no
 * transaction of a writer is under way, in any process.
 */
const writersLock = `hashtext('frankpledge writers')`

/**
 * What the recorder's connections begin with. Each of its statements finds rows by their key, a few or a few thousand.
 * A plan is kept from the time when a table was small, so the planner is told never to read a whole table for that.
 */
export const recorderSettings = {
  role: 'frankpledge_recorder',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
  // Planning a statement anew each time takes longer than running it.
  plan_cache_mode: 'force_generic_plan',
} as const

/** Gives up the owner's rights until `reset role` or the end of the transaction. */
export const asRecorder = `set local role ${recorderSettings.role}`

/** Begins a writer's transaction: waits until nobody holds writers off. */
export const beginWriting = `begin; select pg_advisory_xact_lock_shared(${writersLock})`

/**
 * The same for a writer that came second on `stream` before: those that try again wait in a row, one after another,
 * instead of all colliding once more.
 */
export const beginWritingAgain = (stream: string): string =>
  `${beginWriting}; select pg_advisory_xact_lock(hashtext('frankpledge stream'), ${literalHash(stream)})`

/** A number for a stream's name. Two streams with the same number only wait for each other. */
function literalHash(text: string): number {
  let hash = 0
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0
  return hash
}

/** Waits for every writer's transaction to end and lets no other begin until this transaction has ended. */
export async function holdWritersOff(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(${writersLock})`)
}

/** Whether statements may be sent on this connection without waiting for the answer to the one before. */
export const inPipeline = (client: ClientBase): boolean => 'pipeline' in client && client.pipeline === true

/**
 * Runs statements in their order. On a pipelined connection all are sent at once; the first failure is thrown after
 * every answer has come, because PostgreSQL refuses what stands behind a failure in the same transaction, a commit
 * included. Only a failure of the server's own does that: an answer that must be looked at is to be waited for first.
 */
export async function inOrder(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  if (!inPipeline(client)) {
    for (const statement of statements) await statement()
    return
  }
  const answers = await Promise.allSettled(statements.map((statement) => statement()))
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed) throw failed.reason
}

/** Runs `work` on one connection, in a transaction it begins and commits. A connection that cannot roll back is dropped. */
export async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

export async function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return onConnection(pool, async (client) => {
    await client.query(begin)
    const done = await work(client)
    await client.query('commit')
    return done
  })
}
