import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, recordCase } from '../../../test/support/cases.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { permissions } from '../../agencies/permissions.ts'
import { type Viewer, thePublic } from '../../platform/database/reading.ts'
import { investigation } from '../investigation/investigation.ts'

// Who reads what of a case, asked of the database itself: the pages cannot show more than it gives.

const { installation } = await caseSite()
const { reading, record } = installation
await recordCase(installation, 'SCR22222')
await recordCase(installation, 'SCR33333', {}, { by: 'hertfordshire-constabulary' })
const at = parseInstant('2026-04-07T09:00:00.000Z')
for (const id of ['SCR22222', 'SCR33333']) {
  const decline = {
    type: 'DecideNotToInvestigate',
    reason: 'Nothing to go on',
    holidays: keptHolidays(),
    at,
    by: 'o',
  } as const
  await record.perform(investigation, id, decline, { actor: 'o', at })
}

const tables = ['case_summary', 'case_person', 'case_notice', 'case_happening', 'person', 'person_change'] as const

const everything = Object.keys(permissions)
const viewer = (agency: string, held: readonly string[]): Viewer => ({
  account: 'x',
  agency,
  unit: '',
  permissions: held,
})

const seen = (who: Viewer) =>
  reading.as(who, async (tx) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { n } = await tx
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      counts[table] = n
    }
    return counts
  })

const all = { case_summary: 1, case_person: 2, case_notice: 1, case_happening: 2, person: 1, person_change: 1 }
const none = Object.fromEntries(tables.map((table) => [table, 0]))

test('a force sees its own cases and the people in them, and those of no other', async () => {
  assert.deepEqual(await seen(viewer(force, ['case.read'])), all)
  await reading.as(viewer(force, ['case.read']), async (tx) => {
    const cases = await tx.selectFrom('case_summary').select('id').execute()
    const people = await tx.selectFrom('person').select('id').execute()
    assert.deepEqual([cases, people], [[{ id: 'SCR22222' }], [{ id: 'SCR22222-1' }]])
  })
})

test('within the force, who may not read cases reads nothing of one', async () => {
  const others = everything.filter((permission) => permission !== 'case.read')
  assert.deepEqual(await seen(viewer(force, others)), none)
})

test('the CPS, local policing bodies and partners read nothing, even with every permission that there is', async () => {
  for (const agency of [
    'cps-thames-and-chiltern',
    'pcc-thames-valley',
    'hmcts',
    'probation',
    'bedfordshire-police',
    '',
  ]) {
    assert.deepEqual(await seen(viewer(agency, everything)), none, agency)
  }
  assert.deepEqual(await seen(thePublic), none)
})

test('a person is seen by every agency that is on a case with them, and by no other', async () => {
  await recordCase(installation, 'SCR44444', {}, { by: 'hertfordshire-constabulary' })
  const names = async (agency: string) =>
    reading.as(viewer(agency, ['case.read']), (tx) => tx.selectFrom('person').select('id').orderBy('id').execute())
  assert.deepEqual(await names(force), [{ id: 'SCR22222-1' }])
  assert.deepEqual(await names('hertfordshire-constabulary'), [{ id: 'SCR33333-1' }, { id: 'SCR44444-1' }])
})

test('the duties of a case are those of its force, and say nothing of what is alleged', async () => {
  const read = (agency: string) =>
    reading.as(viewer(agency, ['duties.read']), (tx) => tx.selectFrom('duty').selectAll().execute())
  const own = await read(force)
  assert.equal(own.length, 2)
  assert.doesNotMatch(JSON.stringify(own), /Quince|bicycle|Example Road|Nothing to go on/)
  assert.equal((await read('cps-thames-and-chiltern')).length, 0)
})
