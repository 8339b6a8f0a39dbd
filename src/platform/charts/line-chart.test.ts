import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartWithTable, lineTable } from './chart-with-table.ts'
import { gapsOf, lineChart, type LineChart } from './line-chart.ts'

const x = ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05', '2020-06']

const chart = (values: ReadonlyArray<number | null>, more: Partial<LineChart> = {}): LineChart => ({
  title: 'Charged',
  description: 'Charges authorised each month.',
  unit: 'charges',
  x,
  series: [{ name: 'Thames Valley', points: values.map((value, place) => ({ month: x[place] ?? '', value })) }],
  ...more,
})

/** How many unbroken lines the wide drawing of the first series has, and how many dots stand alone. */
function linesIn(some: LineChart): { lines: number; alone: number } {
  const wide = String(lineChart(some)).split('</svg>')[0] ?? ''
  const [, path = ''] = /class="fp-chart__line fp-series-1"\s+d="([^"]*)"/.exec(wide) ?? []
  const alone = wide.match(/<circle class="fp-series-1-fill"[^>]*r="3.5"/g) ?? []
  return { lines: path.match(/M[^M]*L/g)?.length ?? 0, alone: alone.length }
}

test('a line without gaps is one line', () => {
  assert.deepEqual(linesIn(chart([1, 2, 3, 4, 5, 6])), { lines: 1, alone: 0 })
  assert.deepEqual(gapsOf(chart([1, 2, 3, 4, 5, 6])), [])
})

test('a month without a figure breaks the line, and is said', () => {
  const gap = chart([1, 2, null, 4, 5, 6])
  assert.deepEqual(linesIn(gap), { lines: 2, alone: 0 })
  assert.deepEqual(gapsOf(gap), ['No figure: March 2020.'])
  assert.match(String(lineChart(gap)), /No figure: March 2020\./)
})

test('a month that is not there at all breaks the line as one without a figure does', () => {
  const points = [1, 2, 3, 4].map((value, place) => ({
    month: ['2020-01', '2020-02', '2020-05', '2020-06'][place]!,
    value,
  }))
  const missing = chart([], { x: ['2020-01', '2020-02', '2020-05', '2020-06'], series: [{ name: 'A', points }] })
  assert.deepEqual(linesIn(missing), { lines: 2, alone: 0 })
  assert.deepEqual(gapsOf(missing), ['No figure: March 2020 to April 2020.'])
})

test('nought is a figure, not a gap', () => {
  assert.deepEqual(gapsOf(chart([1, 0, 0, 4, 5, 6])), [])
  assert.deepEqual(linesIn(chart([1, 0, 0, 4, 5, 6])), { lines: 1, alone: 0 })
})

test('a figure between two gaps is a dot, for a line of one point shows nothing', () => {
  assert.deepEqual(linesIn(chart([1, 2, null, 4, null, 6])), { lines: 1, alone: 2 })
})

test('with several series a gap names its series, and the band marks only months that none has', () => {
  const points = (values: ReadonlyArray<number | null>) => values.map((value, place) => ({ month: x[place]!, value }))
  const both = chart([], {
    series: [
      { name: 'Thames Valley', points: points([1, null, null, 4, 5, 6]) },
      { name: 'Hertfordshire', points: points([1, 2, null, 4, 5, 6]) },
    ],
  })
  assert.deepEqual(gapsOf(both), [
    'No figure for Thames Valley: February 2020 to March 2020.',
    'No figure for Hertfordshire: March 2020.',
  ])
  assert.equal(String(lineChart(both)).match(/fp-chart__gap/g)?.length, 2, 'one in each drawing')
})

test('a chart without any figure is drawn empty and says so', () => {
  assert.match(String(lineChart(chart([null, null]))), /No figure: January 2020 to June 2020\./)
})

test('an axis that does not start at nought says so', () => {
  assert.match(String(lineChart(chart([80, 82, 81, 85, 84, 83], { axisFrom: 'data' }))), /starts at 80, not at 0/)
  assert.doesNotMatch(String(lineChart(chart([80, 82, 81, 85, 84, 83]))), /starts at/)
})

test('the axis has the decimals that its steps need', () => {
  assert.match(String(lineChart(chart([0.1, 0.2, 0.6, 1.2]))), />0\.2<[^]*>0\.4</)
  assert.match(String(lineChart(chart([0.01, 0.22]))), />0\.05<[^]*>0\.10</)
  assert.match(String(lineChart(chart([4000, 5000]))), />2,000</)
})

test('whatever words come in are escaped', () => {
  const bad = '<script>"&'
  const marked = String(
    chartWithTable({
      ...chart([1, 2], { title: bad, description: bad, unit: bad, target: { value: 1, label: bad } }),
      series: ['a', 'b'].map((name) => ({ name: name + bad, points: [{ month: '2020-01', value: 1 }] })),
    }),
  )
  assert.doesNotMatch(marked, /<script/)
  assert.match(marked, /&lt;script&gt;&quot;&amp;/)
})

test('a chart has a name and a description, and no style of its own', () => {
  const markup = String(lineChart(chart([1, 2, 3])))
  assert.match(markup, /role="img"\s+aria-labelledby="chart-charged-wide-title chart-charged-wide-description"/)
  assert.match(markup, /<title id="chart-charged-wide-title">Charged<\/title>/)
  assert.doesNotMatch(markup, /style=/)
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
})

test('more than six series are refused', () => {
  const series = Array.from({ length: 7 }, (_, place) => ({ name: String(place), points: [] }))
  assert.throws(() => lineChart(chart([], { series })), /more than six/)
})

test('the table has every month, latest first, and says where there is no figure', () => {
  const { rows, head } = lineTable(chart([1, null, 1203.5, 4, 5, 6]))
  assert.deepEqual(head, ['Month', { text: 'Thames Valley (charges)', format: 'numeric' }])
  assert.deepEqual(rows[0], ['June 2020', { text: '6.0', format: 'numeric' }])
  assert.deepEqual(rows[3], ['March 2020', { text: '1,203.5', format: 'numeric' }])
  assert.deepEqual(rows[4], ['February 2020', { text: 'no figure', format: 'numeric' }])
})
