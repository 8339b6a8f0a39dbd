import type { Pool } from 'pg'
import { type Act, type Decider, idOf, kindOf } from './decider.ts'
import { erasure } from './erasure.ts'
import { readProof } from './installation-key.ts'
import { type RecordAccess, deciderByKind } from './record.ts'
import { refuseRecord } from './refusals.ts'
import { StateCache } from './state-cache.ts'
import { readTables } from './table.ts'
import { asRecorder, holdWritersOff, inOrder, inTransaction } from './transaction.ts'
import { UnitOfWork } from './unit-of-work.ts'

/**
 * Erases a sealed stream: destroys its key, takes its rows away and records that this was done, in one transaction.
 * Writers are held off meanwhile, so that none can be sealing under the key that goes. The entries stay as they are,
 * and their hashes still verify. What an older backup holds dies with the installation key: see `rotateKey`.
 */
export async function eraseStream(
  { pool, record, installationKey }: RecordAccess,
  stream: string,
  reason: string,
  act: Act,
): Promise<void> {
  const deciderOf = deciderByKind(record.deciders)
  const decider = await erasable(pool, stream, record.deciders)
  await inTransaction(pool, 'begin', async (client) => {
    await holdWritersOff(client)
    await client.query(asRecorder)
    const [tables, proof] = [await readTables(client), await readProof(client)]
    const unit = new UnitOfWork({ client, installationKey, proof, tables, cache: new StateCache(), deciderOf })
    const command = { type: 'EraseStream', stream, reason, by: act.actor, at: act.at } as const
    await unit.perform([{ decider: erasure, id: stream, command, act }])
    await unit.forget({ decider, id: idOf(stream) })
    await unit.storeKeys()
    await inOrder(client, unit.statements())
    // Only the owner may destroy a key.
    await client.query('reset role')
    const { rowCount } = await client.query(
      `update stream_key set wrapped_key = null, erased_at = $2 where stream = $1 and wrapped_key is not null`,
      [stream, act.at],
    )
    if (rowCount !== 1) throw refuseRecord('record.already-erased', { stream })
  })
  // The old key and rows are dead tuples until something takes their place; this lets that happen at once.
  await pool.query('vacuum stream_key')
}

async function erasable(pool: Pool, stream: string, deciders: readonly Decider[]): Promise<Decider> {
  const decider = deciders.find(({ kind }) => kind === kindOf(stream))
  const { rowCount } = await pool.query('select from entry where stream = $1 limit 1', [stream])
  if (!decider || rowCount === 0) throw refuseRecord('record.no-such-stream', { stream })
  if (!decider.sealed) throw refuseRecord('record.not-sealed', { kind: decider.kind })
  return decider
}
