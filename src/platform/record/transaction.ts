import pg, { type ClientBase, type Pool, type PoolClient, type QueryConfig } from 'pg'

/**
 * A statement that is sent when it is called. Whatever of our own could throw is done before: on a pipelined
 * connection a commit goes right behind, and would keep everything but the statement that was never sent.
 */
export type Statement = () => Promise<unknown>

/** A statement with its text and values made. */
export const ready =
  (client: ClientBase, query: QueryConfig): Statement =>
  () =>
    client.query(query)

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

/**
 * The connection was lost while a transaction was being committed: it may have been kept or undone, and whoever
 * asked has to look.
 */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown'

  constructor(cause: unknown) {
    super(
      'The connection to the database was lost as this was being saved, so it may have been recorded or not. ' +
        'Look before you do it again.',
      { cause },
    )
  }
}

/** What PostgreSQL answers about a statement, unless it says that it ends the connection. */
const isAnswer = (error: unknown): boolean => error instanceof pg.DatabaseError && !error.code?.startsWith('57P0')

/** Runs statements in their order, then commits. */
export async function commitAfter(client: ClientBase, statements: readonly Statement[] = []): Promise<void> {
  const commit = ready(client, { text: 'commit' })
  const together = inPipeline(client)
  if (!together) await inOrder(client, statements)
  try {
    await inOrder(client, together ? [...statements, commit] : [commit])
  } catch (error) {
    throw isAnswer(error) ? error : new OutcomeUnknown(error)
  }
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
    await commitAfter(client)
    return done
  })
}
