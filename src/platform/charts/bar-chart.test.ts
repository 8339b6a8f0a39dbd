import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barChart, type BarChart } from './bar-chart.ts'
import { chartWithTable } from './chart-with-table.ts'

const chart: BarChart = {
  title: 'Recorded crime',
  description: 'By type, October 2026.',
  unit: 'offences',
  of: 'Type',
  bars: [
    { label: 'Violence', value: 1204 },
    { label: 'Theft & fraud', value: 0 },
    { label: 'Bicycle theft', value: null, note: 'fewer than 5' },
    { label: 'Robbery', value: null },
  ],
}

test('every bar carries its value in words, so that no axis has to be read', () => {
  const markup = String(barChart(chart))
  assert.match(markup, />1,204</)
  assert.match(markup, />0</)
  assert.match(markup, />fewer than 5</)
  assert.match(markup, />no figure</)
})

test('nought has a bar of no length; what has no figure has no bar', () => {
  const wide = String(barChart(chart)).split('</svg>')[0] ?? ''
  const widths = [...wide.matchAll(/<rect[^>]*\swidth="([^"]+)"/g)].map(([, width]) => Number(width))
  assert.equal(widths.length, 2)
  assert.ok((widths[0] ?? 0) > 100)
  assert.equal(widths[1], 0)
})

test('labels are escaped, in the picture and in the table', () => {
  const markup = String(chartWithTable({ kind: 'bar', ...chart, bars: [{ label: '<b>', value: 1 }] }))
  assert.doesNotMatch(markup, /<b>/)
  assert.equal(markup.match(/&lt;b&gt;/g)?.length, 3)
})

test('a chart without bars, or with only noughts, is drawn', () => {
  assert.match(String(barChart({ ...chart, bars: [] })), /<svg/)
  assert.doesNotMatch(String(barChart({ ...chart, bars: [{ label: 'Theft', value: 0 }] })), /NaN/)
})
