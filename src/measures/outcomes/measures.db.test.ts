import assert from 'node:assert/strict'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { progressOn } from '../../platform/command-line/progress.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { measureOf, measures } from '../catalogue.ts'
import { figureOf, latestOf, valueOf } from '../measure.ts'
import { sourceFile } from '../sources/source-file.ts'
import { loadCpsOutcomes } from './demonstration.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { outcomeMonth } from './outcome-month.ts'
import { outcomeMeasures } from './measures.ts'

const september = parseLocalMonth('2016-09')

async function loaded() {
  const installation = await testInstallation([outcomeFigures, outcomeMonth, sourceFile])
  await loadCpsOutcomes(installation, progressOn(new PassThrough().resume()))
  return installation
}

const figure = async ({ reading }: Awaited<ReturnType<typeof loaded>>, code: string, place: string) => {
  const measure = measureOf(code)
  assert.ok(measure)
  const points = await reading.as(thePublic, (tx) => measure.read(tx, place))
  const point = points.find(({ month }) => month === september)
  assert.ok(point)
  return { measure, points, point, words: figureOf(measure, point) }
}

test('measures give the figures of September 2016, and a missing month is no point', async () => {
  const installation = await loaded()
  const all = await figure(installation, 'conviction-proportion', 'national')
  assert.deepEqual(all.point, { month: september, numerator: 39_000, denominator: 47_137 })
  assert.equal(valueOf(all.point), 82.7)
  assert.equal(all.points.length, 37)
  assert.ok(!all.points.some(({ month }) => month === '2016-02'))
  assert.match(latestOf(all.measure, all.points), /% in July 2017$/)
  const words = async (code: string, place: string) => (await figure(installation, code, place)).words
  assert.equal(await words('conviction-proportion-burglary', 'thames-and-chiltern'), '85.2%')
  assert.equal(await words('conviction-proportion-against-person', 'national'), '77.6%')
  assert.equal(await words('outcomes-completed', 'thames-and-chiltern'), '2,799 defendants')
  assert.equal(await words('admin-finalised', 'national'), '849 defendants')
  assert.equal(await words('admin-finalised-proportion', 'thames-and-chiltern'), '2.1%')
})

test('the rows behind a figure add up to it, and each names its file and line', async () => {
  const installation = await loaded()
  for (const measure of outcomeMeasures) {
    const { points, rows } = await installation.reading.as(thePublic, async (tx) => ({
      points: await measure.read(tx, 'thames-and-chiltern'),
      rows: await measure.readRows(tx, 'thames-and-chiltern', september),
    }))
    const point = points.find(({ month }) => month === september)
    const sum = (of: (row: (typeof rows)[number]) => number | null) =>
      rows.reduce((all, row) => all + (of(row) ?? 0), 0)
    assert.equal(
      sum(({ numerator }) => numerator),
      point?.numerator,
      measure.code,
    )
    assert.equal(
      sum(({ denominator }) => denominator),
      point?.denominator ?? 0,
      measure.code,
    )
    assert.deepEqual(
      [...new Set(rows.map(({ place, line }) => `${place} ${line}`))],
      ['Bedfordshire 4', 'Hertfordshire 19', 'Thames Valley 39'],
    )
    assert.ok(rows.every(({ fileName }) => path.extname(fileName) === '.csv'))
  }
})

test('a place that there are no figures of has no points and no rows', async () => {
  const installation = await testInstallation([outcomeFigures, outcomeMonth, sourceFile])
  const measure = measureOf('conviction-proportion')
  assert.ok(measure)
  const { points, rows } = await installation.reading.as(thePublic, async (tx) => ({
    points: await measure.read(tx, 'atlantis'),
    rows: await measure.readRows(tx, 'national', september),
  }))
  assert.deepEqual([points, rows], [[], []])
  assert.equal(latestOf(measure, points), 'no figure yet')
})

test('every measure has a code of its own and says what it counts, of what, and what to beware of', () => {
  assert.equal(new Set(measures.map(({ code }) => code)).size, measures.length)
  for (const { code, definition, numerator, denominator, unit, caveats } of measures) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/)
    assert.match(definition, /\.$/)
    assert.ok(numerator)
    assert.equal(denominator !== null, unit === '%', code)
    assert.ok(caveats.length > 0)
  }
})
