import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { act, exampleDeciders, exampleTables, secret, tally } from '../../../test/support/example-deciders.ts'
import { openInstallation } from '../installation.ts'
import type { Installation } from '../installation.ts'
import type { Decider } from './decider.ts'
import { eraseStream } from './erase.ts'
import { erasure } from './erasure.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const deciders = [...exampleDeciders, erasure]
const empty = (more: readonly Decider[] = []): Promise<Installation> =>
  testInstallation([...deciders, ...more], {}, exampleTables)

const add = ({ record }: Installation, id: string, amount: number) =>
  record.perform(tally, id, { type: 'Add', id, amount }, act)

const contents = async ({ pool }: Installation) =>
  (
    await pool.query(`select (select count(*) from entry) as entries, (select count(*) from stream_key) as keys,
      (select count(*) from example_tally) as tallies, (select count(*) from example_secret) as secrets`)
  ).rows[0]

/** A decider whose events say nothing, for what goes wrong around it. */
const oddity = (kind: string, parts: Partial<Decider>): Decider => ({
  kind,
  initial: {},
  decide: () => [{ type: 'Happened' }],
  evolve: (state) => state ?? {},
  rows: () => ({}),
  ...parts,
})

test('writers racing on one stream, in two processes, lose nothing', async () => {
  const one = await empty()
  const two = await openInstallation(one.configuration, deciders)
  try {
    await Promise.all(Array.from({ length: 200 }, (_, index) => add(index % 2 ? one : two, 'a', 1)))
    const { state, version } = await one.record.read(tally, 'a')
    assert.deepEqual([state.total, version], [200, 200])
    assert.deepEqual((await two.pool.query('select total from example_tally')).rows, [{ total: 200 }])
    assert.deepEqual((await rebuild(one)).differences, [])
  } finally {
    await two.close()
  }
})

test('writers racing to begin one sealed stream give it one key', async () => {
  const installation = await empty()
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      installation.record.perform(secret, 'a', { type: 'Tell', id: 'a', words: `word ${index}` }, act),
    ),
  )
  assert.deepEqual(await contents(installation), { entries: 40, keys: 1, tallies: 1, secrets: 1 })
})

test('batches racing over the same streams in opposite order lose nothing', async () => {
  const installation = await empty()
  const ids = Array.from({ length: 50 }, (_, index) => `s${index}`)
  const batch = (order: readonly string[]) =>
    installation.record.performAll(
      order.map((id) => ({ decider: tally, id, command: { type: 'Add', id, amount: 1 }, act })),
    )
  await Promise.all([batch(ids), batch(ids.toReversed()), batch(ids), batch(ids.toReversed())])
  const { rows } = await installation.pool.query('select distinct total from example_tally')
  assert.deepEqual(rows, [{ total: 4 }])
})

test('a command that a reaction refuses leaves no trace', async () => {
  const installation = await empty()
  const before = await contents(installation)
  await assert.rejects(installation.record.perform(secret, 'a', { type: 'Tell', id: 'a', words: '-' }, act), {
    code: 'example.not-negative',
  })
  assert.deepEqual(await contents(installation), before)
  assert.deepEqual(await installation.record.read(secret, 'a'), { version: 0, state: secret.initial })
})

test('of a batch with one refused command nothing is kept', async () => {
  const installation = await empty()
  const order = (id: string, amount: number) =>
    ({ decider: tally, id, command: { type: 'Add', id, amount }, act }) as const
  await assert.rejects(installation.record.performAll([order('a', 5), order('b', -5)]), {
    code: 'example.not-negative',
  })
  assert.deepEqual(await contents(installation), { entries: 0, keys: 0, tallies: 0, secrets: 0 })
})

test('a state that another process erased is not answered from the cache', async () => {
  const one = await empty()
  const two = await openInstallation(one.configuration, deciders)
  try {
    await one.record.perform(secret, 'a', { type: 'Tell', id: 'a', words: 'private' }, act)
    assert.equal((await two.record.read(secret, 'a')).state.words, 'private')
    await eraseStream(one, 'example-secret/a', 'asked', act)
    assert.deepEqual((await two.record.read(secret, 'a')).state, secret.initial)
  } finally {
    await two.close()
  }
})

test('reactions that go in a circle are stopped, and nothing is kept', async () => {
  const circle = oddity('circle', { react: () => [{ kind: 'circle', id: 'a', command: { type: 'Again' } }] })
  const installation = await empty([circle])
  await assert.rejects(installation.record.perform(circle, 'a', { type: 'Begin' }, act), /Reactions go in a circle/)
  assert.equal((await contents(installation)).entries, 0)
})

test('a row that another stream stands behind is an error and is not written over', async () => {
  const thief = oddity('thief', { rows: () => ({ example_tag: [{ tally: 'a', tag: 'mine' }] }) })
  const installation = await empty([thief])
  await installation.record.perform(tally, 'a', { type: 'Tag', id: 'a', tag: 'mine' }, act)
  await assert.rejects(installation.record.perform(thief, 'a', { type: 'Steal' }, act), { code: '23505' })
  assert.equal((await contents(installation)).entries, 1)
})

test('two rows of one stream with one key, an unknown table and an unknown column are errors', async () => {
  const wrongRows = [
    [
      {
        example_tag: [
          { tally: 'a', tag: 'x' },
          { tally: 'a', tag: 'x' },
        ],
      },
      /two rows of example_tag/,
    ],
    [{ entry: [{ position: 1 }] }, /entry, which is not a worked-out table/],
    [{ example_tag: [{ tally: 'a', tag: 'x', colour: 'red' }] }, /colour, which example_tag does not have/],
  ] as const
  const odd = wrongRows.map(([rows], index) => oddity(`odd-${index}`, { rows: () => rows }))
  const installation = await empty(odd)
  for (const [index, decider] of odd.entries()) {
    await assert.rejects(
      installation.record.perform(decider, 'a', { type: 'Go' }, act),
      wrongRows[index]?.[1] ?? /never/,
    )
  }
  assert.equal((await contents(installation)).entries, 0)
})

test('what would not come back from the database as it went in is not recorded', async () => {
  const installation = await empty()
  const { record } = installation
  const tag = (id: string, text: string, by = act) => record.perform(tally, id, { type: 'Tag', id, tag: text }, by)
  await assert.rejects(tag('a', 'nul \0 character'), { code: 'record.text-not-storable' })
  await tag('a', String.raw`not nul: \u0000`)
  await assert.rejects(tag('a', 'lone \uD800 surrogate'), /surrogate/)
  await assert.rejects(tag('two words', 'x'), /cannot name a stream/)
  await assert.rejects(tag('a'.repeat(200), 'x'), /cannot name a stream/)
  await assert.rejects(tag('a', 'x', { actor: '\uD800', at: act.at } as unknown as typeof act), /cannot name an actor/)
  for (const at of ['2026-04-07', '2026-04-07T09:30:00Z', '2026-02-30T09:30:00.000Z', '2026-04-07T24:00:00.000Z']) {
    await assert.rejects(tag('a', 'x', { ...act, at } as unknown as typeof act), /is not a UTC instant/)
  }
  assert.equal((await contents(installation)).entries, 1)
})

test('a command whose rows cannot be written is not half kept', async () => {
  const wrongValues: ReadonlyArray<readonly [value: unknown, reason: RegExp]> = [
    [10n, /BigInt/],
    [Number.NaN, /gives NaN for total of example_tally/],
    [Number.POSITIVE_INFINITY, /gives Infinity for total/],
  ]
  const odd = wrongValues.map(([total], index) =>
    oddity(`odd-${index}`, {
      rows: () => ({
        example_tally: [{ id: `odd-${index}`, total: total as number, day: '2026-04-07', marks: [], tags: [] }],
      }),
    }),
  )
  const installation = await empty(odd)
  for (const [index, decider] of odd.entries()) {
    await assert.rejects(
      installation.record.perform(decider, 'a', { type: 'Go' }, act),
      wrongValues[index]?.[1] ?? /never/,
    )
  }
  assert.equal((await contents(installation)).entries, 0)
})

test('when the connection is lost at the commit, it is said that nobody knows what was kept', async () => {
  const installation = await empty()
  await installation.pool.query(`
    create function hang_up() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger hangs_up after insert on example_tag deferrable initially deferred
      for each row when (new.tag = 'hang up') execute function hang_up()`)
  const order = (id: string, tag: string) => ({ decider: tally, id, command: { type: 'Tag', id, tag }, act }) as const
  const { record } = installation
  await assert.rejects(record.perform(tally, 'a', order('a', 'hang up').command, act), { name: 'OutcomeUnknown' })
  await assert.rejects(record.performAll([order('b', 'hang up')]), { name: 'OutcomeUnknown' })
  await record.performAll([order('a', 'stay'), order('b', 'stay')])
  assert.deepEqual(await contents(installation), { entries: 2, keys: 0, tallies: 2, secrets: 0 })
})

test('a state is not answered from the cache when the record lost what it was folded from', async () => {
  const one = await empty()
  const two = await openInstallation(one.configuration, deciders)
  try {
    for (const amount of [1, 10, 100]) await add(one, 'a', amount)
    await one.record.perform(secret, 's', { type: 'Tell', id: 's', words: 'first' }, act)
    // As when a standby takes over that had not received the last commits.
    await one.pool.query(`
      alter table entry disable trigger all;
      delete from entry where stream = 'example-tally/a' and version > 1;
      delete from entry where stream in ('example-secret/s', 'example-tally/s');
      delete from stream_key;
      alter table entry enable always trigger entry_is_append_only`)
    await rebuild(one)
    await add(two, 'a', 2000)
    await two.record.perform(secret, 's', { type: 'Tell', id: 's', words: 'again' }, act)
    assert.deepEqual((await one.record.read(tally, 'a')).state.total, 2001)
    await add(one, 'a', 1)
    await one.record.perform(secret, 's', { type: 'Tell', id: 's', words: 'more' }, act)
    assert.deepEqual((await verify(one)).named, [])
    assert.deepEqual((await rebuild(one)).differences, [])
  } finally {
    await two.close()
  }
})

test('a decider that is not registered, and two of one kind, are refused', async () => {
  const installation = await empty()
  const stranger = oddity('stranger', {})
  await assert.rejects(installation.record.perform(stranger, 'a', { type: 'Go' }, act), /No decider is registered/)
  await assert.rejects(
    installation.record.perform({ ...tally }, 'a', { type: 'Tag', id: 'a', tag: 'x' }, act),
    /Another decider/,
  )
  await assert.rejects(openInstallation(installation.configuration, [stranger, stranger]), /same kind/)
})

test('entries cannot be changed or removed, by the recorder nor by the owner', async () => {
  const installation = await empty()
  await add(installation, 'a', 1)
  for (const statement of ['update entry set actor = actor', 'delete from entry', 'truncate entry']) {
    await assert.rejects(installation.pool.query(statement), /append-only/)
    await assert.rejects(installation.pool.query(`set role frankpledge_recorder; ${statement}`), { code: '42501' })
    await installation.pool.query('reset role')
  }
})

test('ten thousand commands in one batch give what one by one would', async () => {
  const installation = await empty()
  const orders = Array.from({ length: 10_000 }, (_, index) => {
    const id = `s${index % 3000}`
    return { decider: tally, id, command: { type: 'Add', id, amount: 1 }, act } as const
  })
  await installation.record.performAll(orders)
  assert.deepEqual(await contents(installation), { entries: 10_000, keys: 0, tallies: 3000, secrets: 0 })
  assert.deepEqual((await rebuild(installation)).differences, [])
})
