import { type LocalMonth, formatMonth } from '../calendar/local-month.ts'
import type { Tx } from '../platform/database/reading.ts'
import type { Place } from './area.ts'
import { percentOf, permilleOf } from './percent.ts'
import type { Dataset } from './sources/dataset.ts'

/** A number with a unit that is published month by month, and everything a reader needs to judge it. */
export type Measure = {
  /** Stands in addresses and plans: lower case words joined by hyphens. Never reused for something else. */
  readonly code: string
  readonly title: string
  /** What the number says, in a sentence that stands alone. */
  readonly definition: string
  /** What is counted, or counted above the line. */
  readonly numerator: string
  /** What it is a share of; null for a count. */
  readonly denominator: string | null
  /** `%` for a share, else what is counted, in the plural: `defendants`. */
  readonly unit: string
  /** Which way is better, where anyone can say. */
  readonly better: 'higher' | 'lower' | 'neither'
  readonly dataset: Dataset
  /** What a reader could get wrong, in sentences. */
  readonly caveats: readonly string[]
  /** What is known to be odd about the figures of one place. */
  readonly notesOn?: (place: string) => readonly string[]
  /** The places that there are figures of. The first is shown unless another is asked for. */
  places(tx: Tx): Promise<readonly Place[]>
  /** One point for each month with a figure, earliest first. A month that is missing is a gap, never a nought. */
  read(tx: Tx, place: string): Promise<readonly MeasurePoint[]>
  /** The rows of source files that a month's figure is the sum of; none when there is no figure. */
  readRows(tx: Tx, place: string, month: LocalMonth): Promise<readonly MeasureRow[]>
}

export type MeasurePoint = {
  readonly month: LocalMonth
  readonly numerator: number
  /** Null for a count. */
  readonly denominator: number | null
}

/** One row of a source file, and what it adds to a figure. */
export type MeasureRow = {
  /** Whose row it is: `Thames Valley`. */
  readonly place: string
  /** Which of its figures: `Burglary`. */
  readonly what: string
  readonly numerator: number
  readonly denominator: number | null
  readonly fileName: string
  readonly contentSha256: string
  /** The line of the file, counted from 1; null when the count is of many lines. */
  readonly line: number | null
}

/** The figure as a number: of a share, percent with one decimal. Null for a share of nothing. */
export function valueOf({ numerator, denominator }: MeasurePoint): number | null {
  if (denominator === null) return numerator
  const permille = permilleOf(numerator, denominator)
  return permille === null ? null : permille / 10
}

/** The figure in words: `85.2%`, `2,312 defendants`. */
export function figureOf({ unit }: Measure, { numerator, denominator }: MeasurePoint): string {
  if (denominator === null) return `${numerator.toLocaleString('en-GB')} ${unit}`
  const percent = percentOf(numerator, denominator)
  return percent === null ? 'none were counted' : `${percent}%`
}

/** `85.2% in March 2017`, or that there is no figure. */
export function latestOf(measure: Measure, points: readonly MeasurePoint[]): string {
  const point = points.at(-1)
  return point ? `${figureOf(measure, point)} in ${formatMonth(point.month)}` : 'no figure yet'
}

/** The same month a year before the latest, where it is held: months of one season can be set side by side. */
export function aYearBefore(measure: Measure, points: readonly MeasurePoint[]): string | undefined {
  const latest = points.at(-1)?.month ?? ''
  const month = `${Number(latest.slice(0, 4)) - 1}${latest.slice(4)}`
  const before = points.find((point) => point.month === month)
  return before && `A year before: ${figureOf(measure, before)}`
}

/** A share of so few moves by several percentage points when one person's case ends otherwise. */
export const fewest = 30

export const isSmall = ({ denominator }: { readonly denominator: number | null }): boolean =>
  denominator !== null && denominator < fewest
