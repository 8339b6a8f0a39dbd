import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { thePublic } from '../platform/database/reading.ts'
import { agency } from './agency.ts'
import { loadAgencies } from './load-agencies.ts'
import { readAgencyList } from './tables.ts'

const act = { actor: 'test', at: '2026-11-22T09:00:00.000Z' }

test('the area file is loaded once, however often it is read, and anybody may see it', async () => {
  const { pool, record, reading } = await testInstallation([agency])
  await loadAgencies(record, act)
  const entries = async () => (await pool.query<{ n: number }>('select count(*) as n from entry')).rows[0]?.n
  const first = await entries()
  await loadAgencies(record, act)
  assert.equal(await entries(), first)

  const agencies = await reading.as(thePublic, readAgencyList)
  const cps = agencies.find(({ code }) => code === 'cps-thames-and-chiltern')
  assert.equal(cps?.kind, 'cps-area')
  assert.deepEqual(
    cps?.units.map(({ code }) => code),
    ['crown-court', 'magistrates-court', 'rasso'],
  )
  assert.equal(agencies.filter(({ kind }) => kind === 'police-force').length, 3)
  assert.equal(agencies.filter(({ kind }) => kind === 'local-policing-body').length, 3)
})
