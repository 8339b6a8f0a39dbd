import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { revised, september2016 } from '../../../test/support/outcome-tables.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import type { CommandContext } from '../../platform/command-line/command.ts'
import { progressOn } from '../../platform/command-line/progress.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { isKept, openFile, sha256Of } from '../sources/kept-files.ts'
import { sourceFile } from '../sources/source-file.ts'
import { importOutcomesCommand } from './import-command.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { outcomeMonth } from './outcome-month.ts'
import { outcomeAreaOf } from './outcome-areas.ts'
import { readOutcomeMonths, readOutcomes } from './read-outcomes.ts'
import { loadCpsOutcomes, outcomeTablesFolder } from './demonstration.ts'
import { reportOutcomesCommand } from './report-command.ts'
import { withdrawOutcomesCommand } from './withdraw-command.ts'

const deciders = [outcomeFigures, outcomeMonth, sourceFile]
const name = 'principal_offence_category_september_2016.csv'
const month = parseLocalMonth('2016-09')

let folder = ''
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-outcomes-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Opened = Awaited<ReturnType<typeof testInstallation>>

async function run(
  command: { run(context: CommandContext): Promise<number | void> },
  installation: Opened,
  given: readonly string[],
  options: CommandContext['options'] = {},
) {
  const lines: string[] = []
  const code = await command.run({
    arguments: given,
    options,
    configuration: installation.configuration,
    open: async () => installation,
    print: (line) => void lines.push(line),
    say: () => {},
    progress: progressOn(new PassThrough().resume()),
  })
  return { code: code ?? 0, lines }
}

const importing = (installation: Opened, given: readonly string[], options = {}) =>
  run(importOutcomesCommand, installation, given, options)

const file = async (under: string, as: string, bytes: Uint8Array | string): Promise<string> => {
  const place = path.join(folder, under, as)
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, bytes)
  return place
}

const entries = async ({ pool }: Opened): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>('select count(*) from entry')
  return rows[0]?.count ?? 0
}

const homicide = async ({ reading }: Opened, revision: number | null = null) => {
  const area = outcomeAreaOf('thames-and-chiltern')
  assert.ok(area)
  const report = await reading.as(thePublic, (tx) => readOutcomes(tx, month, area, revision))
  return report && { revision: report.revision, convictions: report.lines[0]?.convictions }
}

test('all published tables import once, and importing them again changes nothing', async () => {
  const installation = await testInstallation(deciders)
  const first = await importing(installation, [outcomeTablesFolder])
  assert.equal(first.code, 0)
  assert.equal(first.lines.at(-1), '37 imported')
  const written = await entries(installation)
  const second = await importing(installation, [outcomeTablesFolder])
  assert.equal(second.lines.at(-1), '37 unchanged')
  assert.equal(await entries(installation), written)
  assert.equal((await installation.reading.as(thePublic, readOutcomeMonths)).length, 37)
  const options = { month: '2016-09', area: 'national', format: 'csv' }
  const { lines } = await run(reportOutcomesCommand, installation, [], options)
  const csv = lines.join('\n').split('\n')
  assert.equal(csv.length, 15)
  assert.equal(csv[0], 'category,convictions,convictions_percent,unsuccessful,unsuccessful_percent')
  assert.deepEqual(csv.slice(1, 3), ['homicide,73,89.0,9,11.0', 'against-person,10720,77.6,3101,22.4'])
  assert.deepEqual(csv.slice(-2), ['admin,0,0.0,849,100.0', 'total,39000,82.7,8137,17.3'])
})

test('other figures for a month are a revision beside the first; the first does not come back by itself', async () => {
  const installation = await testInstallation(deciders)
  const table = await september2016()
  const a = await file('a', name, table)
  const b = await file('b', name, revised(table))
  assert.match((await importing(installation, [a])).lines[0] ?? '', /^imported {2}2016-09/)
  assert.match((await importing(installation, [b])).lines[0] ?? '', /^revised .* now revision 2 of September 2016/)
  assert.deepEqual(await homicide(installation), { revision: 2, convictions: 6 })
  assert.deepEqual(await homicide(installation, 1), { revision: 1, convictions: 5 })
  const again = await importing(installation, [a])
  assert.match(again.lines[0] ?? '', /^unchanged .* figures of revision 1; revision 2 stays in force/)
  assert.deepEqual(await homicide(installation), { revision: 2, convictions: 6 })
  const back = await importing(installation, [a], { reinstate: true })
  assert.match(back.lines[0] ?? '', /^reinstated .* revision 1 of September 2016 is in force again/)
  assert.deepEqual(await homicide(installation), { revision: 1, convictions: 5 })
})

test('a copy with other line ends is the same figures, under its own month and no other', async () => {
  const installation = await testInstallation(deciders)
  const table = await september2016()
  await importing(installation, [await file('crlf', name, table)])
  const written = await entries(installation)
  const lf = table.toString().replaceAll('\r\n', '\n')
  const same = await importing(installation, [await file('lf', name, lf)])
  assert.match(same.lines[0] ?? '', /^unchanged/)
  const other = await importing(installation, [await file('lf', 'principal_offence_category_october_2016.csv', lf)])
  assert.equal(other.code, 1)
  assert.match(other.lines[0] ?? '', /^refused .* those of 2016-09, so they cannot also be those of 2016-10/)
  assert.equal(await entries(installation), written)
  assert.equal(await isKept(installation.configuration.home, sha256Of(Buffer.from(lf))), false)
})

test('of several files each stands alone: the wrong one is refused with line and column and leaves nothing', async () => {
  const installation = await testInstallation(deciders)
  const wrong = (await september2016()).toString().replace('Bedfordshire,3,', 'Bedfordshire,-3,')
  const right = path.join(outcomeTablesFolder, '2014/principal_offence_category_may_2014.csv')
  const given = [await file('wrong', name, wrong), right, path.join(folder, 'none_may_2015.csv')]
  const { code, lines } = await importing(installation, given)
  assert.equal(code, 1)
  assert.match(lines[0] ?? '', /^refused .*september_2016\.csv was not imported: line 4, column 2: '-3' is not a count/)
  assert.match(lines[1] ?? '', /^imported {2}2014-05/)
  assert.match(lines[2] ?? '', /^refused .*there is no such file/)
  assert.equal(lines[3], '2 refused  1 imported')
  assert.equal(await isKept(installation.configuration.home, sha256Of(Buffer.from(wrong))), false)
  assert.deepEqual(await installation.reading.as(thePublic, readOutcomeMonths), ['2014-05'])
})

test('figures filed under the wrong month are withdrawn and imported under their own', async () => {
  const installation = await testInstallation(deciders)
  const table = await september2016()
  const nameless = await file('wrong-month', 'table.csv', table)
  await importing(installation, [nameless], { month: '2016-08' })
  assert.equal((await importing(installation, [nameless], { month: '2016-09' })).code, 1)
  const withdraw = { month: '2016-08', reason: 'It is the table of September' }
  const done = await run(withdrawOutcomesCommand, installation, [], withdraw)
  assert.deepEqual(done.lines, ['Withdrawn. No figures of the month are in force for August 2016.'])
  assert.deepEqual(await installation.reading.as(thePublic, readOutcomeMonths), [])
  const again = await importing(installation, [nameless], { month: '2016-08' })
  assert.match(again.lines[0] ?? '', /^unchanged .* withdrawn as revision 1 \(--reinstate/)
  assert.match((await importing(installation, [nameless], { month: '2016-09' })).lines[0] ?? '', /^imported {2}2016-09/)
  assert.deepEqual(await homicide(installation), { revision: 1, convictions: 5 })
  const back = await importing(installation, [nameless], { month: '2016-08', reinstate: true })
  assert.match(back.lines[0] ?? '', /^refused .* those of 2016-09, so they cannot also be those of 2016-08/)
  await assert.rejects(run(withdrawOutcomesCommand, installation, [], { ...withdraw, revision: 'two' }), /not a number/)
})

test('--month serves a file that does not say its month, and only one file', async () => {
  const installation = await testInstallation(deciders)
  const nameless = await file('nameless', 'table.csv', await september2016())
  assert.match((await importing(installation, [nameless])).lines[0] ?? '', /^refused .* no month; say it with --month/)
  assert.match((await importing(installation, [nameless], { month: '2016-09' })).lines[0] ?? '', /^imported {2}2016-09/)
  await assert.rejects(importing(installation, [nameless, nameless], { month: '2016-09' }), /--month is for one file/)
  await assert.rejects(importing(installation, [nameless], { month: '2016-13' }), /not a month/)
})

test('a folder is imported with the folders in it, and an empty one is a mistake', async () => {
  const installation = await testInstallation(deciders)
  const years = path.join(folder, 'years')
  await cp(path.join(outcomeTablesFolder, '2017'), path.join(years, '2017'), { recursive: true })
  assert.equal((await importing(installation, [years])).lines.at(-1), '4 imported')
  await mkdir(path.join(folder, 'empty'))
  await assert.rejects(importing(installation, [path.join(folder, 'empty')]), /holds no \.csv file/)
})

test('a report of a month or area that is not here says what is', async () => {
  const installation = await testInstallation(deciders)
  await importing(installation, [path.join(outcomeTablesFolder, '2014/principal_offence_category_may_2014.csv')])
  const asking = (month: string, area: string) => run(reportOutcomesCommand, installation, [], { month, area })
  await assert.rejects(asking('2014-06', 'national'), /no outcomes of June 2014 here\. There are 2014-05\./)
  await assert.rejects(asking('2014-05', 'thames-vale'), /no area 'thames-vale'; the nearest .*thames-valley/)
  await assert.rejects(asking('May 2014', 'national'), /not a month/)
  const table = await run(reportOutcomesCommand, installation, [], { month: '2014-05', area: 'thames-valley' })
  assert.match(table.lines.join('\n'), /^Defendants by outcome: Thames Valley, May 2014\n/)
})

test('a kept file is the file that was given', async () => {
  const installation = await testInstallation(deciders)
  const table = await september2016()
  await importing(installation, [await file('kept', name, table)])
  const stream = await openFile(installation.configuration.home, sha256Of(table), 'plain')
  assert.equal(stream && (await text(stream)), table.toString())
})

test('the tables that come with the project load once, and then there is nothing to do', async () => {
  const installation = await testInstallation(deciders)
  const silent = progressOn(new PassThrough().resume())
  await loadCpsOutcomes(installation, silent)
  const written = await entries(installation)
  assert.equal((await installation.reading.as(thePublic, readOutcomeMonths)).length, 37)
  await loadCpsOutcomes(installation, silent)
  assert.equal(await entries(installation), written)
})
