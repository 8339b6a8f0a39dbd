import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { html, type Content, type Html } from '../web/html.ts'
import { everyMonth, monthNumber, monthRuns, shortMonthName } from './months.ts'
import { at, figure, lines, numberFormat, pictures, type Described, type Drawing, type Size } from './picture.ts'

export type Point = { readonly month: string; readonly value: number | null }

export type Series = { readonly name: string; readonly points: readonly Point[] }

export type LineChart = Described & {
  /** Stands over the axis and in the table: "cases", "%", "days". */
  readonly unit: string
  /** Months to show. Those between the first and the last that are not named are shown too, as gaps. */
  readonly x: readonly string[]
  /** At most six. More cannot be told apart. */
  readonly series: readonly Series[]
  readonly target?: { readonly value: number; readonly label: string } | undefined
  /** The axis starts at 0 unless told to start near the least value. It then says so. */
  readonly axisFrom?: 'zero' | 'data' | undefined
  readonly decimals?: number | undefined
}

/** A series with a value, or null, for every month on the axis. */
type Track = { readonly name: string; readonly values: ReadonlyArray<number | null> }

type Plot = {
  readonly chart: LineChart
  readonly months: readonly string[]
  readonly tracks: readonly Track[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: Size
  readonly x: (place: number) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
  /** As many decimals as the steps between them need. */
  readonly tickWords: (tick: number) => string
  readonly ends: ReturnType<typeof endWords>
}

/** Every series has its own colour and its own stroke, so that neither is needed to read the other. */
const strokes = ['', ' fp-chart__line--dashed', ' fp-chart__line--dotted']

export const lineMonths = (chart: LineChart): readonly string[] => everyMonth(chart.x)

export function tracksOf(chart: LineChart): readonly Track[] {
  const months = lineMonths(chart)
  return chart.series.map(({ name, points }) => {
    const values = new Map(points.map(({ month, value }) => [month, value]))
    return { name, values: months.map((month) => values.get(month) ?? null) }
  })
}

/** What is missing, in words: a reader must not take a gap for a nought, or a line across it for a trend. */
export function gapsOf(chart: LineChart): readonly string[] {
  const months = lineMonths(chart)
  const several = chart.series.length > 1
  return tracksOf(chart).flatMap(({ name, values }) => {
    const missing = months.filter((_, place) => values[place] === null)
    if (missing.length === 0) return []
    return [`No figure${several ? ` for ${name}` : ''}: ${monthRuns(missing)}.`]
  })
}

const numbersIn = (tracks: readonly Track[]): readonly number[] =>
  tracks.flatMap(({ values }) => values).filter((value) => value !== null)

/** The least and greatest value that the axis must hold; from 0 to 1 when there is none. */
function extent(chart: LineChart, numbers: readonly number[]): readonly [number, number] {
  const all = chart.target ? [...numbers, chart.target.value] : numbers
  if (all.length === 0) return [0, 1]
  const least = Math.min(...all)
  const greatest = Math.max(...all)
  const from = chart.axisFrom === 'data' ? least : Math.min(0, least)
  return from === greatest ? [from, from + 1] : [from, greatest]
}

function plotOf(chart: LineChart, size: Size): Plot {
  const tracks = tracksOf(chart)
  const months = lineMonths(chart)
  const numbers = numbersIn(tracks)
  const wide = size.name === 'wide'
  const height = wide ? 360 : 300
  const format = numberFormat(numbers, chart.decimals)
  const scale = scaleLinear().domain(extent(chart, numbers)).nice(5)
  const ticks = scale.ticks(5)
  const tickWords = scale.tickFormat(5)
  const widest = Math.max(...ticks.map((tick) => tickWords(tick).length))
  const left = 14 + widest * 8
  const ends = endWords(chart, tracks, format, wide ? 18 : 13)
  const longest = Math.max(0, ...ends.flatMap(({ words }) => words.map((row) => row.length)))
  const right = size.width - 24 - longest * 8
  const [top, bottom] = [34, height - 34]
  scale.range([bottom, top])
  const step = (right - left) / Math.max(1, months.length - 1)
  const x = (place: number): number => left + place * step
  return { chart, months, tracks, left, right, top, bottom, size, x, y: scale, ticks, tickWords, ends }
}

function horizontals({ ticks, tickWords, y, left, right, top, chart }: Plot): Content {
  const rules = ticks.map((tick, place) => {
    const height = at(y(tick))
    return html`<line
        class="${place === 0 ? 'fp-chart__base' : 'fp-chart__grid'}"
        x1="${left}"
        x2="${right}"
        y1="${height}"
        y2="${height}"
      />
      <text class="fp-chart__axis-words" x="${left - 8}" y="${height + 5}" text-anchor="end">${tickWords(tick)}</text>`
  })
  return [rules, html`<text class="fp-chart__axis-words" x="0" y="${top - 18}">${chart.unit}</text>`]
}

const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240]

/** Names on the axis as often as there is room for, counted so that Januaries are among them. */
function monthTicks({ months, size, x, left, right, bottom }: Plot): Content {
  const room = (right - left) / (size.name === 'wide' ? 84 : 74)
  const step = steps.find((some) => months.length / some <= room) ?? 240
  return months.map((month, place) => {
    if (monthNumber(month) % step !== 0 && months.length > 1) return null
    const across = at(x(place))
    const words = step >= 12 ? month.slice(0, 4) : shortMonthName(month)
    return html`<line class="fp-chart__base" x1="${across}" x2="${across}" y1="${bottom}" y2="${bottom + 6}" />
      <text class="fp-chart__axis-words" x="${across}" y="${bottom + 23}" text-anchor="middle">${words}</text>`
  })
}

/** Bands over the months in which no series has a figure. */
function gapBands({ months, tracks, x, top, bottom, left, right }: Plot): Content {
  const half = (x(1) - x(0)) / 2
  return months.map((_, place) => {
    if (tracks.some(({ values }) => values[place] !== null)) return null
    const from = Math.max(left, x(place) - half)
    const to = Math.min(right, x(place) + half)
    return html`<rect
      class="fp-chart__gap"
      x="${at(from)}"
      y="${top}"
      width="${at(to - from)}"
      height="${bottom - top}"
    />`
  })
}

function seriesLine({ x, y }: Plot, { values }: Track, number: number): Content {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => at(x(place)))
    .y((value) => at(y(value ?? 0)))
  const alone = values.map((value, place) => {
    const isAlone = (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null
    if (value === null || !isAlone) return null
    return html`<circle class="fp-series-${number}-fill" cx="${at(x(place))}" cy="${at(y(value))}" r="3.5" />`
  })
  const stroke = strokes[(number - 1) % strokes.length]
  return [html`<path class="fp-chart__line fp-series-${number}${stroke}" d="${path(values) ?? ''}" />`, alone]
}

/** Words at the end of a line; without a `number`, of the target's. */
type EndLabel = {
  readonly words: readonly string[]
  readonly number: number | null
  readonly wanted: number
  readonly place: number
}

const lineHeight = 16

/** The last figure of each series and, when there are several, its name; and the target. */
function endWords(chart: LineChart, tracks: readonly Track[], format: Intl.NumberFormat, most: number) {
  const ends = tracks.map(({ name, values }, place) => {
    const last = values.findLast((value) => value !== null) ?? null
    if (last === null) return null
    const named = tracks.length > 1 ? lines(name, most) : []
    return { value: last, number: place + 1, words: [format.format(last), ...named] }
  })
  const target = chart.target && { value: chart.target.value, number: null, words: lines(chart.target.label, most) }
  return [...ends, target ?? null].filter((end) => end !== null)
}

/** Moves labels that would overlap apart: down, then back up from the bottom if they ran out of room. */
function spread(labels: readonly EndLabel[], bottom: number): readonly EndLabel[] {
  const height = (label: EndLabel): number => label.words.length * lineHeight + 4
  let free = 0
  const down = labels
    .toSorted((a, b) => a.wanted - b.wanted)
    .map((label) => {
      const place = Math.max(label.wanted, free)
      free = place + height(label)
      return { ...label, place }
    })
  let limit = bottom + 10
  return down.toReversed().map((label) => {
    const place = Math.min(label.place, limit - height(label) + lineHeight)
    limit = place - lineHeight + 4
    return { ...label, place }
  })
}

/** Labels stand at the end of their lines, in the text's own colour behind a dot of the line's. */
function endLabels({ ends, y, right, bottom }: Plot): Content {
  const labels = ends.map(({ value, ...end }) => ({ ...end, wanted: y(value), place: y(value) }))
  return spread(labels, bottom).map(({ words, number, place }) => {
    const across = right + 22
    const rows = words.map((row, index) => {
      const weight = number !== null && index === 0 && boldly
      return html`<tspan x="${across}" y="${at(place + 5 + index * lineHeight)}" ${weight}>${row}</tspan>`
    })
    const dot =
      number !== null && html`<circle class="fp-series-${number}-fill" cx="${right + 12}" cy="${at(place)}" r="4" />`
    return [dot, html`<text>${rows}</text>`]
  })
}

const boldly = html` font-weight="700"`

function targetLine({ chart, y, left, right }: Plot): Content {
  if (!chart.target) return null
  const height = at(y(chart.target.value))
  return html`<line class="fp-chart__target" x1="${left}" x2="${right + 16}" y1="${height}" y2="${height}" />`
}

function draw(chart: LineChart, size: Size): Drawing {
  const plot = plotOf(chart, size)
  return {
    height: plot.bottom + 34,
    body: [
      gapBands(plot),
      horizontals(plot),
      monthTicks(plot),
      targetLine(plot),
      plot.tracks.map((track, place) => seriesLine(plot, track, place + 1)),
      endLabels(plot),
    ],
  }
}

function axisWords(chart: LineChart): readonly string[] {
  const { ticks, tickWords } = plotOf(chart, { name: 'wide', width: 720 })
  const from = ticks[0] ?? 0
  return from > 0 ? [`The scale starts at ${tickWords(from)}, not at 0.`] : []
}

/** Months along, values up. A month without a figure breaks the line, and is named below. */
export function lineChart(chart: LineChart, after: Content = null): Html {
  if (chart.series.length > 6) throw new Error(`${chart.title}: more than six series cannot be told apart`)
  const drawn = pictures(chart, (size) => draw(chart, size))
  return figure(chart, drawn, [...axisWords(chart), ...gapsOf(chart)], after)
}
