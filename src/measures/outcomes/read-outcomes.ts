import type { LocalMonth } from '../../calendar/local-month.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import './tables.ts'
import { outcomeCategories } from './categories.ts'
import { type OutcomeArea, publishedRows } from './outcome-areas.ts'
import type { OutcomeCategory } from './outcome-month.ts'

/** Counts of defendants in one category, or in all of them. */
export type OutcomeCounts = {
  readonly category: OutcomeCategory | 'total'
  readonly convictions: number
  readonly unsuccessful: number
}

/** One month's outcomes of an area: the thirteen categories in their order, then the total. */
export type OutcomeReport = {
  readonly month: LocalMonth
  readonly area: OutcomeArea
  readonly revision: number
  readonly lines: readonly OutcomeCounts[]
}

/** The months that have figures, earliest first. */
export async function readOutcomeMonths(tx: Tx): Promise<readonly LocalMonth[]> {
  const rows = await tx
    .selectFrom('outcome_revision')
    .select('month')
    .where('current', '=', true)
    .orderBy('month')
    .execute()
  return rows.map(({ month }) => parseLocalMonth(month))
}

/** A month's outcomes: of the revision in force, or of the one asked for; null when there is none. */
export async function readOutcomes(
  tx: Tx,
  month: LocalMonth,
  area: OutcomeArea,
  revision: number | null = null,
): Promise<OutcomeReport | null> {
  const found = await tx
    .selectFrom('outcome_revision')
    .select('revision')
    .where('month', '=', month)
    .where((where) => (revision === null ? where('current', '=', true) : where('revision', '=', revision)))
    .executeTakeFirst()
  if (!found) return null
  const rows = await tx
    .selectFrom('outcome_count')
    .select((select) => [
      'category',
      select.fn.sum<number>('convictions').as('convictions'),
      select.fn.sum<number>('unsuccessful').as('unsuccessful'),
    ])
    .where('month', '=', month)
    .where('revision', '=', found.revision)
    .where('area', 'in', [...area.rows])
    .groupBy('category')
    .execute()
  return { month, area, revision: found.revision, lines: linesOf(rows) }
}

function linesOf(rows: readonly OutcomeCounts[]): readonly OutcomeCounts[] {
  const byCategory = new Map(rows.map((row) => [row.category, row]))
  const lines = outcomeCategories.map(({ key }): OutcomeCounts => {
    const row = byCategory.get(key)
    return { category: key, convictions: row?.convictions ?? 0, unsuccessful: row?.unsuccessful ?? 0 }
  })
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
  return [
    ...lines,
    {
      category: 'total',
      convictions: total(lines.map(({ convictions }) => convictions)),
      unsuccessful: total(lines.map(({ unsuccessful }) => unsuccessful)),
    },
  ]
}

/** One published pair of numbers. */
export type OutcomeRow = {
  readonly area: string
  readonly category: OutcomeCategory
  readonly convictions: number
  readonly unsuccessful: number
  readonly line: number
}

/** The published numbers that a month's report for an area is the sum of, in the order of the file. */
export async function readOutcomeRows(
  tx: Tx,
  month: LocalMonth,
  area: OutcomeArea,
  revision: number,
): Promise<readonly OutcomeRow[]> {
  const rows = await tx
    .selectFrom('outcome_count')
    .select(['area', 'category', 'convictions', 'unsuccessful', 'line'])
    .where('month', '=', month)
    .where('revision', '=', revision)
    .where('area', 'in', [...area.rows])
    .execute()
  const order = outcomeCategories.map(({ key }) => key)
  return rows.toSorted((a, b) => a.line - b.line || order.indexOf(a.category) - order.indexOf(b.category))
}

/** Every count in force: all months and published areas, in the order of months, areas and categories. */
export async function readOutcomeSeries(tx: Tx) {
  const rows = await tx
    .selectFrom('current_outcome_count')
    .select(['month', 'area', 'category', 'convictions', 'unsuccessful'])
    .orderBy('month')
    .execute()
  const categories = new Map(outcomeCategories.map(({ key }, place) => [key, place]))
  const areas = new Map(publishedRows.map((key, place) => [key, place]))
  const place = ({ area, category }: (typeof rows)[number]): number =>
    (areas.get(area) ?? 0) * categories.size + (categories.get(category) ?? 0)
  return rows.toSorted((a, b) => (a.month === b.month ? place(a) - place(b) : a.month < b.month ? -1 : 1))
}
