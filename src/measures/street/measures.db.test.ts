import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { testInstallation } from '../../../test/support/database.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { sourceFile } from '../sources/source-file.ts'
import { crimeTypesToday } from './categories.ts'
import { loadStreetCrime, streetFilesFolder } from './demonstration.ts'
import { measureOfCrimeType, streetMeasures } from './measures.ts'
import { streetMonth } from './street-month.ts'

const silent = { at() {}, done() {} }

/** How many rows of a kind a file has, by the words between its commas alone. */
async function rowsWith(name: string, crimeType: string): Promise<number> {
  const text = gunzipSync(await readFile(path.join(streetFilesFolder, name))).toString()
  return text.split('\n').filter((line) => line.includes(`,${crimeType},`)).length
}

test('the files of the project load once; a measure is their rows, with gaps where a force has no file', async () => {
  const installation = await testInstallation([streetMonth, sourceFile])
  await loadStreetCrime(installation, silent)
  const entries = async () =>
    (await installation.pool.query<{ n: number }>('select count(*) as n from entry')).rows[0]?.n
  const first = await entries()
  await loadStreetCrime(installation, silent)
  assert.equal(await entries(), first)
  assert.equal(first, 2 * 29)

  const names = (await readdir(streetFilesFolder)).filter((name) => name.endsWith('.gz'))
  const { rows } = await installation.pool.query<{ rows: number; files: number }>(
    'select sum(rows)::bigint as rows, count(*) as files from street_revision',
  )
  assert.deepEqual(rows, [{ rows: 288_675, files: names.length }])

  const burglary = streetMeasures.find(({ code }) => code === 'recorded-burglary')
  assert.ok(burglary)
  const read = (place: string) => installation.reading.as(thePublic, (tx) => burglary.read(tx, place))
  const june = (points: Awaited<ReturnType<typeof read>>) => points.find(({ month }) => month === '2025-06')?.numerator
  const [valley, hertfordshire, bedfordshire] = await Promise.all(
    ['thames-valley', 'hertfordshire', 'bedfordshire'].map((force) =>
      rowsWith(`2025-06-${force}-street.csv.gz`, 'Burglary'),
    ),
  )
  assert.equal(june(await read('thames-valley')), valley)
  assert.equal(june(await read('thames-and-chiltern')), (valley ?? 0) + (hertfordshire ?? 0) + (bedfordshire ?? 0))

  const months = (await read('thames-and-chiltern')).map(({ month }) => month)
  assert.ok(!months.includes(parseLocalMonth('2025-07')))
  assert.deepEqual(months.slice(0, 2), ['2018-12', '2025-01'])
  assert.equal((await read('hertfordshire')).length, 10)
  assert.deepEqual(await read('kent'), [])

  const behind = await installation.reading.as(thePublic, (tx) =>
    burglary.readRows(tx, 'thames-and-chiltern', parseLocalMonth('2025-06')),
  )
  assert.equal(
    behind.reduce((sum, { numerator }) => sum + numerator, 0),
    june(await read('thames-and-chiltern')),
  )
  assert.equal(new Set(behind.map(({ fileName }) => fileName)).size, 3)
})

test('every crime type of today has a measure without a better direction, and older types have none', () => {
  assert.deepEqual(
    streetMeasures.map(({ better }) => better),
    crimeTypesToday.map(() => 'neither'),
  )
  assert.equal(measureOfCrimeType('Anti-social behaviour'), 'recorded-anti-social-behaviour')
  assert.equal(measureOfCrimeType('Violence and sexual offences'), 'recorded-violence-and-sexual-offences')
  assert.equal(measureOfCrimeType('Violent crime'), null)
})
