import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { text as readText } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { testInstallation } from '../../../test/support/database.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { thePublic } from '../../platform/database/reading.ts'
import type { Installation } from '../../platform/installation.ts'
import { openFile } from '../sources/kept-files.ts'
import { sourceFile } from '../sources/source-file.ts'
import { givenFiles } from './given-files.ts'
import { type ImportedStreetFile, importStreet } from './import-street.ts'
import { readStreetReport } from './read-report.ts'
import { streetMonth } from './street-month.ts'
import { zipOf } from './zip-for-tests.ts'

const real = path.resolve(import.meta.dirname, '../../../data/police-uk/street')
const june = '2025-06-thames-valley-street.csv'
const columns = { month: 1, location: 6, lsoaName: 8, type: 9, outcome: 10 }

let folder = ''
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-street-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const open = () => testInstallation([streetMonth, sourceFile])

async function imported(
  installation: Installation,
  paths: readonly string[],
  options: { accepted?: readonly string[]; reinstate?: boolean } = {},
): Promise<readonly ImportedStreetFile[]> {
  const given = await givenFiles(paths)
  const all = { accepted: [], reinstate: false, actor: 'test', ...options }
  const done = await Array.fromAsync(importStreet(installation, given.files, all))
  given.close()
  return done
}

const results = (all: readonly ImportedStreetFile[]) => all.map(({ result }) => result)

async function realText(name: string): Promise<string> {
  return gunzipSync(await readFile(path.join(real, `${name}.gz`))).toString()
}

/** Cells of a file none of whose values needs quotation marks. */
const plainRows = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const tally = (values: ReadonlyArray<string | undefined>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? ''] = (counts[value ?? ''] ?? 0) + 1
  return counts
}

async function written(name: string, text: string | Buffer): Promise<string> {
  const place = path.join(await mkdtemp(path.join(folder, 'given-')), name)
  await writeFile(place, text)
  return place
}

const reported = (installation: Installation, area: string, month: string) =>
  installation.reading.as(thePublic, (tx) => readStreetReport(tx, area, parseLocalMonth(month)))

const countsIn = async (installation: Installation, by: string) =>
  Object.fromEntries(
    (
      await installation.pool.query<{ key: string; count: number }>(
        `select ${by} as key, sum(count)::bigint as count from street_count group by 1`,
      )
    ).rows.map(({ key, count }) => [key, count]),
  )

test('every real row is counted, by type, outcome and district, as counting the lines by hand does', async () => {
  const installation = await open()
  const text = await realText(june)
  const rows = plainRows(text)
  assert.deepEqual(results(await imported(installation, [path.join(real, `${june}.gz`)])), ['imported'])
  assert.deepEqual(await countsIn(installation, 'crime_type'), tally(rows.map((row) => row[columns.type])))
  assert.deepEqual(
    await countsIn(installation, 'last_outcome'),
    tally(rows.map((row) => row[columns.outcome] || 'Not given')),
  )
  assert.deepEqual(
    await countsIn(installation, 'district'),
    tally(rows.map((row) => row[columns.lsoaName]?.replace(/ \d{3}[A-Z]$/, '') || 'Not stated')),
  )
  const report = await reported(installation, 'thames-valley', '2025-06')
  assert.equal(report?.types.find(({ crimeType }) => crimeType === 'Burglary')?.count, 537)
  assert.equal(
    report?.types.reduce((sum, { count }) => sum + count, 0),
    17_331,
  )
})

test('repeats are counted beside the figures and stay in them', async () => {
  const installation = await open()
  const rows = plainRows(await realText(june))
  await imported(installation, [path.join(real, `${june}.gz`)])
  const withId = rows.filter(([id]) => id)
  const found = await installation.pool.query<{ rows: number; quality: Record<string, number> }>(
    'select rows, quality from street_revision',
  )
  assert.equal(found.rows[0]?.rows, rows.length)
  const { quality } = found.rows[0] ?? { quality: {} }
  assert.equal(quality['repeatedCrimeIds'], withId.length - new Set(withId.map(([id]) => id)).size)
  assert.equal(quality['repeatedRows'], withId.length - new Set(withId.map((row) => row.join())).size)
  assert.equal(quality['withoutPlace'], rows.filter((row) => !row[columns.lsoaName]).length)
  assert.ok((quality['repeatedCrimeIds'] ?? 0) >= 4)
})

test('the former districts of Buckinghamshire are counted as Buckinghamshire, and that is said', async () => {
  const installation = await open()
  const name = '2018-12-thames-valley-street.csv'
  const districts = plainRows(await realText(name)).map((row) => row[columns.lsoaName]?.replace(/ \d{3}[A-Z]$/, ''))
  await imported(installation, [path.join(real, `${name}.gz`)])
  const former = ['Aylesbury Vale', 'Chiltern', 'South Bucks', 'Wycombe']
  const counts = tally(districts.filter((district) => former.includes(district ?? '')))
  const found = await installation.pool.query<{ quality: { formerDistricts: Record<string, number> } }>(
    'select quality from street_revision',
  )
  assert.deepEqual(found.rows[0]?.quality.formerDistricts, counts)
  const byDistrict = await countsIn(installation, 'district')
  assert.equal(
    byDistrict['Buckinghamshire'],
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  )
  assert.equal(byDistrict['Wycombe'], undefined)
})

test('the same content changes nothing, however it is packed and whatever the file is called', async () => {
  const installation = await open()
  const text = await realText(june)
  const plain = await written(june, text)
  const packed = await written('june.csv.gz', gzipSync(text))
  const zip = await written('site.zip', zipOf({ [`2025-06/${june}`]: Buffer.from(text) }))
  assert.deepEqual(results(await imported(installation, [plain, packed, zip])), ['imported', 'unchanged', 'unchanged'])
  assert.deepEqual(results(await imported(installation, [zip, plain])), ['unchanged', 'unchanged'])
  const { rows } = await installation.pool.query<{ content_sha256: string; period: string; rows: number }>(
    'select content_sha256, period, rows from source_file',
  )
  assert.deepEqual(
    rows.map(({ period, rows }) => [period, rows]),
    [['thames-valley/2025-06', 17_331]],
  )
  const kept = await openFile(installation.configuration.home, rows[0]?.content_sha256 ?? '', 'plain')
  assert.equal(kept && (await readText(kept)), text)
})

test('a changed file is a revision from which figures are counted, and the first is kept and can stand again', async () => {
  const installation = await open()
  const text = await realText(june)
  const original = await written(june, text)
  const shorter = await written('changed.csv', text.trimEnd().split('\n').slice(0, -1).join('\n'))
  const [, revised] = await imported(installation, [original, shorter])
  assert.ok(revised?.result === 'revised' && revised.revision === 2 && revised.rows === 17_330)
  const total = async () =>
    (await reported(installation, 'thames-valley', '2025-06'))?.types.reduce((sum, { count }) => sum + count, 0)
  assert.equal(await total(), 17_330)
  assert.deepEqual(results(await imported(installation, [original])), ['unchanged'])
  assert.equal(await total(), 17_330)
  assert.deepEqual(results(await imported(installation, [original], { reinstate: true })), ['reinstated'])
  assert.equal(await total(), 17_331)
})

test('a broken file is refused with line, column and reason; nothing of it is kept, and the others are', async () => {
  const installation = await open()
  const text = await realText('2018-12-bedfordshire-street.csv')
  const lines = text.split('\n')
  const broken = (line: number, change: (row: string) => string) =>
    lines.map((row, index) => (index === line - 1 ? change(row) : row)).join('\n')
  const files: Array<readonly [name: string, text: string | Buffer, reason: RegExp]> = [
    ['short.csv', broken(4000, () => 'cut,2018-12'), /line 4000, column 3: the row has 2 cells, not 12/],
    ['quote.csv', broken(77, (row) => row.replace('On or', '"On or')), /line 77, column 7: .*never closed/],
    ['quotes.csv', broken(77, (row) => row.replace('near', '"near"')), /line 77, column 7: .*inside an unquoted cell/],
    ['blank.csv', broken(90, (row) => `\n${row}`), /line 90, column 2: the row has 1 cells/],
    ['month.csv', broken(9, (row) => row.replace('2018-12', '2018-11')), /line 9, column 2: Month '2018-11' differs/],
    [
      'type.csv',
      broken(5, (row) => row.replace(/Anti-social behaviour|Burglary/, 'X')),
      /line 5, column 10: Crime type 'X/,
    ],
    ['bytes.csv', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])]), /not UTF-8/],
    ['2018-11-bedfordshire-street.csv', text, /line 2, column 2: Month is 2018-12 in its rows and 2018-11 in its name/],
    ['2018-12-kent-street.csv', text, /line 2, column 3: Reported by is bedfordshire in its rows and kent in its name/],
    ['2018-12-bedfordshire-street.csv.gz', text, /cannot be decompressed/],
    ['empty.csv', '', /line 1, column 1: the heading is '' where 'Crime ID' belongs/],
  ]
  const places = await Promise.all(files.map(([name, content]) => written(name, content)))
  const good = await written('2018-12-bedfordshire-street.csv', text)
  const done = await imported(installation, [...places.slice(0, 5), good, ...places.slice(5)])
  assert.deepEqual(
    results(done).filter((result) => result !== 'refused'),
    ['imported'],
  )
  const refused = done.filter((one) => one.result === 'refused')
  for (const [index, [name, , reason]] of files.entries()) {
    assert.match(refused[index]?.refusal.message ?? '', reason, name)
    assert.ok(refused[index]?.refusal.message.includes(name), name)
  }
  const { rows } = await installation.pool.query('select stream, version from entry order by stream')
  assert.equal(rows.length, 2)
  assert.deepEqual(Object.keys(await countsIn(installation, 'month')), ['2018-12'])
})

test('a new crime type is refused until it is accepted by name, and then noted', async () => {
  const installation = await open()
  const text = (await realText('2018-12-bedfordshire-street.csv')).replaceAll('Bicycle theft', 'Cycle theft')
  const place = await written('2018-12-bedfordshire-street.csv', text)
  assert.deepEqual(results(await imported(installation, [place])), ['refused'])
  assert.deepEqual(results(await imported(installation, [place], { accepted: ['Cycle theft'] })), ['imported'])
  const { rows } = await installation.pool.query<{ accepted: string[] }>(
    `select quality -> 'acceptedCategories' as accepted from street_revision`,
  )
  assert.deepEqual(rows, [{ accepted: ['Cycle theft'] }])
})

test('a folder gives its street crime files, and the other files of the site are left', async () => {
  const place = await mkdtemp(path.join(folder, 'site-'))
  await mkdir(path.join(place, '2018-12'))
  await cp(
    path.join(real, '2018-12-bedfordshire-street.csv.gz'),
    path.join(place, '2018-12', '2018-12-bedfordshire-street.csv.gz'),
  )
  await writeFile(path.join(place, '2018-12', '2018-12-bedfordshire-outcomes.csv'), 'Crime ID,Outcome type\n')
  await writeFile(path.join(place, 'notes.txt'), 'not for us')
  const given = await givenFiles([place])
  assert.deepEqual(
    given.files.map(({ name }) => name),
    ['2018-12-bedfordshire-street.csv.gz'],
  )
  assert.equal(given.otherKinds.length, 1)
})

test('what is not street crime is refused by what it is, and does not keep the rest from being imported', async () => {
  const text = await realText('2018-12-bedfordshire-street.csv')
  const given = [
    await written('2018-12-bedfordshire-outcomes.csv', 'Crime ID,Month,Outcome type\n'),
    await written('notes.txt', 'not for us'),
    path.join(folder, 'nowhere'),
    await written('broken.zip', 'PK'),
    await written('other.zip', zipOf({ 'notes.txt': Buffer.from('not for us') })),
    await written('2018-12-bedfordshire-street.csv', text),
  ]
  const done = await imported(await open(), given)
  const reasons = done.map((one) => (one.result === 'refused' ? one.refusal.message : one.result))
  assert.match(reasons[0] ?? '', /line 1: this is the outcomes file of data\.police\.uk/)
  assert.match(reasons[1] ?? '', /not a \.csv, a \.csv\.gz, a \.zip or a folder/)
  assert.match(reasons[2] ?? '', /there is no such file or folder/)
  assert.match(reasons[3] ?? '', /cannot be read as a zip/)
  assert.match(reasons[4] ?? '', /no file in it is named like/)
  assert.equal(reasons[5], 'imported')
})

test('the area is the sum of its forces, and refused for a month that one of them lacks', async () => {
  const installation = await open()
  const names = ['2018-12-bedfordshire', '2018-12-hertfordshire', '2018-12-thames-valley', '2025-07-bedfordshire']
  await imported(
    installation,
    names.map((name) => path.join(real, `${name}-street.csv.gz`)),
  )
  const whole = await reported(installation, 'thames-and-chiltern', '2018-12')
  assert.equal(
    whole?.types.reduce((sum, { count }) => sum + count, 0),
    14_345 + 8965 + 5816,
  )
  await assert.rejects(reported(installation, 'thames-and-chiltern', '2025-07'), {
    code: 'street.part-missing',
    message: /of Thames Valley and Hertfordshire there is no street crime for July 2025/,
  })
  await assert.rejects(reported(installation, 'bedfordshire', '2020-06'), {
    code: 'street.no-such-month',
    message: /There is for 2018-12, 2025-07/,
  })
  assert.equal(await reported(installation, 'kent', '2018-12'), null)
})
