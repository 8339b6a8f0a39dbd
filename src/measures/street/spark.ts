import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { type LocalMonth, monthRange } from '../../calendar/local-month.ts'
import { type Html, html } from '../../platform/web/html.ts'
import type { TypeSeries } from './series.ts'

const [width, height, edge] = [140, 36, 5]

/** A line without words for beside a number, from 0 up; a month without a figure breaks it. The table has the figures. */
export function spark({ points }: TypeSeries, months: readonly LocalMonth[]): Html {
  const [first, last] = [months[0], months.at(-1)]
  const all = first && last ? monthRange(first, last) : []
  const byMonth = new Map(points.map(({ month, value }) => [month, value]))
  const values = all.map((month) => byMonth.get(month) ?? null)
  const x = scaleLinear([0, Math.max(1, all.length - 1)], [edge, width - edge])
  const y = scaleLinear([0, Math.max(1, ...values.map((value) => value ?? 0))], [height - edge, edge])
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => round(x(place)))
    .y((value) => round(y(value ?? 0)))
  const end = points.at(-1)
  return html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    <line class="fp-chart__grid" x1="${edge}" x2="${width - edge}" y1="${height - edge}" y2="${height - edge}" />
    <path class="fp-chart__line" stroke="currentColor" d="${path(values) ?? ''}" />
    ${end && html`<circle fill="currentColor" cx="${width - edge}" cy="${round(y(end.value))}" r="4" />`}
  </svg>`
}

const round = (length: number): number => Math.round(length * 100) / 100
