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
  readonly format: Intl.NumberFormat
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: Size
  readonly x: (place: number) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
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
  const widest = Math.max(...ticks.map((tick) => numberFormat(ticks).format(tick).length))
  const left = 14 + widest * 8
  const right = size.width - (wide ? 150 : 96)
  const [top, bottom] = [34, height - 34]
  scale.range([bottom, top])
  const step = (right - left) / Math.max(1, months.length - 1)
  const x = (place: number): number => left + place * step
  return { chart, months, tracks, format, left, right, top, bottom, size, x, y: scale, ticks }
}

function horizontals({ ticks, y, left, right, top, chart }: Plot): Content {
  const format = numberFormat(ticks)
  const rules = ticks.map((tick, place) => {
    const height = at(y(tick))
    return html`<line
        class="${place === 0 ? 'fp-chart__base' : 'fp-chart__grid'}"
        x1="${left}"
        x2="${right}"
        y1="${height}"
        y2="${height}"
      />
      <text class="fp-chart__axis-words" x="${left - 8}" y="${height + 5}" text-anchor="end"
        >${format.format(tick)}</text
      >`
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

type EndLabel = { readonly words: readonly string[]; readonly number: number; readonly wanted: number; place: number }

const lineHeight = 16

/** The last figure of a series and, when there are several, its name. */
function endLabel({ size, format, y, tracks }: Plot, track: Track, number: number): EndLabel | null {
  const last = track.values.findLast((value) => value !== null)
  if (last === undefined || last === null) return null
  const name = tracks.length > 1 ? lines(track.name, size.name === 'wide' ? 17 : 11) : []
  return { words: [format.format(last), ...name], number, wanted: y(last), place: y(last) }
}

/** Moves labels that would overlap apart: down, then back up from the bottom if they ran out of room. */
function spread(labels: readonly EndLabel[], bottom: number): readonly EndLabel[] {
  const placed = labels.toSorted((a, b) => a.wanted - b.wanted).map((label) => ({ ...label }))
  const height = (label: EndLabel | undefined): number => (label?.words.length ?? 0) * lineHeight + 4
  for (const [place, label] of placed.entries()) {
    const above = placed[place - 1]
    if (above) label.place = Math.max(label.place, above.place + height(above))
  }
  let limit = bottom + 10
  for (const label of placed.toReversed()) {
    label.place = Math.min(label.place, limit - height(label) + lineHeight)
    limit = label.place - lineHeight + 4
  }
  return placed
}

/** Labels stand at the end of their lines, in the text's own colour behind a dot of the line's. */
function endLabels(plot: Plot): Content {
  const labels = plot.tracks.map((track, place) => endLabel(plot, track, place + 1)).filter((label) => label !== null)
  return spread(labels, plot.bottom).map(({ words, number, place }) => {
    const across = plot.right + 22
    const rows = words.map(
      (row, index) =>
        html`<tspan x="${across}" y="${at(place + 5 + index * lineHeight)}" ${index === 0 ? boldly : ''}
          >${row}</tspan
        >`,
    )
    return html`<circle class="fp-series-${number}-fill" cx="${plot.right + 12}" cy="${at(place)}" r="4" /><text
        >${rows}</text
      >`
  })
}

const boldly = html` font-weight="700"`

function targetLine({ chart, y, left, right }: Plot): Content {
  if (!chart.target) return null
  const height = at(y(chart.target.value))
  return html`<line class="fp-chart__target" x1="${left}" x2="${right}" y1="${height}" y2="${height}" />
    <text x="${left + 6}" y="${height - 6}">${chart.target.label}</text>`
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
  const { ticks } = plotOf(chart, { name: 'wide', width: 720 })
  const from = ticks[0] ?? 0
  return from > 0 ? [`The scale starts at ${numberFormat(ticks).format(from)}, not at 0.`] : []
}

/** Months along, values up. A month without a figure breaks the line, and is named below. */
export function lineChart(chart: LineChart, after: Content = null): Html {
  if (chart.series.length > 6) throw new Error(`${chart.title}: more than six series cannot be told apart`)
  const drawn = pictures(chart, (size) => draw(chart, size))
  return figure(chart, drawn, [...axisWords(chart), ...gapsOf(chart)], after)
}
