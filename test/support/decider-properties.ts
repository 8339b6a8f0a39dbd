import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { backup } from '../../src/platform/record/backup.ts'
import { type Decider, type Named, type Rows, fold } from '../../src/platform/record/decider.ts'
import { eventOf, payloadOf } from '../../src/platform/record/entry.ts'
import { rebuild } from '../../src/platform/record/rebuild.ts'
import { restore } from '../../src/platform/record/restore.ts'
import { verify } from '../../src/platform/record/verify.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { testInstallation } from './database.ts'

/**
 * Commands for one kind of stream. `command` is given the stream's id, because many a command repeats it. Commands
 * that will be refused belong among them: a refused command must leave no trace.
 */
export type Arbitrary<Command extends Named = Named> = {
  readonly decider: Decider
  readonly ids: fc.Arbitrary<string>
  readonly command: (id: string) => fc.Arbitrary<Command>
}

/** Pairs a decider with its commands, checking that they belong together. */
export function arbitraryOf<State, Command extends Named, Event extends Named>(
  decider: Decider<State, Command, Event>,
  command: (id: string) => fc.Arbitrary<Command>,
  ids: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c'),
): Arbitrary {
  return { decider, ids, command }
}

type Step = { readonly id: string; readonly command: Named }

const steps = ({ ids, command }: Arbitrary, most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    ids.chain((id) => command(id).map((made) => ({ id, command: made }))),
    { minLength: 1, maxLength: most, size: 'max' },
  )

const act = { actor: 'test', at: '2026-04-07T09:30:00.000Z' }
const seed = 20_261_122

/** The events of a command, or none when it is refused. Anything else thrown is a bug. */
function decided(decider: Decider, command: Named, state: unknown): readonly Named[] {
  try {
    return decider.decide(command, state)
  } catch (error) {
    assert.ok(error instanceof Refusal, `decide threw ${String(error)} for ${JSON.stringify(command)}`)
    return []
  }
}

/**
 * What holds for a decider without a database: `decide` throws nothing but refusals and changes nothing it is given;
 * events come back from JSON as they were; folding the same events twice gives the same rows.
 */
export function checkDeciderPurely(arbitrary: Arbitrary, runs = 200): void {
  const { decider } = arbitrary
  let happened = 0
  fc.assert(
    fc.property(steps(arbitrary, 30), (all) => {
      const streams = new Map<string, { state: unknown; events: Named[] }>()
      for (const { id, command } of all) {
        const { state, events } = streams.get(id) ?? { state: decider.initial, events: [] }
        const before = JSON.stringify(state)
        const added = decided(decider, command, state).map((event) => eventOf(event.type, payloadOf(event)))
        assert.equal(JSON.stringify(state), before, 'decide changed the state it was given')
        happened += added.length
        streams.set(id, { state: fold(decider, state, added), events: [...events, ...added] })
      }
      for (const { state, events } of streams.values()) {
        const again = fold(decider, decider.initial, events)
        if (events.length > 0) assert.deepEqual(decider.rows(again), decider.rows(state))
      }
    }),
    { numRuns: runs, seed },
  )
  assert.ok(happened >= runs, `almost every command was refused: ${happened} events in ${runs} runs`)
}

/** The rows of every worked-out table, each table in an order of its own. */
export async function everyRow({ pool, record }: Installation): Promise<Rows> {
  const { rows } = await pool.query<{ name: string }>(`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and coalesce(obj_description(oid, 'pg_class'), '') not like 'Not worked out%' order by 1`)
  const found: Record<string, Rows[string]> = {}
  for (const { name } of rows) {
    const { rows: content } = await pool.query(`select to_jsonb(t) as row from "${name}" t order by to_jsonb(t)::text`)
    found[name] = content.map(({ row }) => row)
  }
  assert.ok(record.deciders.length > 0)
  return found
}

async function trace({ pool }: Installation): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select count(*) from entry) as entries, (select count(*) from stream_key) as keys`,
  )
  return rows[0]
}

/** Rebuild finds nothing, verify finds nothing, and a backup restored elsewhere gives the same tables. */
export async function checkRebuiltAndRestored(installation: Installation, restored: Installation): Promise<void> {
  const rebuilt = await rebuild(installation)
  assert.deepEqual(rebuilt.differences, [])
  assert.deepEqual((await verify(installation)).named, [])
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-backup-'))
  try {
    const file = path.join(folder, 'backup.gz')
    await backup(installation, file, act.at)
    await restore(restored, file)
  } finally {
    await rm(folder, { recursive: true })
  }
  assert.deepEqual(await everyRow(restored), await everyRow(installation))
}

/**
 * The same with a database: commands one by one and in batches, on deciders that react included. A refused command
 * leaves neither entry, row nor key; the tables are what a rebuild works out and what a backup brings back.
 */
export async function checkDeciderOnDatabase(
  arbitrary: Arbitrary,
  deciders: readonly Decider[],
  { tables = '', sequences = 4, length = 40 } = {},
): Promise<void> {
  const installation = await testInstallation(deciders, {}, tables)
  const { decider } = arbitrary
  const sequencesOfSteps = fc.sample(steps(arbitrary, length), { numRuns: sequences, seed })
  for (const [index, all] of sequencesOfSteps.entries()) {
    // Every other sequence goes in one batch, which is all or nothing.
    if (index % 2 === 1) {
      await refusedWithoutTrace(installation, () =>
        installation.record.performAll(all.map(({ id, command }) => ({ decider, id, command, act }))),
      )
      continue
    }
    for (const { id, command } of all) {
      await refusedWithoutTrace(installation, () => installation.record.perform(decider, id, command, act))
    }
  }
  await checkRebuiltAndRestored(installation, await testInstallation(deciders, {}, tables))
}

async function refusedWithoutTrace(installation: Installation, perform: () => Promise<unknown>): Promise<void> {
  const before = await trace(installation)
  try {
    await perform()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    assert.deepEqual(await trace(installation), before, 'a refused command left a trace')
  }
}
