import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyRow } from '../../../test/support/decider-properties.ts'
import { testInstallation } from '../../../test/support/database.ts'
import { loadDemonstrationAccounts } from '../../agencies/demonstration-accounts.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { deciders } from '../../features.ts'
import type { Installation } from '../../platform/installation.ts'
import { rebuild } from '../../platform/record/rebuild.ts'
import { loadArea } from '../load.ts'
import { loadCases } from './load-cases.ts'

const at = parseInstant('2026-11-22T12:00:00.000Z')
const silent = { at: () => {}, done: () => {} }

async function area(): Promise<Installation> {
  const installation = await testInstallation(deciders)
  await loadArea(installation, silent)
  await loadDemonstrationAccounts(installation, at)
  return installation
}

const load = (installation: Installation, seed: string, cases: number) =>
  loadCases(installation, { cases, seed, at }, silent)

/** The record without what must differ: keys, and so what is sealed with them and its hash, are new each time. */
async function storiesIn({ pool }: Installation): Promise<unknown> {
  const { rows } = await pool.query(`
    select stream, version, type, at, actor from entry
     where stream ~ '^(investigation|suspect|material|referral|charging-review|person)/' order by stream, version`)
  return rows
}

test('the same seed and moment make the same cases, entry for entry and row for row', async () => {
  const [one, other] = [await area(), await area()]
  assert.equal((await load(one, 'same', 60)).added, 60)
  await load(other, 'same', 60)
  assert.deepEqual(await storiesIn(other), await storiesIn(one))
  const cases = ({ plan: _, ...rest }: Record<string, unknown>) => rest
  assert.deepEqual(cases(await withoutArea(other)), cases(await withoutArea(one)))
})

/** What the area starts with is stamped with the moment of its loading. */
async function withoutArea(installation: Installation): Promise<Record<string, unknown>> {
  const rows = await everyRow(installation)
  return Object.fromEntries(
    Object.entries(rows).filter(([name]) => /^(case_|person|suspect|material|referral|charging|review)/.test(name)),
  )
}

test('a seed is added to, another seed adds others, and what is there already is left as it is', async () => {
  const installation = await area()
  assert.equal((await load(installation, 'one', 20)).added, 20)
  assert.equal((await load(installation, 'one', 30)).added, 10)
  assert.equal((await load(installation, 'two', 10)).added, 10)
  assert.equal((await load(installation, 'one', 30)).commands, 0)
  const { rows } = await installation.pool.query('select count(*) as n from case_summary')
  assert.deepEqual(rows, [{ n: 40 }])
})

test('the tables of a made-up area are what a rebuild works out', async () => {
  const installation = await area()
  await load(installation, 'rebuilt', 150)
  assert.deepEqual((await rebuild(installation)).differences, [])
})
