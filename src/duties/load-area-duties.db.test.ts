import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { calendar } from '../calendar/calendar.ts'
import { startCalendar } from '../calendar/commands.ts'
import { parseInstant } from '../calendar/instant.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { thePublic } from '../platform/database/reading.ts'
import { loadAreaDuties } from './load-area-duties.ts'
import { loadDemonstrationDuties } from './load-demonstration-duties.ts'
import { countPromises, readNextPromises } from './promises/read-promises.ts'
import { undertaking } from './undertaking/undertaking.ts'
import { readWorkList } from './work-list/read-work-list.ts'
import { parseWorkListQuery } from './work-list/work-list-query.ts'

const at = parseInstant('2026-11-22T09:00:00.000Z')

test('the dates of the precept are promises that everybody may read (SI 2012/2271 regs 3 and 4(1))', async () => {
  const installation = await testInstallation([undertaking])
  await loadAreaDuties(installation, at)
  await installation.reading.as(thePublic, async (tx) => {
    const promises = await readNextPromises(tx, at, 10)
    assert.deepEqual(
      promises.map(({ owedBy, dueOn, authority }) => `${owedBy.agency} ${dueOn} ${authority.section}`).toSorted(),
      ['thames-valley', 'hertfordshire', 'bedfordshire']
        .flatMap((body) => [`pcc-${body} 2027-02-01 Regulation 3`, `panel-${body} 2027-02-08 Regulation 4(1)`])
        .toSorted(),
    )
  })
})

test('loading again changes nothing, not even a duty that was met meanwhile', async () => {
  const installation = await testInstallation([undertaking])
  await loadAreaDuties(installation, at)
  const id = 'precept-2027-thames-valley-notify'
  const meet = { type: 'MeetDuty', on: parseLocalDate('2026-11-22'), how: 'By letter', at, by: 'test' } as const
  await installation.record.perform(undertaking, id, meet, { actor: 'test', at })
  await loadAreaDuties(installation, at)
  assert.equal((await installation.record.read(undertaking, id)).version, 2)
  const { kept, made } = await installation.reading.as(thePublic, (tx) => countPromises(tx, at))
  assert.deepEqual([kept, made], [1, 6])
})

test('the demonstration’s duties stand in every group of a work list and are loaded once', async () => {
  const installation = await testInstallation([calendar, undertaking])
  await startCalendar(installation, at)
  await loadDemonstrationDuties(installation, at)
  await loadDemonstrationDuties(installation, at)
  const viewer = { account: 'a', agency: 'thames-valley-police', unit: '', permissions: ['duties.read'] }
  const query = parseWorkListQuery({ whose: 'agency' })
  const { counts } = await installation.reading.as(viewer, (tx) => readWorkList(tx, viewer, query, at))
  assert.deepEqual(counts, { overdue: 1, today: 1, week: 0, later: 3 })
})
