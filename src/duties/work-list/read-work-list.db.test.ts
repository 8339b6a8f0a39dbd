import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { type LocalDate, parseLocalDate } from '../../calendar/local-date.ts'
import { type Viewer, thePublic } from '../../platform/database/reading.ts'
import { type OwedBy, dutyId } from '../duty.ts'
import { countPromises, readNextPromises, readPromise, readPromises } from '../promises/read-promises.ts'
import { readDuty, readDutyHistory } from '../read-duty.ts'
import { promised } from '../undertaking/example.ts'
import { type Promised, dutyKey, undertaking } from '../undertaking/undertaking.ts'
import { readWorkList } from './read-work-list.ts'
import { parseWorkListQuery } from './work-list-query.ts'

// Wednesday 25 November 2026, so the week ends on Sunday 29 November.
const at = parseInstant('2026-11-25T12:00:00.000Z')
const day = parseLocalDate
const { reading, record } = await testInstallation([undertaking])

const police: Viewer = { account: 'officer', agency: 'police', unit: 'care', permissions: ['duties.read'] }
const panel: Viewer = { account: 'clerk', agency: 'panel', unit: '', permissions: ['duties.read'] }
const outsider: Viewer = { account: 'lawyer', agency: 'cps', unit: 'care', permissions: ['duties.read'] }

async function undertake(id: string, dueOn: LocalDate, some: Partial<Promised> = {}): Promise<void> {
  const owedBy: OwedBy = { agency: 'police', unit: 'care', name: 'Witness care' }
  const startedOn = day('2026-11-02')
  const terms: Promised = { ...promised, owedBy, owedTo: { name: 'The panel', agency: 'panel' }, startedOn, ...some }
  const acted = { at, by: 'officer' }
  const basis = { kind: 'fixed-date', dueOn } as const
  await record.perform(
    undertaking,
    id,
    { type: 'Undertake', id, promised: terms, basis, ...acted },
    { actor: 'officer', at },
  )
}

const mine: OwedBy = { agency: 'police', unit: 'care', account: 'officer', name: 'Witness care' }
await undertake('late', day('2026-11-24'))
await undertake('today', day('2026-11-25'), { owedBy: mine, what: 'Write 100% of the letters' })
await undertake('sunday', day('2026-11-29'))
await undertake('monday', day('2026-11-30'), { owedBy: { agency: 'police', name: 'The chief constable' } })
await undertake('lent', day('2026-12-01'), { owedBy: { agency: 'other', account: 'officer', name: 'Loaned' } })
await undertake('public', day('2026-11-27'), {
  public: true,
  kind: 'statutory',
  owedBy: { agency: 'commissioner', name: 'The commissioner' },
  owedTo: { name: 'The public' },
})

const list = (viewer: Viewer, query: Record<string, string> = {}) =>
  reading.as(viewer, (tx) => readWorkList(tx, viewer, parseWorkListQuery(query), at))
const streams = async (viewer: Viewer, query: Record<string, string> = {}) =>
  (await list(viewer, query)).duties.map(({ stream }) => stream.replace('undertaking/', ''))

test('overdue, today, this week until Sunday, and later hold every open duty of an agency once', async () => {
  const { counts, sunday } = await list(police, { whose: 'agency' })
  assert.deepEqual([counts, sunday], [{ overdue: 1, today: 1, week: 1, later: 1 }, '2026-11-29'])
  assert.deepEqual(await streams(police, { whose: 'agency' }), ['late', 'today', 'sunday', 'monday'])
})

test('the groups turn over at midnight in London, in summer too, and the week on Sunday night', async () => {
  const owedBy: OwedBy = { agency: 'midsummer', name: 'Team' }
  const startedOn = day('2026-06-01')
  // Friday, Sunday, Monday, and Tuesday 30 June, the last of the month.
  for (const date of ['2026-06-26', '2026-06-28', '2026-06-29', '2026-06-30']) {
    await undertake(`summer-${date}`, day(date), { owedBy, startedOn })
  }
  const viewer: Viewer = { ...police, agency: 'midsummer' }
  const countsAt = (moment: string) =>
    reading.as(viewer, async (tx) => {
      const query = parseWorkListQuery({ whose: 'agency' })
      return Object.values((await readWorkList(tx, viewer, query, parseInstant(moment))).counts)
    })
  assert.deepEqual(await countsAt('2026-06-26T22:59:59.999Z'), [0, 1, 1, 2])
  assert.deepEqual(await countsAt('2026-06-26T23:00:00.000Z'), [1, 0, 1, 2])
  assert.deepEqual(await countsAt('2026-06-28T22:59:59.999Z'), [1, 1, 0, 2])
  assert.deepEqual(await countsAt('2026-06-28T23:00:00.000Z'), [2, 1, 1, 0])
  assert.deepEqual(await countsAt('2026-06-30T22:59:59.999Z'), [3, 1, 0, 0])
  assert.deepEqual(await countsAt('2026-06-30T23:00:00.000Z'), [4, 0, 0, 0])
})

test('mine are those assigned to me, in another agency too; my unit’s are those of my unit in my agency', async () => {
  assert.deepEqual(await streams(police), ['today', 'lent'])
  assert.deepEqual(await streams(police, { whose: 'unit' }), ['late', 'today', 'sunday'])
  assert.deepEqual(await streams(outsider, { whose: 'unit' }), [])
})

test('a group, a kind and words narrow the list; signs of a pattern are only letters', async () => {
  assert.deepEqual(await streams(police, { whose: 'agency', when: 'week' }), ['sunday'])
  assert.deepEqual(await streams(police, { whose: 'agency', kind: 'statutory-step' }), [])
  assert.deepEqual(await streams(police, { whose: 'agency', q: 'LETTERS 100%' }), ['today'])
  assert.deepEqual(await streams(police, { whose: 'agency', q: '_' }), [])
  assert.deepEqual(await streams(police, { whose: 'agency', q: 'chief' }), ['monday'])
})

test('what was met or waived leaves the open list and is found among the closed', async () => {
  await undertake('done', day('2026-11-26'), { owedBy: { agency: 'finished', name: 'Team' } })
  const viewer: Viewer = { ...police, agency: 'finished' }
  assert.deepEqual(await streams(viewer, { whose: 'agency' }), ['done'])
  const met = { type: 'MeetDuty', on: day('2026-11-25'), how: 'Sent', at, by: 'officer' } as const
  await record.perform(undertaking, 'done', met, { actor: 'officer', at })
  assert.deepEqual(await streams(viewer, { whose: 'agency' }), [])
  assert.deepEqual(await streams(viewer, { whose: 'agency', when: 'closed' }), ['done'])
  assert.deepEqual(await streams(viewer, { whose: 'agency', when: 'closed', kind: 'statutory-step' }), [])
})

test('those who owe a duty, those it is owed to and nobody else read it and its history', async () => {
  const seen = (viewer: Viewer) =>
    reading.as(viewer, async (tx) => {
      const duty = await readDuty(tx, dutyId('undertaking/late', dutyKey))
      return duty ? (await readDutyHistory(tx, duty)).map(({ event }) => event) : null
    })
  assert.deepEqual(await seen(police), ['Written down'])
  assert.deepEqual(await seen(panel), ['Written down'])
  assert.equal(await seen(outsider), null)
  assert.equal(await seen({ ...police, permissions: [] }), null)
  assert.equal(await seen(thePublic), null)
})

test('who reads the tables with another agency’s settings reads nothing but public promises', async () => {
  for (const viewer of [outsider, thePublic, { ...thePublic, permissions: ['duties.read'] }]) {
    await reading.as(viewer, async (tx) => {
      const duties = await tx.selectFrom('duty').select('stream').execute()
      assert.deepEqual(duties, [{ stream: 'undertaking/public' }])
      assert.deepEqual(await tx.selectFrom('duty_history').select('stream').execute(), [])
    })
  }
})

test('a public promise is read by everybody by its handle; another duty is not, even by its own agency', async () => {
  const idOf = (name: string): string => dutyId(`undertaking/${name}`, dutyKey)
  const promise = await reading.as(thePublic, (tx) => readPromise(tx, idOf('public')))
  assert.equal(promise?.owedBy.name, 'The commissioner')
  assert.equal(await reading.as(police, (tx) => readPromise(tx, idOf('late'))), null)
  assert.equal(await reading.as(thePublic, (tx) => readDuty(tx, idOf('late'))), null)
})

test('promises are counted in the financial year they are due in, and made is the sum of the rest', async () => {
  const owedBy = { agency: 'commissioner', name: 'The commissioner' }
  const started = { public: true, owedBy, startedOn: day('2026-04-01') }
  await undertake('kept', day('2026-05-01'), started)
  await undertake('too-late', day('2026-05-02'), started)
  await undertake('missed', day('2026-05-03'), started)
  await undertake('dropped', day('2026-05-04'), started)
  await undertake('next-year', day('2027-04-01'), started)
  const act = { actor: 'officer', at }
  const done = { how: 'Published', at, by: 'officer' }
  await record.perform(undertaking, 'kept', { type: 'MeetDuty', on: day('2026-05-01'), ...done }, act)
  await record.perform(undertaking, 'too-late', { type: 'MeetDuty', on: day('2026-05-03'), ...done }, act)
  await record.perform(undertaking, 'dropped', { type: 'WaiveDuty', reason: 'Repealed', at, by: 'officer' }, act)
  await reading.as(thePublic, async (tx) => {
    const { year, ...counts } = await countPromises(tx, at)
    assert.equal(year.title, '2026/27')
    assert.deepEqual(counts, { made: 5, kept: 1, late: 2, open: 1, waived: 1 })
    assert.deepEqual(
      (await readNextPromises(tx, at, 1)).map(({ stream }) => stream),
      ['undertaking/public'],
    )
    assert.equal((await readPromises(tx, at, 9)).duties.length, 5)
  })
})
