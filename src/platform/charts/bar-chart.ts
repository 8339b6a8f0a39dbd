import { scaleLinear } from 'd3-scale'
import { html, type Content, type Html } from '../web/html.ts'
import { at, figure, lines, numberFormat, pictures, type Described, type Drawing, type Size } from './picture.ts'

export type Bar = {
  readonly label: string
  /** Null where there is no figure or it may not be shown. */
  readonly value: number | null
  /** Why there is no figure: "fewer than 5". */
  readonly note?: string | undefined
}

export type BarChart = Described & {
  readonly unit: string
  /** What the bars are, for the table's first column: "Offence group". */
  readonly of: string
  /** Drawn in this order. */
  readonly bars: readonly Bar[]
  readonly decimals?: number | undefined
}

export const barWords = (bar: Bar, format: Intl.NumberFormat): string =>
  bar.value === null ? (bar.note ?? 'no figure') : format.format(bar.value)

const lineHeight = 17
const labelColumn = 216
const valueRoom = 84

function label(words: readonly string[], x: number, y: number, anchor: 'start' | 'end'): Html {
  const rows = words.map((row, place) => html`<tspan x="${x}" y="${at(y + place * lineHeight)}">${row}</tspan>`)
  return html`<text text-anchor="${anchor}">${rows}</text>`
}

/** The bar and its value. The value stands beyond the bar's end, whichever way the bar goes. */
function bar(some: Bar, y: number, scale: (value: number) => number, format: Intl.NumberFormat): Content {
  const base = scale(0)
  const end = some.value === null ? base : scale(some.value)
  const words = html`<text x="${at(Math.max(base, end) + 8)}" y="${y + 16}" ${some.value === null ? '' : boldly}
    >${barWords(some, format)}</text
  >`
  if (some.value === null) return words
  const rect = html`<rect
    class="fp-series-1-fill"
    x="${at(Math.min(base, end))}"
    y="${y}"
    width="${at(Math.abs(end - base))}"
    height="22"
  />`
  return [rect, words]
}

const boldly = html` font-weight="700"`

/** Labels stand beside their bars where there is room, above them where there is none. */
function draw(chart: BarChart, size: Size): Drawing {
  const wide = size.name === 'wide'
  const values = chart.bars.map(({ value }) => value)
  const format = numberFormat(values, chart.decimals)
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  const least = Math.min(0, ...values.map((value) => value ?? 0))
  const left = wide ? labelColumn + 12 : 1
  const scale = scaleLinear()
    .domain([least, greatest === least ? 1 : greatest])
    .range([left, size.width - valueRoom])
  let y = 4
  const rows = chart.bars.map((some) => {
    const words = lines(some.label, wide ? 29 : 42)
    const block = words.length * lineHeight
    const barAt = wide ? y + Math.max(0, (block - 22) / 2) : y + block + 2
    const labelAt = wide ? barAt + 16 - ((words.length - 1) * lineHeight) / 2 : y + 13
    y = wide ? y + Math.max(22, block) + 12 : barAt + 22 + 14
    return [label(words, wide ? labelColumn : 0, labelAt, wide ? 'end' : 'start'), bar(some, barAt, scale, format)]
  })
  const base = html`<line class="fp-chart__base" x1="${at(scale(0))}" x2="${at(scale(0))}" y1="0" y2="${y - 6}" />`
  return { height: Math.ceil(y), body: [rows, wide && base] }
}

/** Bars across, each with its value written at its end, so that no axis has to be read. */
export function barChart(chart: BarChart, after: Content = null): Html {
  return figure(
    chart,
    pictures(chart, (size) => draw(chart, size)),
    [`Unit: ${chart.unit}.`],
    after,
  )
}
