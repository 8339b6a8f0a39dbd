import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../record/transaction.ts'

/** Runs `work` in a transaction as frankpledge_access, which keeps passwords, sessions and the log of who looked. */
export const asAccess = <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, 'begin; set local role frankpledge_access', work)
